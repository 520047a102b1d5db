//! Misconceptions that were voiced: what they take off, what they cap, and which words can earn nothing any more.

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
pub(super) fn raised(
    reads: &[Read<'_>],
    rulebook: &Rulebook,
    flags: &[RedFlag],
    kind: Kind,
    scale: &Scale,
) -> Raised {
    let mut raised = Raised::default();
    for (flag, patterns) in flags.iter().zip(&rulebook.red_flags) {
        let demand = Demand {
            kind,
            dimension: Dimension::Substance,
            speaker_self: flag.speaker_self,
            negated: false,
            unless: &patterns.unless,
            credit: &scale.credit,
            cancelled: &[],
        };
        let mut voiced = marks(reads, patterns.any.clone(), demand);
        voiced.retain(|mark| mark.verdict.status == Status::Affirmed);
        if !voiced.is_empty() {
            raised.add(flag, &voiced, reads, rulebook);
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

impl Raised {
    fn add(&mut self, flag: &RedFlag, voiced: &[Mark], reads: &[Read<'_>], rulebook: &Rulebook) {
        self.penalty += flag.penalty;
        self.caps.extend(flag.caps.map(|band| Cap { band, because: flag.feedback.clone() }));
        self.cancelled.extend(voiced.iter().map(|mark| Cancelled {
            segment: mark.segment,
            tokens: mark.tokens.clone(),
            because: format!("it is told the wrong way: {}", flag.feedback),
        }));
        self.hits.push(FlagHit {
            id: flag.id.clone(),
            penalty: Mille(flag.penalty),
            evidence: voiced.iter().filter_map(|mark| mark.evidence(reads, rulebook)).collect(),
            feedback: flag.feedback.clone(),
        });
    }
}
