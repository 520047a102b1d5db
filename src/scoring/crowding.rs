//! A sentence carries only so much: names strung together in one sentence are no answer, however fluent it is.

use std::collections::BTreeMap;

use super::credit::Earned;
use super::evidence::Read;
use crate::content::scale::Scale;
use crate::content::{Criterion, Dimension};

/// Of the substance criteria that rest on one and the same sentence, those beyond what it can carry earn less. The first in
/// the rubric's order are served first; a criterion that another sentence supports too is free.
pub(super) fn thin_out(reads: &[Read<'_>], criteria: &[Criterion], earned: &mut [Earned], scale: &Scale) {
    let mut carried: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (criterion, earned) in criteria.iter().zip(earned) {
        let Some(place) = only_sentence(earned).filter(|_| criterion.dimension == Dimension::Substance) else {
            continue;
        };
        let load = carried.entry(place).or_default();
        *load += 1;
        if *load > capacity(reads, place, scale) {
            earned.credit = earned.credit * scale.credit.crowded / 1000;
            for mark in earned.marks.iter_mut().filter(|mark| mark.credit > 0) {
                mark.verdict.because = "one sentence cannot carry so many points: say more about each".to_owned();
            }
        }
    }
}

/// The sentence in which all evidence stands; none where there is none, or more than one.
fn only_sentence(earned: &Earned) -> Option<(usize, usize)> {
    let mut places = earned.marks.iter().filter(|mark| mark.credit > 0).map(|mark| (mark.segment, mark.sentence));
    let first = places.next().filter(|_| earned.credit > 0)?;
    places.all(|place| place == first).then_some(first)
}

fn capacity(reads: &[Read<'_>], (segment, sentence): (usize, usize), scale: &Scale) -> usize {
    let reading = reads.get(segment).map(|read| &read.reading);
    let words = reading.map_or(0, |reading| reading.word_count(reading.sentence_tokens(sentence)));
    let guards = &scale.guards;
    (guards.breadth as usize).max(words / (guards.breadth_words as usize).max(1))
}
