//! What is contested stays with its attempt, and goes with it.

use std::ops::Range;

use hotseat::attempt::contest::{Claim, Marked};
use hotseat::store::FILE;
use hotseat::text::Span;

use super::{at, begin, card, finish, id, scoring, store};

/// Some words contested.
pub fn claim(question: &str, span: Range<usize>) -> Claim {
    let span = Span { start: span.start, end: span.end };
    let marked = Some(Marked { segment: 0, span, words: "naïve \u{1b}[2J 🦀".into() });
    Claim { question: question.into(), criterion: "speed".into(), marked, ..Claim::default() }
}

fn said(question: &str) -> Claim {
    Claim { marked: None, already_said: Some(1), ..claim(question, 0..0) }
}

#[test]
fn contests_are_numbered_kept_to_the_byte_and_taken_back() {
    let (_folder, mut store) = store();
    let attempt = begin(&mut store, 0);
    let noted = Claim { note: Some("why\nnot?".into()), ..claim("rollback", 3..9) };
    store.contest(attempt, &[said("canary"), claim("canary", 0..2), noted.clone()], at(1)).unwrap();
    // Words for "already said" completed it; the contest keeps its number.
    let first = Claim { already_said: Some(1), ..claim("canary", 0..2) };
    let kept = store.contests(attempt).unwrap();
    let shown: Vec<_> = kept.iter().map(|one| (one.number, &one.claim, one.made)).collect();
    assert_eq!(shown, [(1, &first, at(1)), (2, &noted, at(1))]);
    assert!(store.withdraw(attempt, 1).unwrap());
    assert!(!store.withdraw(attempt, 1).unwrap());
    assert_eq!(store.contests(attempt).unwrap().len(), 1);
}

#[test]
fn the_same_words_are_contested_once() {
    let (_folder, mut store) = store();
    let attempt = begin(&mut store, 0);
    let again = Claim { note: Some("better said".into()), ..claim("canary", 0..2) };
    store.contest(attempt, &[claim("canary", 0..2), claim("canary", 2..4), again.clone()], at(1)).unwrap();
    let kept = store.contests(attempt).unwrap();
    assert_eq!(kept.iter().map(|one| &one.claim).collect::<Vec<_>>(), [&again, &claim("canary", 2..4)]);
}

#[test]
fn no_scorecard_changes_a_byte() {
    let (_folder, mut store) = store();
    let attempt = begin(&mut store, 0);
    let cards = [card("canary", "1", "e1", "{\"score\": 0.1}"), card("rollback", "1", "e1", "{}")];
    store.finish(attempt, &scoring(50, 500, &cards)).unwrap();
    let before = (store.all_scorecards(attempt).unwrap(), store.scorings(attempt).unwrap());
    store.contest(attempt, &[claim("canary", 0..2)], at(60)).unwrap();
    assert_eq!((store.all_scorecards(attempt).unwrap(), store.scorings(attempt).unwrap()), before);
}

#[test]
fn only_finished_attempts_are_exported_oldest_first() {
    let (_folder, mut store) = store();
    for seconds in [0, 100, 200, 300] {
        let attempt = begin(&mut store, seconds);
        if seconds != 100 {
            store.contest(attempt, &[claim("canary", 0..2)], at(seconds)).unwrap();
        }
        if seconds != 200 {
            finish(&mut store, attempt, seconds + 50, 500);
        }
    }
    assert_eq!(store.contested("ada").unwrap(), [id(0), id(300)]);
    assert!(store.contested("bob").unwrap().is_empty());
}

#[test]
fn contests_need_their_question_and_go_with_their_attempt() {
    let (folder, mut store) = store();
    let attempt = begin(&mut store, 0);
    assert!(store.contest(attempt, &[claim("canary", 0..2), claim("never-asked", 0..2)], at(1)).is_err());
    assert_eq!(store.contests(attempt).unwrap(), [], "all or none");
    store.contest(attempt, &[claim("canary", 0..2)], at(1)).unwrap();
    let file = rusqlite::Connection::open(folder.path().join(FILE)).unwrap();
    file.pragma_update(None, "foreign_keys", "ON").unwrap();
    file.execute("DELETE FROM attempt", []).unwrap();
    assert_eq!(file.query_row("SELECT count(*) FROM contest", [], |row| row.get::<_, i64>(0)).unwrap(), 0);
}
