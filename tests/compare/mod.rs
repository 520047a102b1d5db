//! Attempts beside each other: judged by the small rubrics of tests/scoring/content, so that the cases hold whatever becomes of
//! the bank.

mod laws;
mod rescoring;
mod standing;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use hotseat::attempt::rescore::{Present, Rescorer};
use hotseat::attempt::{self, Attempt, Settings};
use hotseat::content::{Level, Library};
use hotseat::plan::{Asked, Step};
use hotseat::scoring::Judge;
use hotseat::session::{Answer, Outcome, Segment, Transcript};

use crate::scoring::bench::{judge, library};
use crate::store::{at, id, plan};

/// What is said to one question: nothing said is a question that was passed over.
pub type Said<'a> = (&'a str, &'a [&'a str]);

pub const WEAK: &str = "I roll back to the last stable version.";
pub const STRONG: &str = "Alerts on the error rate tell us. I roll back to the last stable version and tell the support team. \
                          If a migration was part of it we fix forward instead, because a rollback could lose data.";
pub const STORY: &str = "Last March our payment service was down for two hours. I had to bring it back. I read the logs and \
                         rolled back the release. After that the error rate fell from 9% to 0.1%.";

/// A sitting by the present rubrics of the test library, begun so many days after some day.
pub fn sat(day: i64, level: Level, said: &[Said<'_>]) -> Attempt {
    sitting(library(), judge, day, level, said)
}

/// A sitting by the rubrics of another library.
pub fn sat_with(library: &Library, day: i64, level: Level, said: &[Said<'_>]) -> Attempt {
    let judges: BTreeMap<&str, Judge> =
        said.iter().map(|(question, _)| (*question, Judge::new(&library.bundle(question).unwrap()))).collect();
    sitting(library, |question| &judges[question], day, level, said)
}

fn sitting<'a>(
    library: &Library,
    judge: impl Fn(&str) -> &'a Judge,
    day: i64,
    level: Level,
    said: &[Said<'_>],
) -> Attempt {
    let questions: Vec<&str> = said.iter().map(|(question, _)| *question).collect();
    let mut plan = plan(&questions);
    plan.level = level;
    plan.extra_time = Default::default();
    for step in &mut plan.steps {
        let Step::Question(asked) = step else { continue };
        let own = &library.questions[&asked.question];
        *asked = Asked { topic: own.topic.clone(), level: level.max(own.level), ..asked.clone() };
    }
    let answers: Vec<Answer> = said.iter().map(|(question, texts)| answer(question, texts)).collect();
    let bundles: BTreeMap<_, _> =
        questions.iter().map(|id| ((*id).to_owned(), Arc::new(library.bundle(id).unwrap()))).collect();
    let judged = answers.iter().map(|answer| {
        let bundle = &bundles[&answer.question];
        attempt::judge(judge(&answer.question), &bundle.question, answer, level)
    });
    Attempt {
        id: id(day * 86_400),
        started: at(day * 86_400),
        ended: Some(at(day * 86_400 + 2700)),
        settings: Settings::default(),
        judged: judged.collect(),
        transcript: Transcript { answers, ..Transcript::default() },
        plan,
        bundles,
        contests: Vec::new(),
        labels: Default::default(),
    }
}

/// The answer itself, then one to each probe in order.
fn answer(question: &str, texts: &[&str]) -> Answer {
    let segment = |(at, text): (usize, &&str)| Segment {
        probe: at.checked_sub(1),
        limit: 240_000,
        deadline: 2_700_000,
        finished: Some(60_000 + 1000 * text.len() as u64),
        text: (*text).to_owned(),
        ..Segment::default()
    };
    Answer {
        question: question.to_owned(),
        outcome: if texts.is_empty() { Outcome::Skipped } else { Outcome::Answered },
        segments: texts.iter().enumerate().map(segment).collect(),
        ..Answer::default()
    }
}

pub fn present(attempt: Attempt) -> Present {
    // Its rubrics are made ready once for all cases of a thread.
    thread_local!(static RESCORER: RefCell<Rescorer<'static>> = RefCell::new(Rescorer::new(library())));
    RESCORER.with_borrow_mut(|rescorer| rescorer.present(attempt))
}

pub fn present_by(library: &Library, attempt: Attempt) -> Present {
    Rescorer::new(library).present(attempt)
}
