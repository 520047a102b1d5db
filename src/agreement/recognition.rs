//! Agreement on yes or no, where one side is the truth.

use serde::Serialize;

/// What was recognised of what is there (van Rijsbergen 1979, "Information Retrieval", chapter 7).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Recognition {
    /// There, and recognised.
    pub hits: usize,
    /// Recognised, and not there.
    pub false_alarms: usize,
    /// There, and not recognised.
    pub misses: usize,
    /// Neither.
    pub neither: usize,
}

impl Recognition {
    /// Counts pairs of (is there, was recognised).
    pub fn of(pairs: impl IntoIterator<Item = (bool, bool)>) -> Self {
        pairs.into_iter().fold(Recognition::default(), |mut counts, pair| {
            match pair {
                (true, true) => counts.hits += 1,
                (false, true) => counts.false_alarms += 1,
                (true, false) => counts.misses += 1,
                (false, false) => counts.neither += 1,
            }
            counts
        })
    }

    /// How many there are.
    pub fn all(self) -> usize {
        self.hits + self.false_alarms + self.misses + self.neither
    }

    /// The share of what was recognised that is there.
    pub fn precision(self) -> Option<f64> {
        share(self.hits, self.hits + self.false_alarms)
    }

    /// The share of what is there that was recognised.
    pub fn recall(self) -> Option<f64> {
        share(self.hits, self.hits + self.misses)
    }

    /// The harmonic mean of precision and recall; none where nothing is there and nothing was recognised.
    pub fn f1(self) -> Option<f64> {
        share(2 * self.hits, 2 * self.hits + self.false_alarms + self.misses)
    }

    /// The share on which both sides agree.
    pub fn agreement(self) -> Option<f64> {
        share(self.hits + self.neither, self.all())
    }
}

fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}
