//! Misconceptions that were voiced: what they take off, what they cap, and which words can earn nothing any more. Those of
//! the rubric, and those that are wrong whatever the question.

use std::ops::Range;

use super::evidence::{Cancelled, Demand, Mark, Read, marks};
use super::rulebook::Rulebook;
use super::scorecard::{Cap, FlagHit, Mille, Status};
use crate::content::scale::Scale;
use crate::content::{Dimension, Kind, RedFlag};

/// All red flags that an answer raised.
#[derive(Debug, Default)]
pub(super) struct Raised {
    /// For the scorecard.
    pub hits: Vec<FlagHit>,
    /// Penalties together, in thousandths.
    pub penalty: u32,
    /// What holds the band down.
    pub caps: Vec<Cap>,
    /// Words that cannot earn.
    pub cancelled: Vec<Cancelled>,
}

/// Looks for all red flags of a rubric. Only what is affirmed counts.
pub(super) fn raised(reads: &[Read<'_>], rulebook: &Rulebook, flags: &[RedFlag], kind: Kind, scale: &Scale) -> Raised {
    let search = Search { reads, rulebook, kind, scale };
    let mut raised = Raised::default();
    for (flag, patterns) in flags.iter().zip(&rulebook.red_flags) {
        let voiced = search.voiced(patterns.any.clone(), &patterns.unless, flag.speaker_self);
        if !voiced.is_empty() {
            raised.caps.extend(flag.caps.map(|band| Cap { band, because: flag.feedback.clone() }));
            raised.add(&flag.id, flag.penalty, &flag.feedback, &voiced, &search);
        }
    }
    for (class, about) in &rulebook.harms {
        let mut voiced = search.voiced(rulebook.cue(class), &(0..0), true);
        voiced.retain(|mark| !raised.knows(mark));
        if !voiced.is_empty() {
            raised.add(class, scale.bands.harm, about, &voiced, &search);
        }
    }
    raised.caps.extend(together(raised.hits.len(), &scale.bands.flagged));
    raised
}

/// What several misconceptions cap together.
fn together(count: usize, bands: &[u8]) -> Option<Cap> {
    let band = *count.checked_sub(1).and_then(|index| bands.get(index).or(bands.last()))?;
    Some(Cap { band, because: format!("misconceptions: {count}") })
}

struct Search<'a> {
    reads: &'a [Read<'a>],
    rulebook: &'a Rulebook,
    kind: Kind,
    scale: &'a Scale,
}

impl Search<'_> {
    /// The affirmed hits of some patterns.
    fn voiced(&self, patterns: Range<usize>, unless: &Range<usize>, speaker_self: bool) -> Vec<Mark> {
        let demand = Demand {
            kind: self.kind,
            dimension: Dimension::Substance,
            speaker_self,
            negated: false,
            unless,
            credit: &self.scale.credit,
            cancelled: &[],
        };
        let mut voiced = marks(self.reads, self.rulebook, patterns, demand);
        voiced.retain(|mark| mark.verdict.status == Status::Affirmed);
        voiced.retain(|mark| !self.is_patched(mark) && !self.is_warned_of(mark));
        voiced
    }

    /// Whether the speaker speaks of it as of a mistake ("a scanner finds secrets that are committed to Git").
    fn is_warned_of(&self, mark: &Mark) -> bool {
        let Some(read) = self.reads.get(mark.segment) else { return false };
        let reached =
            |reach: &Range<usize>| reach.contains(&mark.tokens.start) || reach.contains(&(mark.tokens.end - 1));
        read.scopes.warned.iter().any(reached)
    }

    /// Whether the words belong to two clauses ("Pods come and go; if a node dies …"): nobody said what they would say together.
    /// Words that the pattern names itself part nothing ("no tests, because …").
    fn is_patched(&self, mark: &Mark) -> bool {
        let Some(read) = self.reads.get(mark.segment) else { return false };
        let pattern = self.rulebook.source(mark.pattern);
        let begins = |index: usize| {
            let signs = &read.reading.document.tokens()[index].before;
            let asked_for = pattern.contains(read.reading.token(index));
            signs.contains(';') || (signs.contains(',') && read.scopes.terminator[index] && !asked_for)
        };
        (mark.tokens.start + 1..mark.tokens.end).any(begins)
    }
}

impl Raised {
    /// Whether a rubric's own flag has been raised by some of the same words.
    fn knows(&self, mark: &Mark) -> bool {
        let overlaps = |words: &Cancelled| {
            words.segment == mark.segment
                && words.tokens.start < mark.tokens.end
                && mark.tokens.start < words.tokens.end
        };
        self.cancelled.iter().any(overlaps)
    }

    fn add(&mut self, id: &str, penalty: u32, feedback: &str, voiced: &[Mark], search: &Search<'_>) {
        self.penalty += penalty;
        self.cancelled.extend(voiced.iter().map(|mark| Cancelled {
            segment: mark.segment,
            tokens: mark.tokens.clone(),
            because: format!("it is told the wrong way: {feedback}"),
        }));
        self.hits.push(FlagHit {
            id: id.to_owned(),
            penalty: Mille(penalty),
            evidence: voiced.iter().filter_map(|mark| mark.evidence(search.reads, search.rulebook)).collect(),
            feedback: feedback.to_owned(),
        });
    }
}
