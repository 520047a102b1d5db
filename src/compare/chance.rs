//! Whether a difference exceeds what the draw of the questions makes by itself: a bootstrap over questions.
//!
//! The units are questions (Davison and Hinkley 1997, "Bootstrap Methods and their Application", section 3.8): one that was asked
//! in both attempts is drawn with both of its scores, so that its difficulty falls out of the difference; one that was asked once
//! is drawn with its own. For each draw both attempts are scored anew, and the middle 95 % of the differences are told
//! ([`crate::agreement::interval`]).
//!
//! This covers which questions were drawn, and nothing else: not the form of the day, not what a rubric misjudges, and not that
//! a question gets easier by being met again. Percentile intervals of few units are too narrow; below [`FEWEST`] none is given.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::agreement::{Interval, interval, mean};

/// Draws.
const ROUNDS: usize = 2000;
/// The same attempts give the same interval.
const SEED: u64 = 0x686f_7473_6561_7432;
/// Fewest questions in all. Of five that all moved the same way even a sign test tells nothing (2 of 32 cases, 6 %).
const FEWEST: usize = 6;
/// Fewest questions in each attempt. Of three against three even the clearest order tells nothing (2 of 20 cases, 10 %).
const FEWEST_EACH: usize = 4;

/// What other questions would have made of a difference.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Chance {
    /// 95 % of the draws lie between these, in thousandths; none where there are too few questions to tell.
    pub interval: Option<Interval>,
    /// Different questions in all.
    pub questions: usize,
}

/// What that means for a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Too few questions to tell.
    TooFew,
    /// There is no difference, and other questions would have made none.
    Same,
    /// Other questions could have made it vanish, or turned it round.
    WithinTheDraw,
    /// Other questions would have shown it as well.
    BeyondTheDraw,
}

/// A question's part in an attempt.
pub(super) struct Piece<'a> {
    pub question: &'a str,
    /// Questions of a group are averaged first, then the groups.
    pub group: String,
    /// In thousandths.
    pub score: f64,
}

/// A question with its parts in both attempts.
#[derive(Default)]
struct Unit<'a> {
    then: Option<&'a Piece<'a>>,
    now: Option<&'a Piece<'a>>,
}

impl Chance {
    /// Of the difference between two attempts.
    pub(super) fn of(then: &[Piece<'_>], now: &[Piece<'_>]) -> Self {
        let mut units: BTreeMap<&str, Unit<'_>> = BTreeMap::new();
        then.iter().for_each(|piece| units.entry(piece.question).or_default().then = Some(piece));
        now.iter().for_each(|piece| units.entry(piece.question).or_default().now = Some(piece));
        let units: Vec<Unit<'_>> = units.into_values().collect();
        let enough = units.len() >= FEWEST && then.len().min(now.len()) >= FEWEST_EACH;
        let interval = if enough { interval(&units, ROUNDS, SEED, difference) } else { None };
        Chance { interval, questions: units.len() }
    }

    /// What it means.
    pub fn verdict(&self) -> Verdict {
        match self.interval {
            None => Verdict::TooFew,
            Some(Interval { low: 0.0, high: 0.0 }) => Verdict::Same,
            Some(Interval { low, high }) if low <= 0.0 && high >= 0.0 => Verdict::WithinTheDraw,
            Some(_) => Verdict::BeyondTheDraw,
        }
    }
}

fn difference(units: &[&Unit<'_>]) -> Option<f64> {
    let now = mean_of_groups(units.iter().filter_map(|unit| unit.now))?;
    Some(now - mean_of_groups(units.iter().filter_map(|unit| unit.then))?)
}

fn mean_of_groups<'a>(pieces: impl Iterator<Item = &'a Piece<'a>>) -> Option<f64> {
    let mut groups: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    pieces.for_each(|piece| groups.entry(&piece.group).or_default().push(piece.score));
    mean(groups.into_values().filter_map(mean))
}
