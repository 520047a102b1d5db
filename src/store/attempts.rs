//! One attempt as a whole: beginning it, reading it back, giving it up.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, Transaction, params};
use uuid::Uuid;

use super::error::StoreError;
use super::value::{column, integer, millis};
use super::{Store, profiles};
use crate::archive::EVENT_FORMAT;
use crate::attempt::{AttemptKind, State};
use crate::plan::Plan;

/// An attempt that begins.
#[derive(Debug, Clone, Copy)]
pub struct NewAttempt<'a> {
    /// UUID v7.
    pub id: Uuid,
    /// What it is.
    pub kind: AttemptKind,
    /// Name of the profile; it is created where it does not exist.
    pub profile: &'a str,
    /// What will be asked.
    pub plan: &'a Plan,
    /// Question and rubric of every question of the plan.
    pub bundles: &'a [BundleRow],
    /// How the session is run, as JSON.
    pub settings: &'a str,
    /// When it begins.
    pub started: Timestamp,
}

/// All that judging a question needs, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BundleRow {
    /// Hash of the body.
    pub fingerprint: String,
    /// The question's id.
    pub question: String,
    /// JSON.
    pub body: String,
}

/// An attempt as it was begun, and where it stands. Its events and scorecards are read apart.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredAttempt {
    /// The attempt.
    pub id: Uuid,
    /// What it is.
    pub kind: AttemptKind,
    /// Name of the profile.
    pub profile: String,
    /// Whether it goes on.
    pub state: State,
    /// When it began.
    pub started: Timestamp,
    /// When it was finished or abandoned.
    pub ended: Option<Timestamp>,
    /// What was to be asked.
    pub plan: Plan,
    /// How the session is run, as JSON.
    pub settings: String,
    /// Fingerprints of the bundles it began with, in the order of the plan.
    pub bundles: Vec<String>,
    /// Last known position of the session clock, in milliseconds.
    pub clock_ms: u64,
    /// When that was.
    pub clock_wall: Timestamp,
    /// Version of the events' vocabulary.
    pub event_format: u32,
}

impl Store {
    /// Begins an attempt: all of it is on the disk when this returns, or nothing.
    pub fn begin(&mut self, new: &NewAttempt<'_>) -> Result<(), StoreError> {
        let transaction = self.write()?;
        let profile = profiles::ensure(&transaction, new.profile, new.started)?;
        insert_attempt(&transaction, new, &profile)?;
        insert_bundles(&transaction, new.bundles)?;
        insert_questions(&transaction, new)?;
        Ok(transaction.commit()?)
    }

    /// An attempt with its plan and settings.
    ///
    /// # Errors
    /// [`StoreError::UnknownAttempt`], or [`StoreError::Garbled`] where a newer program's plan cannot be read.
    pub fn attempt(&self, id: Uuid) -> Result<StoredAttempt, StoreError> {
        let bundles = self.bundles(id)?;
        let sql =
            "SELECT a.*, p.name AS profile_name FROM attempt a JOIN profile p ON p.id = a.profile WHERE a.id = $1";
        let found = self.connection.query_row(sql, [id.to_string()], |row| read(row, bundles)).optional()?;
        found.ok_or_else(|| StoreError::UnknownAttempt(id.to_string()))
    }

    /// Gives an attempt up: it is kept, and neither offered nor listed any more.
    ///
    /// # Errors
    /// [`StoreError::Ended`] where it had ended already.
    pub fn abandon(&mut self, id: Uuid, wall: Timestamp) -> Result<(), StoreError> {
        let transaction = self.write()?;
        end(&transaction, id, State::Abandoned, wall)?;
        transaction.commit()?;
        self.leases.sweep(id);
        Ok(())
    }

    /// A bundle as it is stored; none where no attempt refers to it.
    pub fn bundle(&self, fingerprint: &str) -> Result<Option<String>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT body FROM bundle WHERE fingerprint = $1")?;
        Ok(statement.query_row([fingerprint], |row| row.get(0)).optional()?)
    }

    fn bundles(&self, attempt: Uuid) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT bundle FROM asked WHERE attempt = $1 AND bundle IS NOT NULL ORDER BY position";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([attempt.to_string()], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Ends an attempt that is open.
pub(super) fn end(transaction: &Transaction<'_>, id: Uuid, state: State, wall: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE attempt SET state = $1, ended_at = $2 WHERE id = $3 AND state = 'open'";
    match transaction.execute(sql, params![state.name(), millis(wall), id.to_string()])? {
        0 => Err(why_not_open(transaction, id)),
        _ => Ok(()),
    }
}

/// Why a change that needs an open attempt found none.
pub(super) fn why_not_open(transaction: &Transaction<'_>, id: Uuid) -> StoreError {
    let sql = "SELECT 1 FROM attempt WHERE id = $1";
    match transaction.query_row(sql, [id.to_string()], |_| Ok(())).optional() {
        Ok(Some(())) => StoreError::Ended(id),
        Ok(None) => StoreError::UnknownAttempt(id.to_string()),
        Err(error) => error.into(),
    }
}

/// Stores bundles that are not stored yet.
pub(super) fn insert_bundles<'a>(
    transaction: &Transaction<'_>,
    bundles: impl IntoIterator<Item = &'a BundleRow>,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO bundle (fingerprint, question, body) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    let mut statement = transaction.prepare_cached(sql)?;
    for bundle in bundles {
        statement.execute(params![bundle.fingerprint, bundle.question, bundle.body])?;
    }
    Ok(())
}

fn insert_attempt(transaction: &Transaction<'_>, new: &NewAttempt<'_>, profile: &str) -> Result<(), StoreError> {
    let sql = "INSERT INTO attempt (id, profile, state, format, program, started_at, interview, title, level, minutes, \
               extra_time, questions, plan_fingerprint, plan, settings, clock_ms, clock_wall, kind) \
               VALUES ($1, $2, 'open', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, $15, $16)";
    let plan = new.plan;
    transaction.execute(
        sql,
        params![
            new.id.to_string(),
            profile,
            EVENT_FORMAT,
            env!("CARGO_PKG_VERSION"),
            millis(new.started),
            plan.interview,
            plan.title,
            plan.level.name(),
            plan.minutes,
            plan.extra_time.0,
            integer(plan.questions().count() as u64),
            plan.fingerprint().0,
            serde_json::to_string(plan).map_err(|error| StoreError::Garbled(error.to_string()))?,
            new.settings,
            millis(new.started),
            new.kind.name(),
        ],
    )?;
    Ok(())
}

fn insert_questions(transaction: &Transaction<'_>, new: &NewAttempt<'_>) -> Result<(), StoreError> {
    let sql = "INSERT INTO asked (attempt, position, question, bundle) VALUES ($1, $2, $3, $4)";
    let mut statement = transaction.prepare_cached(sql)?;
    for (position, asked) in (0_u32..).zip(new.plan.questions()) {
        let bundle = new.bundles.iter().find(|bundle| bundle.question == asked.question);
        let fingerprint = bundle.map(|bundle| &bundle.fingerprint);
        statement.execute(params![new.id.to_string(), position, asked.question, fingerprint])?;
    }
    Ok(())
}

fn read(row: &Row<'_>, bundles: Vec<String>) -> rusqlite::Result<StoredAttempt> {
    let ended: Option<i64> = row.get("ended_at")?;
    Ok(StoredAttempt {
        id: column(row, "id")?,
        kind: column(row, "kind")?,
        profile: row.get("profile_name")?,
        state: column(row, "state")?,
        started: column(row, "started_at")?,
        ended: ended.map(|_| column(row, "ended_at")).transpose()?,
        plan: column(row, "plan")?,
        settings: row.get("settings")?,
        bundles,
        clock_ms: column(row, "clock_ms")?,
        clock_wall: column(row, "clock_wall")?,
        event_format: row.get("format")?,
    })
}
