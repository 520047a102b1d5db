//! Two attempts beside each other: better or not, where, by how much, and whether that is more than the luck of the draw. Then
//! question by question what was gained and lost, with the words.

pub mod difference;
pub mod head;
mod json;
pub mod many;
pub mod once;
pub mod repeats;

use jiff::tz::TimeZone;
use uuid::Uuid;

use super::surface::Surface;
use crate::compare::Comparison;

pub use json::compare_json;

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// What was gained and lost most.
    Most,
    /// Criterion by criterion, also where nothing moved.
    All,
}

/// How the two attempts are called.
#[derive(Debug, Clone, Copy)]
pub struct Names {
    /// The first.
    pub then: &'static str,
    /// The second.
    pub now: &'static str,
}

impl Names {
    /// By which came first.
    pub fn of(comparison: &Comparison<'_>) -> Self {
        match comparison.is_backwards() {
            false => Names { then: "then", now: "now" },
            true => Names { then: "later", now: "earlier" },
        }
    }
}

pub fn write(comparison: &Comparison<'_>, depth: Depth, zone: &TimeZone, out: &mut dyn Surface) {
    let names = Names::of(comparison);
    head::write(comparison, names, zone, out);
    repeats::write(comparison, names, depth, out);
    once::write(comparison, names, out);
}

/// What tells more.
pub fn next(comparison: &Comparison<'_>, options: &str, out: &mut dyn Surface) {
    let ids = [comparison.then, comparison.now].map(|side| short_id(side.attempt.id));
    out.heading(2, "Next");
    out.command(
        &format!("hotseat{options} compare {} {} --full", ids[0], ids[1]),
        "every criterion, with the words behind it",
    );
}

/// As much of an id as tells attempts apart: the instant that they began.
pub fn short_id(id: Uuid) -> String {
    id.to_string().chars().take(13).collect()
}
