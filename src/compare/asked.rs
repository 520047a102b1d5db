//! One question of one attempt, as it is compared.

use crate::attempt::rescore::Present;
use crate::attempt::{QuestionResult, results};
use crate::content::Bundle;
use crate::scoring::scorecard::Mille;
use crate::scoring::{Scorecard, interview};
use crate::session::{Answer, Outcome};

/// How a question went in one attempt.
#[derive(Debug, Clone)]
pub struct Take<'a> {
    /// From 1, in the order of the plan.
    pub number: usize,
    /// The question and its rubric; none where the attempt has lost them.
    pub bundle: Option<&'a Bundle>,
    /// In numbers.
    pub result: QuestionResult,
    /// What was said.
    pub answer: &'a Answer,
    /// How that is judged, as it stood at the limit; none where nothing was.
    pub card: Option<&'a Scorecard>,
}

/// The questions of an attempt, in order.
pub(super) fn takes(present: &Present) -> Vec<Take<'_>> {
    let attempt = &present.attempt;
    let parts = results(attempt).into_iter().zip(attempt.transcript.answers.iter().zip(&attempt.judged));
    let takes = (1..).zip(parts).map(|(number, (result, (answer, judged)))| Take {
        number,
        bundle: attempt.bundle(&result.question),
        result,
        answer,
        card: judged.in_time.as_ref(),
    });
    takes.collect()
}

impl Take<'_> {
    /// What it counts in a mean: its score, nothing for a question that was passed over; none where it leaves the mean (it was
    /// not reached, or cannot be scored).
    pub fn counts(&self) -> Option<Mille> {
        self.outcome(self.result.score).counts()
    }

    /// The same before the follow-ups.
    pub fn counts_unprompted(&self) -> Option<Mille> {
        self.outcome(self.unprompted()).counts()
    }

    /// The score before the follow-ups; where none was answered, the score.
    pub fn unprompted(&self) -> Option<Mille> {
        self.result.unprompted.filter(|_| self.result.score.is_some()).or(self.result.score)
    }

    /// As an interview's score takes it.
    pub(super) fn asked(&self, score: Option<Mille>) -> interview::Asked {
        let (question, topic) = (self.result.question.clone(), self.result.topic.clone());
        interview::Asked { question, topic, outcome: self.outcome(score) }
    }

    fn outcome(&self, score: Option<Mille>) -> interview::Outcome {
        match (self.result.outcome, score) {
            (Outcome::NotReached | Outcome::Open, _) => interview::Outcome::NotReached,
            (Outcome::Skipped, _) => interview::Outcome::Skipped,
            (Outcome::Empty, _) => interview::Outcome::Empty,
            (Outcome::Answered, None) => interview::Outcome::NotScorable,
            (Outcome::Answered, Some(score)) => interview::Outcome::Scored(score),
        }
    }
}
