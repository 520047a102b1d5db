//! How far ratings of the same things agree: statistics over numbers, each with its source. Knows nothing of interviews,
//! draws no random number of its own (a seed is an argument), and gives none where a figure is not defined.

mod alpha;
mod bootstrap;
mod difference;
mod kappa;
mod order;
mod ranks;
mod recognition;

pub use alpha::{Metric, alpha};
pub use bootstrap::{Interval, SplitMix64, interval};
pub use difference::{above_others, standardised_mean_difference};
pub use kappa::{agreement_within, weighted_kappa};
pub use order::{Order, order};
pub use ranks::{ranks, spearman};
pub use recognition::Recognition;

/// The mean; none of nothing.
pub fn mean(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.into_iter().fold((0.0, 0_u32), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}
