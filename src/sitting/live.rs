//! An interview held with somebody, kept on disk as it happens: where [`Live`], the store and the scorer meet.

use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

use super::Shelf;
use super::beat::Beat;
use super::kept::{self, ReadError};
use crate::attempt::AttemptKind;
use crate::content::Bundle;
use crate::live::{Event, Live, Phase, Refused, View};
use crate::plan::Plan;
use crate::rating::RatingSheet;
use crate::scoring::{Judge, Segment};
use crate::store::{Lease, NewAttempt, NewScoring, Recorded, Store, StoreError, StoredAttempt};

/// An interview that is held, recorded as it happens.
#[derive(Debug)]
pub struct LiveSitting {
    store: Store,
    /// Nobody else may hold this interview while we do.
    _lease: Lease,
    id: Uuid,
    live: Live,
    next_seq: u64,
    /// Events that a full disk, say, has kept from being stored so far.
    unsaved: Vec<Recorded>,
    /// When the clock was last noted: on the interview's clock, and by wall time.
    beat: Beat,
    resumes_at: u64,
}

/// Why something did not happen, or is not on disk.
#[derive(Debug, thiserror::Error)]
pub enum LiveError {
    /// It does not fit: nothing has happened.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// It happened and is kept in memory; the next call tries to store it again.
    #[error("not saved: {0}; trying again")]
    NotSaved(#[from] StoreError),
}

/// An interview as its events tell it, to look at: over or not, and whoever holds it.
///
/// # Errors
/// There is none, or it was written by another version.
pub fn held(store: &Store, id: Uuid) -> Result<Live, ReadError> {
    replayed(store, &store.attempt(id)?, &store.events(id)?)
}

fn replayed(store: &Store, row: &StoredAttempt, events: &[Recorded]) -> Result<Live, ReadError> {
    let version = |what| move |error| ReadError::Version { id: row.id, what, error };
    let bundles = kept::bundles(store, row.id, row.bundles.clone(), &mut Shelf::default())?;
    let bundles = bundles.into_iter().map(|(_, bundle)| Arc::unwrap_or_clone(bundle)).collect();
    let sheet = serde_json::from_str(&row.settings).map_err(version("settings"))?;
    let mut live = Live::new(row.plan.clone(), bundles, sheet);
    for recorded in events {
        let event: Event = serde_json::from_str(&recorded.body).map_err(version("record"))?;
        // What is stored was taken when it happened.
        let _ = live.apply(&event, recorded.at_ms);
    }
    Ok(live)
}

impl LiveSitting {
    /// Begins an interview on disk, with the empty scorecard as its settings. Its clock starts with [`Event::Started`].
    ///
    /// # Errors
    /// When it cannot be stored.
    pub fn begin(
        mut store: Store,
        profile: &str,
        plan: Plan,
        bundles: Vec<Bundle>,
        sheet: RatingSheet,
    ) -> Result<Self, StoreError> {
        let lease = store.lease(sheet.id)?;
        store.begin(&NewAttempt {
            id: sheet.id,
            kind: AttemptKind::Live,
            profile,
            plan: &plan,
            bundles: &kept::rows(&bundles),
            settings: &kept::json(&sheet),
            started: sheet.started,
        })?;
        Ok(Self::new(store, lease, sheet.id, Live::new(plan, bundles, sheet)))
    }

    /// Takes up an interview that was interrupted; [`LiveSitting::resumes_at`] says where its clock goes on.
    ///
    /// # Errors
    /// Another process holds it, or it was written by another version.
    pub fn resume(store: Store, id: Uuid) -> Result<Self, ReadError> {
        let lease = store.lease(id)?;
        let (row, events) = (store.attempt(id)?, store.events(id)?);
        let live = replayed(&store, &row, &events)?;
        let mut sitting = Self::new(store, lease, id, live);
        sitting.next_seq = events.len() as u64;
        sitting.resumes_at = events.last().map_or(0, |last| last.at_ms).max(row.clock_ms);
        sitting.beat = Beat::new(sitting.resumes_at, Timestamp::now());
        if sitting.next_seq > 0 {
            sitting.note_gap(Timestamp::now().duration_since(row.clock_wall))?;
        }
        Ok(sitting)
    }

    fn new(store: Store, lease: Lease, id: Uuid, live: Live) -> Self {
        let beat = Beat::new(0, Timestamp::now());
        LiveSitting { store, _lease: lease, id, live, next_seq: 0, unsaved: Vec::new(), beat, resumes_at: 0 }
    }

    fn note_gap(&mut self, away: jiff::SignedDuration) -> Result<(), StoreError> {
        let away = u64::try_from(away.as_millis()).unwrap_or(0);
        match self.record(Event::Interrupted { away }, self.resumes_at) {
            Err(LiveError::NotSaved(error)) => Err(error),
            _ => Ok(()),
        }
    }

    /// Where the interview's clock stood when it was begun (0) or taken up again.
    pub fn resumes_at(&self) -> u64 {
        self.resumes_at
    }

    /// The state machine, to look at.
    pub fn live(&self) -> &Live {
        &self.live
    }

    /// The scorecard so far.
    pub fn sheet(&self) -> &RatingSheet {
        self.live.sheet()
    }

    /// Identity of interview and scorecard.
    pub fn id(&self) -> Uuid {
        self.id
    }

    /// What there is to show.
    pub fn view(&self, at: u64) -> Option<View<'_>> {
        self.live.view(at)
    }

    /// Whether something could not be stored so far.
    pub fn has_unsaved(&self) -> bool {
        !self.unsaved.is_empty()
    }

    /// Applies an event and records it.
    ///
    /// # Errors
    /// [`LiveError`].
    pub fn record(&mut self, event: Event, at: u64) -> Result<(), LiveError> {
        self.live.apply(&event, at)?;
        let question = self.live.open_question().and_then(|index| self.live.bundle(index));
        let question = question.map(|bundle| bundle.question.id.clone());
        self.unsaved.push(kept::recorded(&event, self.next_seq, (at, Timestamp::now()), question));
        self.next_seq += 1;
        Ok(self.save()?)
    }

    /// Goes to the next step; after the last one the conversation is over.
    ///
    /// # Errors
    /// As [`LiveSitting::record`].
    pub fn go_on(&mut self, at: u64) -> Result<(), LiveError> {
        match self.live.next_step() {
            Some(step) => self.record(Event::WentTo { step }, at),
            None => self.record(Event::Closed, at),
        }
    }

    /// Goes to the step before; stays at the first.
    ///
    /// # Errors
    /// As [`LiveSitting::record`].
    pub fn go_back(&mut self, at: u64) -> Result<(), LiveError> {
        let step = self.live.step_before().unwrap_or(self.live.step());
        self.record(Event::WentTo { step }, at)
    }

    /// Goes to a question, by its place in the plan from 0.
    ///
    /// # Errors
    /// As [`LiveSitting::record`].
    pub fn go_to_question(&mut self, question: usize, at: u64) -> Result<(), LiveError> {
        let missing = Refused::NoSuch { what: "question", number: question.saturating_add(1) };
        let step = self.live.step_of(question).ok_or(missing)?;
        self.record(Event::WentTo { step }, at)
    }

    /// Passes the open question over, with a reason, and goes on.
    ///
    /// # Errors
    /// As [`LiveSitting::record`].
    pub fn skip(&mut self, because: &str, at: u64) -> Result<(), LiveError> {
        self.record(Event::Skipped { because: because.to_owned() }, at)?;
        self.go_on(at)
    }

    /// To be called often: notes the clock on disk, and tries again what could not be stored.
    ///
    /// # Errors
    /// As [`LiveSitting::record`].
    pub fn tick(&mut self, at: u64) -> Result<(), LiveError> {
        if !self.beat.is_due(at) || self.next_seq == 0 {
            return Ok(());
        }
        let now = Timestamp::now();
        if let Some(slept) = self.beat.go_on(at, now) {
            self.record(Event::Interrupted { away: slept }, at)?;
        }
        self.save()?;
        Ok(self.store.heartbeat(self.id, at, now)?)
    }

    /// Locks the ratings, then lets the engine judge the candidate's words, question by question. How many it judged.
    ///
    /// # Errors
    /// As [`LiveSitting::record`]; questions that lack a rating are named.
    pub fn hear_second_opinions(&mut self, at: u64) -> Result<usize, LiveError> {
        if self.live.phase() != Phase::Locked {
            self.record(Event::Locked, at)?;
        }
        let due: Vec<usize> =
            (0..self.sheet().questions.len()).filter(|index| self.waits_for_opinion(*index)).collect();
        for index in &due {
            self.judge(*index, at)?;
        }
        Ok(due.len())
    }

    fn waits_for_opinion(&self, index: usize) -> bool {
        let question = &self.sheet().questions[index];
        question.waits_for_opinion() && question.is_locked()
    }

    fn judge(&mut self, index: usize, at: u64) -> Result<(), LiveError> {
        let (Some(bundle), question) = (self.live.bundle(index), &self.sheet().questions[index]) else { return Ok(()) };
        let words = question.candidate_words.as_deref().unwrap_or_default();
        let card = Judge::new(bundle).score(&[Segment::answer(words)], self.sheet().level);
        self.record(Event::SecondOpinion { question: index, card: Box::new(card) }, at)
    }

    /// Keeps the finished scorecard, and gives it.
    ///
    /// # Errors
    /// When it cannot be stored; everything is kept then, and `--resume` finishes it.
    pub fn finish(mut self) -> Result<RatingSheet, StoreError> {
        self.save()?;
        let (id, ended) = (self.id, Timestamp::now());
        let mut sheet = self.live.into_sheet();
        sheet.finish(ended);
        self.store.keep_rating_sheet(id, &sheet.to_json())?;
        let rated = sheet.questions.iter().filter(|question| question.rating.is_some()).count();
        self.store.finish(
            id,
            &NewScoring {
                scored: ended,
                bundles: &[],
                scorecards: &[],
                score: None,
                band: None,
                answered: u32::try_from(rated).unwrap_or(u32::MAX),
                body: "{}",
                results: &[],
            },
        )?;
        Ok(sheet)
    }

    fn save(&mut self) -> Result<(), StoreError> {
        self.store.append(self.id, &self.unsaved)?;
        self.unsaved.clear();
        Ok(())
    }
}
