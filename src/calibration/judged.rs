//! Rated answers with their scorecards.

use super::bench::{Bench, side_by_side};
use super::rated::{Claim, Rated};
use crate::scoring::{Scorecard, Segment};

/// A rated answer, judged.
#[derive(Debug, Clone)]
pub struct Judged {
    /// What people think of it.
    pub rated: Rated,
    /// What the rubric thinks of it.
    pub card: Scorecard,
    /// Which patterns match it: by criterion, in the order of [`crate::content::Criterion::patterns`].
    pub matches: Vec<Vec<bool>>,
    /// Whether each claim is credited.
    pub claims_met: Vec<bool>,
}

impl Judged {
    /// Its band; 1 where none was given, as with another language.
    pub fn band(&self) -> u8 {
        self.card.band.unwrap_or(1)
    }

    /// Its score in thousandths; 0 where none was given.
    pub fn points(&self) -> u32 {
        self.card.score.unwrap_or_default().0
    }

    /// Its score, 0.0 to 1.0.
    pub fn score(&self) -> f64 {
        f64::from(self.points()) / 1000.0
    }

    /// Bands between its rating and its score; positive where the score is higher.
    pub fn band_difference(&self) -> Option<i32> {
        self.rated.band.map(|band| i32::from(self.band()) - i32::from(band))
    }
}

/// Judges all answers, in their order; `done` is called after each.
pub fn judged(rated: &[Rated], bench: &Bench, done: &(dyn Fn() + Sync)) -> Vec<Judged> {
    let judged = side_by_side(rated, |one| {
        let card = bench.score(one, &one.answer);
        let claims_met = one.claims.iter().map(|claim| is_met(one, claim, bench)).collect();
        done();
        Some(Judged { matches: bench.matches(one), claims_met, card: card?, rated: one.clone() })
    });
    judged.into_iter().flatten().collect()
}

/// Whether a claimed criterion earns anything. Words that answered a probe are judged as such, behind the answer.
fn is_met(rated: &Rated, claim: &Claim, bench: &Bench) -> bool {
    let mut segments = vec![Segment::answer(&rated.answer)];
    if claim.probe.is_some() {
        segments.push(Segment { probe: claim.probe.as_deref(), text: &claim.text });
    }
    let card = bench.score_all(rated, &segments);
    let criteria = card.iter().flat_map(|card| &card.criteria);
    criteria.filter(|criterion| criterion.id == claim.criterion).any(|criterion| criterion.credit.0 > 0)
}
