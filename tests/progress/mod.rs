//! Many attempts, looked at together.

mod due;
mod memory;
mod report;
mod schedule;
mod told;

use std::sync::{Arc, LazyLock};

use hotseat::attempt::{
    AskedName, AttemptKind, AttemptOutline, AttemptResults, Frame, QuestionOutline, QuestionResult,
};
use hotseat::content::{Kind, Level, Library, Question};
use hotseat::plan::ExtraTime;
use hotseat::progress::{Asking, Moment, Progress, Selection};
use hotseat::scoring::scorecard::Mille;
use hotseat::session::Outcome;
use jiff::{SignedDuration, Timestamp};

pub static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::builtin().unwrap());

/// The moment of all these tests.
pub fn now() -> Timestamp {
    Timestamp::from_second(1_790_000_000).unwrap()
}

pub fn days(days: i32) -> SignedDuration {
    SignedDuration::from_hours(24) * days
}

pub fn moment() -> Moment {
    Moment { now: now(), interview: None }
}

pub fn asking() -> Asking<'static> {
    Asking { topics: &[], last: 10, moment: moment() }
}

/// The first question of a topic and level that is no story.
pub fn question(topic: &str, level: Level) -> &'static Question {
    let mut questions = LIBRARY.questions.values();
    questions.find(|one| one.topic == topic && one.level == level && one.kind != Kind::Behavioural).unwrap()
}

/// An answer with a score; its band as the scale usually has it.
pub fn answer(question: &Question, score: u32) -> QuestionResult {
    QuestionResult {
        question: question.id.clone(),
        topic: question.topic.clone(),
        kind: question.kind,
        level: question.level,
        outcome: Outcome::Answered,
        score: Some(Mille(score)),
        band: Some(1 + u8::from(score >= 300) + u8::from(score >= 550) + u8::from(score >= 800)),
        unprompted: None,
        dimensions: [Some(Mille(score)), Some(Mille(score / 2)), None, None],
        used_ms: 200_000,
        allowed_ms: 240_000,
        over_ms: 0,
        first_point_ms: None,
        story: None,
    }
}

/// An attempt, so many days ago, with the mean of its answers as its score.
pub fn sat(days_ago: i32, kind: AttemptKind, level: Level, questions: Vec<QuestionResult>) -> AttemptResults {
    let sum: u32 = questions.iter().filter_map(|one| one.score).map(|score| score.0).sum();
    let started = now() - days(days_ago);
    let millis = u64::try_from(started.as_millisecond()).unwrap();
    AttemptResults {
        attempt: uuid::Builder::from_unix_timestamp_millis(millis, &[7; 10]).into_uuid(),
        kind,
        started,
        level,
        frame: Frame {
            title: "DevOps engineer".into(),
            minutes: 30,
            extra_time: ExtraTime::default(),
            topics: Vec::new(),
        },
        score: Some(Mille(sum / u32::try_from(questions.len().max(1)).unwrap())),
        questions,
    }
}

/// Attempts as lists of very many are read.
pub fn outlines(attempts: &[AttemptResults]) -> &'static [AttemptOutline] {
    let question = |one: &QuestionResult| QuestionOutline {
        asked: Arc::new(AskedName { question: one.question.clone(), topic: one.topic.clone() }),
        level: one.level,
        outcome: one.outcome,
        score: one.score,
        band: one.band,
    };
    let outline = |one: &AttemptResults| AttemptOutline {
        attempt: one.attempt,
        kind: one.kind,
        started: one.started,
        level: one.level,
        questions: one.questions.iter().map(question).collect(),
    };
    attempts.iter().map(outline).collect::<Vec<_>>().leak()
}

/// What is told of attempts; of those that are not looked at closely, only outlines are known.
pub fn told(attempts: &[AttemptResults], asking: &Asking<'_>) -> Progress<'static> {
    let outlines = outlines(attempts);
    let looked_at = Selection::of(outlines, asking).attempts();
    let known = |one: &&AttemptResults| looked_at.iter().any(|outline| outline.attempt == one.attempt);
    let results = attempts.iter().filter(known).cloned().collect::<Vec<_>>().leak();
    Progress::of(outlines, results, &LIBRARY, asking)
}
