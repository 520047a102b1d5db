//! A session as a pure state machine: events with their times go in, what to show comes out.
//!
//! The driver owns the clock, the keyboard and the disk; it appends each [`Event`] to the store and applies it here.
//! Replaying the stored events gives the same state, to the byte: that is how a killed session goes on.
//! Nothing here reads a clock, scores, or prints.

mod clock;
mod edit;
mod event;
mod pace;
mod state;
mod transcript;
mod view;

pub use clock::{Clock, Pressure};
pub use edit::Edit;
pub use event::{Event, Verdict};
pub use pace::Pace;
pub use state::{Rules, Session};
pub use transcript::{Answer, Gap, GapKind, Outcome, Segment, Transcript};
pub use view::{QuestionView, Screen, View};
