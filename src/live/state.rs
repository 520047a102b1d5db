//! The state machine: what an event changes. What happens to a question is in `marks`, what there is to show in `view`.

use super::event::Event;
use super::marks::{self, written};
use crate::content::Bundle;
use crate::plan::{Plan, Step};
use crate::rating::{Outcome, RatedQuestion, RatingError, RatingSheet};

/// A question that was open for less, in milliseconds, and of which nothing was taken down, was looked at and not asked.
const GLANCE_MS: u64 = 10_000;

/// An interview that is held. All times given to it are milliseconds from [`Event::Started`], and do not run while the program
/// is gone.
#[derive(Debug, Clone)]
pub struct Live {
    pub(super) plan: Plan,
    /// One for each question of the plan, in order.
    pub(super) bundles: Vec<Bundle>,
    pub(super) sheet: RatingSheet,
    pub(super) phase: Phase,
    /// Index into the plan's steps.
    pub(super) step: usize,
    /// When the step was turned to.
    pub(super) turned: u64,
    /// When the conversation was over.
    pub(super) closed: Option<u64>,
    /// Steps as they were left while questions were asked, each with when.
    left: Vec<(u64, usize)>,
}

/// How far the interview is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// No clock runs.
    NotStarted,
    /// Questions are asked.
    Talking,
    /// The conversation is over, and ratings are still open.
    Rating,
    /// Ratings stand; the engine may speak.
    Locked,
    /// Over.
    Done,
}

/// Why an event changed nothing, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It does not fit how far the interview is.
    #[error("that does not fit here")]
    NotNow,
    /// No question is open.
    #[error("no question is open; go to one first")]
    NoQuestion,
    /// Nothing has this number.
    #[error("there is no {what} {number} here")]
    NoSuch {
        /// A question, a probe, a note.
        what: &'static str,
        /// From 1.
        number: usize,
    },
    /// Not in the rubric.
    #[error("nothing on the list is called `{0}`")]
    NoCriterion(String),
    /// Skipped, although it is rated.
    #[error("this question is rated, so it was not passed over; rate it again, or say why it is not assessed")]
    Rated,
    /// No words.
    #[error("nothing is written there")]
    Nothing,
    /// Ratings stand.
    #[error(
        "ratings are locked, and so is what they rest on; a later change is kept beside the rating, with its reason"
    )]
    Locked,
    /// Questions lack a rating.
    #[error("first rate, or say why it is not assessed: question {}", numbers(.0))]
    Unrated(Vec<usize>),
    /// As the scorecard says.
    #[error(transparent)]
    Rating(#[from] RatingError),
}

impl Live {
    /// An interview that has not started. `bundles` are those of the plan's questions, in its order; so are the scorecard's.
    pub fn new(plan: Plan, bundles: Vec<Bundle>, sheet: RatingSheet) -> Self {
        Live { plan, bundles, sheet, phase: Phase::NotStarted, step: 0, turned: 0, closed: None, left: Vec::new() }
    }

    /// The scorecard so far.
    pub fn sheet(&self) -> &RatingSheet {
        &self.sheet
    }

    /// The scorecard, when it is over.
    pub fn into_sheet(self) -> RatingSheet {
        self.sheet
    }

    /// The plan it follows.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Question and rubric at a place of the plan.
    pub fn bundle(&self, index: usize) -> Option<&Bundle> {
        self.bundles.get(index)
    }

    /// How far it is.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// Numbers (from 1) of questions that were asked and are neither rated nor said to be not assessed.
    pub fn unrated(&self) -> Vec<usize> {
        let lacks = |question: &RatedQuestion| {
            question.outcome == Outcome::Asked && question.rating.is_none() && question.not_assessed.is_none()
        };
        let numbered = (1..).zip(&self.sheet.questions);
        numbered.filter(|(_, question)| lacks(question)).map(|(number, _)| number).collect()
    }

    /// The step that is open, as an index into the plan's steps.
    pub fn step(&self) -> usize {
        self.step
    }

    /// The step after it; none after the last. On paper only questions are gone through.
    pub fn next_step(&self) -> Option<usize> {
        (self.step + 1..self.plan.steps.len()).find(|step| self.is_gone_through(*step))
    }

    /// The step before it; none before the first.
    pub fn step_before(&self) -> Option<usize> {
        (0..self.step).rev().find(|step| self.is_gone_through(*step))
    }

    fn is_gone_through(&self, step: usize) -> bool {
        !self.sheet.from_paper || self.question_of(step).is_some()
    }

    /// The step of the plan at which a question is asked; none where there is no such question.
    pub fn step_of(&self, question: usize) -> Option<usize> {
        let steps = self.plan.steps.iter().enumerate().filter(|(_, step)| matches!(step, Step::Question(_)));
        steps.map(|(index, _)| index).nth(question)
    }

    /// The question that is open, as an index into the plan's questions.
    pub fn open_question(&self) -> Option<usize> {
        self.question_of(self.step)
    }

    fn question_of(&self, step: usize) -> Option<usize> {
        let is_question = |step: &&Step| matches!(step, Step::Question(_));
        let (before, at) = (self.plan.steps.get(..step)?, self.plan.steps.get(step)?);
        is_question(&at).then(|| before.iter().filter(is_question).count())
    }

    /// The question that was open at a moment of the interview, as far as it is over by then; none at other steps, and on paper.
    pub fn question_at(&self, at: u64) -> Option<usize> {
        let (_, step) = self.left.iter().find(|(left, _)| at < *left)?;
        self.question_of(*step)
    }

    /// Applies an event.
    ///
    /// # Errors
    /// It does not fit: nothing has changed, and it need not be recorded.
    pub fn apply(&mut self, event: &Event, at: u64) -> Result<(), Refused> {
        match (self.phase, event) {
            (Phase::Done, _) => return Err(Refused::NotNow),
            (_, Event::Interrupted { .. }) => {}
            (_, Event::WordsGiven { question, text }) => return self.take_words(*question, text),
            (Phase::NotStarted, Event::Started) => self.start(),
            (Phase::NotStarted, _) | (_, Event::Started) => return Err(Refused::NotNow),
            (_, Event::WentTo { step }) => return self.go_to(*step, at),
            (Phase::Talking, Event::Closed) => self.close(at),
            (Phase::Talking | Phase::Rating, Event::Locked) => return self.lock(at),
            (Phase::Locked, Event::SecondOpinion { question, card }) => {
                self.question_mut(*question)?.hear_second_opinion(card.as_ref().clone())?;
            }
            (_, Event::Revised { question, band, because }) => {
                let at = self.stamp(at);
                self.question_mut(*question)?.revise(*band, because, at)?;
            }
            (_, Event::Ended) => self.end(at),
            (Phase::Locked, Event::Closed | Event::Locked) => return Err(Refused::NotNow),
            (Phase::Locked, _) => return Err(Refused::Locked),
            (_, event) => return self.mark(event, at),
        }
        Ok(())
    }

    fn start(&mut self) {
        self.phase = Phase::Talking;
        if !self.is_gone_through(self.step) {
            self.step = self.next_step().unwrap_or_default();
        }
    }

    /// What happens to the open question.
    fn mark(&mut self, event: &Event, at: u64) -> Result<(), Refused> {
        let index = self.open_question().ok_or(Refused::NoQuestion)?;
        let at_ms = self.stamp(at);
        let (Some(bundle), Some(question)) = (self.bundles.get(index), self.sheet.questions.get_mut(index)) else {
            return Err(Refused::NoQuestion);
        };
        *question = marks::marked(question, bundle, event, at_ms)?;
        Ok(())
    }

    fn go_to(&mut self, step: usize, at: u64) -> Result<(), Refused> {
        if step >= self.plan.steps.len() {
            return Err(Refused::NoSuch { what: "step", number: step + 1 });
        }
        self.leave(at);
        self.step = step;
        Ok(())
    }

    /// Adds up the time of the step that is left. A glance is no asking.
    fn leave(&mut self, at: u64) {
        let (asking, spent) = (self.phase == Phase::Talking && !self.sheet.from_paper, self.spent(at));
        self.turned = at;
        if asking {
            self.left.push((at, self.step));
        }
        let Some(question) = self.open_question().and_then(|index| self.sheet.questions.get_mut(index)) else { return };
        question.used_ms += spent;
        if asking && question.outcome == Outcome::NotReached && question.used_ms >= GLANCE_MS {
            question.outcome = Outcome::Asked;
        }
    }

    /// Time on the step that is open, since it was turned to; none after the conversation, and none on paper.
    pub(super) fn spent(&self, at: u64) -> u64 {
        let runs = self.phase == Phase::Talking && !self.sheet.from_paper;
        if runs { at.saturating_sub(self.turned) } else { 0 }
    }

    fn close(&mut self, at: u64) {
        self.leave(at);
        (self.phase, self.closed) = (Phase::Rating, Some(at));
    }

    /// Leaving the open question may be what makes it asked, so that is tried on a copy.
    fn lock(&mut self, at: u64) -> Result<(), Refused> {
        let mut left = self.clone();
        left.leave(at);
        let unrated = left.unrated();
        if !unrated.is_empty() {
            return Err(Refused::Unrated(unrated));
        }
        left.closed.get_or_insert(at);
        left.phase = Phase::Locked;
        left.lock_ratings();
        *self = left;
        Ok(())
    }

    fn end(&mut self, at: u64) {
        self.leave(at);
        self.closed.get_or_insert(at);
        self.phase = Phase::Done;
        self.lock_ratings();
    }

    fn lock_ratings(&mut self) {
        self.sheet
            .questions
            .iter_mut()
            .filter_map(|question| question.rating.as_mut())
            .for_each(|one| one.locked = true);
    }

    /// Whoever said something was asked, as long as ratings are open.
    fn take_words(&mut self, question: usize, text: &str) -> Result<(), Refused> {
        let (words, is_open) = (written(text)?, self.phase < Phase::Locked);
        let question = self.question_mut(question)?;
        if question.second_opinion.is_some() {
            return Err(Refused::Locked);
        }
        question.candidate_words = Some(words);
        if is_open && question.outcome == Outcome::NotReached {
            question.outcome = Outcome::Asked;
        }
        Ok(())
    }

    fn question_mut(&mut self, index: usize) -> Result<&mut RatedQuestion, Refused> {
        let missing = Refused::NoSuch { what: "question", number: index.saturating_add(1) };
        self.sheet.questions.get_mut(index).ok_or(missing)
    }

    /// Paper knows no times.
    fn stamp(&self, at: u64) -> Option<u64> {
        (!self.sheet.from_paper).then_some(at)
    }
}

/// "2, 4 and 5".
pub fn numbers(all: &[usize]) -> String {
    let words: Vec<String> = all.iter().map(ToString::to_string).collect();
    match words.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}
