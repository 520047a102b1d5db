//! The session's clock: monotonic, and going on where an interrupted session stopped.

use std::time::Instant;

/// Milliseconds on the session's clock.
#[derive(Debug, Clone, Copy)]
pub struct Stopwatch {
    base: u64,
    since: Instant,
}

impl Stopwatch {
    /// Starts now, at `base` milliseconds.
    pub fn starting_at(base: u64) -> Self {
        Stopwatch { base, since: Instant::now() }
    }

    /// Where the clock stands.
    pub fn at(&self) -> u64 {
        self.base + u64::try_from(self.since.elapsed().as_millis()).unwrap_or(0)
    }
}
