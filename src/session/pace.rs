//! How many words fit a time box. Composing is much slower than copying: about 19 words a minute on average
//! (Karat et al. 1999), so the box is measured in words that a candidate can really write.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::content::Kind;

/// Composing speed, in words a minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pace(u32);

impl Default for Pace {
    fn default() -> Self {
        Pace(Self::ASSUMED)
    }
}

impl Pace {
    /// Assumed until it is measured.
    pub const ASSUMED: u32 = 25;
    /// Below and above these a measurement says more about the moment than about the candidate.
    const RANGE: std::ops::RangeInclusive<u32> = 15..=60;
    /// Fewer words than this measure nothing.
    const LEAST_WORDS: usize = 8;

    /// From words written between the first and the last key; none when there are too few to tell.
    pub fn measured(words: usize, time: Duration) -> Option<Pace> {
        let seconds = time.as_secs().max(1);
        let rate = u32::try_from(words as u64 * 60 / seconds).unwrap_or(u32::MAX);
        (words >= Self::LEAST_WORDS).then(|| Pace::from_words_per_minute(rate))
    }

    /// From a stored value; out of range is brought into range.
    pub fn from_words_per_minute(rate: u32) -> Pace {
        Pace(rate.clamp(*Self::RANGE.start(), *Self::RANGE.end()))
    }

    /// Words a minute, 15 to 60.
    pub fn words_per_minute(self) -> u32 {
        self.0
    }

    /// Words that fit a box, after some time to think.
    pub fn words_in(self, time_box: Duration, kind: Kind) -> u32 {
        let thinking = Duration::from_secs(if kind == Kind::Technical { 20 } else { 30 });
        let writing = time_box.saturating_sub(thinking).as_secs();
        u32::try_from(writing * u64::from(self.0) / 60).unwrap_or(u32::MAX)
    }
}
