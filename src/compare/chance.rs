//! Whether a difference exceeds what the draw of the questions makes by itself: a bootstrap over questions.
//!
//! The units are questions (Davison and Hinkley 1997, "Bootstrap Methods and their Application", section 3.8): one that was asked
//! in both attempts is drawn with both of its scores, so that its difficulty falls out of the difference; one that was asked once
//! is drawn with its own. For each draw both attempts are scored anew, and the middle 95 % of the differences are told
//! ([`crate::agreement::interval`]). Such an interval is too narrow for few units: it is stretched about the difference by what
//! makes the normal interval that of Student's t (Hesterberg 2015, "What Teachers Should Know About the Bootstrap", The American
//! Statistician 69, section 4). How many units there are is told by the attempt that has fewer, for its mean is the less certain:
//! were both added up, four questions against four others would seem to tell more than the same four asked twice. Below
//! [`FEWEST`] no interval is given, and none goes beyond what the best and the worst of the scores can make.
//!
//! This covers which questions were drawn, and nothing else: not the form of the day, not what a rubric misjudges, and not that
//! a question gets easier by being met again.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::agreement::{Interval, interval};

/// Draws.
const ROUNDS: usize = 2000;
/// The same attempts give the same interval.
const SEED: u64 = 0x686f_7473_6561_7432;
/// Fewest questions in each attempt. Of five that all moved the same way even a sign test tells nothing (2 of 32 cases, 6 %).
const FEWEST: usize = 6;

/// What other questions would have made of a difference.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Chance {
    /// 95 % of the draws lie between these, in thousandths; none where there are too few questions to tell.
    pub interval: Option<Interval>,
    /// Questions of the attempt that has fewer.
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
    /// Its share of the attempt's score, in any unit.
    pub weight: f64,
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
        let questions = then.len().min(now.len());
        let interval = if questions >= FEWEST { stretched(&units, questions) } else { None };
        Chance { interval, questions }
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

fn stretched(units: &[Unit<'_>], questions: usize) -> Option<Interval> {
    let observed = difference(&units.iter().collect::<Vec<_>>())?;
    let Interval { low, high } = interval(units, ROUNDS, SEED, difference)?;
    let factor = stretch(questions);
    let [worst, best] = possible(units);
    Some(Interval {
        low: (observed - factor * (observed - low)).max(worst),
        high: (observed + factor * (high - observed)).min(best),
    })
}

/// The least and the most that can lie between a mean of the scores then and a mean of those now.
fn possible(units: &[Unit<'_>]) -> [f64; 2] {
    let ends = |of: fn(&Unit<'_>) -> Option<f64>| {
        let scores = || units.iter().filter_map(of);
        [scores().fold(f64::INFINITY, f64::min), scores().fold(f64::NEG_INFINITY, f64::max)]
    };
    let then = ends(|unit| unit.then.map(|piece| piece.score));
    let now = ends(|unit| unit.now.map(|piece| piece.score));
    [now[0] - then[1], now[1] - then[0]]
}

/// √(n / (n - 1)) · t / z at 97.5 %, with t by its expansion (Abramowitz and Stegun 1964, 26.7.5); exact to 0.2 % from n = 6.
fn stretch(questions: usize) -> f64 {
    let (n, z) = (questions as f64, 1.959_964_f64);
    let v = n - 1.0;
    let t = z
        + (z.powi(3) + z) / (4.0 * v)
        + (5.0 * z.powi(5) + 16.0 * z.powi(3) + 3.0 * z) / (96.0 * v.powi(2))
        + (3.0 * z.powi(7) + 19.0 * z.powi(5) + 17.0 * z.powi(3) - 15.0 * z) / (384.0 * v.powi(3));
    (n / v).sqrt() * t / z
}

fn difference(units: &[&Unit<'_>]) -> Option<f64> {
    let now = weighted_mean(units.iter().filter_map(|unit| unit.now))?;
    Some(now - weighted_mean(units.iter().filter_map(|unit| unit.then))?)
}

/// A question that is drawn twice weighs twice.
fn weighted_mean<'a>(pieces: impl Iterator<Item = &'a Piece<'a>>) -> Option<f64> {
    let add =
        |(sum, weights): (f64, f64), piece: &Piece<'_>| (sum + piece.weight * piece.score, weights + piece.weight);
    let (sum, weights) = pieces.fold((0.0, 0.0), add);
    (weights > 0.0).then(|| sum / weights)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreement::SplitMix64;

    const NAMES: [&str; 12] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];

    fn pieces(from: usize, scores: &[u32]) -> Vec<Piece<'static>> {
        let piece =
            |(at, score): (usize, &u32)| Piece { question: NAMES[from + at], weight: 1.0, score: f64::from(*score) };
        scores.iter().enumerate().map(piece).collect()
    }

    /// Scores then; where the questions now begin (0: the same, 6: others); scores now; what follows.
    const CASES: &[(&[u32], usize, &[u32], Verdict)] = &[
        (&[500, 400, 300, 600, 700, 200], 0, &[500, 400, 300, 600, 700, 200], Verdict::Same),
        (&[500, 400, 300, 600, 700, 200], 0, &[600, 520, 380, 710, 790, 320], Verdict::BeyondTheDraw),
        (&[500, 400, 300, 600, 700, 200], 0, &[400, 300, 210, 480, 610, 90], Verdict::BeyondTheDraw),
        (&[500, 400, 300, 600, 700, 200], 0, &[300, 600, 250, 900, 500, 350], Verdict::WithinTheDraw),
        // The same scores at other questions: what was a clear gain is within the draw.
        (&[500, 400, 300, 600, 700, 200], 6, &[600, 520, 380, 710, 790, 320], Verdict::WithinTheDraw),
        (&[100, 150, 120, 90, 200, 130], 6, &[800, 900, 850, 870, 910, 790], Verdict::BeyondTheDraw),
        // From the top to the bottom: no other questions could have made it more than there is.
        (&[1000, 950, 1000, 1000, 900, 1000], 6, &[0, 900, 0, 0, 1000, 0], Verdict::BeyondTheDraw),
        (&[500, 400, 300, 600, 700], 0, &[900, 900, 900, 900, 900], Verdict::TooFew),
        (&[500, 400, 300], 6, &[900, 900, 900, 900, 900, 900], Verdict::TooFew),
        // The same four twice would tell more than four others, and tell nothing.
        (&[500, 400, 300, 600], 0, &[900, 900, 900, 900], Verdict::TooFew),
        (&[500, 400, 300, 600], 6, &[900, 900, 900, 900], Verdict::TooFew),
        (&[], 0, &[], Verdict::TooFew),
    ];

    #[test]
    fn the_draw_explains_some_differences_and_others_not() {
        for (then, from, now, verdict) in CASES {
            let chance = Chance::of(&pieces(0, then), &pieces(*from, now));
            assert_eq!(chance.verdict(), *verdict, "{then:?} to {now:?}: {chance:?}");
            assert_eq!(chance.questions, then.len().min(now.len()), "not those of both together");
        }
    }

    #[test]
    fn the_interval_turns_round_with_the_attempts_and_holds_the_difference() {
        for (then, from, now, _) in CASES {
            let (there, back) = (pieces(0, then), pieces(*from, now));
            let (Some(one), Some(other)) = (Chance::of(&there, &back).interval, Chance::of(&back, &there).interval)
            else {
                continue;
            };
            assert_eq!((one.low, one.high), (-other.high, -other.low));
            let mean = |scores: &[u32]| f64::from(scores.iter().sum::<u32>()) / scores.len() as f64;
            let difference = mean(now) - mean(then);
            assert!(one.low <= difference && difference <= one.high, "{one:?} does not hold {difference}");
            let ends = |of: &[u32]| [of.iter().min(), of.iter().max()].map(|end| f64::from(end.copied().unwrap_or(0)));
            let ([least_then, most_then], [least_now, most_now]) = (ends(then), ends(now));
            let (worst, best) = (least_now - most_then, most_now - least_then);
            assert!(worst <= one.low && one.high <= best, "{one:?} is more than these scores can make");
        }
    }

    #[test]
    fn few_questions_stretch_the_interval() {
        // √(n / (n - 1)) · t / z from a table of t.
        for (questions, factor) in [(6, 1.437), (8, 1.290), (12, 1.173), (30, 1.061)] {
            assert!((stretch(questions) - factor).abs() < 0.003, "{questions}: {}", stretch(questions));
        }
    }

    /// Two attempts at the same ability: at most one in twenty, and a little, may be called more than luck.
    #[test]
    fn luck_is_rarely_called_more_than_luck() {
        let mut random = SplitMix64::new(1);
        for from in [0, 6] {
            let attempt =
                |random: &mut SplitMix64| -> Vec<u32> { (0..6).map(|_| 200 + random.below(600) as u32).collect() };
            let is_wrong = |random: &mut SplitMix64| {
                let (then, now) = (attempt(random), attempt(random));
                Chance::of(&pieces(0, &then), &pieces(from, &now)).verdict() == Verdict::BeyondTheDraw
            };
            let wrong = (0..200).filter(|_| is_wrong(&mut random)).count();
            assert!((1..=16).contains(&wrong), "{wrong} of 200 with questions from {from}");
        }
    }
}
