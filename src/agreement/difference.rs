//! Whether one side is harsher than the other.

use super::mean;

/// How much higher the second side is than the first, in standard deviations: (mean of second − mean of first) divided by the
/// root of the mean of both variances. Williamson, Xi and Breyer (2012, "A framework for evaluation and use of automated
/// scoring", Educational Measurement: Issues and Practice 31) ask for less than 0.15 either way.
///
/// None for fewer than two pairs, or where neither side varies.
pub fn standardised_mean_difference(pairs: &[(f64, f64)]) -> Option<f64> {
    let (first, second): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let spread = ((variance(&first)? + variance(&second)?) / 2.0).sqrt();
    (spread > 0.0).then_some(())?;
    Some((mean(second)? - mean(first)?) / spread)
}

/// How much higher one rater rates a thing than the mean of the others who rated it: positive is lenient, negative severe. The mean of
/// this over many things is the rater's leniency (Saal, Downey and Lahey 1980, "Rating the ratings", Psychological Bulletin 88).
///
/// None where the rater, or everybody else, did not rate it.
pub fn above_others(ratings: &[Option<u8>], rater: usize) -> Option<f64> {
    let own = f64::from((*ratings.get(rater)?)?);
    let others = ratings.iter().enumerate().filter(|(other, _)| *other != rater);
    Some(own - mean(others.filter_map(|(_, rating)| rating.map(f64::from)))?)
}

/// Of a sample.
fn variance(values: &[f64]) -> Option<f64> {
    let middle = mean(values.iter().copied())?;
    let squares: f64 = values.iter().map(|value| (value - middle) * (value - middle)).sum();
    (values.len() > 1).then(|| squares / (values.len() as f64 - 1.0))
}
