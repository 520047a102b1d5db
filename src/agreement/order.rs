//! Pairs in the right order.

/// How many pairs there are, and how many of them stand in the right order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Order {
    /// In the right order.
    pub ordered: u64,
    /// All that are far enough apart.
    pub all: u64,
}

impl Order {
    /// The share in the right order; none where no two are far enough apart.
    pub fn share(self) -> Option<f64> {
        (self.all > 0).then(|| self.ordered as f64 / self.all as f64)
    }
}

impl std::iter::Sum for Order {
    fn sum<I: Iterator<Item = Order>>(all: I) -> Order {
        all.fold(Order::default(), |a, b| Order { ordered: a.ordered + b.ordered, all: a.all + b.all })
    }
}

/// Of the pairs whose first values differ by `apart` or more, those whose second values stand in the same order; a tie is not
/// in order. Concordance after Kendall (1938, "A new measure of rank correlation", Biometrika 30), over clear cases only.
pub fn order(pairs: &[(f64, f64)], apart: f64) -> Order {
    let both = pairs.iter().flat_map(|high| pairs.iter().map(move |low| (high, low)));
    both.filter(|(high, low)| high.0 - low.0 >= apart)
        .map(|(high, low)| Order { ordered: u64::from(high.1 > low.1), all: 1 })
        .sum()
}
