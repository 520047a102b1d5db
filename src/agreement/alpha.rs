//! Agreement of any number of raters, some ratings missing.

use std::collections::BTreeMap;

/// How far two values are apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Metric {
    /// The same or not.
    Nominal,
    /// By how many ratings lie between them: only their order is known.
    Ordinal,
    /// By their difference.
    Interval,
    /// By their difference in proportion to their sum.
    Ratio,
}

/// Krippendorff's alpha (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", University of Pennsylvania): 1 − observed
/// / expected disagreement, from the coincidences of values within units. 1 is perfect, 0 what chance gives. Each unit holds the
/// ratings that it got; one with fewer than two says nothing about agreement and is left out.
///
/// None where no unit has two ratings, or all ratings are the same: then nothing is to be told apart.
pub fn alpha<U: AsRef<[u8]>>(units: &[U], metric: Metric) -> Option<f64> {
    let coincidences = Coincidences::of(units);
    let apart = |pair: (u8, u8)| coincidences.apart(pair, metric);
    let observed: f64 = coincidences.pairs.iter().map(|(pair, count)| count * apart(*pair)).sum();
    let totals = &coincidences.totals;
    let both = totals.iter().flat_map(|first| totals.iter().map(move |second| (first, second)));
    let expected: f64 = both.map(|((a, first), (b, second))| first * second * apart((*a, *b))).sum();
    let others = totals.values().sum::<f64>() - 1.0;
    (expected > 0.0).then(|| 1.0 - others * observed / expected)
}

/// How often values stand beside each other in a unit.
#[derive(Default)]
struct Coincidences {
    /// By pair, each pair in both orders.
    pairs: BTreeMap<(u8, u8), f64>,
    /// By value: how many ratings that have a partner.
    totals: BTreeMap<u8, f64>,
}

impl Coincidences {
    fn of<U: AsRef<[u8]>>(units: &[U]) -> Self {
        let mut all = Coincidences::default();
        units.iter().map(AsRef::as_ref).filter(|unit| unit.len() > 1).for_each(|unit| all.add(unit));
        all
    }

    fn add(&mut self, unit: &[u8]) {
        let share = 1.0 / (unit.len() - 1) as f64;
        for (index, first) in unit.iter().enumerate() {
            *self.totals.entry(*first).or_default() += 1.0;
            for (_, second) in unit.iter().enumerate().filter(|(other, _)| *other != index) {
                *self.pairs.entry((*first, *second)).or_default() += share;
            }
        }
    }

    /// The squared distance of two values.
    fn apart(&self, (a, b): (u8, u8), metric: Metric) -> f64 {
        let (low, high) = (a.min(b), a.max(b));
        let (first, second) = (f64::from(low), f64::from(high));
        match metric {
            Metric::Nominal => f64::from(u8::from(low != high)),
            Metric::Ordinal => (self.between(low, high) - (self.total(low) + self.total(high)) / 2.0).powi(2),
            Metric::Interval => (second - first).powi(2),
            Metric::Ratio if high == 0 => 0.0,
            Metric::Ratio => ((second - first) / (second + first)).powi(2),
        }
    }

    /// Ratings from one value to another, both included.
    fn between(&self, low: u8, high: u8) -> f64 {
        self.totals.range(low..=high).map(|(_, count)| count).sum()
    }

    fn total(&self, value: u8) -> f64 {
        self.totals.get(&value).copied().unwrap_or(0.0)
    }
}
