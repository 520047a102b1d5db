//! Words are found as they are copied from a report, and where they are not, the nearest ones are named.

use hotseat::attempt::passage::{closest, find, sentences};
use proptest::prelude::*;

const ANSWER: &str = "First I roll\nback with Helm, then I read the logs.\n\nIf a migration ran, I don’t roll back:\n\
                      old code cannot read the new schema 🦀.";

#[test]
fn words_are_found_whatever_the_spaces_lines_and_case() {
    let cases = [
        ("roll back with Helm", "roll\nback with Helm"),
        ("  ROLL\r\n\tback  ", "roll\nback"),
        ("\"then I read the logs\"", "then I read the logs"),
        ("…a migration ran, I don't roll back…", "a migration ran, I don’t roll back"),
        ("  │ read the logs. If\n  │ a migration", "read the logs.\n\nIf a migration"),
        ("new schema 🦀", "new schema 🦀"),
    ];
    for (typed, words) in cases {
        let marked = find(&[ANSWER], typed).unwrap_or_else(|| panic!("{typed:?} is not found")).marked;
        assert_eq!((marked.words.as_str(), marked.span.of(ANSWER)), (words, words), "{typed:?}");
    }
}

#[test]
fn what_reports_leave_out_is_no_hindrance() {
    let hostile = "roll \u{1b}[2Jback\u{202e} now";
    let marked = find(&[hostile], "roll [2Jback now").unwrap().marked;
    assert_eq!(marked.words, hostile);
}

#[test]
fn the_first_of_several_is_taken_and_whole_words_come_first() {
    let found = find(&["I retried, so we retry; then retry", "retry"], "retry").unwrap();
    assert_eq!((found.marked.segment, found.marked.span.start, found.times), (0, 17, 3));
    assert_eq!(find(&["we retried"], "retr").unwrap().times, 1, "a part of a word is better than nothing");
}

#[test]
fn a_follow_up_is_a_segment_of_its_own() {
    let marked = find(&["roll back", "with Helm"], "with helm").unwrap().marked;
    assert_eq!((marked.segment, marked.span.start), (1, 0));
    assert_eq!(find(&["roll back", "with Helm"], "back with"), None);
}

#[test]
fn nothing_is_found_in_nothing() {
    for (texts, words) in [(&[][..], "x"), (&[""], "x"), (&["x"], ""), (&["x"], " \n"), (&["x"], "\"\"")] {
        assert_eq!(find(texts, words), None, "{texts:?} {words:?}");
    }
}

#[test]
fn the_closest_passage_is_named() {
    assert_eq!(closest(&[ANSWER], "I read all the log").as_deref(), Some("I read the logs.\n\nIf"));
    assert_eq!(closest(&["we use kubernetes"], "kubernets").as_deref(), Some("kubernetes"));
    assert_eq!(closest(&[ANSWER], "xylophone"), None);
}

#[test]
fn sentences_keep_the_signs_around_them() {
    let text = "(We retry.) \"Not 4xx!\" Then `kubectl rollout undo`.\n- a bullet\n";
    let shown: Vec<&str> = sentences(text).into_iter().map(|span| span.of(text)).collect();
    assert_eq!(shown, ["(We retry.)", "\"Not 4xx!\"", "Then `kubectl rollout undo`.", "a bullet"]);
}

proptest! {
    #[test]
    fn any_passage_of_any_text_is_found_in_it(text in "\\PC{0,80}", start in 0usize..80, length in 1usize..40) {
        let words: String = text.chars().skip(start).take(length).collect();
        if let Some(found) = find(&[&text], &words) {
            prop_assert_eq!(found.marked.span.of(&text), found.marked.words.as_str());
        } else {
            prop_assert!(words.chars().all(|c| c.is_whitespace() || "\"…“”│".contains(c)), "{:?} in {:?}", words, text);
        }
        closest(&[&text], &words);
        sentences(&text);
    }
}
