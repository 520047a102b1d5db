//! What a line of ratings may hold.

use hotseat::calibration::rated::{band, read, samples};
use hotseat::content::{Level, Library};

use super::line;
use crate::scoring::bench::library;

/// A line, and what is said about it; nothing where it is good.
const LINES: &[(&str, &str)] = &[
    (r#"{"id": "a", "question": "terms", "rating": 3, "answer": "x"}"#, ""),
    (r#"{"answer_id": "a", "question_id": "terms", "rating": 3.33, "seconds": 4, "other": [], "answer": "x"}"#, ""),
    (r#"{"question": "terms", "level": "staff", "criteria": {"helm": true}, "answer": "x"}"#, ""),
    (
        r#"{"question": "terms", "claims": [{"criterion": "helm", "start": 0, "end": 1, "text": "x"}], "answer": "x"}"#,
        "",
    ),
    (r#"{"question": "terms", "rating": 3"#, "not JSON: EOF while parsing an object (column 33)"),
    (r#"{"question": "terms", "rating": "3", "answer": "x"}"#, "invalid type: string \"3\", expected f64"),
    (r#"{"question": "terms", "rating": 3}"#, "missing field `answer`"),
    (r#"{"question": "terms", "answer": "x"}"#, "nothing to compare with: give `rating`, `criteria` or `claims`"),
    (r#"{"question": "terms", "rating": 4.5, "answer": "x"}"#, "`rating` is 4.5; ratings go from 0 to 4"),
    (r#"{"question": "terms", "rating": 4, "tools": -1, "answer": "x"}"#, "`tools` is -1; ratings go from 0 to 4"),
    (r#"{"question": "term", "rating": 4, "answer": "x"}"#, "there is no question `term` with a rubric: "),
    (
        r#"{"question": "terms", "rating": 4, "criteria": {"hel": true}, "answer": "x"}"#,
        "`terms` has no criterion `hel`, left out: ",
    ),
    (
        r#"{"question": "terms", "rating": 4, "claims": [{"criterion": "helm", "start": 1, "end": 9, "text": "x"}], "answer": "x"}"#,
        "the claim of `helm`, left out: its words do not stand at bytes 1 to 9",
    ),
];

#[test]
fn every_line_is_read_or_named() {
    for (text, wanted) in LINES {
        let (rated, problems) = read(text, library());
        let said: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
        match *wanted {
            "" => assert_eq!((rated.len(), said), (1, vec![]), "{text}"),
            wanted => assert!(said.len() == 1 && said[0].starts_with(wanted), "{text}: {said:?}"),
        }
    }
}

#[test]
fn bad_lines_are_named_by_their_number_and_the_rest_is_read() {
    let good = line("good", "terms", 2.0, "x");
    let (rated, problems) = read(&format!("{good}\n\nnot json\n{good}\n{{}}\n"), library());
    assert_eq!(rated.len(), 2);
    assert_eq!(problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [3, 5]);
}

#[test]
fn without_a_level_the_question_s_own_counts() {
    let (rated, _) = read(&line("a", "deploy-failure", 2.0, "x"), library());
    assert_eq!(rated[0].level, Level::Mid);
}

#[test]
fn ratings_become_bands_by_half_open_cuts() {
    let bands: Vec<u8> = [0.0, 0.94, 0.95, 2.24, 2.25, 3.34, 3.35, 4.0].into_iter().map(band).collect();
    assert_eq!(bands, [1, 1, 2, 2, 3, 3, 4, 4]);
}

#[test]
fn samples_are_rated_by_the_bands_their_authors_gave_them() {
    let library = Library::builtin().unwrap();
    let rated = samples(&library, false);
    let all: usize = library.rubrics.values().map(|rubric| rubric.samples.len()).sum();
    assert_eq!(rated.len(), all);
    assert!(rated.iter().all(|one| one.rating == one.band.map(f64::from)));
    assert!(samples(&library, true).is_empty());
}
