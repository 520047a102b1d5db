//! What a library holds, counted: where the bank has gaps shows here. Nothing is judged.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::interview::{Kind, Level};
use super::library::Library;
use super::rubric::Dimension;

/// Counts of what a library holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Census {
    /// Questions of each topic; topics by id.
    pub topics: BTreeMap<String, ByLevel>,
    /// Questions of all topics.
    pub questions: ByLevel,
    /// Rubrics, and what they consist of.
    pub rubrics: Rubrics,
    /// Terms of the lexicon.
    pub terms: usize,
    /// Names of these terms.
    pub names: usize,
    /// Groups of terms.
    pub groups: usize,
    /// Interviews that can be sat, topics included.
    pub interviews: usize,
}

/// Questions by level and kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ByLevel(pub BTreeMap<Level, BTreeMap<Kind, usize>>);

/// What all rubrics together consist of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Rubrics {
    /// How many rubrics.
    pub count: usize,
    /// Criteria by dimension.
    pub criteria: BTreeMap<Dimension, usize>,
    /// Patterns that earn: those of `any`, `all`, `tradeoff` and `measured`.
    pub phrasings: usize,
    /// Misconceptions.
    pub red_flags: usize,
    /// Benchmark answers.
    pub samples: usize,
    /// Those of them that were written from the question alone.
    pub blind: usize,
}

impl Census {
    /// Counts what a library holds.
    pub fn of(library: &Library) -> Self {
        let mut census = Census {
            topics: BTreeMap::new(),
            questions: ByLevel::default(),
            rubrics: rubrics(library),
            terms: library.terms.len(),
            names: library.terms.values().map(|term| term.aliases.len()).sum(),
            groups: library.terms.values().flat_map(|term| &term.groups).collect::<BTreeSet<_>>().len(),
            interviews: library.interviews.len(),
        };
        for question in library.questions.values() {
            census.topics.entry(question.topic.clone()).or_default().add(question.level, question.kind);
            census.questions.add(question.level, question.kind);
        }
        census
    }
}

fn rubrics(library: &Library) -> Rubrics {
    let mut counts = Rubrics { count: library.rubrics.len(), ..Rubrics::default() };
    for rubric in library.rubrics.values() {
        for criterion in &rubric.criteria {
            *counts.criteria.entry(criterion.dimension).or_default() += 1;
            counts.phrasings += criterion.patterns().count();
        }
        counts.red_flags += rubric.red_flags.len();
        counts.samples += rubric.samples.len();
        counts.blind += rubric.samples.iter().filter(|sample| sample.blind).count();
    }
    counts
}

impl ByLevel {
    fn add(&mut self, level: Level, kind: Kind) {
        *self.0.entry(level).or_default().entry(kind).or_default() += 1;
    }

    /// Questions of a level, whatever their kind.
    pub fn at(&self, level: Level) -> usize {
        self.0.get(&level).map_or(0, |kinds| kinds.values().sum())
    }

    /// Questions of a kind, whatever their level.
    pub fn of_kind(&self, kind: Kind) -> usize {
        self.0.values().filter_map(|kinds| kinds.get(&kind)).sum()
    }

    /// All of them.
    pub fn all(&self) -> usize {
        Level::ALL.into_iter().map(|level| self.at(level)).sum()
    }
}
