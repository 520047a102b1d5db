//! A kept sitting: the plan, what was typed and when, and how it was judged.

use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;
use uuid::Uuid;

use crate::content::Level;
use crate::plan::ExtraTime;
use crate::scoring::scorecard::Mille;

/// A finished attempt, as a line of the history.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary {
    /// The attempt.
    pub id: Uuid,
    /// When it began.
    pub started: Timestamp,
    /// When it ended.
    pub finished: Timestamp,
    /// The interview's id.
    pub interview: String,
    /// The interview's title.
    pub title: String,
    /// The candidate's level.
    pub level: Level,
    /// How long it was to last, before extra time.
    pub minutes: u32,
    /// Extra time.
    pub extra_time: ExtraTime,
    /// The overall score of the latest scoring; none: not scorable.
    pub score: Option<Mille>,
    /// The overall band of the latest scoring, 1 to 4; none: not scorable.
    pub band: Option<u8>,
    /// Questions that were answered.
    pub answered: u32,
    /// Questions that were planned.
    pub questions: u32,
    /// Attempts with the same fingerprint had the same questions under the same clock.
    pub plan: String,
}

/// An attempt that was interrupted, and can be gone on with.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Unfinished {
    /// The attempt.
    pub id: Uuid,
    /// When it began.
    pub started: Timestamp,
    /// The interview's id.
    pub interview: String,
    /// The interview's title.
    pub title: String,
    /// The candidate's level.
    pub level: Level,
    /// How long it was to last, before extra time.
    pub minutes: u32,
    /// Extra time.
    pub extra_time: ExtraTime,
    /// Where the session clock stood when the attempt was last heard of.
    pub clock: Duration,
    /// When it was last heard of.
    pub last_seen: Timestamp,
    /// Questions that had been shown.
    pub reached: u32,
    /// Questions that were planned.
    pub questions: u32,
}
