//! What a criterion earns: its rules applied to the hits of its patterns. Weighs nothing against other criteria.

use std::collections::BTreeMap;
use std::ops::Range;

use super::evidence::{Demand, Mark, Read, marks};
use super::rulebook::Rulebook;
use super::tradeoff;
use crate::content::scale::Tradeoff;
use crate::content::{Criterion, Rule};

/// What a criterion earned, and by which hits.
#[derive(Debug, Clone, Default)]
pub(super) struct Earned {
    /// In thousandths.
    pub credit: u32,
    /// All hits of all its rules, in the order of the text.
    pub marks: Vec<Mark>,
}

/// Applies all rules of a criterion; the best of them counts.
pub(super) fn earned(
    reads: &[Read<'_>],
    rulebook: &Rulebook,
    criterion: &Criterion,
    rules: &[Range<usize>],
    demand: Demand<'_>,
    tradeoff: &Tradeoff,
) -> Earned {
    let mut best = Earned::default();
    let window = criterion.within_sentences.max(1) as usize;
    for (rule, patterns) in criterion.rules.iter().zip(rules) {
        let marks = marks(reads, rulebook, patterns.clone(), demand);
        let credit = match rule {
            Rule::Any { need, .. } => distinct(reads, rulebook, &marks, *need),
            Rule::All { .. } => together(&marks, patterns.clone(), window),
            Rule::Measured { near } => measured(reads, &marks, near.is_empty(), window),
            Rule::Tradeoff { near } => tradeoff::weighed(reads, &marks, near.is_empty(), window, tradeoff),
        };
        best.credit = best.credit.max(credit.min(1000));
        best.marks.extend(marks);
    }
    best.marks.sort_by_key(|mark| (mark.segment, mark.tokens.start, mark.tokens.end, mark.pattern));
    best.marks.dedup_by(|later, first| later.segment == first.segment && later.tokens == first.tokens);
    best
}

/// `need` different things earn in full, fewer in proportion. Hits that share words are one thing.
fn distinct(reads: &[Read<'_>], rulebook: &Rulebook, marks: &[Mark], need: u32) -> u32 {
    let mut things: BTreeMap<(usize, String), u32> = BTreeMap::new();
    let mut counted: Vec<&Mark> = Vec::new();
    let mut ordered: Vec<&Mark> = marks.iter().filter(|mark| mark.credit > 0).collect();
    ordered.sort_by_key(|mark| std::cmp::Reverse(mark.credit));
    for mark in ordered {
        if counted.iter().any(|other| other.overlaps(mark)) {
            continue;
        }
        let name = reads.get(mark.segment).map(|read| read.reading.words(&mark.tokens).to_lowercase());
        let name = name.unwrap_or_default();
        let thing = if rulebook.is_plural(mark.pattern) { rulebook.term(&name).to_owned() } else { String::new() };
        let best = things.entry((mark.pattern, thing)).or_default();
        *best = (*best).max(mark.credit);
        counted.push(mark);
    }
    let mut credits: Vec<u32> = things.into_values().collect();
    credits.sort_unstable_by(|a, b| b.cmp(a));
    let need = need.max(1);
    credits.into_iter().take(need as usize).sum::<u32>() / need
}

/// Every pattern within a window of sentences; the weakest decides.
fn together(marks: &[Mark], patterns: Range<usize>, window: usize) -> u32 {
    let credit_from = |first: &Mark| {
        let near = |mark: &&Mark| is_within(first, mark, window);
        let best = |pattern: usize| {
            marks.iter().filter(near).filter(|mark| mark.pattern == pattern).map(|mark| mark.credit).max()
        };
        patterns.clone().map(|pattern| best(pattern).unwrap_or_default()).min().unwrap_or_default()
    };
    marks.iter().map(credit_from).max().unwrap_or_default()
}

fn is_within(first: &Mark, mark: &Mark, window: usize) -> bool {
    mark.segment == first.segment && (first.sentence..first.sentence + window).contains(&mark.sentence)
}

/// A number with its unit near one of the hits; without hits to be near, anywhere.
fn measured(reads: &[Read<'_>], marks: &[Mark], anywhere: bool, window: usize) -> u32 {
    if anywhere {
        return if reads.iter().any(|read| !read.reading.stated("measure").is_empty()) { 1000 } else { 0 };
    }
    let is_measured = |mark: &&Mark| {
        let Some(read) = reads.get(mark.segment) else { return false };
        let near = |place: &Range<usize>| read.reading.sentence(place).abs_diff(mark.sentence) < window;
        read.reading.stated("measure").iter().any(near)
    };
    marks.iter().filter(is_measured).map(|mark| mark.credit).max().unwrap_or_default()
}
