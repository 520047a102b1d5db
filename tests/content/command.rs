//! `hotseat check`, as an author calls it.

use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

const INTERVIEW: &str = r#"
title = "Tea"
summary = "How to make tea"
minutes = 15
[[questions]]
id = "tea"
level = "junior"
kind = "technical"
minutes = 3
prompt = "What matters when you serve a hot drink to guests?"
"#;

const RUBRIC: &str = r#"
question = "tea"
model_answer = "Boil fresh water in the kettle and warm the pot before the leaves go in, because cold china takes the heat away."

[anchors]
1 = "a"
2 = "b"
3 = "c"
4 = "d"

[[criteria]]
id = "boil"
dimension = "substance"
any = ["boil* ~3 water"]
feedback = "Say that the water boils."

[[criteria]]
id = "milk"
dimension = "substance"
any = ["milk"]
feedback = "Say when the milk goes in."

[[samples]]
band = 4
answer = "It is nice to have a warm drink with friends in the afternoon, and everybody likes a biscuit with it."
"#;

/// Problems as rule, line and severity, and the exit code.
fn checked(folder: &Path, arguments: &[&str]) -> (Vec<(String, u64, String)>, i32) {
    let mut command = Command::cargo_bin("hotseat").unwrap();
    let output = command.arg("check").arg(folder).args(["--format", "json"]).args(arguments).output().unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let problem = |one: &Value| (text(&one["rule"]), one["at"]["line"].as_u64().unwrap(), text(&one["severity"]));
    (report["problems"].as_array().unwrap().iter().map(problem).collect(), output.status.code().unwrap())
}

fn folder(rubric: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in [("interviews/tea.toml", INTERVIEW), ("rubrics/tea/tea.toml", rubric)] {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

fn line_of(words: &str) -> u64 {
    RUBRIC[..RUBRIC.find(words).unwrap()].lines().count() as u64
}

#[test]
fn a_rubric_that_fails_its_own_answers_is_a_warning_with_its_place() {
    let folder = folder(RUBRIC);
    let (found, code) = checked(folder.path(), &[]);
    assert_eq!(code, 0, "{found:?}");
    for (rule, words) in
        [("model-answer", "\"Boil fresh"), ("sample-band", "\"It is nice"), ("idle-criterion", "\"milk\"")]
    {
        let expected = (rule.to_owned(), line_of(words), "warning".to_owned());
        assert!(found.contains(&expected), "{expected:?} in {found:#?}");
    }
    let lines: Vec<u64> =
        found.iter().skip_while(|(_, line, _)| *line != line_of("\"Boil fresh")).map(|one| one.1).collect();
    assert!(lines.is_sorted(), "proofs stand among the other problems of their file: {found:#?}");
}

#[test]
fn strict_makes_an_error_of_it() {
    let folder = folder(RUBRIC);
    let (found, code) = checked(folder.path(), &["--strict"]);
    assert_eq!(code, 1);
    assert!(found.iter().all(|(_, _, severity)| severity == "error"), "{found:?}");
}

#[test]
fn what_is_broken_is_mended_before_it_is_proved() {
    let folder = folder(&RUBRIC.replace("[\"milk\"]", "[\"milk* ~\"]"));
    let (found, code) = checked(folder.path(), &[]);
    assert_eq!(code, 1);
    assert!(!found.iter().any(|(rule, ..)| rule == "model-answer"), "{found:?}");
}
