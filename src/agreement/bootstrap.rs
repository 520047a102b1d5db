//! How sure a figure is: the bootstrap.

use serde::Serialize;

/// Between these a figure lies in 95 of 100 resamples.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Interval {
    /// The 2.5th percentile.
    pub low: f64,
    /// The 97.5th percentile.
    pub high: f64,
}

/// The 95 % percentile interval of a statistic (Efron and Tibshirani 1993, "An Introduction to the Bootstrap", chapter 13):
/// the units are drawn again with replacement, as many as there are, `rounds` times. Where answers come in clusters, the
/// units are the clusters (Davison and Hinkley 1997, "Bootstrap Methods and their Application", section 3.8).
///
/// None for fewer than two units, or where the statistic is undefined in more than half of the rounds.
pub fn interval<T>(
    units: &[T],
    rounds: usize,
    seed: u64,
    statistic: impl Fn(&[&T]) -> Option<f64>,
) -> Option<Interval> {
    if units.len() < 2 {
        return None;
    }
    let mut random = SplitMix64::new(seed);
    let draw = |_| -> Option<f64> {
        let drawn: Vec<&T> = units.iter().map(|_| &units[random.below(units.len())]).collect();
        statistic(&drawn)
    };
    let mut values: Vec<f64> = (0..rounds).map(draw).collect::<Vec<_>>().into_iter().flatten().collect();
    values.sort_by(f64::total_cmp);
    let at = |share: f64| values.get((share * (values.len() - 1) as f64).round() as usize).copied();
    if values.is_empty() || values.len() * 2 < rounds {
        return None;
    }
    Some(Interval { low: at(0.025)?, high: at(0.975)? })
}

/// A small generator of evenly spread numbers (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators",
/// OOPSLA): the same seed gives the same numbers, on every platform and in every version.
#[derive(Debug, Clone)]
pub struct SplitMix64 {
    state: u64,
}

impl SplitMix64 {
    /// The numbers of a seed.
    pub fn new(seed: u64) -> Self {
        SplitMix64 { state: seed }
    }

    /// The next number.
    pub fn draw(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`; 0 where that is 0. The bias is below `bound` / 2⁶⁴.
    pub fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.draw()) * bound as u128) >> 64) as usize
    }

    /// Puts values in random order (Fisher and Yates, in Durstenfeld's form).
    pub fn shuffle<T>(&mut self, values: &mut [T]) {
        for last in (1..values.len()).rev() {
            values.swap(last, self.below(last + 1));
        }
    }
}
