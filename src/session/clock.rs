//! Time used against time allowed.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// Time used against time allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// Used so far; may exceed the limit.
    pub used: Duration,
    /// Allowed.
    pub limit: Duration,
}

/// How much of the time is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pressure {
    /// Less than 80 %.
    Calm,
    /// From 80 %.
    Closing,
    /// From 100 %.
    Over,
}

impl Clock {
    /// What is left; zero when over.
    pub fn left(self) -> Duration {
        self.limit.saturating_sub(self.used)
    }

    /// What is over; zero before the limit.
    pub fn over(self) -> Duration {
        self.used.saturating_sub(self.limit)
    }

    /// Which of the three stretches the clock is in.
    pub fn pressure(self) -> Pressure {
        if self.used >= self.limit {
            Pressure::Over
        } else if self.used * 5 >= self.limit * 4 {
            Pressure::Closing
        } else {
            Pressure::Calm
        }
    }

    /// The share of the limit that is used, 0 to 1000 thousandths and no more.
    pub fn per_mille(self) -> u32 {
        let limit = self.limit.as_millis().max(1);
        u32::try_from((self.used.as_millis() * 1000 / limit).min(1000)).unwrap_or(1000)
    }
}
