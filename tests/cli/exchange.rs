//! Attempts that go to another machine and come back: nothing is lost, nothing is changed, nothing comes twice.

use std::fs;
use std::path::PathBuf;

use hotseat::archive::Archive;
use hotseat::attempt::Judged;
use hotseat::store::{NewScoring, Store};
use jiff::Timestamp;
use serde_json::Value;

use super::{Hotseat, example};

/// As schema 2 left it: ada's finished attempt with a contest, and an unfinished one.
const OLD: &str = include_str!("../store/old/v2.sql");

/// A machine on which much has happened: several profiles, tags, notes, contests, a second scoring, attempts in every state.
fn lived_in() -> Hotseat {
    let hotseat = Hotseat::new();
    let file = rusqlite::Connection::open(hotseat.data.path().join("hotseat.db")).unwrap();
    file.execute_batch(OLD).unwrap();
    drop(file);
    let (plan, answers) = (example("plan-mid.toml"), example("answers-mid.toml"));
    let run =
        ["run", &plan, "--answers", &answers, "--note", "slept badly\n=1+1", "--tag", "tired", "--tag", "on-site"];
    hotseat.run(&run).good();
    hotseat.run(&["contest", "--question", "1", "--criterion", "service", "--words", "labels are the glue"]);
    hotseat
        .run_with(&["run", "--level", "mid", "--minutes", "15", "--plain", "--profile", "bob"], "n\n\n\nI roll back");
    let held = ["interview", &plan, "--candidate", "C-17", "--interviewer", "I-2", "--plain"];
    hotseat.run_with(&held, "s\n\nnamed the unit first\n/rate 4\n/end\n/end\n").good();
    score_again(&hotseat);
    hotseat
}

fn score_again(hotseat: &Hotseat) {
    let mut store = Store::open(hotseat.data.path()).unwrap();
    let (now, attempt) = (Timestamp::now(), store.find("default", "last").unwrap());
    let cards = store.scorecards(attempt).unwrap();
    let mut partly = hotseat::sitting::load(&store, attempt).unwrap();
    for (asked, judged) in partly.plan.questions().zip(&mut partly.judged) {
        if cards[2..].iter().any(|card| card.question == asked.question) {
            *judged = Judged::default();
        }
    }
    let overall = partly.overall(|judged| judged.in_time.as_ref());
    let scoring = NewScoring {
        scored: now,
        bundles: &[],
        scorecards: &cards[..2],
        score: overall.score,
        band: overall.band,
        answered: partly.answered() as u32,
        body: r#"{"b":1.50,"a":1e-1}"#,
        results: &[],
    };
    store.rescore(attempt, &scoring).unwrap();
    store.remember_shown("carol", &["canary".into()], now).unwrap();
    let unfinished = store.ids(Some("bob")).unwrap();
    store.abandon(unfinished[0], now).unwrap();
}

fn exported(hotseat: &Hotseat, name: &str, arguments: &[&str]) -> (PathBuf, String) {
    let file = hotseat.data.path().join(name);
    let ran = hotseat.run(&[&["export", "--output", file.to_str().unwrap()], arguments].concat());
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    (file.clone(), fs::read_to_string(file).unwrap())
}

#[test]
fn what_is_exported_imported_and_exported_again_is_the_same_to_the_byte() {
    let hotseat = lived_in();
    let (file, first) = exported(&hotseat, "all.json", &["--all-profiles"]);
    let other = Hotseat::new();
    assert_eq!(other.run(&["import", file.to_str().unwrap()]).good(), "5 attempts imported.\n");
    let (_, second) = exported(&other, "again.json", &["--all-profiles"]);
    assert!(first == second, "{:?}", first.lines().zip(second.lines()).find(|(one, other)| one != other));
    for words in [
        "\"carol\"",
        "\"canary\"",
        "\"abandoned\"",
        "\"open\"",
        r#"{"b":1.50,"a":1e-1}"#,
        "\"on-site\"",
        "\"contests\"",
        "\"rating_sheet\"",
    ] {
        assert!(first.contains(words), "{words} is part of what was tried");
    }
    for arguments in [
        &["history"][..],
        &["report", "--full", "--profile", "ada"],
        &["contest", "--list", "--profile", "ada"],
        &["interview", "--show"],
    ] {
        assert_eq!(other.run(arguments).good(), hotseat.run(arguments).good());
    }
    let results = |hotseat: &Hotseat| {
        let store = Store::open(hotseat.data.path()).unwrap();
        (store.without_results("ada").unwrap().len(), store.without_results("default").unwrap().len())
    };
    assert_eq!(results(&other), (0, 0), "lists find what they need");
    assert!(other.run(&["data", "check"]).good().ends_with("all is well.\n"));
    let resumed = other.run_with(&["run", "--resume", "--plain", "--profile", "ada"], "/show\n");
    assert_eq!(resumed.code, 0, "an interrupted attempt goes on where it was taken: {}", resumed.err);
}

#[test]
fn the_file_follows_its_schema_and_carries_the_report() {
    let hotseat = lived_in();
    let (_, text) = exported(&hotseat, "all.json", &["--all-profiles"]);
    let archive: Archive = serde_json::from_str(&text).unwrap();
    assert_eq!((archive.format, archive.profiles.len(), archive.attempts.len()), (1, 4, 5));
    let value: Value = serde_json::from_str(&text).unwrap();
    let report: Value = serde_json::from_str(&hotseat.run(&["report", "--format", "json"]).good()).unwrap();
    let attempts = value["attempts"].as_array().unwrap();
    assert!(attempts.iter().any(|attempt| attempt["report"] == report));
    let unfinished = attempts.iter().filter(|attempt| attempt["state"] != "finished");
    assert!(unfinished.clone().count() == 2 && unfinished.into_iter().all(|attempt| attempt.get("report").is_none()));
}

#[test]
fn importing_again_adds_nothing_and_what_was_said_here_stays() {
    let hotseat = lived_in();
    let (file, text) = exported(&hotseat, "all.json", &["--all-profiles"]);
    let again = hotseat.run(&["import", file.to_str().unwrap()]);
    assert_eq!(again.good(), "0 attempts imported; 5 already there.\n");
    let changed = text.replace("\"on-site\"", "\"on-stage\"").replace("slept badly", "slept well");
    let ran = hotseat.run_with(&["import", "-"], &changed);
    assert_eq!((ran.code, ran.out.as_str()), (0, "0 attempts imported; 5 already there.\n"), "{}", ran.err);
    assert!(ran.err.contains("is there with other tags, note, which stay"), "{}", ran.err);
    hotseat.run(&["contest", "--withdraw", "1", "--profile", "ada"]).good();
    let ran = hotseat.run(&["import", file.to_str().unwrap()]);
    assert!(ran.code == 0 && ran.err.contains("is there with other contests, which stay"), "{}", ran.err);
    let gone_on = text.replace("\"clock_ms\": ", "\"clock_ms\": 1");
    let ran = hotseat.run_with(&["import", "-"], &gone_on);
    assert_eq!((ran.code, ran.out.as_str()), (1, "0 attempts imported; 5 refused.\n"));
    assert!(ran.err.contains("it is kept here with other contents, which stay as they are"), "{}", ran.err);
}

#[test]
fn scores_that_the_same_rubric_does_not_give_are_named() {
    let hotseat = Hotseat::new();
    hotseat.run(&["run", &example("plan-mid.toml"), "--answers", &example("answers-mid.toml")]).good();
    let text = hotseat.run(&["export"]).good();
    let other = Hotseat::new();
    let edited = text.replacen("\"credit\":0.0", "\"credit\":1.0", 1);
    assert_ne!(edited, text);
    let ran = other.run_with(&["import", "-"], &edited);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (1, "1 attempt imported; 1 with scores that the same rubrics do not give here.\n"),
        "{}",
        ran.err
    );
    let named = "is not what the same rubric gives here";
    assert!(ran.err.contains("attempt 1 (") && ran.err.contains(named), "{}", ran.err);
    let checked = other.run(&["data", "check"]);
    assert!(checked.code == 1 && checked.out.contains(named), "{}", checked.out);
    let old = text.replace("\"engine\":\"2\"", "\"engine\":\"1\"").replace("\"engine\": \"2\"", "\"engine\": \"1\"");
    let old = old.replacen("\"credit\":0.0", "\"credit\":1.0", 1);
    assert_eq!(Hotseat::new().run_with(&["import", "-"], &old).code, 0, "other rules are not ours to judge by");
}

#[test]
fn nothing_of_what_is_here_is_changed_by_importing_it_again() {
    let hotseat = lived_in();
    let (_, text) = exported(&hotseat, "all.json", &["--all-profiles"]);
    let changed = text.replace("\"on-site\"", "\"on-stage\"").replace("slept badly", "slept well");
    hotseat.run_with(&["import", "-"], &changed).good();
    assert_eq!(exported(&hotseat, "later.json", &["--all-profiles"]).1, text);
}

#[test]
fn one_attempt_goes_alone_and_into_the_profile_that_is_named() {
    let hotseat = lived_in();
    let (file, text) = exported(&hotseat, "one.json", &["last", "--profile", "ada"]);
    assert!(!text.contains("composing-wpm") && !text.contains("slept badly"), "nothing of others, nothing remembered");
    let other = Hotseat::new();
    assert_eq!(other.run(&["import", file.to_str().unwrap(), "--profile", "eve"]).good(), "1 attempt imported.\n");
    assert_eq!(other.run(&["history", "--plain", "--profile", "eve"]).good().lines().count(), 1);
    let unknown = other.run(&["history", "--profile", "ada"]);
    assert_eq!(
        (unknown.code, unknown.err.contains("no attempts by 'ada'; profiles: eve")),
        (2, true),
        "{}",
        unknown.err
    );
    let again = other.run(&["import", file.to_str().unwrap()]).good();
    assert_eq!(again, "0 attempts imported; 1 already there.\n", "whose it is has been decided");
}

#[test]
fn two_people_of_the_same_name_share_it_and_renamed_ones_are_known_again() {
    let (here, there) = (lived_in(), lived_in());
    let (file, _) = exported(&there, "all.json", &["--all-profiles"]);
    there.run(&["data", "rename-profile", "ada", "augusta"]).good();
    let (renamed, _) = exported(&there, "renamed.json", &["--profile", "augusta"]);
    here.run(&["import", file.to_str().unwrap(), renamed.to_str().unwrap()]).good();
    let profiles = here.run(&["data", "profiles", "--format", "json"]).good();
    let profiles: Value = serde_json::from_str(&profiles).unwrap();
    let names: Vec<&str> = profiles.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["ada", "bob", "carol", "default"]);
    let default = &profiles[3];
    assert_eq!(default["mocks"], 2, "one of each machine");
}

#[test]
fn a_table_has_a_row_for_each_question_and_no_formula() {
    let hotseat = Hotseat::new();
    let answers = hotseat.data.path().join("answers.toml");
    let nasty = "=HYPERLINK(\"http://x\",\"y\"), then\nwe roll \"back\"; 1,5";
    let text = format!("[[answers]]\nquestion = 'slow-distributed-request'\nseconds = 20\nanswer = '''{nasty}'''\n");
    fs::write(&answers, text).unwrap();
    hotseat.run(&["run", "tests/cli/plan.toml", "--answers", answers.to_str().unwrap(), "--note", "+1 of 2"]).good();
    let table = hotseat.run(&["export", "--format", "csv"]).good();
    assert!(table.split("\r\n").count() > 2, "lines end as RFC 4180 has it");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let head = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cell = |row: usize, name: &str| rows[row][head.iter().position(|column| column == name).unwrap()].to_owned();
    assert_eq!(rows.len(), 2);
    assert_eq!(
        (cell(0, "outcome"), cell(0, "score"), cell(1, "outcome")),
        ("empty".into(), String::new(), "answered".into())
    );
    assert_eq!((cell(1, "answer"), cell(1, "note")), (format!("'{nasty}"), "'+1 of 2".into()));
    assert_eq!((cell(1, "used_seconds"), cell(1, "words")), ("20.0".into(), "6".into()));
    assert!(cell(1, "score").parse::<f64>().is_ok_and(|score| score <= 1.0), "{}", cell(1, "score"));
    assert_eq!(cell(1, "profile"), "default");
}

#[test]
fn no_line_becomes_a_formula_where_a_table_is_opened_with_semicolons() {
    let hotseat = Hotseat::new();
    let answers = hotseat.data.path().join("answers.toml");
    let nasty = "Then; we trace, \"first\"\n=1+1\n\n  -2; @SUM(A1)\n\"\"+3\r\n\t=cmd|' /C calc'!A0\n- a list\n*b*";
    let text = format!("[[answers]]\nquestion = 'slow-distributed-request'\nseconds = 20\nanswer = {nasty:?}\n");
    fs::write(&answers, text).unwrap();
    let sat = ["run", "tests/cli/plan.toml", "--answers", answers.to_str().unwrap()];
    hotseat.run(&[&sat[..], &["--note", "tired; =2+2"]].concat()).good();
    let table = hotseat.run(&["export", "--format", "csv"]).good();
    for delimiter in [b';', b'\t'] {
        let mut reader = csv::ReaderBuilder::new();
        let mut reader = reader.delimiter(delimiter).has_headers(false).flexible(true).from_reader(table.as_bytes());
        let strict =
            reader.records().map(Result::unwrap).flat_map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>());
        let naive = table.split(['\n', delimiter as char]).map(str::to_owned);
        for cell in strict.chain(naive) {
            let begins = cell.trim_start_matches(|c: char| c.is_whitespace() || c == '"');
            assert!(!begins.starts_with(['=', '+', '-', '@']), "{cell:?} with {:?}:\n{table}", delimiter as char);
        }
    }
    assert!(table.contains("'- a list") && table.contains("\n*b*"), "what begins no formula stays as it is:\n{table}");
}

#[test]
fn reports_follow_one_another_and_unfinished_attempts_have_none() {
    let hotseat = lived_in();
    let text = hotseat.run(&["export", "--format", "markdown", "--all-profiles"]).good();
    assert_eq!(text.lines().filter(|line| line.starts_with("# ")).count(), 2, "{text}");
    assert!(text.contains("Tags: on-site, tired"), "{text}");
}

#[test]
fn a_damaged_rubric_keeps_back_no_more_than_its_own() {
    let damages = ["cast(x'fffe7b' AS TEXT)", "replace(body, '\"draft\":false', '\"draft\":true')"];
    for damage in damages {
        let hotseat = lived_in();
        let file = rusqlite::Connection::open(hotseat.data.path().join("hotseat.db")).unwrap();
        let of_ada = "SELECT q.bundle FROM asked q JOIN attempt a ON a.id = q.attempt JOIN profile p ON p.id = a.profile \
                      WHERE p.name = 'ada' ORDER BY a.id, q.position LIMIT 1";
        let sql = format!("UPDATE bundle SET body = {damage} WHERE fingerprint = ({of_ada})");
        assert_eq!(file.execute(&sql, []).unwrap(), 1);
        drop(file);
        let ran = hotseat.run(&["export", "--all-profiles"]);
        assert_eq!((ran.code, ran.err.contains("warning: rubric ")), (1, true), "{}", ran.err);
        let taken = Hotseat::new().run_with(&["import", "-"], &ran.out);
        assert!(
            taken.err.contains("is missing or damaged") && !taken.out.starts_with('0'),
            "{} {}",
            taken.out,
            taken.err
        );
        let table = hotseat.run(&["export", "--all-profiles", "--format", "csv"]);
        assert_eq!((table.code, table.out.contains("default")), (1, true), "{}", table.err);
    }
}

#[test]
fn a_file_that_stands_there_stays() {
    let hotseat = lived_in();
    let (file, text) = exported(&hotseat, "all.json", &[]);
    let ran = hotseat.run(&["export", "--output", file.to_str().unwrap()]);
    assert_eq!((ran.code, ran.err.contains("choose another name")), (2, true), "{}", ran.err);
    assert_eq!(fs::read_to_string(file).unwrap(), text);
}

#[test]
fn a_damaged_rubric_is_named_where_attempts_are_scored_again() {
    let hotseat = Hotseat::new();
    hotseat.run(&["run", &example("plan-mid.toml"), "--answers", &example("answers-mid.toml")]).good();
    assert_eq!(hotseat.run(&["rescore"]).good(), "Every attempt is judged by the present rubrics already.\n");
    let file = rusqlite::Connection::open(hotseat.data.path().join("hotseat.db")).unwrap();
    file.execute("UPDATE bundle SET body = 'x' WHERE question = 'kubernetes-objects'", []).unwrap();
    drop(file);
    let ran = hotseat.run(&["rescore"]);
    assert!(ran.code == 1 && ran.err.contains("warning: rubric ") && ran.err.contains("damaged"), "{}", ran.err);
    let json: Value = serde_json::from_str(&hotseat.run(&["rescore", "--format", "json"]).out).unwrap();
    assert_eq!(json["outcome"]["damaged"].as_array().unwrap().len(), 1, "{json}");
}
