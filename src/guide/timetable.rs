//! When what happens, from 0:00.

use std::time::Duration;

use crate::plan::{Plan, Step};

/// A line of the timetable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// When it starts, if everything before it took all of its time.
    pub from: Duration,
    /// When to move on.
    pub until: Duration,
    /// What happens.
    pub part: Part,
}

/// What happens at some time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The opening words.
    Opening,
    /// A question, by its number from 1.
    Question(usize),
    /// The candidate's own questions.
    CandidateQuestions,
    /// The closing words.
    Closing,
}

/// The lines of a plan, in order, by the plan's own clock.
pub(super) fn of(plan: &Plan) -> Vec<Moment> {
    let mut number = 0;
    let moment = |(step, from): (&Step, Duration)| {
        let part = match step {
            Step::Intro { .. } => Part::Opening,
            Step::CandidateQuestions { .. } => Part::CandidateQuestions,
            Step::Close { .. } => Part::Closing,
            Step::Question(_) => {
                number += 1;
                Part::Question(number)
            }
        };
        Moment { from, until: from + Duration::from_secs(u64::from(step.seconds())), part }
    };
    plan.steps.iter().zip(plan.clock()).map(moment).collect()
}
