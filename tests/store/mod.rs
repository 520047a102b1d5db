//! Cases for store: what a user would lose, or keep, on real files.

mod attempts;
mod contests;
mod history;
mod interrupted;
mod labels;
pub mod opening;
mod results;
mod scorings;

use hotseat::attempt::AttemptKind;
use hotseat::content::{Level, Section};
use hotseat::plan::{Asked, ExtraTime, Plan, Pool, Step};
use hotseat::scoring::scorecard::Mille;
use hotseat::store::{BundleRow, NewAttempt, NewScoring, Recorded, ScorecardRow, Store};
use jiff::Timestamp;
use uuid::Uuid;

/// A store in a folder that goes when it is dropped.
pub fn store() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    (folder, store)
}

/// Some moment, so many seconds later.
pub fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + seconds).unwrap()
}

/// An attempt id whose first digits say when it began.
pub fn id(seconds: i64) -> Uuid {
    let millis = u64::try_from(at(seconds).as_millisecond()).unwrap();
    let mut random = [7; 10];
    random[..8].copy_from_slice(&seconds.to_be_bytes());
    uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

pub fn plan(questions: &[&str]) -> Plan {
    let asked = |question: &&str| {
        Step::Question(Asked {
            question: (*question).to_owned(),
            topic: "deployments".into(),
            section: Section::Core,
            level: Level::Senior,
            read_seconds: 10,
            answer_seconds: 240,
            probes: 1,
            probe_seconds: 60,
            wording: 0,
        })
    };
    Plan {
        format: 1,
        interview: "devops-engineer".into(),
        title: "DevOps engineer".into(),
        level: Level::Senior,
        minutes: 45,
        extra_time: ExtraTime(125),
        seed: 7,
        topics: vec![],
        seen: vec![],
        pool: Pool { size: 37, fresh: 37 },
        steps: questions.iter().map(asked).collect(),
    }
}

/// Begins an attempt of profile `ada` that asks `canary` and `rollback`.
pub fn begin(store: &mut Store, seconds: i64) -> Uuid {
    begin_for(store, "ada", seconds, &["canary", "rollback"])
}

pub fn begin_for(store: &mut Store, profile: &str, seconds: i64, questions: &[&str]) -> Uuid {
    let plan = plan(questions);
    let bundles: Vec<BundleRow> = questions.iter().map(|question| bundle(question, "1")).collect();
    let new = NewAttempt {
        id: id(seconds),
        kind: AttemptKind::Mock,
        profile,
        plan: &plan,
        bundles: &bundles,
        settings: r#"{"strict":true}"#,
        started: at(seconds),
    };
    store.begin(&new).unwrap();
    new.id
}

pub fn bundle(question: &str, version: &str) -> BundleRow {
    BundleRow {
        fingerprint: format!("{question}-{version}"),
        question: question.into(),
        body: format!(r#"{{"version":{version}}}"#),
    }
}

pub fn event(seq: u64, at_ms: u64, question: Option<&str>, body: &str) -> Recorded {
    let wall = at(i64::try_from(at_ms / 1000).unwrap());
    Recorded { seq, at_ms, wall, kind: "typed".into(), question: question.map(str::to_owned), body: body.into() }
}

pub fn card(question: &str, version: &str, engine: &str, body: &str) -> ScorecardRow {
    ScorecardRow {
        question: question.into(),
        rubric: format!("{question}-{version}"),
        engine: engine.into(),
        body: body.into(),
    }
}

pub fn scoring<'a>(seconds: i64, score: u32, scorecards: &'a [ScorecardRow]) -> NewScoring<'a> {
    NewScoring {
        scored: at(seconds),
        bundles: &[],
        scorecards,
        score: Some(Mille(score)),
        band: Some(3),
        answered: 2,
        body: r#"{"overall":true}"#,
        results: &[],
    }
}

/// Finishes an attempt without any scorecard.
pub fn finish(store: &mut Store, attempt: Uuid, seconds: i64, score: u32) {
    store.finish(attempt, &scoring(seconds, score, &[])).unwrap();
}
