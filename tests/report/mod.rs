//! Reports: what a tired candidate reads, and what hostile answers cannot do to it.

mod explain;
pub mod html;
mod rating;
mod typed;

use crate::cli::Hotseat;

const HOSTILE: &str = "Roll back first.\u{1b}[2J\u{1b}]0;owned\u{7} <script>alert(1)</script> | a | b | `code` *bold* \
                       [x](http://example.org) \u{202e}evil # heading\n\n# not a heading\n- not a list";

fn sat_with(answer: &str) -> Hotseat {
    let hotseat = Hotseat::new();
    let plan = hotseat.run(&["plan", "--level", "mid", "--minutes", "15", "--seed", "2", "--format", "json"]).good();
    let plan: serde_json::Value = serde_json::from_str(&plan).unwrap();
    let asked = plan["steps"].as_array().unwrap().iter().filter_map(|step| step["question"].as_str());
    let answers: Vec<_> = asked
        .map(|question| toml::toml! { question = question seconds = 400 answer = answer })
        .map(toml::Value::Table)
        .collect();
    let mut script = toml::Table::new();
    script.insert("answers".into(), toml::Value::Array(answers));
    let file = hotseat.data.path().join("answers.toml");
    std::fs::write(&file, toml::to_string(&script).unwrap()).unwrap();
    let file = file.to_str().unwrap();
    hotseat.run(&["run", "--level", "mid", "--minutes", "15", "--seed", "2", "--answers", file]).good();
    hotseat
}

#[test]
fn no_answer_can_steer_the_terminal() {
    let hotseat = sat_with(HOSTILE);
    for arguments in
        [&["report"][..], &["report", "--full"], &["report", "--full", "--plain"], &["report", "--question", "1"]]
    {
        let report = hotseat.run(arguments).good();
        let bad: Vec<char> = report.chars().filter(|c| (c.is_control() && *c != '\n') || *c == '\u{202e}').collect();
        assert!(bad.is_empty(), "{arguments:?} prints {bad:?}");
    }
}

#[test]
fn no_answer_becomes_markup() {
    let markdown = sat_with(HOSTILE).run(&["report", "--full", "--format", "markdown"]).good();
    for markup in ["<script>", "\n# not a heading", "\n- not a list", "[x](http", " *bold*", "`code`"] {
        assert!(!markdown.contains(markup), "{markup:?} stands in the report:\n{markdown}");
    }
    assert!(markdown.contains("not a heading"), "the words themselves are kept");
}

#[test]
fn the_json_report_keeps_the_answer_to_the_byte() {
    let json = sat_with(HOSTILE).run(&["report", "--format", "json"]).good();
    let report: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(report["format"], 1);
    assert_eq!(report["questions"][0]["segments"][0]["text"], HOSTILE);
    assert_eq!(report["questions"][0]["over_time"], true, "400 s are more than any box of 15 minutes");
}

#[test]
fn plain_reports_have_no_tables_and_no_signs() {
    let report = sat_with("I roll back first.").run(&["report", "--full", "--plain"]).good();
    for sign in ['✓', '✗', '→', '│', '·'] {
        assert!(!report.contains(sign), "{sign} stands in the plain report:\n{report}");
    }
}

#[test]
fn a_question_has_its_own_report_and_a_wrong_number_says_so() {
    let hotseat = sat_with("I roll back first.");
    assert!(hotseat.run(&["report", "--question", "1"]).good().contains("A model answer"));
    let wrong = hotseat.run(&["report", "--question", "99"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("questions 1 to"), "{}", wrong.err);
}
