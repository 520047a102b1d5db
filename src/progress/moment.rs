//! When it is, and when the interview is.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::memory::Memory;

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// The moment for which progress is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Moment {
    /// Now.
    pub now: Timestamp,
    /// When the day of the interview begins; none: no date is set. A day that is over has no effect.
    pub interview: Option<Timestamp>,
}

impl Moment {
    /// Days since then, with their fractions; 0 for what is to come.
    pub fn days_since(self, then: Timestamp) -> f64 {
        days(self.now.duration_since(then)).max(0.0)
    }

    /// Days until then, with their fractions; 0 for what is over.
    pub fn days_until(self, then: Timestamp) -> f64 {
        days(then.duration_since(self.now)).max(0.0)
    }

    /// Days until the day of the interview begins, a part of one counted as whole; 0 on that day. None: no date, or it is over.
    pub fn days_left(self) -> Option<u32> {
        let left = days(self.interview?.duration_since(self.now));
        (left > -1.0).then(|| left.ceil().max(0.0) as u32)
    }

    /// When something comes again that was last answered then. It comes once more before an interview, on the day before it at
    /// the latest, unless it was answered on that day already.
    pub fn due(self, memory: Memory, last: Timestamp) -> Timestamp {
        let own = later(last, i64::from(memory.interval()));
        let eve = self.interview.filter(|day| *day > self.now).map(|day| later(day, -1));
        match eve {
            Some(eve) if last < eve => own.min(eve.max(later(last, 1))),
            _ => own,
        }
    }
}

pub(super) fn days(span: SignedDuration) -> f64 {
    span.as_secs_f64() / DAY.as_secs_f64()
}

fn later(then: Timestamp, days: i64) -> Timestamp {
    let end = if days < 0 { Timestamp::MIN } else { Timestamp::MAX };
    i32::try_from(days).ok().and_then(|days| then.checked_add(DAY * days).ok()).unwrap_or(end)
}
