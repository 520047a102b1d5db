//! An interview held with somebody, as a pure state machine: events with their times go in, the interviewer's scorecard and what
//! to show come out. What is practised in [`crate::session`] is what is asked here: the same plan, the same rubrics.
//!
//! The driver owns the clock, the keyboard and the disk; replaying the stored events gives the same scorecard. Ratings are open
//! until the interviewer locks them, and nothing the engine says of the candidate's words is to be seen before.

mod bundles;
mod event;
mod marks;
mod state;
mod view;

pub use bundles::bundles;
pub use event::Event;
pub use state::{Live, Phase, Refused, numbers};
pub use view::{Place, QuestionView, View};
