//! Agreement on order.

/// The rank of each value, from 1; values that are the same share the mean of their ranks.
pub fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0;
    for same in order.chunk_by(|a, b| values[*a] == values[*b]) {
        let rank = before as f64 + (same.len() as f64 + 1.0) / 2.0;
        same.iter().for_each(|index| ranks[*index] = rank);
        before += same.len();
    }
    ranks
}

/// The correlation of ranks (Spearman 1904, "The proof and measurement of association between two things", American Journal
/// of Psychology 15), with ties at their mean rank: Pearson's correlation of [`ranks`].
///
/// None where either side has no order: fewer than two values, or all the same.
pub fn spearman(pairs: &[(f64, f64)]) -> Option<f64> {
    let (first, second): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (first, second) = (ranks(&first), ranks(&second));
    let middle = (pairs.len() as f64 + 1.0) / 2.0;
    let together = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| (a - middle) * (b - middle)).sum::<f64>();
    let spread = together(&first, &first) * together(&second, &second);
    (spread > 0.0).then(|| together(&first, &second) / spread.sqrt())
}
