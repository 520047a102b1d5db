//! What people do to a scorer who know how it works.

use super::Change;
use crate::agreement::SplitMix64;
use crate::calibration::SEED;
use crate::content::{Bundle, Criterion};
use crate::text::Reference;

/// Longer lists than this nobody types.
const LISTED: usize = 12;

/// Name, what it does, and how.
pub(super) const ALL: [(&str, &str, Change); 7] = [
    ("question-first", "the question is put before the answer", |answer, bundle| {
        format!("{} {answer}", bundle.question.prompt)
    }),
    ("tools-listed", "the rubric's tools are listed behind it", |answer, bundle| {
        behind(answer, &tools(bundle), ". ", ", ")
    }),
    ("tools-run-on", "the same, run on from the last sentence without a sign", |answer, bundle| {
        behind(answer, &tools(bundle), " ", " ")
    }),
    ("tools-joined", "the same, joined into one word by slashes", |answer, bundle| {
        behind(answer, &tools(bundle), " ", "/")
    }),
    ("phrases-listed", "what the rubric's patterns say is listed behind it", |answer, bundle| {
        behind(answer, &phrases(bundle), ". ", ", ")
    }),
    ("doubled", "the answer is given twice", |answer, _| format!("{answer}\n\n{answer}")),
    ("shuffled", "its words are put in random order", |answer, _| shuffled(answer)),
];

/// A list behind an answer, whose last sign of punctuation is taken off.
fn behind(answer: &str, list: &[String], before: &str, between: &str) -> String {
    if list.is_empty() {
        return answer.to_owned();
    }
    let answer = answer.trim_end().trim_end_matches(['.', '!', '?', ';', ',']);
    format!("{answer}{before}{}", list.join(between))
}

/// Names of the terms that the criteria look for.
fn tools(bundle: &Bundle) -> Vec<String> {
    let named = |reference: &Reference| -> Vec<String> {
        let terms = bundle.terms.iter().filter(|term| match reference {
            Reference::Term(id) => term.id == *id,
            Reference::Group(group) => term.groups.contains(group),
            Reference::Cue(_) => false,
        });
        terms.map(|term| term.label.clone()).collect()
    };
    let patterns = bundle.rubric.criteria.iter().flat_map(|criterion| criterion.patterns());
    let references = patterns.flat_map(|pattern| pattern.references());
    in_turn(references.map(|(reference, _)| named(reference)).collect())
}

/// What the patterns of each criterion say, in plain words.
fn phrases(bundle: &Bundle) -> Vec<String> {
    let of_criterion = |criterion: &Criterion| criterion.patterns().map(|pattern| plain(pattern.source())).collect();
    in_turn(bundle.rubric.criteria.iter().map(of_criterion).collect())
}

/// The first of each list, then the second of each, and so on; nothing twice.
fn in_turn(lists: Vec<Vec<String>>) -> Vec<String> {
    let longest = lists.iter().map(Vec::len).max().unwrap_or_default();
    let mut all: Vec<String> = Vec::new();
    for name in (0..longest).flat_map(|turn| lists.iter().filter_map(move |list| list.get(turn))) {
        if all.len() < LISTED && !name.is_empty() && !all.contains(name) {
            all.push(name.clone());
        }
    }
    all
}

/// A pattern with the first of all alternatives, and without its signs: `{graceful*|clean} ~2 shutdown` is "graceful shutdown".
fn plain(pattern: &str) -> String {
    let mut first = String::new();
    let (mut depth, mut passed) = (0, None);
    for sign in pattern.chars() {
        match sign {
            '{' => depth += 1,
            '}' => {
                passed = passed.filter(|from| *from != depth);
                depth -= 1;
            }
            '|' => passed = passed.or(Some(depth)),
            _ if passed.is_none() => first.push(sign),
            _ => {}
        }
    }
    let words = first.split_whitespace().filter(|word| word.starts_with(char::is_alphanumeric) && !word.contains(':'));
    words.map(|word| word.trim_end_matches('*')).collect::<Vec<_>>().join(" ")
}

fn shuffled(answer: &str) -> String {
    let mut words: Vec<&str> = answer.split_whitespace().collect();
    SplitMix64::new(SEED).shuffle(&mut words);
    words.join(" ")
}
