//! Attempts in outline: the few figures that are needed of every question of very many attempts. The others, of fewer attempts,
//! are [`super::AttemptResults`].

use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

use super::AttemptKind;
use crate::content::Level;
use crate::scoring::scorecard::Mille;
use crate::session::Outcome;

/// A finished attempt in outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttemptOutline {
    /// The attempt.
    pub attempt: Uuid,
    /// What it is.
    pub kind: AttemptKind,
    /// When it began.
    pub started: Timestamp,
    /// The candidate's level.
    pub level: Level,
    /// Its questions, in the order of its plan.
    pub questions: Vec<QuestionOutline>,
}

/// A question and its topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedName {
    /// The question.
    pub question: String,
    /// Its topic.
    pub topic: String,
}

/// A question of a finished attempt in outline, as [`super::QuestionResult`] has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionOutline {
    /// What was asked; shared, for there are few questions and many answers.
    pub asked: Arc<AskedName>,
    /// The level it was judged at.
    pub level: Level,
    /// What became of it.
    pub outcome: Outcome,
    /// None: nothing was judged, or it is not scorable.
    pub score: Option<Mille>,
    /// 1 to 4; none: no band was given.
    pub band: Option<u8>,
}
