//! Finding attempts again: filters, tags and notes.

use hotseat::store::Store;

use super::{Hotseat, Ran};
use crate::store::{at, begin, finish};

/// Three attempts of ada's: 21 September 2026 at 14:13 UTC, then a day and a quarter later, then another.
fn three() -> Hotseat {
    let hotseat = Hotseat::new();
    let mut store = Store::open(hotseat.data.path()).unwrap();
    let ids = [0, 108_000, 216_000].map(|seconds| {
        let attempt = begin(&mut store, seconds);
        finish(&mut store, attempt, seconds + 10, 500);
        attempt
    });
    store.tag(ids[0], &["on-site".into(), "tired".into()], &[]).unwrap();
    store.annotate(ids[1], "slept badly; <b>\u{1b}[31mred</b>", at(0)).unwrap();
    hotseat
}

fn history(hotseat: &Hotseat, arguments: &[&str]) -> Ran {
    hotseat.run(&[&["history", "--profile", "ada"], arguments].concat())
}

#[test]
fn filters_choose_and_may_be_joined() {
    let hotseat = three();
    let cases: &[(&[&str], usize)] = &[
        (&[], 3),
        (&["--limit", "2"], 2),
        (&["--tag", "tired"], 1),
        (&["--tag", "tire"], 0),
        (&["--search", "SLEPT badly"], 1),
        (&["--search", "devops"], 3),
        (&["--interview", "devops-engineer", "--level", "senior"], 3),
        (&["--level", "junior"], 0),
        (&["--since", "2026-09-22"], 2),
        (&["--until", "2026-09-22"], 2),
        (&["--since", "2026-09-22", "--until", "2026-09-22"], 1),
        (&["--since", "2026-09-22", "--tag", "tired"], 0),
        (&["--drills"], 3),
        (&["--interview", "kubernetes"], 0),
    ];
    for (arguments, expected) in cases {
        let json = history(&hotseat, &[arguments, &["--format", "json"][..]].concat()).good();
        let found: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
        assert_eq!(found.len(), *expected, "{arguments:?}");
    }
    let none = history(&hotseat, &["--tag", "nope"]).good();
    assert_eq!(none, "No finished attempt is like that. `hotseat --profile ada history` lists all.\n");
}

#[test]
fn days_are_those_of_the_place() {
    let hotseat = three();
    let mut command = hotseat.command(&["history", "--profile", "ada", "--plain", "--until", "2026-09-21"]);
    let there = command.env("TZ", "Pacific/Auckland").output().unwrap();
    let text = String::from_utf8(there.stdout).unwrap();
    assert!(text.starts_with("No finished attempt"), "it was the 22nd already in Auckland: {text}");
}

#[test]
fn tags_and_notes_are_shown_and_steer_nothing() {
    let hotseat = three();
    for arguments in [&["--plain"][..], &[]] {
        let shown = history(&hotseat, arguments).good();
        assert!(shown.contains("#on-site") && shown.contains("\"slept"), "{shown}");
        assert!(!shown.contains('\u{1b}'), "{shown}");
    }
    let id: String = crate::store::id(108_000).to_string().chars().take(13).collect();
    assert!(history(&hotseat, &[]).good().contains(&id), "ids can be copied however narrow the table is");
}

#[test]
fn what_cannot_be_a_filter_is_refused() {
    let hotseat = three();
    for (arguments, said) in [
        (&["--since", "yesterday"][..], "a date is written like 2026-11-21"),
        (&["--tag", "a b"], "a tag has only letters, digits"),
        (&["--limit", "0"], "a whole number from 1"),
        (&["--since", "2026-09-23", "--until", "2026-09-21"], "--since is later than --until"),
        (&["--interview", "devops-enginer"], "did you mean `devops-engineer`?"),
    ] {
        let ran = history(&hotseat, arguments);
        assert_eq!((ran.code, ran.err.contains(said)), (2, true), "{}", ran.err);
    }
}

#[test]
fn notes_change_and_go_away() {
    let hotseat = three();
    let note = |arguments: &[&str]| hotseat.run(&[&["note", "--profile", "ada"], arguments].concat());
    assert_eq!(note(&[]).good(), "Tags: none\nNote: none\n");
    assert_eq!(note(&["last~2", "--untag", "tired", "--tag", "é.1"]).good(), "Tags: on-site, é.1\nNote: none\n");
    assert_eq!(note(&["--note", " once more "]).good(), "Tags: none\nNote: once more\n");
    assert_eq!(note(&["--note", ""]).good(), "Tags: none\nNote: none\n");
    assert_eq!(note(&["last~7", "--tag", "x"]).code, 2);
    assert_eq!(note(&["--tag", &"x".repeat(41)]).code, 2);
    let long = note(&["--note", &"x".repeat(1001)]);
    assert_eq!((long.code, long.err.contains("at most 1000 characters")), (2, true), "{}", long.err);
    note(&["--note", &"x".repeat(1000)]).good();
    assert!(history(&hotseat, &["--plain"]).good().contains(&format!("\"{}…\"", "x".repeat(60))), "cut, not left out");
}
