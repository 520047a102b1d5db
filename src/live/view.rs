//! What there is to show of an interview at a moment. Changes nothing.

use std::time::Duration;

use super::state::{Live, Phase};
use crate::content::{Bundle, Criterion};
use crate::plan::{Asked, Step};
use crate::rating::RatedQuestion;
use crate::session::Clock;

/// What there is to show at a moment.
#[derive(Debug, Clone, PartialEq)]
pub struct View<'a> {
    /// How far the interview is.
    pub phase: Phase,
    /// The step that is open.
    pub place: Place<'a>,
    /// Its index into the plan's steps, and how many there are.
    pub step: (usize, usize),
    /// The clock of the step.
    pub clock: Clock,
    /// The interview's clock. It stands still after the conversation.
    pub interview: Clock,
    /// When to move on to the next step, on the interview's clock.
    pub move_on: Duration,
}

/// The step that is open.
#[derive(Debug, Clone, PartialEq)]
pub enum Place<'a> {
    /// Opening words, the candidate's own questions, closing words.
    Page(&'a Step),
    /// A question.
    Question(QuestionView<'a>),
}

/// An open question.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionView<'a> {
    /// Index into the plan's questions.
    pub index: usize,
    /// How many questions there are.
    pub of: usize,
    /// Its place in the plan.
    pub asked: &'a Asked,
    /// Its wording, probes and rubric.
    pub bundle: &'a Bundle,
    /// What was made of the answer so far.
    pub rated: &'a RatedQuestion,
}

impl QuestionView<'_> {
    /// The criteria in the order in which interviewers see them: what is expected, then what is beyond the level.
    pub fn split(&self) -> (Vec<&Criterion>, Vec<&Criterion>) {
        self.bundle.rubric.split(self.asked.level)
    }
}

impl Live {
    /// The criteria of a question, by its place in the plan, in the order in which interviewers see them.
    pub fn criteria(&self, question: usize) -> Vec<&Criterion> {
        let (Some(bundle), Some(asked)) = (self.bundles.get(question), self.plan.questions().nth(question)) else {
            return Vec::new();
        };
        let (expected, beyond) = bundle.rubric.split(asked.level);
        [expected, beyond].concat()
    }

    /// What there is to show at a moment of the interview's clock; none where the plan is empty.
    pub fn view(&self, at: u64) -> Option<View<'_>> {
        let step = self.plan.steps.get(self.step)?;
        let begins = self.plan.clock().get(self.step).copied().unwrap_or_default();
        let seconds = Duration::from_secs(u64::from(step.seconds()));
        let place = self.place(step)?;
        let before = if let Place::Question(question) = &place { question.rated.used_ms } else { 0 };
        Some(View {
            phase: self.phase,
            place,
            step: (self.step, self.plan.steps.len()),
            clock: Clock { used: Duration::from_millis(before + self.spent(at)), limit: seconds },
            interview: Clock { used: Duration::from_millis(self.closed.unwrap_or(at)), limit: self.plan.total() },
            move_on: begins + seconds,
        })
    }

    fn place<'a>(&'a self, step: &'a Step) -> Option<Place<'a>> {
        let Step::Question(asked) = step else { return Some(Place::Page(step)) };
        let index = self.open_question()?;
        Some(Place::Question(QuestionView {
            index,
            of: self.sheet.questions.len(),
            asked,
            bundle: self.bundles.get(index)?,
            rated: self.sheet.questions.get(index)?,
        }))
    }
}
