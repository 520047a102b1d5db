//! What people do to a scorer who know how it works.

use super::Change;
use crate::agreement::SplitMix64;
use crate::calibration::SEED;
use crate::content::Bundle;
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
    ("phrases-listed", "the plain words of the rubric's patterns are listed behind it", |answer, bundle| {
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

/// Names of the terms that the rubric's criteria look for.
fn tools(bundle: &Bundle) -> Vec<String> {
    let references = bundle
        .rubric
        .criteria
        .iter()
        .flat_map(|criterion| criterion.patterns())
        .flat_map(|pattern| pattern.references());
    let mut names: Vec<String> = Vec::new();
    for (reference, _) in references {
        let named = bundle.terms.iter().filter(|term| match reference {
            Reference::Term(id) => term.id == *id,
            Reference::Group(group) => term.groups.contains(group),
            Reference::Cue(_) => false,
        });
        names.extend(named.map(|term| term.label.clone()));
    }
    distinct(names)
}

/// The words that patterns of substance begin with, up to their first sign: one phrase for each criterion in turn.
fn phrases(bundle: &Bundle) -> Vec<String> {
    let signs = |ch: char| !ch.is_alphanumeric() && ch != ' ' && ch != '-';
    let plain = |source: &str| source.split(signs).next().unwrap_or_default().trim().to_owned();
    let by_criterion: Vec<Vec<String>> = (bundle.rubric.criteria.iter())
        .map(|criterion| {
            criterion.patterns().map(|pattern| plain(pattern.source())).filter(|words| !words.is_empty()).collect()
        })
        .collect();
    let longest = by_criterion.iter().map(Vec::len).max().unwrap_or_default();
    let turns = (0..longest).flat_map(|turn| by_criterion.iter().filter_map(move |phrases| phrases.get(turn).cloned()));
    distinct(turns.collect())
}

fn distinct(names: Vec<String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for name in names {
        if all.len() < LISTED && !all.contains(&name) {
            all.push(name);
        }
    }
    all
}

fn shuffled(answer: &str) -> String {
    let mut words: Vec<&str> = answer.split_whitespace().collect();
    SplitMix64::new(SEED).shuffle(&mut words);
    words.join(" ")
}
