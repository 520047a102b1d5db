//! Between a sitting and its rows in the store: writing it down, and reading it back.

use std::sync::Arc;

use jiff::Timestamp;
use serde::Serialize;
use uuid::Uuid;

use super::{Beginning, Shelf};
use crate::attempt::{self, Attempt, AttemptKind, Judged, Settings};
use crate::content::Bundle;
use crate::plan::Plan;
use crate::session::{Event, Session};
use crate::store::{BundleRow, NewAttempt, NewScoring, Recorded, ScorecardRow, Store, StoreError};

/// Why a kept attempt cannot be read back.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The store says no.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Something in it was written by another version of the program.
    #[error("attempt {id} cannot be read: its {what} was written by another version of hotseat ({error})")]
    Version {
        /// The attempt.
        id: Uuid,
        /// What cannot be read.
        what: &'static str,
        /// As the parser says it.
        error: serde_json::Error,
    },
    /// It has not been finished, so there is nothing to report.
    #[error("attempt {0} was not finished")]
    NotFinished(Uuid),
    /// It was held with somebody: there is a scorecard of ratings, and nothing that the candidate sat.
    #[error("{0} is an interview that was held with somebody; `hotseat interview --show {0}` prints its scorecard")]
    Held(Uuid),
}

/// An attempt as it was kept, ready to go on.
pub(super) struct Kept {
    pub started: Timestamp,
    pub ended: Option<Timestamp>,
    pub settings: Settings,
    pub plan: Plan,
    /// With the fingerprints under which they are stored.
    pub bundles: Vec<(String, Arc<Bundle>)>,
    pub events: Vec<(u64, Event)>,
    pub clock_ms: u64,
    pub clock_wall: Timestamp,
}

pub(super) fn begin(store: &mut Store, id: Uuid, started: Timestamp, new: &Beginning) -> Result<(), StoreError> {
    store.begin(&NewAttempt {
        id,
        kind: new.kind,
        profile: &new.profile,
        plan: &new.plan,
        bundles: &rows(&new.bundles),
        settings: &json(&new.settings),
        started,
    })
}

pub(super) fn rows(bundles: &[Bundle]) -> Vec<BundleRow> {
    bundles.iter().map(bundle_row).collect()
}

/// Keeps the scores of an attempt that is over, and what it contests.
pub(super) fn finish(store: &mut Store, attempt: &mut Attempt) -> Result<(), StoreError> {
    let ended = attempt.ended.unwrap_or_else(Timestamp::now);
    // Finishing may have been broken off here before: what is contested then stands there already.
    if store.contests(attempt.id)?.is_empty() {
        store.contest(attempt.id, &attempt.already_said(), ended)?;
    }
    attempt.contests = store.contests(attempt.id)?;
    attempt.labels = store.labels(attempt.id)?;
    with_scoring(attempt, ended, &[], |scoring| store.finish(attempt.id, scoring))
}

/// Keeps how a finished attempt is judged anew, by bundles that may be new.
pub(super) fn rescore(
    store: &mut Store,
    attempt: &Attempt,
    now: Timestamp,
    bundles: &[&BundleRow],
) -> Result<(), StoreError> {
    with_scoring(attempt, now, bundles, |scoring| store.rescore(attempt.id, scoring))
}

/// One pass of judging, as the store takes it.
fn with_scoring<T>(
    attempt: &Attempt,
    scored: Timestamp,
    bundles: &[&BundleRow],
    keep: impl FnOnce(&NewScoring<'_>) -> T,
) -> T {
    let judged = attempt.plan.questions().zip(&attempt.judged);
    let rows = judged.filter_map(|(asked, judged)| {
        let card = judged.in_time.as_ref()?;
        Some(ScorecardRow {
            question: asked.question.clone(),
            rubric: card.rubric.clone(),
            engine: card.engine.clone(),
            body: json(judged),
        })
    });
    let overall = attempt.overall(|judged| judged.in_time.as_ref());
    keep(&NewScoring {
        scored,
        bundles,
        scorecards: &rows.collect::<Vec<_>>(),
        score: overall.score,
        band: overall.band,
        answered: u32::try_from(attempt.answered()).unwrap_or(u32::MAX),
        body: &json(&overall),
        results: &attempt::results(attempt),
    })
}

pub(super) fn bundle_row(bundle: &Bundle) -> BundleRow {
    BundleRow { fingerprint: bundle.fingerprint().0, question: bundle.question.id.clone(), body: json(bundle) }
}

/// An identity that sorts by the time of beginning.
pub(super) fn id_of(started: Timestamp) -> Uuid {
    let seconds = u64::try_from(started.as_second()).unwrap_or(0);
    let nanos = u32::try_from(started.subsec_nanosecond()).unwrap_or(0);
    Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, seconds, nanos))
}

pub(super) fn recorded<E: Serialize>(
    event: &E,
    seq: u64,
    (at_ms, wall): (u64, Timestamp),
    question: Option<String>,
) -> Recorded {
    let body = serde_json::to_value(event).unwrap_or_default();
    let kind = body.get("event").and_then(|kind| kind.as_str()).unwrap_or("unknown").to_owned();
    Recorded { seq, at_ms, wall, kind, question, body: body.to_string() }
}

pub(super) fn read(store: &Store, id: Uuid, shelf: &mut Shelf) -> Result<Kept, ReadError> {
    let row = store.attempt(id)?;
    if row.kind == AttemptKind::Live {
        return Err(ReadError::Held(id));
    }
    let version = |what| move |error| ReadError::Version { id, what, error };
    let events = store.events(id)?;
    let events = events.iter().map(|event| Ok((event.at_ms, serde_json::from_str(&event.body)?)));
    Ok(Kept {
        started: row.started,
        ended: row.ended,
        settings: serde_json::from_str(&row.settings).map_err(version("settings"))?,
        plan: row.plan,
        bundles: bundles(store, id, row.bundles, shelf)?,
        events: events.collect::<Result<_, _>>().map_err(version("record"))?,
        clock_ms: row.clock_ms,
        clock_wall: row.clock_wall,
    })
}

/// Bundles by their fingerprints, in the same order.
pub(super) fn bundles(
    store: &Store,
    id: Uuid,
    fingerprints: Vec<String>,
    shelf: &mut Shelf,
) -> Result<Vec<(String, Arc<Bundle>)>, ReadError> {
    let mut named = |name: String| Ok(shelf.bundle(store, id, &name)?.map(|bundle| (name, bundle)));
    fingerprints.into_iter().filter_map(|name| named(name).transpose()).collect()
}

/// A finished attempt, as it was judged when it was last scored.
pub(super) fn load(store: &Store, id: Uuid, shelf: &mut Shelf) -> Result<Attempt, ReadError> {
    judged_by(store, id, &store.scorecards(id)?, shelf)
}

/// The same, as it was judged when it ended.
pub(super) fn load_as_it_ended(store: &Store, id: Uuid, shelf: &mut Shelf) -> Result<Attempt, ReadError> {
    judged_by(store, id, &store.first_scorecards(id)?, shelf)
}

fn judged_by(store: &Store, id: Uuid, rows: &[ScorecardRow], shelf: &mut Shelf) -> Result<Attempt, ReadError> {
    let kept = read(store, id, shelf)?;
    if kept.ended.is_none() {
        return Err(ReadError::NotFinished(id));
    }
    let questions = kept.bundles.iter().map(|(_, bundle)| bundle.question.clone()).collect();
    let mut session = Session::new(kept.plan.clone(), questions, kept.settings.rules);
    for (at, event) in &kept.events {
        session.apply(event, *at);
    }
    let judged = judged(rows, id, &kept.plan)?;
    let judged_with = |(name, begun): &(String, Arc<Bundle>)| {
        let bundle = judged_with(store, id, rows, (name, begun), shelf)?;
        Ok((bundle.question.id.clone(), bundle))
    };
    Ok(Attempt {
        id,
        started: kept.started,
        ended: kept.ended,
        settings: kept.settings,
        judged,
        contests: store.contests(id)?,
        labels: store.labels(id)?,
        plan: kept.plan,
        transcript: session.transcript().clone(),
        bundles: kept.bundles.iter().map(judged_with).collect::<Result<_, ReadError>>()?,
    })
}

/// The rubric that a question was judged by, with the question as it was asked.
fn judged_with(
    store: &Store,
    id: Uuid,
    rows: &[ScorecardRow],
    (fingerprint, begun): (&String, &Arc<Bundle>),
    shelf: &mut Shelf,
) -> Result<Arc<Bundle>, ReadError> {
    let row = rows.iter().find(|row| row.question == begun.question.id);
    let Some(row) = row.filter(|row| row.rubric != *fingerprint) else { return Ok(begun.clone()) };
    let other = shelf.bundle(store, id, &row.rubric)?;
    Ok(other.map_or_else(|| begun.clone(), |other| other.asked_as(&begun.question)))
}

/// Makes the results of attempts that were finished before results were kept. `progress` is told how many are done, of how
/// many. Attempts that cannot be read are given back with the reason, and left as they are.
///
/// # Errors
/// When the store cannot be read or written.
pub fn fill_results(
    store: &mut Store,
    profile: &str,
    mut progress: impl FnMut(usize, usize),
) -> Result<Vec<ReadError>, StoreError> {
    let lacking = store.without_results(profile)?;
    let (mut shelf, mut unread) = (Shelf::default(), Vec::new());
    for (done, id) in lacking.iter().enumerate() {
        match shelf.load(store, *id) {
            Ok(attempt) => store.keep_results(*id, &attempt::results(&attempt))?,
            Err(error) => unread.push(error),
        }
        progress(done + 1, lacking.len());
    }
    Ok(unread)
}

fn judged(rows: &[ScorecardRow], id: Uuid, plan: &Plan) -> Result<Vec<Judged>, ReadError> {
    let read = |question: &str| match rows.iter().find(|row| row.question == question) {
        Some(row) => {
            serde_json::from_str(&row.body).map_err(|error| ReadError::Version { id, what: "scorecard", error })
        }
        None => Ok(Judged::default()),
    };
    plan.questions().map(|asked| read(&asked.question)).collect()
}

/// Own types with string keys: they always have a JSON form.
pub(super) fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
