//! What was said, and when: the record that scoring and reports work from.
//! All times are milliseconds on the interview's clock, which stands still in pauses and interruptions.

use serde::{Deserialize, Serialize};

use super::edit::Edit;

/// Everything that was said in a session.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transcript {
    /// One for each question of the plan, in order.
    pub answers: Vec<Answer>,
    /// Pauses and interruptions, in order.
    pub gaps: Vec<Gap>,
    /// Time on the interview's clock when the session ended, or now.
    pub used: u64,
    /// Whether the candidate ended the interview before its last step.
    pub ended_early: bool,
}

/// A stretch that counts on no clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// Why the clock stood still.
    pub kind: GapKind,
    /// When it began.
    pub at: u64,
    /// How long it lasted, in wall time; for a pause, session time.
    pub length: u64,
}

/// Why a clock stood still.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GapKind {
    /// The candidate paused.
    Pause,
    /// The program was gone.
    Interruption,
    /// Feedback was read between questions.
    Feedback,
}

/// What became of a question.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It was never shown.
    #[default]
    NotReached,
    /// It was under way when the session stopped.
    Open,
    /// An answer was given, even if in another language.
    Answered,
    /// It was shown and nothing was written.
    Empty,
    /// "I don't know."
    Skipped,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Outcome; 5] =
        [Outcome::NotReached, Outcome::Open, Outcome::Answered, Outcome::Empty, Outcome::Skipped];

    /// As it is written in files.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::NotReached => "not-reached",
            Outcome::Open => "open",
            Outcome::Answered => "answered",
            Outcome::Empty => "empty",
            Outcome::Skipped => "skipped",
        }
    }
}

/// One question's record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The question.
    pub question: String,
    /// What became of it.
    pub outcome: Outcome,
    /// How many other wordings were asked for.
    pub asked: u32,
    /// Whether the one retry after an answer in another language was taken.
    pub retried: bool,
    /// The answer, then the answers to probes.
    pub segments: Vec<Segment>,
}

/// One stretch of text: the answer itself or the answer to a probe.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// Index into the question's probes; none for the answer itself.
    pub probe: Option<usize>,
    /// When it was shown.
    pub opened: u64,
    /// Whether the candidate answered the probe with "already said". Nothing is written then.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub already_said: bool,
    /// Reading allowance; the box starts after it or with the first change of the text.
    pub allowance: u64,
    /// When the text first changed.
    pub first_edit: Option<u64>,
    /// Length of the time box.
    pub limit: u64,
    /// The end of the interview, after which text is over-time whatever is left of the box.
    pub deadline: u64,
    /// When it was finished.
    pub finished: Option<u64>,
    /// The whole text.
    pub text: String,
    /// The text as it stood at the limit, when more was written afterwards.
    pub in_time: Option<String>,
    /// Each change, with its time on the interview's clock. Empty when the text did not come from a keyboard.
    pub edits: Vec<(u64, Edit)>,
}

impl Segment {
    /// When the box started.
    pub fn started(&self) -> u64 {
        let allowed = self.opened + self.allowance;
        self.first_edit.map_or(allowed, |first| first.min(allowed))
    }

    /// The moment from which text is over-time.
    pub fn limit_at(&self) -> u64 {
        (self.started() + self.limit).min(self.deadline)
    }

    /// The official text: what stood there at the limit.
    pub fn official(&self) -> &str {
        self.in_time.as_deref().unwrap_or(&self.text)
    }

    /// Time used at `now`, or in all when finished.
    pub fn used(&self, now: u64) -> u64 {
        self.finished.unwrap_or(now).saturating_sub(self.started())
    }
}

impl Answer {
    /// Whether text was written after a limit.
    pub fn has_overtime_text(&self) -> bool {
        self.segments.iter().any(|segment| segment.in_time.is_some())
    }

    /// Words in all segments, over-time included.
    pub fn words(&self) -> usize {
        self.segments.iter().map(|segment| segment.text.split_whitespace().count()).sum()
    }

    /// Time used, in milliseconds, probes included.
    pub fn used(&self) -> u64 {
        self.segments.iter().map(|segment| segment.used(segment.deadline)).sum()
    }

    /// Time allowed for what was asked, in milliseconds.
    pub fn allowed(&self) -> u64 {
        self.segments.iter().map(|segment| segment.limit).sum()
    }

    /// Time spent beyond the boxes of the answer and its probes, in milliseconds; 0 where nothing was written, and where it is
    /// less than a second.
    pub fn over_time(&self) -> u64 {
        let written = self.segments.iter().filter(|segment| !segment.text.trim().is_empty());
        let over = written.filter_map(|segment| Some(segment.finished?.saturating_sub(segment.limit_at())));
        Some(over.sum()).filter(|over| *over >= 1000).unwrap_or(0)
    }
}
