//! What can happen in a session. Events are stored as JSON, append-only; a variant is never renamed or taken away.

use serde::{Deserialize, Serialize};

use super::edit::Edit;

/// Something that happened. Its time, in milliseconds on the session's clock, travels beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// The clock starts; the first step is shown.
    Started,
    /// The candidate goes on from a page: introduction, feedback, own questions, close; or takes the offered retry.
    Continued,
    /// The text of the answer under way changed.
    Edited(Edit),
    /// Another wording of the question was asked for and shown.
    Asked,
    /// The candidate finished the answer, or declined the retry.
    Finished,
    /// The time box ended the answer (strict sessions), or the interview's end did.
    TimedOut,
    /// "I don't know."
    Skipped,
    /// "I have said that already", to a probe with nothing written to it. Since format 2.
    AlreadySaid,
    /// What the scorer said of the finished answer.
    Judged(Verdict),
    /// The clocks stop.
    Paused,
    /// The clocks go on.
    Unpaused,
    /// The program had gone away and is back; neither clock ran meanwhile.
    Interrupted {
        /// How long it was away, in milliseconds of wall time.
        away: u64,
    },
    /// The candidate ended the interview early.
    Ended,
}

/// What follows from a finished answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// False: another language; a retry is offered once.
    pub scorable: bool,
    /// The probe worth asking next, as an index into the question's probes.
    pub probe: Option<usize>,
}
