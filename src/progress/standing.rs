//! Where a candidate stands: dimensions and topics by their mean, over the latest interviews at one level.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Asking;
use super::trend::{counted, mean};
use crate::attempt::AttemptResults;
use crate::content::Dimension;
use crate::scoring::scorecard::Mille;

/// One answer says little.
const FEWEST: usize = 2;

/// The mean of a dimension or a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Standing<K> {
    /// What was scored.
    pub of: K,
    /// The mean over the answers.
    pub score: Mille,
    /// How many answers it rests on; at least 2.
    pub answers: usize,
}

/// Dimensions that at least two answers tell of, best first.
pub fn dimensions(attempts: &[&AttemptResults], asking: &Asking<'_>) -> Vec<Standing<Dimension>> {
    let of = |index: usize| {
        let results = attempts.iter().flat_map(|one| asking.results(one));
        results.filter_map(|result| result.dimensions[index]).collect::<Vec<_>>()
    };
    best_first(Dimension::ALL.into_iter().enumerate().map(|(index, dimension)| (dimension, of(index))))
}

/// Topics that at least two answers tell of, best first.
pub fn topics<'a>(attempts: &[&'a AttemptResults], asking: &Asking<'_>) -> Vec<Standing<&'a str>> {
    let mut scores: BTreeMap<&str, Vec<Mille>> = BTreeMap::new();
    for result in attempts.iter().flat_map(|one| asking.results(one)) {
        scores.entry(&result.topic).or_default().extend(counted(result));
    }
    best_first(scores.into_iter())
}

fn best_first<K: Copy + Ord>(scores: impl Iterator<Item = (K, Vec<Mille>)>) -> Vec<Standing<K>> {
    let standing = |(of, scores): (K, Vec<Mille>)| {
        let answers = Some(scores.len()).filter(|answers| *answers >= FEWEST)?;
        Some(Standing { of, score: mean(scores.into_iter())?, answers })
    };
    let mut all: Vec<Standing<K>> = scores.filter_map(standing).collect();
    all.sort_by_key(|one| (std::cmp::Reverse(one.score), one.of));
    all
}
