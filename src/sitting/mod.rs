//! A session kept on disk as it happens: the one place where the state machine, the store and the scorer meet.
//! Fronts (full-screen, plain lines, an answers file) drive a [`Sitting`]; they own the clock and give every call its time,
//! in milliseconds on the session's clock.

mod beat;
mod kept;
mod live;
mod script;
mod shelf;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

pub use kept::{ReadError, fill_results};
pub use live::{LiveError, LiveSitting, held};
pub use script::{Script, ScriptError, sit};
pub use shelf::Shelf;

use beat::Beat;

use crate::attempt::{self, Attempt, AttemptKind, Judged, Labels, Settings};
use crate::content::Bundle;
use crate::plan::Plan;
use crate::scoring::{Judge, Scorecard};
use crate::session::{Edit, Event, Screen, Session, Transcript, Verdict, View};
use crate::store::{Lease, Recorded, Store, StoreError};

/// A finished attempt, as it was judged when it was last scored; of several, a [`Shelf`] reads them faster.
///
/// # Errors
/// There is none, or it was written by another version.
pub fn load(store: &Store, id: Uuid) -> Result<Attempt, ReadError> {
    Shelf::default().load(store, id)
}

/// A session under way, recorded as it happens.
#[derive(Debug)]
pub struct Sitting {
    store: Store,
    /// Nobody else may run this attempt while we do.
    _lease: Lease,
    id: Uuid,
    started: Timestamp,
    settings: Settings,
    session: Session,
    /// In the plan's order.
    bundles: Vec<Bundle>,
    judges: Vec<Option<Judge>>,
    judged: Vec<Judged>,
    next_seq: u64,
    /// Events that a full disk, say, has kept from being stored so far.
    unsaved: Vec<Recorded>,
    /// When the clock was last noted.
    beat: Beat,
    probing: bool,
    resumes_at: u64,
    /// It was sat at another time, and is told now.
    is_retold: bool,
}

/// What a new sitting needs.
#[derive(Debug, Clone)]
pub struct Beginning {
    /// What it is.
    pub kind: AttemptKind,
    /// Whose attempt it is.
    pub profile: String,
    /// What will be asked.
    pub plan: Plan,
    /// One for each question of the plan, in order.
    pub bundles: Vec<Bundle>,
    /// How it is run.
    pub settings: Settings,
}

impl Sitting {
    /// Begins an attempt on disk. Its clock starts with [`Event::Started`].
    pub fn begin(store: Store, beginning: Beginning) -> Result<Self, StoreError> {
        Self::begin_at(store, beginning, Timestamp::now())
    }

    /// The same for one that was sat at another time, on paper say: its time of day follows the session's clock from then on.
    pub fn begin_then(store: Store, beginning: Beginning, started: Timestamp) -> Result<Self, StoreError> {
        let mut sitting = Self::begin_at(store, beginning, started)?;
        sitting.is_retold = true;
        Ok(sitting)
    }

    fn begin_at(mut store: Store, beginning: Beginning, started: Timestamp) -> Result<Self, StoreError> {
        let id = kept::id_of(started);
        let lease = store.lease(id)?;
        kept::begin(&mut store, id, started, &beginning)?;
        Ok(Self::new(store, lease, id, started, beginning.settings, beginning.plan, beginning.bundles))
    }

    /// The time of day at a moment of the session's clock.
    fn wall(&self, at: u64) -> Timestamp {
        let passed = jiff::SignedDuration::from_millis(i64::try_from(at).unwrap_or(i64::MAX));
        let then = self.started.checked_add(passed).ok().filter(|_| self.is_retold);
        then.unwrap_or_else(Timestamp::now)
    }

    /// Takes up an attempt that was interrupted; [`Sitting::resumes_at`] says where its clock goes on.
    pub fn resume(store: Store, id: Uuid) -> Result<Self, ReadError> {
        let lease = store.lease(id)?;
        let kept = kept::read(&store, id, &mut Shelf::default())?;
        let bundles = kept.bundles.into_iter().map(|(_, bundle)| Arc::unwrap_or_clone(bundle)).collect();
        let mut sitting = Self::new(store, lease, id, kept.started, kept.settings, kept.plan, bundles);
        for (at, event) in &kept.events {
            sitting.session.apply(event, *at);
            sitting.next_seq += 1;
        }
        let at = kept.events.last().map_or(0, |(at, _)| *at).max(kept.clock_ms);
        sitting.resumes_at = at;
        sitting.beat = Beat::new(at, Timestamp::now());
        let away = Timestamp::now().duration_since(kept.clock_wall).as_millis();
        if sitting.next_seq > 0 {
            sitting.record(Event::Interrupted { away: u64::try_from(away).unwrap_or(0) }, at)?;
            sitting.judge_if_due(at)?;
        }
        Ok(sitting)
    }

    fn new(
        store: Store,
        lease: Lease,
        id: Uuid,
        started: Timestamp,
        settings: Settings,
        plan: Plan,
        bundles: Vec<Bundle>,
    ) -> Self {
        let questions = bundles.iter().map(|bundle| bundle.question.clone()).collect();
        let session = Session::new(plan, questions, settings.rules);
        let judges = bundles.iter().map(|_| None).collect();
        let judged = vec![Judged::default(); bundles.len()];
        Sitting {
            store,
            _lease: lease,
            id,
            started,
            settings,
            session,
            bundles,
            judges,
            judged,
            next_seq: 0,
            unsaved: Vec::new(),
            beat: Beat::new(0, Timestamp::now()),
            probing: true,
            resumes_at: 0,
            is_retold: false,
        }
    }

    /// Where the session's clock stood when the sitting was begun (0) or taken up again.
    pub fn resumes_at(&self) -> u64 {
        self.resumes_at
    }

    /// The attempt's identity.
    pub fn id(&self) -> Uuid {
        self.id
    }

    /// Keeps what the candidate says of the attempt, beside what was said before.
    pub fn label(&mut self, labels: &Labels) -> Result<(), StoreError> {
        if let Some(note) = &labels.note {
            self.store.annotate(self.id, note, Timestamp::now())?;
        }
        self.store.tag(self.id, &labels.tags, &[])
    }

    /// How it is run.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The state machine, to look at.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// What there is to show.
    pub fn view(&self, at: u64) -> View<'_> {
        self.session.view(at)
    }

    /// Applies an event and records it. False: it did not fit the state, and nothing happened.
    ///
    /// # Errors
    /// The event counts and is kept in memory even when it could not be stored; the next call tries again.
    pub fn record(&mut self, event: Event, at: u64) -> Result<bool, StoreError> {
        if !self.session.apply(&event, at) {
            return Ok(false);
        }
        let question = self.current_question();
        self.unsaved.push(kept::recorded(&event, self.next_seq, (at, self.wall(at)), question));
        self.next_seq += 1;
        let saved = self.save();
        // Even with a full disk: an answer that waits for its verdict would wait for ever.
        self.judge_if_due(at)?;
        saved.map(|()| true)
    }

    /// Records how the text of the answer under way has changed; does nothing when it has not.
    ///
    /// # Errors
    /// As [`Sitting::record`].
    pub fn set_text(&mut self, text: &str, at: u64) -> Result<(), StoreError> {
        match Edit::between(self.session.text(), text) {
            Some(edit) => self.record(Event::Edited(edit), at).map(drop),
            None => Ok(()),
        }
    }

    /// To be called often: notes the clock on disk, tries again what could not be stored, and ends an answer whose time is
    /// up in a strict session. True: the answer was ended.
    ///
    /// # Errors
    /// As [`Sitting::record`].
    pub fn tick(&mut self, at: u64) -> Result<bool, StoreError> {
        if self.session.is_timed_out(at) {
            return self.record(Event::TimedOut, at);
        }
        if self.beat.is_due(at) && self.next_seq > 0 {
            self.beat(at)?;
        }
        Ok(false)
    }

    /// Notes the clock on disk; where the machine slept, the gap is listed.
    fn beat(&mut self, at: u64) -> Result<(), StoreError> {
        let now = Timestamp::now();
        if let Some(slept) = self.beat.go_on(at, now) {
            self.record(Event::Interrupted { away: slept }, at)?;
        }
        self.save()?;
        self.store.heartbeat(self.id, at, now)
    }

    /// Whether probes are asked at all; an answers file without answers to them wants none.
    pub fn set_probing(&mut self, probing: bool) {
        self.probing = probing;
    }

    /// Whether something could not be stored so far.
    pub fn has_unsaved(&self) -> bool {
        !self.unsaved.is_empty()
    }

    /// The judgement of an answered question; none before it is answered.
    pub fn card(&self, index: usize) -> Option<&Scorecard> {
        self.judged.get(index).and_then(|judged| judged.in_time.as_ref())
    }

    /// The question and rubric at a place of the plan.
    pub fn bundle(&self, index: usize) -> Option<&Bundle> {
        self.bundles.get(index)
    }

    /// Scores what was said, keeps the scores, and gives the whole attempt for the report.
    ///
    /// # Errors
    /// When the scores cannot be stored; the answers are safe then, and `--resume` finishes the attempt.
    pub fn finish(mut self) -> Result<Attempt, StoreError> {
        self.save()?;
        for index in 0..self.bundles.len() {
            self.judged[index] = self.judge(index);
        }
        let ended = self.wall(self.session.transcript().used);
        let mut attempt = Attempt {
            id: self.id,
            started: self.started,
            ended: Some(ended),
            settings: self.settings,
            transcript: self.session.transcript().clone(),
            plan: self.session.plan().clone(),
            bundles: self
                .bundles
                .into_iter()
                .map(|bundle| (bundle.question.id.clone(), Arc::new(bundle)))
                .collect::<BTreeMap<_, _>>(),
            judged: self.judged,
            contests: Vec::new(),
            labels: Labels::default(),
        };
        kept::finish(&mut self.store, &mut attempt)?;
        Ok(attempt)
    }

    /// The transcript so far.
    pub fn transcript(&self) -> &Transcript {
        self.session.transcript()
    }

    fn save(&mut self) -> Result<(), StoreError> {
        self.store.append(self.id, &self.unsaved)?;
        self.unsaved.clear();
        Ok(())
    }

    fn current_question(&self) -> Option<String> {
        self.session.open_question().map(|index| self.bundles[index].question.id.clone())
    }

    fn judge_if_due(&mut self, at: u64) -> Result<(), StoreError> {
        let Screen::Judging { index } = self.session.view(at).screen else {
            return Ok(());
        };
        self.judged[index] = self.judge(index);
        let verdict = self.verdict(index, at);
        self.record(Event::Judged(verdict), at).map(drop)
    }

    fn verdict(&mut self, index: usize, at: u64) -> Verdict {
        let asked: Vec<usize> =
            self.session.transcript().answers[index].segments.iter().filter_map(|segment| segment.probe).collect();
        let may_ask = self.probing && self.session.has_time_for_probe(at);
        let Some(card) = &self.judged[index].in_time else {
            return Verdict { scorable: true, probe: None };
        };
        let judge = self.judges[index].as_ref().filter(|_| may_ask);
        let scorable = card.score.is_some();
        Verdict { scorable, probe: judge.filter(|_| scorable).and_then(|judge| judge.probe(card, &asked)) }
    }

    fn judge(&mut self, index: usize) -> Judged {
        let bundle = &self.bundles[index];
        let judge = self.judges[index].get_or_insert_with(|| Judge::new(bundle));
        let answer = &self.session.transcript().answers[index];
        attempt::judge(judge, &bundle.question, answer, self.session.plan().level)
    }
}
