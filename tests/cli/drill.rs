//! `hotseat drill`: real processes on a data folder of their own.

use serde_json::Value;

use super::{Hotseat, example};

fn due(hotseat: &Hotseat, arguments: &[&str]) -> Vec<Value> {
    let list = hotseat.run(&[&["drill", "--list", "--format", "json"], arguments].concat()).good();
    let list: Value = serde_json::from_str(&list).unwrap();
    list["due"].as_array().unwrap().clone()
}

fn id(due: &Value) -> &str {
    due["question"].as_str().unwrap()
}

/// An answers file in the data folder.
fn answers(hotseat: &Hotseat, questions: &[&str], answer: &str) -> String {
    let one =
        |question: &&str| format!("[[answers]]\nquestion = \"{question}\"\nseconds = 100\nanswer = '''{answer}'''\n");
    let file = hotseat.data.path().join("answers.toml");
    std::fs::write(&file, questions.iter().map(one).collect::<String>()).unwrap();
    file.to_str().unwrap().to_owned()
}

fn sit(hotseat: &Hotseat) {
    let (plan, answers) = (example("plan-mid.toml"), example("answers-mid.toml"));
    hotseat.run(&["run", &plan, "--answers", &answers]).good();
}

#[test]
fn where_nothing_was_sat_it_begins_with_easy_questions_of_the_level_that_is_named() {
    let hotseat = Hotseat::new();
    let unknown = hotseat.run(&["drill", "--list"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("--level"), "{}", unknown.err);
    let due = due(&hotseat, &["--level", "mid"]);
    assert!(due.iter().all(|one| one["reason"] == "opener" && one["level"] == "junior"), "{due:?}");
    assert!(hotseat.run(&["drill", "--list", "--level", "mid"]).good().contains("an easy start"));
}

#[test]
fn a_drill_from_a_file_asks_what_is_due_and_says_when_it_comes_again() {
    let hotseat = Hotseat::new();
    let first = due(&hotseat, &["--level", "mid"]);
    let file = answers(&hotseat, &[id(&first[0]), id(&first[1]), "no-such-question"], "I do not know much about it.");
    let drilled = hotseat.run(&["drill", "--level", "mid", "--answers", &file]);
    assert!(drilled.err.contains("'no-such-question' is answered but"), "{}", drilled.err);
    let out = drilled.good();
    assert_eq!(out.matches("never seen").count(), 2, "{out}");
    assert_eq!(out.matches("in 1 day").count(), 2, "{out}");
    let later = due(&hotseat, &[]);
    assert!(!later.iter().any(|one| id(one) == id(&first[0])), "it comes again tomorrow, not now");
    let again = hotseat.run(&["drill", "--answers", &file]);
    assert_eq!((again.out.as_str(), again.code), ("", 0));
    assert!(again.err.contains("not due"), "{}", again.err);
}

#[test]
fn a_list_names_the_question_of_each_drill() {
    let hotseat = Hotseat::new();
    let first = due(&hotseat, &["--level", "mid"]).swap_remove(0);
    let file = answers(&hotseat, &[id(&first)], "I do not know much about it.");
    hotseat.run(&["drill", "--level", "mid", "--answers", &file]).good();
    let listed = hotseat.run(&["history", "--drills", "--plain"]).good();
    let (topic, question) = (first["topic"].as_str().unwrap(), id(&first));
    assert!(listed.contains(&format!("drill: {topic}, {question}, mid")), "{listed}");
    let json: Value = serde_json::from_str(&hotseat.run(&["history", "--drills", "--format", "json"]).good()).unwrap();
    assert_eq!((&json[0]["drilled"]["question"], &json[0]["drilled"]["topic"]), (&first["question"], &first["topic"]));
}

#[test]
fn what_is_suggested_before_the_first_interview_works_off_a_terminal() {
    let hotseat = Hotseat::new();
    let home = hotseat.run(&[]).good();
    let line = home.lines().find(|line| line.contains("practise what is due")).unwrap();
    let columns = ["sit an", "practise", "everything"].map(|words| home.lines().find_map(|line| line.find(words)));
    assert!(columns[0].is_some() && columns.iter().all(|column| *column == columns[0]), "in line:\n{home}");
    let command: Vec<&str> = line.split("practise").next().unwrap().split_whitespace().skip(1).collect();
    let ran = hotseat.run(&[&command[..], &["--list"]].concat());
    assert_eq!(ran.code, 0, "{command:?}: {}", ran.err);
    sit(&hotseat);
    let home = hotseat.run(&[]).good();
    let known = "hotseat drill practise what is due";
    assert!(home.lines().any(|line| line.split_whitespace().eq(known.split(' '))), "the level is known:\n{home}");
}

#[test]
fn six_weeks_of_interviews_and_a_drill_in_between_tell_together() {
    let hotseat = Hotseat::new();
    for (week, plan) in (1..=6).zip(["a", "b", "c"].into_iter().cycle()) {
        let (plan, answers) =
            (example(&format!("six-weeks/plan-{plan}.toml")), example(&format!("six-weeks/answers-{week}.toml")));
        let sat = hotseat.run(&["run", &plan, "--answers", &answers]);
        assert_eq!(sat.code, 0, "{}", sat.err);
    }
    let due = due(&hotseat, &[]);
    let (longest, weakest) = (&due[0], due[0]["retrievability"].as_f64().unwrap());
    let weak = due.iter().filter(|one| one["band"].as_u64().is_some_and(|band| band < 3));
    assert!(weak.clone().count() > 1 && weak.clone().all(|one| one["retrievability"].as_f64().unwrap() >= weakest));
    let file = answers(&hotseat, &[id(longest)], "I do not know much about this one.");
    let drilled = hotseat.run(&["drill", "--answers", &file]).good();
    assert!(drilled.contains("in 1 day") && !drilled.contains("never seen"), "{drilled}");
    let progress = hotseat.run(&["progress"]).good();
    assert!(progress.contains("6 interviews, 1 drilled answer since 5 October 2026."), "{progress}");
}

#[test]
fn minutes_are_kept_and_too_few_are_refused_before_the_start() {
    let hotseat = Hotseat::new();
    let questions = due(&hotseat, &["--level", "mid"]);
    let all: Vec<&str> = questions.iter().take(6).map(id).collect();
    let file = answers(&hotseat, &all, "I roll back first, because that is fast.");
    let out = hotseat.run(&["drill", "--level", "mid", "--minutes", "8", "--answers", &file]).good();
    assert_eq!(out.matches("never seen").count(), 3, "100 s each, and the last box must fit:\n{out}");
    let few = hotseat.run_with(&["drill", "--plain", "--minutes", "1"], "\n");
    assert_eq!(few.code, 2);
    assert!(
        few.err.contains("nothing that is due fits into 1 minute\n") && few.err.contains("--minutes"),
        "{}",
        few.err
    );
}

#[test]
fn an_answer_is_followed_by_its_feedback_and_can_be_given_again_in_another_wording() {
    let hotseat = Hotseat::new();
    let input = "\nIt runs when code is pushed.\n/done\na\n/show\nOn every push, and by the clock.\n/done\ns\n";
    let ran = hotseat.run_with(&["drill", "--plain", "--level", "mid", "--topic", "ci-cd"], input);
    assert!(ran.err.contains("A model answer"), "{}", ran.err);
    let question = hotseat.run(&["show", "pipeline-triggers", "--plain"]).good();
    let asked: Vec<&str> = ran.err.lines().filter(|line| line.ends_with('?') && question.contains(line)).collect();
    assert!(asked.first() != asked.last(), "the same wording twice: {asked:?}");
    let out = ran.good();
    assert!(out.contains("never seen; now: 1, weak, then "), "{out}");
    assert!(hotseat.run(&["history"]).good().contains("No attempt is finished yet"), "drills are no interviews");
}

#[test]
fn an_interrupted_drill_is_offered_by_drill_and_not_by_run() {
    let hotseat = Hotseat::new();
    let left = hotseat.run_with(&["drill", "--plain", "--level", "mid"], "\nhalf an answer\n");
    assert!(left.err.contains("`hotseat drill` offers to go on"), "{}", left.err);
    let run = hotseat.run_with(&["run", "--plain"], "");
    assert!(!run.err.contains("interrupted"), "{}", run.err);
    let again = hotseat.run_with(&["drill", "--plain", "--level", "mid"], "r\n/show\n/done\ns\n");
    assert!(again.err.contains("A drill was interrupted") && again.err.contains("half an answer"), "{}", again.err);
    assert!(again.out.contains("never seen"), "{}", again.out);
}

#[test]
fn the_day_of_the_interview_brings_questions_forward() {
    let hotseat = Hotseat::new();
    sit(&hotseat);
    let day = |days: i64| {
        let day = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(24 * days);
        day.to_zoned(jiff::tz::TimeZone::UTC).date().to_string()
    };
    let soon = hotseat.run(&["drill", "--list", "--plain", "--interview-date", &day(12)]).good();
    assert!(soon.contains("Your interview is in 12 days."), "{soon}");
    let config = hotseat.data.path().join("own.toml");
    std::fs::write(&config, format!("interview_date = {}\n", day(3))).unwrap();
    let mut command = hotseat.command(&["progress", "--format", "json"]);
    let output = command.env("HOTSEAT_CONFIG", &config).output().unwrap();
    let progress: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(progress["days_left"], 3, "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_day_that_is_none_or_is_over_is_refused() {
    let hotseat = Hotseat::new();
    for (day, words) in [("tomorrow", "a date is written like"), ("2020-01-01", "2020-01-01, is over")] {
        let refused = hotseat.run(&["drill", "--list", "--level", "mid", "--interview-date", day]);
        assert_eq!(refused.code, 2, "{}", refused.out);
        assert!(refused.err.contains(words) && !refused.err.contains("parse"), "{}", refused.err);
    }
}

#[test]
fn the_list_says_what_it_is_ordered_by() {
    let hotseat = Hotseat::new();
    let (plan, answers) = (example("six-weeks/plan-a.toml"), example("six-weeks/answers-1.toml"));
    hotseat.run(&["run", &plan, "--answers", &answers]).good();
    let list = hotseat.run(&["drill", "--list", "--plain"]).good();
    let chances = regex::Regex::new("([0-9]+) % likely to be recalled").unwrap();
    let chances: Vec<u32> = chances.captures_iter(&list).map(|found| found[1].parse().unwrap()).collect();
    assert!(chances.len() > 1 && chances.is_sorted(), "{list}");
    assert!(list.contains("Weak answers come first"), "{list}");
}

#[test]
fn a_drill_has_no_clock_but_its_box() {
    let hotseat = Hotseat::new();
    let ran = hotseat.run_with(&["drill", "--plain", "--level", "mid"], "\n\n/time\nNothing much.\n/done\ns\n");
    assert!(ran.err.contains("Question: "), "{}", ran.err);
    assert!(!ran.err.contains("Interview:") && !ran.err.contains("1 of 1"), "{}", ran.err);
}

#[test]
fn a_configuration_with_a_mistake_is_refused_with_its_line() {
    let hotseat = Hotseat::new();
    let config = hotseat.data.path().join("own.toml");
    let run = |text: &str| {
        std::fs::write(&config, text).unwrap();
        let output = hotseat.command(&["progress"]).env("HOTSEAT_CONFIG", &config).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, told) = run("\ninterview_day = 2026-12-10\n");
    assert_eq!(code, Some(2));
    for words in ["own.toml", "line 2", "interview_day", "interview_date = 2026-12-10"] {
        assert!(told.contains(words), "{words} is missing: {told}");
    }
    assert!(run("interview_date = 10:30:00\n").1.contains("interview_date is no date"));
    assert_eq!(run("interview_date = 2026-12-10\n").0, Some(0));
    std::fs::remove_file(&config).unwrap();
    let gone = hotseat.command(&["progress"]).env("HOTSEAT_CONFIG", &config).output().unwrap();
    assert_eq!(gone.status.code(), Some(2), "a file that is named must be there");
}

#[test]
fn content_can_be_named_in_the_configuration_beside_which_it_lies() {
    let hotseat = Hotseat::new();
    let config = hotseat.data.path().join("own.toml");
    let own = example("content");
    std::fs::write(&config, format!("content = ['{own}']\n")).unwrap();
    let listed = |arguments: &[&str]| {
        let output = hotseat.command(arguments).env("HOTSEAT_CONFIG", &config).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let by_option = hotseat.run(&["list", "questions", "--format", "json", "--content", &own]).good();
    assert_eq!(listed(&["list", "questions", "--format", "json"]), by_option);
    assert_ne!(hotseat.run(&["list", "questions", "--format", "json"]).good(), by_option);
}
