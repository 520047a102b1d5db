//! Judging attempts anew by the present rubrics. What was said stays; how it is judged moves on.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::moved::{Moved, moved};
use super::{Attempt, Judged, judge};
use crate::content::{Bundle, Library};
use crate::plan::Asked;
use crate::scoring::{ENGINE, InterviewScore, Judge, Scorecard};
use crate::session::{Answer, Outcome};

/// The present rubrics, each made ready once for however many attempts, on however many threads.
#[derive(Debug)]
pub struct Rescorer<'a> {
    library: &'a Library,
    /// One for each rubric, empty until it is needed; none: the question is gone.
    seats: BTreeMap<&'a str, OnceLock<Option<Seat>>>,
}

/// A rubric and, as soon as an answer needs it, its judge.
#[derive(Debug)]
struct Seat {
    bundle: Arc<Bundle>,
    fingerprint: String,
    judge: OnceLock<Judge>,
}

/// An attempt under the present rubrics.
#[derive(Debug, Clone, PartialEq)]
pub struct Present {
    /// With the present bundles; of a question that is gone the one it was begun with, and nothing judged.
    pub attempt: Attempt,
    /// Questions that were answered and have no rubric any more, in the order of the plan.
    pub gone: Vec<String>,
    /// How it was judged until now; none: all of it by the present rubrics.
    pub before: Option<Before>,
}

/// How an attempt was judged before it was judged anew.
#[derive(Debug, Clone, PartialEq)]
pub struct Before {
    /// The interview's score.
    pub overall: InterviewScore,
    /// Questions whose judgement is another now, in the order of the plan.
    pub moved: Vec<Moved>,
}

impl<'a> Rescorer<'a> {
    /// By the rubrics of a library.
    pub fn new(library: &'a Library) -> Self {
        let seats = library.rubrics.keys().map(|question| (question.as_str(), OnceLock::new()));
        Rescorer { library, seats: seats.collect() }
    }

    /// An attempt as the present rubrics judge it. One that was judged by them already comes back as it is.
    pub fn present(&self, attempt: Attempt) -> Present {
        let answered = attempt.transcript.answers.iter().filter(|answer| answer.outcome == Outcome::Answered);
        let gone: Vec<String> = answered
            .filter(|answer| self.seat(&answer.question).is_none())
            .map(|answer| answer.question.clone())
            .collect();
        if self.is_current(&attempt) {
            return Present { attempt, gone, before: None };
        }
        let (judged, bundles) = self.rescored(&attempt);
        let overall = attempt.overall(|judged| judged.in_time.as_ref());
        let before = Before { overall, moved: moved(&attempt, &judged, &bundles) };
        Present { before: Some(before), attempt: Attempt { judged, bundles, ..attempt }, gone }
    }

    /// Whether a judgement is by the present rubric and rules.
    pub fn is_present(&self, question: &str, rubric: &str, engine: &str) -> bool {
        engine == ENGINE && self.seat(question).is_some_and(|seat| seat.fingerprint == rubric)
    }

    /// Whether every answer was judged by the present rubric and rules, and none by a rubric that is gone.
    fn is_current(&self, attempt: &Attempt) -> bool {
        let mut answers = attempt.transcript.answers.iter().zip(&attempt.judged);
        answers.all(|(answer, judged)| {
            let card = judged.in_time.as_ref();
            answer.outcome != Outcome::Answered
                || match (self.seat(&answer.question), card) {
                    (Some(seat), Some(card)) => seat.has_judged(card),
                    (seat, card) => seat.is_none() && card.is_none(),
                }
        })
    }

    fn rescored(&self, old: &Attempt) -> (Vec<Judged>, BTreeMap<String, Arc<Bundle>>) {
        let parts = old.plan.questions().zip(&old.transcript.answers);
        let judged = parts.map(|(asked, answer)| self.judged(old, asked, answer)).collect();
        let bundles = old.bundles.iter().map(|(question, bundle)| (question.clone(), self.bundle(question, bundle)));
        (judged, bundles.collect())
    }

    fn judged(&self, old: &Attempt, asked: &Asked, answer: &Answer) -> Judged {
        let level = old.plan.level;
        let Some(seat) = self.seat(&asked.question) else { return Judged::default() };
        // Probes are numbers into the question as it was asked then.
        let question = old.bundles.get(&asked.question).map_or(&seat.bundle.question, |bundle| &bundle.question);
        judge(seat.judge.get_or_init(|| Judge::new(&seat.bundle)), question, answer, level)
    }

    /// The present bundle; that of a question that is gone keeps its wording, under the present constants.
    fn bundle(&self, question: &str, old: &Bundle) -> Arc<Bundle> {
        let scale = &self.library.scale;
        let gone = || Arc::new(Bundle { scale: scale.clone(), ..old.clone() });
        self.seat(question).map_or_else(gone, |seat| seat.bundle.clone())
    }

    fn seat(&self, question: &str) -> Option<&Seat> {
        let seat = self.seats.get(question)?;
        seat.get_or_init(|| self.library.bundle(question).map(Seat::new)).as_ref()
    }
}

impl Seat {
    fn new(bundle: Bundle) -> Self {
        Seat { fingerprint: bundle.fingerprint().0, bundle: Arc::new(bundle), judge: OnceLock::new() }
    }

    fn has_judged(&self, card: &Scorecard) -> bool {
        card.rubric == self.fingerprint && card.engine == ENGINE
    }
}
