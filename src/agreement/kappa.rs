//! Agreement on ordered categories.

/// Weighted kappa with quadratic weights (Cohen 1968, "Weighted kappa: nominal scale agreement with provision for scaled
/// disagreement or partial credit", Psychological Bulletin 70): 1 − observed / expected squared distance, where the expected
/// one is that of all pairs of a first with a second rating. 1 is perfect, 0 what chance gives. Computed in integers up to the
/// last division.
///
/// None where all ratings of both are the same: then nothing is to be told apart.
pub fn weighted_kappa(pairs: &[(u8, u8)]) -> Option<f64> {
    let sum = |of: &dyn Fn(i64, i64) -> i64| pairs.iter().map(|(a, b)| of(i64::from(*a), i64::from(*b))).sum::<i64>();
    let count = pairs.len() as i64;
    let observed = count * sum(&|a, b| (a - b) * (a - b));
    let expected = count * sum(&|a, b| a * a + b * b) - 2 * sum(&|a, _| a) * sum(&|_, b| b);
    (expected > 0).then(|| 1.0 - observed as f64 / expected as f64)
}

/// The share of pairs that differ by no more than `steps`: 0 for exact, 1 for adjacent agreement.
pub fn agreement_within(pairs: &[(u8, u8)], steps: u8) -> Option<f64> {
    super::mean(pairs.iter().map(|(a, b)| f64::from(u8::from(a.abs_diff(*b) <= steps))))
}
