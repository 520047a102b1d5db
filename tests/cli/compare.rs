//! `hotseat compare` and `hotseat rescore`, on attempts that were really sat.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{Hotseat, Ran, example};
use crate::browser::{Browser, Scheme};
use crate::store::opening::RELEASED;

const QUESTION: &str = "slow-distributed-request";
pub const WEAK: &str = "I look at the logs of each service and compare the times.";
pub const STRONG: &str = "I take a trace of one slow request and look at which hop takes the time. I compare p99 latency of each \
                      service before and after the last deploy, and I look at the queue and the connection pool.";

/// Sits the plan of tests/cli/plan.toml, which asks a story and [`QUESTION`].
pub fn sit(hotseat: &Hotseat, answer: &str, more: &[&str]) {
    let file = hotseat.data.path().join("answers.toml");
    let text =
        format!("[[answers]]\nquestion = '{QUESTION}'\nseconds = {}\nanswer = \"\"\"{answer}\"\"\"\n", answer.len());
    std::fs::write(&file, text).unwrap();
    hotseat.run(&[&["run", "tests/cli/plan.toml", "--answers", file.to_str().unwrap()], more].concat()).good();
}

fn sat_twice() -> Hotseat {
    let hotseat = Hotseat::new();
    sit(&hotseat, WEAK, &[]);
    sit(&hotseat, STRONG, &[]);
    hotseat
}

fn json(hotseat: &Hotseat, arguments: &[&str]) -> Value {
    serde_json::from_str(&hotseat.run(&[&["compare"], arguments, &["--format", "json"]].concat()).good()).unwrap()
}

fn rows(hotseat: &Hotseat, sql: &str) -> Vec<String> {
    let file = rusqlite::Connection::open(hotseat.data.path().join("hotseat.db")).unwrap();
    let mut statement = file.prepare(sql).unwrap();
    statement.query_map([], |row| row.get::<_, String>(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

fn change(hotseat: &Hotseat, sql: &str) {
    rusqlite::Connection::open(hotseat.data.path().join("hotseat.db"))
        .unwrap()
        .execute_batch(&format!("PRAGMA foreign_keys = OFF; {sql}"))
        .unwrap();
}

/// Makes all scorecards look as if other rules of scoring had written them.
const OTHER_ENGINE: &str = "UPDATE scored SET engine = '1'; \
                            UPDATE scorecard SET engine = '1', body = replace(body, '\"engine\":\"2\"', '\"engine\":\"1\"')";

#[test]
fn the_first_screen_says_whether_where_and_how_sure() {
    let hotseat = sat_twice();
    let said = hotseat.run(&["compare"]).good();
    let first: Vec<&str> = said.lines().take(24).collect();
    let first = first.join("\n");
    for part in ["Then: ", "Now: ", "Overall: ", "same questions under the same clock", "too few to tell", "Where"] {
        assert!(first.contains(part), "{part} is missing:\n{said}");
    }
    assert!(said.contains("↑ ") && said.contains("Time 0:57 →"), "{said}");
    assert!(said.lines().all(|line| line.chars().count() <= 80), "wider than 80 columns:\n{said}");
    for number in [1, 2] {
        let heading = said.lines().find(|line| line.ends_with(&format!(" (question {number})")));
        assert!(heading.is_some_and(|line| line.len() > 20), "the heading of {number} is no one line:\n{said}");
    }
    let plain = hotseat.run(&["compare", "--full", "--plain"]).good();
    assert!(!plain.contains(['✓', '✗', '·', '│', '↑', '!']), "signs in plain lines:\n{plain}");
    assert!(plain.contains("\nGained: ") && !plain.contains("gained:"), "{plain}");
    let json = json(&hotseat, &[]);
    assert_eq!((&json["format"], &json["whole"]["chance"]["verdict"]), (&1.into(), &"too-few".into()));
    assert!(json["whole"]["overall"]["difference"].as_f64().unwrap() > 0.0);
    for criterion in json["questions"][1]["criteria"].as_array().unwrap() {
        for words in criterion["now"]["evidence"].as_array().unwrap() {
            let span = words["start"].as_u64().unwrap() as usize..words["end"].as_u64().unwrap() as usize;
            assert_eq!(STRONG[span], *words["text"].as_str().unwrap());
        }
    }
}

#[test]
fn a_page_shows_both_answers_and_goes_to_a_file() {
    let hotseat = sat_twice();
    let file = hotseat.data.path().join("comparison.html");
    let file = file.to_str().unwrap();
    let written = hotseat.run(&["compare", "--format", "html", "--output", file]);
    assert!(written.code == 0 && written.out.is_empty() && written.err.contains("Written: "), "{}", written.err);
    let page = std::fs::read_to_string(file).unwrap();
    for part in [
        "Overall: ",
        "<th scope=\"col\">difference</th>",
        WEAK,
        "<mark class=\"earned\" title=\"gained: ",
        "<circle class=\"dot present\"",
        "<th scope=\"row\">time used</th><td>0:57</td>",
    ] {
        assert!(page.contains(part), "{part} is missing:\n{page}");
    }
    assert!(!page.contains("http://") && !page.contains("https://"), "nothing is fetched:\n{page}");
    assert_eq!(hotseat.run(&["compare", "--open"]).code, 2);
}

#[test]
fn a_browser_shows_a_comparison_without_complaint_at_every_width_and_in_both_colours() {
    let Some(browser) = Browser::find() else { return };
    let hotseat = Hotseat::new();
    let hostile = format!("<script>alert(1)</script> </style> \"><img src=x onerror=alert(1)> {}", "x".repeat(3000));
    sit(&hotseat, &format!("{WEAK} {hostile}"), &[]);
    sit(&hotseat, &format!("{STRONG} {hostile}"), &[]);
    let page = hotseat.run(&["compare", "--format", "html"]).good();
    assert!(!page.contains("<script") && !page.contains("<img"), "{page}");
    assert_eq!(browser.complaints(&page), Vec::<String>::new());
    for (width, scheme) in [(360, Scheme::Light), (360, Scheme::Dark), (1280, Scheme::Light), (1280, Scheme::Dark)] {
        assert_eq!(browser.faults(&page, width, scheme), Vec::<String>::new(), "{width} px, {scheme:?}");
    }
}

#[test]
fn attempts_are_named_and_told_apart() {
    let hotseat = sat_twice();
    let equal = hotseat.run(&["compare", "last", "last"]).good();
    assert!(equal.contains("Both are the same attempt.") && !equal.contains("Both had the same"), "{equal}");
    assert!(equal.contains("No difference.") && !equal.contains(['↑', '↓']), "{equal}");
    let back = hotseat.run(&["compare", "last", "last~1"]).good();
    assert!(back.contains("named first is the later one") && back.contains("↓ "), "{back}");
    let back = hotseat.run(&["compare", "last", "last~1", "--plain"]).good();
    assert!(back.contains("\nLost: ") && !back.contains("Earned in part: lost"), "{back}");
    assert_eq!(json(&hotseat, &["last~1"]), json(&hotseat, &[]), "one attempt is compared with the last");
    assert_eq!(hotseat.run(&["compare", "last"]).code, 2);
    let many = hotseat.run(&["compare", "--last", "5"]).good();
    assert!(
        many.contains("2 attempts side by side") && many.contains("All were sat under the same conditions"),
        "{many}"
    );
    assert!(many.contains("All had the same questions"), "{many}");
    let few = Hotseat::new();
    sit(&few, WEAK, &[]);
    for arguments in [&["compare"][..], &["compare", "--last", "2"]] {
        let said = few.run(arguments);
        assert!(said.code == 2 && said.err.contains("it takes two finished attempts"), "{}", said.err);
    }
}

#[test]
fn many_attempts_are_told_apart_and_their_interview_is_named_once() {
    let hotseat = Hotseat::new();
    for week in ["a/1", "b/2", "a/4"] {
        let (plan, answers) = week.split_once('/').unwrap();
        let plan = example(&format!("six-weeks/plan-{plan}.toml"));
        let answers = example(&format!("six-weeks/answers-{answers}.toml"));
        hotseat.run(&["run", &plan, "--answers", &answers]).good();
    }
    let said = hotseat.run(&["compare", "--last", "3"]).good();
    assert_eq!(said.matches("DevOps engineer").count(), 1, "{said}");
    assert!(said.contains("The same questions under the same clock: 1 and 3."), "{said}");
    for (number, id) in (1..).zip(rows(&hotseat, "SELECT substr(id, 1, 13) FROM attempt ORDER BY id")) {
        assert!(said.contains(&format!("{number}: {id}, ")), "{id} is missing:\n{said}");
    }
}

/// Puts an attempt on a day, by its place in the order of time.
fn put_on(hotseat: &Hotseat, place: usize, day: &str) {
    let begun = format!("{day}T12:00:00Z").parse::<jiff::Timestamp>().unwrap().as_millisecond();
    let sql = format!("SELECT id FROM attempt ORDER BY id LIMIT 1 OFFSET {place}");
    let id = rows(hotseat, &sql).remove(0);
    change(hotseat, &format!("UPDATE attempt SET started_at = {begun} WHERE id = '{id}'"));
}

#[test]
fn days_name_attempts() {
    let hotseat = sat_twice();
    sit(&hotseat, STRONG, &[]);
    for (place, day) in [(0, "2026-03-01"), (1, "2026-03-08"), (2, "2026-03-08")] {
        put_on(&hotseat, place, day);
    }
    assert!(hotseat.run(&["report", "2026-03-01"]).good().contains("1 March 2026"));
    let several = hotseat.run(&["compare", "2026-03-01", "2026-03-08"]);
    assert!(several.code == 2 && several.err.contains("2 attempts were begun on 2026-03-08"), "{}", several.err);
    let ids = rows(&hotseat, "SELECT id FROM attempt ORDER BY id");
    assert!(ids[1..].iter().all(|id| several.err.contains(&format!("{id}  2026-03-08 12:00:00"))), "{}", several.err);
    let none = hotseat.run(&["contest", "2026-03-05", "--list"]);
    assert!(none.code == 2 && none.err.contains("nearest: 2026-03-01 and 2026-03-08"), "{}", none.err);
    let mut elsewhere = hotseat.command(&["report", "2026-03-02"]);
    let elsewhere = Ran::of(elsewhere.env("TZ", "Pacific/Kiritimati").output().unwrap());
    assert!(elsewhere.good().contains("March 2026"), "noon in London is the next day at the far end of the world");
}

#[test]
fn a_day_names_the_interview_on_which_there_were_drills_as_well() {
    let hotseat = sat_twice();
    sit(&hotseat, STRONG, &[]);
    for (place, day) in [(0, "2026-03-01"), (1, "2026-03-08"), (2, "2026-03-08")] {
        put_on(&hotseat, place, day);
    }
    let last = rows(&hotseat, "SELECT id FROM attempt ORDER BY id").remove(2);
    change(&hotseat, &format!("UPDATE attempt SET kind = 'drill' WHERE id = '{last}'"));
    let compared = json(&hotseat, &["2026-03-01", "2026-03-08"]);
    assert_ne!(compared["now"]["attempt"], last.as_str());
    change(&hotseat, "UPDATE attempt SET kind = 'drill'");
    assert!(
        hotseat.run(&["report", "2026-03-01"]).good().contains("1 March 2026"),
        "a drill alone is named by its day"
    );
}

#[test]
fn the_first_and_the_last_day_there_are_is_as_good_as_any() {
    let hotseat = sat_twice();
    let first = rows(&hotseat, "SELECT id FROM attempt ORDER BY id").remove(0);
    for (arguments, wanted) in [
        (&["progress", "--as-of", "9999-12-31"][..], "2 interviews"),
        (&["history", "--until", "9999-12-31"], &first[..13]),
        (&["history", "--since", "0001-01-01"], &first[..13]),
        (&["drill", "--list", "--interview-date", "9999-12-31"], ""),
    ] {
        for zone in ["UTC", "Pacific/Kiritimati", "Etc/GMT+12"] {
            let ran = Ran::of(hotseat.command(arguments).env("TZ", zone).output().unwrap());
            assert!(ran.code == 0 && ran.out.contains(wanted), "{arguments:?} in {zone}: {} {}", ran.out, ran.err);
            assert!(!ran.err.contains("is over"), "{}", ran.err);
        }
    }
    let none = hotseat.run(&["compare", "9999-12-31", "last"]);
    assert!(none.code == 2 && none.err.contains("no attempt was begun on 9999-12-31"), "{}", none.err);
}

#[test]
fn other_conditions_are_said_and_other_levels_not_subtracted() {
    let hotseat = Hotseat::new();
    sit(&hotseat, STRONG, &[]);
    sit(&hotseat, STRONG, &["--strict", "--extra-time", "1.5"]);
    let said = hotseat.run(&["compare"]).good();
    assert!(
        said.contains("Extra time: none then, ×1.5 now.") && said.contains("Rules: practice then, strict now."),
        "{said}"
    );
    let (plan, answers) = (example("plan-senior.toml"), example("answers-senior.toml"));
    hotseat.run(&["run", &plan, "--answers", &answers]).good();
    let said = hotseat.run(&["compare"]).good();
    assert!(said.contains("Level: mid then, senior now."), "{said}");
    let (_, once) = said.split_once("Asked in one attempt only").unwrap();
    let topics = once.split_once("  dimension").unwrap().0;
    assert!(topics.contains("not asked") && !topics.contains("difference"), "an empty column:\n{once}");
    assert_eq!(json(&hotseat, &[])["whole"]["overall"]["difference"], Value::Null);
    let page = hotseat.run(&["compare", "--format", "html"]).good();
    let chart = page.split("<table").find(|table| table.starts_with(" class=\"bars pairs\"")).unwrap();
    assert!(chart.contains("<circle") && !chart.contains("difference"), "no column that is always empty:\n{chart}");
    let many = hotseat.run(&["compare", "--last", "3"]).good();
    assert!(many.contains("Not comparable with the newest: "), "{many}");
}

/// What prints model answers: command line, and whether the question's is among them.
const SHOWING: &[(&[&str], bool)] = &[
    (&["report"], false),
    (&["report", "--format", "json"], false),
    (&["report", "--question", "1"], false),
    (&["report", "--question", "2"], true),
    (&["report", "--full"], true),
    (&["report", "--full", "--format", "markdown"], true),
    (&["export"], false),
    (&["export", "--format", "csv"], false),
    (&["export", "--format", "markdown"], true),
    (&["export", "--format", "markdown", "--all-profiles"], true),
    (&["show", QUESTION], false),
    (&["show", QUESTION, "--reveal"], true),
];

#[test]
fn a_repeat_after_its_model_answer_was_printed_is_summed_apart() {
    let hotseat = Hotseat::new();
    sit(&hotseat, WEAK, &[]);
    for (arguments, shown) in SHOWING {
        change(&hotseat, "DELETE FROM shown");
        hotseat.run(arguments).good();
        let remembered = rows(&hotseat, "SELECT question FROM shown");
        assert_eq!(
            remembered.iter().any(|question| question == QUESTION),
            *shown,
            "after {arguments:?}: {remembered:?}"
        );
    }
    sit(&hotseat, STRONG, &[]);
    let compared = json(&hotseat, &[]);
    let standing: Vec<&Value> = compared["questions"].as_array().unwrap().iter().map(|one| &one["standing"]).collect();
    assert_eq!(standing, ["like-for-like", "model-answer-shown"]);
    assert_eq!(compared["like_for_like"]["questions"], serde_json::json!([1, 1]));
    let said = hotseat.run(&["compare"]).good();
    assert!(said.contains("You had been shown the model answers by then"), "{said}");
}

const HOSTILE: &str =
    "<script>x</script> [x](http://e.org) *b*\\u001b[2J\\u202e: a trace tells which hop takes the time.";

#[test]
fn no_answer_can_steer_the_terminal_or_become_markup() {
    let hotseat = Hotseat::new();
    sit(&hotseat, "", &[]);
    sit(&hotseat, HOSTILE, &[]);
    for arguments in
        [&["compare"][..], &["compare", "--full"], &["compare", "--full", "--plain"], &["compare", "--last", "2"]]
    {
        let said = hotseat.run(arguments).good();
        let bad: Vec<char> = said.chars().filter(|c| (c.is_control() && *c != '\n') || *c == '\u{202e}').collect();
        assert!(bad.is_empty(), "{arguments:?} prints {bad:?}");
    }
    let markdown = hotseat.run(&["compare", "--full", "--format", "markdown"]).good();
    assert!(
        markdown.contains("&lt;script") && !markdown.contains("<script>") && !markdown.contains("[x](http"),
        "{markdown}"
    );
}

/// A folder of one's own with the example's question, which can be changed.
pub fn own(folder: &Path) -> PathBuf {
    let root = folder.join("content");
    for file in ["interviews/web-platform.toml", "rubrics/web-platform/sessions.toml"] {
        let copy = root.join(file);
        std::fs::create_dir_all(copy.parent().unwrap()).unwrap();
        std::fs::copy(Path::new(&example("content")).join(file), copy).unwrap();
    }
    root
}

pub fn sit_own(hotseat: &Hotseat, content: &Path, answer: &str) {
    let file = hotseat.data.path().join("answers.toml");
    std::fs::write(&file, format!("[[answers]]\nquestion = 'sessions'\nseconds = 60\nanswer = '{answer}'\n")).unwrap();
    let (content, file) = (content.to_str().unwrap(), file.to_str().unwrap());
    let run = ["run", "web-platform", "--level", "mid", "--seed", "1", "--content", content, "--answers", file];
    hotseat.run(&run).good();
}

pub const SHARED: &str = "We keep them in Redis, because the next request may reach another server.";

#[test]
fn attempts_under_an_older_rubric_are_scored_again_and_keep_their_old_scores() {
    let hotseat = Hotseat::new();
    let content = own(hotseat.data.path());
    sit_own(&hotseat, &content, SHARED);
    let rubric = content.join("rubrics/web-platform/sessions.toml");
    let less = std::fs::read_to_string(&rubric).unwrap().replace("{redis|valkey|elasticache}", "valkey");
    std::fs::write(&rubric, less).unwrap();
    sit_own(&hotseat, &content, SHARED);
    let content = content.to_str().unwrap();
    let said = hotseat.run(&["compare", "--content", content]).good();
    assert!(said.contains("Then: scored again by the present rubrics.") && said.contains("No difference."), "{said}");
    let compared = json(&hotseat, &["--content", content]);
    let (kept, present) = (&compared["then"]["overall_as_kept"]["score"], &compared["then"]["overall"]["score"]);
    assert!(kept.as_f64() > present.as_f64(), "{kept} and {present}");
    assert_eq!(compared["now"]["overall_as_kept"], Value::Null);

    let scores =
        || rows(&hotseat, "SELECT s.attempt || s.number || s.body FROM scoring s ORDER BY s.attempt, s.number");
    let before = scores();
    let dry = hotseat.run(&["rescore", "--dry-run", "--content", content]);
    assert!(
        dry.err.contains("nothing was stored") && dry.out.contains("1 attempt judged anew: 0 higher, 1 lower"),
        "{}",
        dry.out
    );
    assert_eq!(scores(), before, "a comparison and a dry run store nothing");

    let moved = hotseat.run(&["rescore", "--content", content]).good();
    assert!(
        moved.contains("1 answer judged by another version")
            && moved.contains("means of sessions: 0× higher, 1× lower"),
        "{moved}"
    );
    let after = scores();
    assert!(after.len() == 3 && before.iter().all(|old| after.contains(old)), "old scores are kept");
    let history: Value = serde_json::from_str(&hotseat.run(&["history", "--format", "json"]).good()).unwrap();
    assert_eq!(history[0]["score"], history[1]["score"], "lists show the present one");
    let results = rows(&hotseat, "SELECT group_concat(DISTINCT score) FROM result");
    assert!(!results[0].contains(','), "what many attempts are told by is made anew: {results:?}");
    let again = hotseat.run(&["rescore", "--content", content]).good();
    assert!(again.contains("already") && scores() == after, "{again}");
}

#[test]
fn the_score_of_that_time_is_the_one_it_ended_with_however_often_it_was_scored_since() {
    let hotseat = Hotseat::new();
    let content = own(hotseat.data.path());
    let rubric = content.join("rubrics/web-platform/sessions.toml");
    sit_own(&hotseat, &content, SHARED);
    sit_own(&hotseat, &content, SHARED);
    let first = std::fs::read_to_string(&rubric).unwrap();
    let compared = || json(&hotseat, &["--content", content.to_str().unwrap()])["then"].take();
    let ended_with = compared()["overall"]["score"].take();
    std::fs::write(&rubric, first.replace("{redis|valkey|elasticache}", "valkey")).unwrap();
    for _ in 0..2 {
        let then = compared();
        assert_eq!(then["overall_as_kept"]["score"], ended_with);
        assert_ne!(then["overall"]["score"], ended_with);
        hotseat.run(&["rescore", "--content", content.to_str().unwrap()]).good();
    }
    std::fs::write(&rubric, first).unwrap();
    let then = compared();
    assert_eq!((&then["overall"]["score"], &then["overall_as_kept"]), (&ended_with, &Value::Null), "as it ended");
}

#[test]
fn a_rescore_names_what_moved_and_says_what_is_other_in_a_rubric() {
    let hotseat = Hotseat::new();
    let content = own(hotseat.data.path());
    sit_own(&hotseat, &content, SHARED);
    let id = rows(&hotseat, "SELECT id FROM attempt").remove(0);
    let edit = |file: &str, from: &str, to: &str| {
        let text = std::fs::read_to_string(content.join(file)).unwrap();
        assert!(text.contains(from), "{from} is not in {file}");
        std::fs::write(content.join(file), text.replacen(from, to, 1)).unwrap();
    };
    let rubric = "rubrics/web-platform/sessions.toml";
    edit("interviews/web-platform.toml", "level = \"mid\"\nkind", "level = \"senior\"\nkind");
    edit(
        rubric,
        "id = \"not-local\"\ndimension = \"substance\"\npoints = 2",
        "id = \"not-local\"\ndimension = \"substance\"\npoints = 5",
    );
    edit(
        rubric,
        "id = \"shared-store\"\ndimension = \"substance\"\npoints = 2\nrequired = true",
        "id = \"shared-store\"\ndimension = \"substance\"\npoints = 2",
    );
    edit(
        rubric,
        "id = \"cookie\"\ndimension = \"substance\"\nlevel = \"mid\"",
        "id = \"cookie\"\ndimension = \"tools\"\nlevel = \"mid\"",
    );
    edit(rubric, "{redis|valkey|elasticache}", "valkey");
    edit(rubric, "id = \"expiry\"", "id = \"idle-time\"");
    let before: Value = serde_json::from_str(&hotseat.run(&["history", "--format", "json"]).good()).unwrap();
    let run =
        |more: &[&str]| hotseat.run(&[&["rescore", "--content", content.to_str().unwrap()], more].concat()).good();
    let json: Value = serde_json::from_str(&run(&["--dry-run", "--format", "json"])).unwrap();
    let moved = &json["outcome"]["tally"]["moved"][0];
    assert_eq!((&moved["attempt"], &moved["then"]), (&id.as_str().into(), &before[0]["score"]), "{json:#}");
    let said = run(&["--plain"]);
    for part in [
        &id[..13],
        " % → ",
        "judged at senior, no longer at mid",
        "not local: 5 points, no longer 2",
        "shared store: no longer required",
        "cookie: counts in tools and means, no longer in substance",
        "new: idle time",
        "no longer asked for: expiry",
    ] {
        assert!(said.contains(part), "{part:?} is missing:\n{said}");
    }
    let after: Value = serde_json::from_str(&hotseat.run(&["history", "--format", "json"]).good()).unwrap();
    assert_eq!(after[0]["score"], moved["now"]);
}

#[test]
fn after_a_rescore_the_report_speaks_by_the_present_rubric_of_the_question_as_it_was_asked() {
    let hotseat = Hotseat::new();
    let content = own(hotseat.data.path());
    sit_own(&hotseat, &content, SHARED);
    let change = |file: &str, from: &str, to: &str| {
        let text = std::fs::read_to_string(content.join(file)).unwrap();
        assert!(text.contains(from), "{from} is not in {file}");
        std::fs::write(content.join(file), text.replace(from, to)).unwrap();
    };
    let report = || hotseat.run(&["report", "--full", "--plain"]).good();
    let prompt = report().lines().find_map(|line| line.strip_prefix("1. ").map(str::to_owned)).unwrap();
    change("rubrics/web-platform/sessions.toml", "model_answer = \"\"\"", "model_answer = \"\"\"Newly worded. ");
    change("interviews/web-platform.toml", &prompt, "Another prompt?");
    assert!(!report().contains("Newly worded."), "what was judged by the older rubric is reported by it");
    hotseat.run(&["rescore", "--content", content.to_str().unwrap()]).good();
    assert!(report().contains("Newly worded."), "{}", report());
    assert!(report().contains(&prompt) && !report().contains("Another prompt?"), "{}", report());
}

#[test]
fn a_question_that_is_gone_is_listed_and_left_out() {
    let hotseat = Hotseat::new();
    let content = own(hotseat.data.path());
    sit_own(&hotseat, &content, SHARED);
    sit_own(&hotseat, &content, "We keep them in Redis.");
    let said = hotseat.run(&["compare", "--plain"]).good();
    assert!(said.contains("no rubric judges it any more: sessions") && said.contains("--content"), "{said}");
    assert!(said.contains("Its score of that time was ") && said.contains("; now it has none."), "{said}");
    assert!(said.contains("both times answered, and its rubric is gone"), "{said}");
    let compared = json(&hotseat, &[]);
    assert_eq!((&compared["like_for_like"], &compared["then"]["gone"][0]), (&Value::Null, &"sessions".into()));
    let scores = rows(&hotseat, "SELECT body FROM scoring");
    let rescored = hotseat.run(&["rescore"]);
    assert!(rescored.code == 1 && rescored.err.contains("none of its questions is known here"), "{}", rescored.err);
    assert_eq!(rescored.out, "No attempt was judged anew: 2 cannot be.\n");
    assert_eq!(rows(&hotseat, "SELECT body FROM scoring"), scores, "a forgotten --content costs no score");
}

#[test]
fn an_attempt_of_an_older_schema_is_reported_compared_told_and_rescored() {
    for (dump, question) in RELEASED {
        let hotseat = Hotseat::new();
        change(&hotseat, dump);
        change(&hotseat, OTHER_ENGINE);
        let ada = |command: &[&str]| hotseat.run(&[command, &["--profile", "ada"]].concat()).good();
        let reported: Value = serde_json::from_str(&ada(&["report", "--format", "json"])).unwrap();
        let kept: Value = serde_json::from_str(&ada(&["history", "--format", "json"])).unwrap();
        assert_eq!(reported["overall"]["score"], kept[0]["score"], "{question}");
        assert!(ada(&["report", "--full"]).contains("Overall"));
        let said = ada(&["compare", "last", "last", "--full"]);
        assert!(
            said.contains("Then: scored again by the present rubrics.") && said.contains("No difference."),
            "{said}"
        );
        let told: Value = serde_json::from_str(&ada(&["progress", "--format", "json"])).unwrap();
        assert_eq!(told["mocks"], 1, "{told:#}");
        let moved = ada(&["rescore"]);
        assert!(moved.contains("1 attempt judged anew"), "{moved}");
        assert!(ada(&["report", "--full"]).contains("Overall"));
        assert!(ada(&["rescore"]).contains("already"));
    }
}

#[test]
fn progress_does_not_call_unfinished_what_it_cannot_read() {
    let hotseat = sat_twice();
    change(&hotseat, "DELETE FROM result; UPDATE bundle SET body = '{}'");
    let ran = hotseat.run(&["progress"]);
    assert_eq!(ran.err.matches("left out: attempt ").count(), 2, "{}", ran.err);
    let out = ran.good();
    assert!(out.contains("none of them can be read") && !out.contains("Nothing is finished"), "{out}");
}

#[test]
fn an_attempt_that_cannot_be_read_is_named_and_the_others_are_rescored() {
    let hotseat = sat_twice();
    sit(&hotseat, STRONG, &[]);
    change(&hotseat, OTHER_ENGINE);
    let damaged = rows(&hotseat, "SELECT id FROM attempt ORDER BY id").remove(1);
    change(&hotseat, &format!("UPDATE attempt SET settings = '{{\"rules\": 7}}' WHERE id = '{damaged}'"));
    let said = hotseat.run(&["rescore"]);
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains(&format!("left as it is: attempt {damaged} cannot be read: its settings")),
        "{}",
        said.err
    );
    assert!(said.out.contains("2 attempts judged anew: 0 higher, 0 lower, 2 the same"), "{}", said.out);
    assert!(said.out.contains("other rules of scoring"), "{}", said.out);
}

#[test]
fn attempts_are_judged_side_by_side_and_told_in_their_order_each_once() {
    let hotseat = sat_twice();
    (0..3).for_each(|_| sit(&hotseat, STRONG, &[]));
    change(&hotseat, OTHER_ENGINE);
    let ids = rows(&hotseat, "SELECT id FROM attempt ORDER BY id");
    let [damaged, other] = [&ids[1], &ids[2]];
    change(&hotseat, &format!("UPDATE attempt SET settings = '7' WHERE id IN ('{damaged}', '{other}')"));
    let said = hotseat.run(&["rescore", "last", "last"]).good();
    assert!(said.contains("1 attempt judged anew"), "{said}");
    let said = hotseat.run(&["rescore"]);
    assert!(said.out.contains("2 attempts judged anew"), "{}", said.out);
    assert!(said.err.find(damaged.as_str()) < said.err.find(other.as_str()), "{}", said.err);
    let passes = rows(&hotseat, "SELECT max(number) || '' FROM scoring GROUP BY attempt ORDER BY attempt");
    assert_eq!(passes, ["2", "1", "1", "2", "2"]);
}

#[test]
fn suggested_commands_work_as_they_are_printed() {
    let hotseat = Hotseat::new();
    let profile = ["--profile", "ada"];
    sit(&hotseat, WEAK, &profile);
    sit(&hotseat, STRONG, &profile);
    for told in [&["report"][..], &["compare"], &["compare", "--last", "2"], &["progress"], &[]] {
        let said = hotseat.run(&[&profile[..], told].concat()).good();
        let suggested: Vec<&str> = said.lines().filter_map(|line| line.trim().strip_prefix("hotseat --")).collect();
        assert!(!suggested.is_empty(), "{told:?} suggests nothing:\n{said}");
        for line in suggested {
            let command = format!("--{}", line.split("  ").next().unwrap());
            assert!(command.starts_with("--profile ada ") || command == "--help", "{command}");
            if command.contains(" compare") || command.contains(" report") {
                hotseat.run(&command.split(' ').collect::<Vec<_>>()).good();
            }
        }
    }
    let unknown = hotseat.run(&["--profile", "ada", "report", "ffff"]).err;
    assert!(unknown.contains("`hotseat --profile ada history`"), "{unknown}");
    assert!(Hotseat::new().run(&["report"]).err.contains("`hotseat run`"), "the usual profile goes without saying");
}
