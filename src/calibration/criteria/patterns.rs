//! Which patterns of a criterion are of use, and on which line each stands.

use serde::Serialize;

use crate::calibration::judged::Judged;
use crate::content::render::position;
use crate::content::sources::Source;
use crate::content::{Criterion, Library, RubricPlaces, Rule};

/// One pattern, over all answers to the question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PatternReport {
    /// As its author wrote it.
    pub pattern: String,
    /// Its line in the rubric's file, from 1.
    pub line: Option<usize>,
    /// Answers that it matches, however they meant it.
    pub matches: usize,
    /// Of these, answers in which the criterion is credited.
    pub credited: usize,
    /// Of these, answers in which the criterion would earn less without it.
    pub alone: usize,
    /// What that makes of it.
    pub verdict: Use,
}

/// Of what use a pattern is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Use {
    /// It earns what no other pattern earns.
    Needed,
    /// It matches, and wherever the criterion is credited, other patterns match as well.
    Redundant,
    /// It matches nothing.
    Dead,
}

/// Where a rubric's parts stand.
pub(super) struct Lines<'a> {
    places: Option<&'a RubricPlaces>,
    text: Option<&'a str>,
}

impl<'a> Lines<'a> {
    pub fn of(question: &str, library: &'a Library, sources: &'a [Source]) -> Self {
        let places = library.places.get(question);
        let source = places.and_then(|places| sources.iter().find(|source| source.name == places.question.file));
        Lines { places, text: source.map(|source| source.text.as_str()) }
    }

    pub fn file(&self) -> Option<String> {
        self.places.map(|places| places.question.file.clone())
    }

    pub fn of_criterion(&self, id: &str) -> Option<usize> {
        self.line(self.places?.criteria.get(id)?.span.start)
    }

    fn of_pattern(&self, criterion: &str, index: usize) -> Option<usize> {
        self.line(self.places?.patterns.get(criterion)?.get(index)?.start)
    }

    fn line(&self, byte: usize) -> Option<usize> {
        self.text.map(|text| position(text, byte).0)
    }
}

pub(super) fn pattern_reports(
    index: usize,
    criterion: &Criterion,
    answers: &[&Judged],
    lines: &Lines<'_>,
) -> Vec<PatternReport> {
    // Per answer: whether the criterion is credited, and which of its patterns match.
    let seen: Vec<(bool, &[bool])> = answers
        .iter()
        .filter_map(|one| Some((one.card.criteria.get(index)?.credit.0 > 0, one.matches.get(index)?.as_slice())))
        .collect();
    let needs = needs(criterion);
    let report = |(number, pattern): (usize, &crate::text::Pattern)| {
        let matching: Vec<_> = seen.iter().filter(|(_, matches)| matches.get(number) == Some(&true)).collect();
        let credited: Vec<_> = matching.iter().filter(|(credited, _)| *credited).collect();
        let alone =
            credited.iter().filter(|(_, matches)| is_needed(matches, needs.get(number).copied().flatten())).count();
        PatternReport {
            pattern: pattern.source().to_owned(),
            line: lines.of_pattern(&criterion.id, number),
            matches: matching.len(),
            credited: credited.len(),
            alone,
            verdict: match (matching.len(), alone) {
                (0, _) => Use::Dead,
                (_, 0) => Use::Redundant,
                _ => Use::Needed,
            },
        }
    };
    criterion.patterns().enumerate().map(report).collect()
}

/// Per pattern: how many patterns of the criterion have to match for full credit; none where each of them has to.
fn needs(criterion: &Criterion) -> Vec<Option<usize>> {
    let of_rule = |rule: &Rule| match rule {
        Rule::Any { patterns, need } => vec![Some(*need as usize); patterns.len()],
        Rule::All { patterns } => vec![None; patterns.len()],
        Rule::Tradeoff { near } | Rule::Measured { near } => vec![Some(1); near.len()],
    };
    criterion.rules.iter().flat_map(of_rule).collect()
}

/// Whether no more patterns match than are needed.
fn is_needed(matches: &[bool], need: Option<usize>) -> bool {
    need.is_none_or(|need| matches.iter().filter(|matches| **matches).count() <= need)
}
