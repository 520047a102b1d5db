//! Questions that were asked in one attempt only. Two of them are no more alike than their topic and level make them, so they
//! are compared by these, and never question against question.

use std::collections::BTreeMap;

use serde::Serialize;

use super::asked::Take;
use super::sum::{dimensions, mean};
use super::{Change, DimensionChange};
use crate::content::Level;

/// Questions judged at one level, that were asked in one attempt only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Their topic; none: of all topics.
    pub topic: Option<String>,
    /// The level that they were judged at.
    pub level: Level,
    /// Questions of the first attempt.
    pub then: Vec<String>,
    /// Questions of the second.
    pub now: Vec<String>,
    /// Mean of those that count.
    pub score: Change,
    /// By dimension.
    pub dimensions: Vec<DimensionChange>,
}

/// By topic and level; then by level alone.
pub(super) fn cells(then: &[Take<'_>], now: &[Take<'_>]) -> Vec<Cell> {
    let mut cells: BTreeMap<(bool, Option<&str>, Level), [Vec<&Take<'_>>; 2]> = BTreeMap::new();
    for (side, (own, other)) in [(then, now), (now, then)].into_iter().enumerate() {
        let once = own.iter().filter(|one| !other.iter().any(|two| two.result.question == one.result.question));
        for one in once {
            for topic in [Some(one.result.topic.as_str()), None] {
                cells.entry((topic.is_none(), topic, one.result.level)).or_default()[side].push(one);
            }
        }
    }
    cells.into_iter().map(|((_, topic, level), [then, now])| cell(topic, level, &then, &now)).collect()
}

fn cell(topic: Option<&str>, level: Level, then: &[&Take<'_>], now: &[&Take<'_>]) -> Cell {
    let score = |takes: &[&Take<'_>]| mean(takes.iter().filter_map(|take| take.counts()));
    let questions = |takes: &[&Take<'_>]| takes.iter().map(|take| take.result.question.clone()).collect();
    Cell {
        topic: topic.map(str::to_owned),
        level,
        then: questions(then),
        now: questions(now),
        score: Change { then: score(then), now: score(now) },
        dimensions: dimensions(then, now),
    }
}
