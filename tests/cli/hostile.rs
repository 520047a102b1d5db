//! Files that nobody should have written: each is refused with its place, and changes nothing.

use super::{Hotseat, example};

/// An attempt with an event, a scorecard and a contest in it.
fn exported() -> String {
    let hotseat = Hotseat::new();
    let (plan, answers) = (example("plan-mid.toml"), example("answers-mid.toml"));
    hotseat.run(&["run", &plan, "--answers", &answers, "--tag", "tired", "--note", "slept badly"]).good();
    hotseat.run(&["export"]).good()
}

/// What is changed in a file, what is said of it, and the exit code.
type Case = (&'static str, fn(&str) -> String, &'static str, i32);

const CASES: &[Case] = &[
    ("cut off", |text| text[..text.len() / 2].to_owned(), "standard input: line ", 2),
    ("cut off at the end", |text| text.trim_end().trim_end_matches('}').to_owned(), "EOF while parsing", 2),
    ("another format", |_| "# Questions\n\n- What is a pod?\n".to_owned(), "holds no attempts of hotseat", 2),
    ("other JSON", |_| "{\"name\": \"x\"}".to_owned(), "holds no attempts of hotseat", 2),
    ("no object", |_| "[]".to_owned(), "holds no attempts of hotseat", 2),
    ("nothing", |_| String::new(), "holds no attempts of hotseat", 2),
    ("a newer format", |text| text.replacen("\"format\": 1", "\"format\": 2", 1), "format 2; this program knows 1", 2),
    ("no format", |text| text.replacen("\"format\": 1,", "", 1), "format: it is missing", 2),
    ("a format that is none", |text| text.replacen("\"format\": 1", "\"format\": -1", 1), "line 3", 2),
    ("a changed rubric", |text| text.replacen("\"draft\":false", "\"draft\":true", 1), "bundles[0]", 2),
    (
        "two of a name",
        |text| text.replacen("\"name\": \"default\"", "\"name\": \"\"", 1),
        "profiles[0]: it has no name",
        2,
    ),
    ("a missing rubric", |text| without(text, "\"fingerprint\": \"", "\"fingerprint\": \"0"), "bundles[0]", 2),
    (
        "an event twice",
        |text| text.replacen("\"seq\": 1,", "\"seq\": 0,", 1),
        "events[1].seq: 1 was expected, not 0",
        1,
    ),
    (
        "a number too large",
        |text| text.replacen("\"seq\": 1,", "\"seq\": 99999999999999999999,", 1),
        "attempt 1 is refused: line ",
        1,
    ),
    (
        "an endless session",
        |text| text.replacen("\"at_ms\": 0,", "\"at_ms\": 9223372036854775807,", 1),
        "no session is that long",
        1,
    ),
    (
        "a wrong type",
        |text| text.replacen("\"asked\": [", "\"asked\": 7, \"askew\": [", 1),
        "attempt 1 is refused: line ",
        1,
    ),
    ("an unknown key", |text| text.replacen("\"asked\": [", "\"x\": 1, \"asked\": [", 1), "unknown field `x`", 1),
    (
        "a tag that nobody can type",
        |text| text.replacen("\"tired\"", "\"<script>x\"", 1),
        "tags[0]: a tag has only letters",
        1,
    ),
    (
        "another score in the whole result",
        |text| text.replacen("\"body\": {\"score\":0.", "\"body\": {\"score\":0.9", 1),
        "scorings[0]: its body says another score",
        1,
    ),
    (
        "no state",
        |text| text.replacen("\"state\": \"finished\"", "\"state\": \"open\"", 1),
        "state: 'open' does not go with",
        1,
    ),
    (
        "a newer record",
        |text| text.replacen("      \"format\": 2,", "      \"format\": 3,", 1),
        "a newer hotseat recorded it",
        1,
    ),
    (
        "an unknown event",
        |text| text.replacen("{\"event\":\"started\"}", "{\"event\":\"stolen\"}", 1),
        "events[0].body",
        1,
    ),
    (
        "a plan of other questions",
        |text| {
            text.replacen(
                "\"question\": \"kubernetes-objects\",\n          \"bundle\"",
                "\"question\": \"x\",\n          \"bundle\"",
                1,
            )
        },
        "asked: these are not the questions of the plan",
        1,
    ),
    ("a rubric that is nowhere", |text| without(text, "\"rubric\": \"", "\"rubric\": \"0"), "the rubric '0", 1),
    (
        "a score beyond all",
        |text| text.replacen("          \"band\": 4", "          \"band\": 9", 1),
        "a score is 0 to 1000",
        1,
    ),
    (
        "a better band",
        |text| text.replacen("          \"band\": 4", "          \"band\": 3", 1),
        "scorings[0]: it says score ",
        1,
    ),
    ("more answers", |text| text.replacen("\"answered\": ", "\"answered\": 9", 1), "answers say score ", 1),
    (
        "a word for a number",
        |text| text.replacen("\"clock_ms\": ", "\"clock_ms\": \"\", \"x\": ", 1),
        "expected a whole number from 0",
        1,
    ),
    ("no id", |text| text.replacen("      \"id\": \"0", "      \"id\": \"", 1), "it is no id", 2),
    ("a tag twice", |text| text.replacen("\"tired\"", "\"tired\",\n\"tired\"", 1), "tags[1]", 1),
    ("no such profile", |text| renamed_profile(text), "the file has no such profile", 1),
    (
        "no such time",
        |text| text.replacen("\"started\": \"2", "\"started\": \"x2", 1),
        "attempt 1 is refused: line ",
        1,
    ),
    (
        "a bottomless pit",
        |text| {
            text.replacen(
                "\"settings\": {",
                &format!("\"settings\": {{\"pace\":{}{},", "[".repeat(9_000), "]".repeat(9_000)),
                1,
            )
        },
        "settings",
        1,
    ),
];

/// Replaces a piece in its first place.
fn without(text: &str, piece: &str, other: &str) -> String {
    text.replacen(piece, other, 1)
}

/// The attempt belongs to somebody whom the file does not name.
fn renamed_profile(text: &str) -> String {
    let at = text.rfind("\"profile\": \"").unwrap() + "\"profile\": \"".len();
    format!("{}00000000{}", &text[..at], &text[at + 8..])
}

#[test]
fn bad_files_are_refused_with_their_place_and_change_nothing() {
    let good = exported();
    for (name, change, said, code) in CASES {
        let hotseat = Hotseat::new();
        let bad = change(&good);
        assert_ne!(bad, good, "{name}: nothing was changed");
        let ran = hotseat.run_with(&["import", "-"], &bad);
        assert!(ran.err.contains(said), "{name}: {}", &ran.err[..ran.err.len().min(400)]);
        assert_eq!(ran.code, *code, "{name}: {}", ran.err);
        assert_eq!(
            hotseat.run(&["history", "--plain"]).good(),
            "No attempt is finished yet. `hotseat run` begins one.\n",
            "{name}"
        );
        assert!(hotseat.run(&["data", "check"]).good().starts_with("0 attempts"), "{name}");
    }
}

#[test]
fn the_place_is_that_of_the_file() {
    let bad = exported().replacen("\"seq\": 1,", "\"seq\": true,", 1);
    let line = 1 + bad.lines().position(|line| line.contains("\"seq\": true")).unwrap();
    let ran = Hotseat::new().run_with(&["import", "-"], &bad);
    assert!(ran.err.contains(&format!("line {line}, column ")), "line {line}: {}", ran.err);
}

#[test]
fn what_looks_like_sql_or_steers_a_terminal_is_text() {
    let words = "'); DROP TABLE attempt; --";
    let text = exported().replacen("\"slept badly\"", &format!("\"{words} \\u001b[2J\\u202e\""), 1);
    let hotseat = Hotseat::new();
    hotseat.run_with(&["import", "-"], &text).good();
    for arguments in [&["history"][..], &["history", "--plain"], &["report"], &["note"], &["export", "--format", "csv"]]
    {
        let shown = hotseat.run(arguments).good();
        assert!(!shown.chars().any(|c| (c.is_control() && !matches!(c, '\n' | '\r')) || c == '\u{202e}'), "{shown}");
    }
    assert!(hotseat.run(&["note"]).good().contains(words));
}
