//! When the session clock was last noted on disk, so that a kill while thinking costs no more than that; and how a machine that
//! slept is noticed.

use jiff::Timestamp;

/// The clock is noted this often, in milliseconds.
const EVERY_MS: u64 = 1000;

/// Wall time that passes on top of the session's clock by more than this is a machine that slept.
const ASLEEP_MS: u64 = 5000;

/// A moment on both clocks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beat {
    /// On the session's clock.
    at: u64,
    wall: Timestamp,
}

impl Beat {
    pub fn new(at: u64, wall: Timestamp) -> Self {
        Beat { at, wall }
    }

    /// Whether the clock is to be noted again.
    pub fn is_due(&self, at: u64) -> bool {
        at >= self.at + EVERY_MS
    }

    /// Goes on to a later moment. Some: the machine slept meanwhile, for so many milliseconds. A monotonic clock stands still
    /// then: wall time tells.
    pub fn go_on(&mut self, at: u64, wall: Timestamp) -> Option<u64> {
        let passed = u64::try_from(wall.duration_since(self.wall).as_millis()).unwrap_or(0);
        let slept = passed.saturating_sub(at.saturating_sub(self.at));
        *self = Beat { at, wall };
        Some(slept).filter(|slept| *slept > ASLEEP_MS)
    }
}
