//! Looking at the bank and adding to it: `list`, `show`, `check --stats`, `new`.

use std::fs;

use serde_json::Value;

use super::Hotseat;

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&Hotseat::new().run(&[arguments, &["--format", "json"]].concat()).good()).unwrap()
}

#[test]
fn questions_are_listed_by_topic_level_and_kind() {
    let all = json(&["list", "questions"]);
    let some = json(&["list", "questions", "--topic", "ci-cd", "--level", "mid", "--kind", "technical"]);
    let ids = |list: &Value| -> Vec<String> {
        list.as_array().unwrap().iter().map(|one| one["question"].as_str().unwrap().to_owned()).collect()
    };
    assert!(ids(&some).contains(&"delivery-metrics".to_owned()), "{some}");
    for one in some.as_array().unwrap() {
        assert_eq!((&one["topic"], &one["level"], &one["kind"]), (&"ci-cd".into(), &"mid".into(), &"technical".into()));
    }
    assert!(ids(&some).len() < ids(&all).len());
}

#[test]
fn the_pool_of_an_interview_holds_what_it_can_ask() {
    let pool = |name: &str| -> usize {
        let all = json(&["list", "interviews"]);
        let one = all.as_array().unwrap().iter().find(|one| one["name"] == name).unwrap();
        one["pool"].as_str().unwrap().parse().unwrap()
    };
    let count = |more: &[&str]| json(&[&["list", "questions"], more].concat()).as_array().unwrap().len();
    assert_eq!(pool("devops-engineer"), count(&[]));
    assert_eq!(pool("behavioural"), count(&["--kind", "behavioural"]));
    assert_eq!(pool("gitops"), count(&["--topic", "gitops"]));
}

#[test]
fn an_unknown_topic_gets_the_nearest_and_a_filter_without_questions_a_way_out() {
    let wrong = Hotseat::new().run(&["list", "questions", "--topic", "ci-dc"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("ci-cd"), "{}", wrong.err);
    let useless = Hotseat::new().run(&["list", "terms", "--level", "mid"]);
    assert_eq!(useless.code, 2);
    assert!(useless.err.contains("hotseat list questions"), "{}", useless.err);
}

#[test]
fn a_question_is_shown_without_what_is_listened_for() {
    let shown = Hotseat::new().run(&["show", "failed-deployment"]);
    let plain = shown.good();
    assert!(plain.contains("has just gone wrong"), "{plain}");
    for spoiler in ["restore", "roll", "model answer", "What is listened for"] {
        assert!(!plain.to_lowercase().contains(&spoiler.to_lowercase()), "`{spoiler}` in {plain}");
    }
    let hidden = json(&["show", "failed-deployment"]);
    assert!(hidden["rubric"].is_null() && hidden["question"].get("probes").is_none(), "{hidden}");
}

#[test]
fn revealed_it_shows_criteria_flags_follow_ups_bands_and_the_model_answer() {
    let plain = Hotseat::new().run(&["show", "failed-deployment", "--reveal"]).good();
    for part in ["restore first", "required", "What counts against", "Follow-ups", "3, solid:", "A model answer"] {
        assert!(plain.contains(part), "`{part}` is missing in {plain}");
    }
    assert!(json(&["show", "failed-deployment", "--reveal"])["rubric"]["criteria"].as_array().unwrap().len() >= 6);
}

#[test]
fn an_unknown_question_gets_the_nearest_one() {
    let run = Hotseat::new().run(&["show", "failed-deploymnet"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("failed-deployment"), "{}", run.err);
}

#[test]
fn statistics_count_what_the_folder_holds() {
    let run = Hotseat::new().run(&["check", "--alone", "examples/content", "--stats", "--format", "json"]);
    let stats: Value = serde_json::from_str(&run.out).unwrap();
    let bank = &stats["stats"]["bank"];
    let questions = json(&["list", "questions", "--content", "examples/content", "--topic", "web-platform"]);
    let listed = questions.as_array().unwrap();
    for level in ["junior", "mid", "senior", "staff"] {
        let at = listed.iter().filter(|one| one["level"] == level).count() as u64;
        let counted = bank["topics"]["web-platform"][level].as_object();
        let counted: u64 =
            counted.into_iter().flat_map(|kinds| kinds.values()).map(|count| count.as_u64().unwrap()).sum();
        assert_eq!(at, counted, "{level}: {bank}");
    }
    assert_eq!(
        bank["rubrics"]["samples"].as_u64().unwrap(),
        stats["stats"]["samples"].as_array().unwrap().len() as u64
    );
}

/// From nothing to a draft that can be planned, as a newcomer would go about it.
#[test]
fn a_question_started_with_new_can_be_checked_and_planned_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path().join("mine");
    let place = at.to_str().unwrap();
    let new = |arguments: &[&str]| Hotseat::new().run(&[&["new"], arguments, &["--in", place]].concat());
    let prompt = r#"How do you "brew" {id}, and why?"#;
    new(&["question", "brewing", "--topic", "tea", "--level", "senior", "--prompt", prompt]).good();
    new(&["question", "pouring", "--topic", "tea", "--kind", "behavioural"]).good();
    new(&["rubric", "brewing"]).good();
    new(&["interview", "tea-master"]).good();
    let checked = Hotseat::new().run(&["check", place]);
    assert_eq!(checked.code, 0, "a draft has warnings and no errors: {}", checked.out);
    let shown: Value =
        serde_json::from_str(&Hotseat::new().run(&["show", "brewing", "--content", place, "--format", "json"]).good())
            .unwrap();
    assert_eq!((&shown["question"]["prompt"], &shown["question"]["level"]), (&prompt.into(), &"senior".into()));
    let drafted = ["score", "--question", "brewing", "--content", place];
    let answer = "I heat the water first and check that it boils, and then I pour it over the leaves in the pot.";
    for more in [&[][..], &["--explain"], &["--format", "markdown"]] {
        let shown = Hotseat::new().run_with(&[&drafted[..], more].concat(), answer).good();
        assert!(shown.contains("draft rubric"), "{shown}");
    }
    for interview in ["tea", "tea-master"] {
        Hotseat::new().run(&["plan", interview, "--content", place, "--seed", "1"]).good();
    }
}

#[test]
fn new_replaces_nothing_and_leaves_the_shipped_bank_alone() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().to_str().unwrap();
    let new = |arguments: &[&str]| Hotseat::new().run(&[&["new"], arguments, &["--in", place]].concat());
    new(&["question", "brewing", "--topic", "tea"]).good();
    new(&["rubric", "brewing"]).good();
    let rubric = folder.path().join("rubrics/tea/brewing.toml");
    fs::write(&rubric, fs::read_to_string(&rubric).unwrap().replace("main-idea", "heat")).unwrap();
    for (arguments, says) in [
        (&["rubric", "brewing"][..], "has a rubric already"),
        (&["question", "brewing", "--topic", "tea"], "a question `brewing` already"),
        (&["question", "gitops", "--topic", "tea"], "a question `gitops` already"),
        (&["question", "steeping", "--topic", "ci-cd"], "shipped topic"),
        (&["interview", "tea"], "an interview `tea` already"),
        (&["rubric", "brewnig"], "did you mean `brewing`?"),
        (&["rubric", "infusing"], "hotseat new question infusing"),
        (&["interview", "../tea"], "small letters"),
    ] {
        let run = new(arguments);
        assert_eq!(run.code, 2, "{arguments:?}: {}", run.out);
        assert!(run.err.contains(says), "{arguments:?}: {}", run.err);
    }
    assert!(fs::read_to_string(&rubric).unwrap().contains("id = \"heat\""));
}

#[test]
fn lists_tell_what_is_ones_own() {
    let own = |what: &str| -> Vec<String> {
        let all = json(&["list", what, "--content", "examples/content"]);
        let own = all.as_array().unwrap().iter().filter(|one| one["own"] == true);
        own.map(|one| one["name"].as_str().or(one["topic"].as_str()).unwrap().to_owned()).collect()
    };
    assert_eq!(own("interviews"), ["web-platform"]);
    assert!(!own("questions").is_empty() && own("questions").iter().all(|topic| topic == "web-platform"));
    assert!(own("terms").is_empty());
    let run = |arguments: &[&str]| Hotseat::new().run(&[&["list", "topics"], arguments].concat()).good();
    let table = run(&["--content", "examples/content"]);
    let line = |name: &str| table.lines().find(|line| line.trim_start().starts_with(name)).unwrap();
    assert!(line("topic ").contains("whose"), "{table}");
    assert!(line("web-platform").contains("yours") && line("gitops").contains("shipped"), "{table}");
    assert!(!run(&[]).contains("whose"), "where all are shipped, nobody asks");
    let plain = run(&["--plain", "--content", "examples/content"]);
    assert_eq!(plain.lines().filter(|line| line.starts_with("yours; ")).count(), 1, "{plain}");
}

/// The first line of a file names a schema, by a path from the file, and the schema is that of this version.
#[test]
fn what_new_starts_names_a_schema_that_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().to_str().unwrap();
    for arguments in [&["question", "brewing", "--topic", "tea"][..], &["rubric", "brewing"], &["interview", "master"]]
    {
        let file = Hotseat::new().run(&[&["new"], arguments, &["--in", place]].concat()).good();
        let file = std::path::Path::new(file.trim());
        let text = fs::read_to_string(file).unwrap();
        let named = text.lines().next().unwrap().strip_prefix("#:schema ").unwrap();
        let schema = fs::read_to_string(file.parent().unwrap().join(named)).unwrap();
        let shipped = fs::read_to_string(std::path::Path::new("schemas").join(named.rsplit('/').next().unwrap()));
        assert!(schema == shipped.unwrap(), "{arguments:?}: {named}");
    }
    let stale = folder.path().join("schemas/rubric.schema.json");
    fs::write(&stale, "{}").unwrap();
    Hotseat::new().run(&["new", "interview", "other", "--in", place]).good();
    assert!(fs::read_to_string(&stale).unwrap().len() > 100, "an older version's schema is replaced");
}

#[test]
fn what_is_checked_without_a_folder_is_ones_own_content() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("interviews")).unwrap();
    fs::write(folder.path().join("interviews/tea.toml"), "tittle = 'Tea'\n").unwrap();
    let ran = Hotseat::new().run(&["check", "--content", folder.path().to_str().unwrap()]);
    assert!(ran.code == 1 && ran.out.contains("tittle"), "{}", ran.out);
}

#[test]
fn a_plan_marks_the_stretch_and_the_help_says_what_that_is() {
    let plan = Hotseat::new().run(&["plan", "--level", "mid", "--seed", "1", "--plain"]).good();
    let hard: Vec<&str> = plan.lines().filter(|line| line.contains("stretch")).collect();
    assert!(hard.len() == 1 && hard[0].contains("the hard one") && hard[0].contains("a stretch: senior"), "{plan}");
    let senior = Hotseat::new().run(&["plan", "--level", "senior", "--seed", "1", "--plain"]).good();
    assert!(!senior.contains("stretch"), "{senior}");
    for command in ["run", "plan", "guide", "interview"] {
        let help = Hotseat::new().run(&[command, "--help"]).good();
        let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(help.contains("one level above: a stretch"), "{help}");
    }
}
