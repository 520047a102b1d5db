//! What there is to show at a moment.

use super::clock::Clock;
use crate::plan::{Asked, Step};

/// What there is to show at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View<'a> {
    /// What fills the screen.
    pub screen: Screen<'a>,
    /// The interview's clock.
    pub interview: Clock,
    /// Whether the clocks stand still because the candidate paused.
    pub paused: bool,
    /// Numbers (from 1) of questions that will not be reached if the rest takes its planned time.
    pub out_of_reach: Vec<usize>,
}

/// What fills the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Screen<'a> {
    /// Before the start; no clock runs.
    NotStarted,
    /// An unscored step.
    Page {
        /// Introduction, own questions or close.
        step: &'a Step,
        /// Its clock.
        clock: Clock,
    },
    /// A question is open.
    Question(QuestionView<'a>),
    /// An answer is finished and waits for its verdict.
    Judging {
        /// Index into the plan's questions.
        index: usize,
    },
    /// The finished answer cannot be scored, and may be tried once more.
    NotScorable {
        /// Index into the plan's questions.
        index: usize,
    },
    /// Feedback on the question just answered.
    Feedback {
        /// Index into the plan's questions.
        index: usize,
    },
    /// Over.
    Done,
}

/// An open question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionView<'a> {
    /// Index into the plan's questions.
    pub index: usize,
    /// How many questions there are.
    pub of: usize,
    /// Its place in the plan.
    pub asked: &'a Asked,
    /// The wording to show; the probe's when one is open.
    pub prompt: &'a str,
    /// The question behind an open probe.
    pub probe_of: Option<&'a str>,
    /// How many other wordings are left to ask for.
    pub wordings_left: usize,
    /// Reading time left, while the box has not started.
    pub reading: Option<std::time::Duration>,
    /// The box.
    pub clock: Clock,
    /// The text so far.
    pub text: &'a str,
}
