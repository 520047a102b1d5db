//! What can happen in an interview that is held. Events are stored as JSON, append-only; a variant is never renamed or taken away.

use serde::{Deserialize, Serialize};

use crate::rating::Heard;
use crate::scoring::Scorecard;

/// Something that happened. Its time, in milliseconds from the beginning of the interview, travels beside it. What names no
/// question belongs to the one that is open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// The clock starts; the opening words are shown.
    Started,
    /// The interviewer turned to a step of the plan, forwards or back.
    WentTo {
        /// Index into the plan's steps.
        step: usize,
    },
    /// A criterion was heard, or was not after all.
    Ticked {
        /// Of the question's rubric.
        criterion: String,
        /// None takes the tick back.
        heard: Option<Heard>,
    },
    /// A probe was asked, or was not after all.
    Probed {
        /// Index into the question's probes.
        probe: usize,
        /// False takes it back.
        asked: bool,
    },
    /// Something was written down.
    Noted {
        /// The words.
        text: String,
    },
    /// A note was changed.
    NoteChanged {
        /// Which of the question's notes.
        note: usize,
        /// The new words; empty takes the note away.
        text: String,
    },
    /// The answer was rated.
    Rated {
        /// 1 to 4.
        band: u8,
        /// What was heard, where ticks and notes do not say it.
        evidence: String,
    },
    /// The answer cannot be rated.
    NotAssessed {
        /// Why.
        because: String,
    },
    /// The question was passed over.
    Skipped {
        /// Why.
        because: String,
    },
    /// The candidate's words, in place of those before.
    WordsGiven {
        /// Index into the plan's questions.
        question: usize,
        /// What was said.
        text: String,
    },
    /// The conversation is over; what is missing can still be rated.
    Closed,
    /// From now on ratings stand.
    Locked,
    /// The engine judged the candidate's words.
    SecondOpinion {
        /// Index into the plan's questions.
        question: usize,
        /// What it said.
        card: Box<Scorecard>,
    },
    /// A change beside a locked rating.
    Revised {
        /// Index into the plan's questions.
        question: usize,
        /// 1 to 4.
        band: u8,
        /// Why.
        because: String,
    },
    /// The program had gone away and is back; no clock ran meanwhile.
    Interrupted {
        /// How long it was away, in milliseconds of wall time.
        away: u64,
    },
    /// The interviewer is done.
    Ended,
}
