//! Attempts whole, for files: out of the store as they are, and into it without changing what is there.

mod rows;

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, Savepoint, Transaction, params};
use uuid::Uuid;

use super::error::StoreError;
use super::value::{at, column, millis};
use super::{Store, results};
use crate::archive::{Body, KeptAttempt, KeptBundle, KeptProfile, KeptShown};
use crate::attempt::QuestionResult;

/// An attempt that comes from a file.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// What it is.
    pub attempt: KeptAttempt,
    /// What lists of many attempts show of each question.
    pub results: Vec<QuestionResult>,
}

/// What became of an attempt that came from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// It is kept now.
    New,
    /// It was there already, the same in all.
    Same,
    /// The same sitting was there already; of what was said and judged of it later, this differs. It was left as it is.
    Otherwise(Vec<&'static str>),
    /// Another sitting was there under its id, or it went on otherwise; that was left as it is.
    Different,
}

impl Store {
    /// Attempts in any state, of one profile or of all, by id, which is the order in which they began.
    pub fn ids(&self, profile: Option<&str>) -> Result<Vec<Uuid>, StoreError> {
        let sql = "SELECT a.id FROM profile p JOIN attempt a ON a.profile = p.id \
                   WHERE $1 IS NULL OR p.name = $1 ORDER BY a.id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([profile], |row| column(row, "id"))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// An attempt with all its rows.
    ///
    /// # Errors
    /// [`StoreError::UnknownAttempt`]; [`StoreError::Garbled`] where something in it is no JSON.
    pub fn kept_attempt(&self, id: Uuid) -> Result<KeptAttempt, StoreError> {
        rows::read(&self.connection, id)?.ok_or_else(|| StoreError::UnknownAttempt(id.to_string()))
    }

    /// Fingerprints of the bundles that attempts were begun with or judged by, each once, sorted.
    pub fn bundles_of(&self, attempts: &[Uuid]) -> Result<BTreeSet<String>, StoreError> {
        let sql = "SELECT bundle AS name FROM asked WHERE attempt = $1 AND bundle IS NOT NULL \
                   UNION SELECT rubric FROM scorecard WHERE attempt = $1";
        let mut named = BTreeSet::new();
        let mut statement = self.connection.prepare_cached(sql)?;
        for attempt in attempts {
            let rows = statement.query_map([attempt.to_string()], |row| row.get::<_, String>(0))?;
            named.extend(rows.collect::<Result<Vec<_>, _>>()?);
        }
        Ok(named)
    }

    /// Fingerprints of all bundles, sorted.
    pub fn bundle_names(&self) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT fingerprint FROM bundle ORDER BY fingerprint")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A bundle by its fingerprint.
    ///
    /// # Errors
    /// [`StoreError::Garbled`] where there is none, or it is no JSON.
    pub fn kept_bundle(&self, fingerprint: String) -> Result<KeptBundle, StoreError> {
        kept_bundle(&self.connection, fingerprint)
    }

    /// All profiles by id, with what is remembered of each.
    pub fn kept_profiles(&self) -> Result<Vec<KeptProfile>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT id, name, created_at FROM profile ORDER BY id")?;
        let rows = statement.query_map([], |row| {
            let id: Uuid = at(row, 0)?;
            let settings = settings(&self.connection, id)?;
            let shown = shown(&self.connection, id)?;
            Ok(KeptProfile { id, name: row.get(1)?, created: at(row, 2)?, settings, shown })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Finds a place for somebody who comes from a file: the profile of the same id, else of the same name, else a new one;
    /// `name` instead of the file's, where it is given, and then by name alone. What is remembered here is not overwritten.
    /// The id here.
    pub fn take_in_profile(&mut self, profile: &KeptProfile, name: Option<&str>) -> Result<Uuid, StoreError> {
        let transaction = self.write()?;
        let id = match name {
            Some(name) => ensure(&transaction, profile, name)?,
            None if is_known(&transaction, profile.id)? => profile.id,
            None => ensure(&transaction, profile, &profile.name)?,
        };
        remember(&transaction, profile, id)?;
        transaction.commit()?;
        Ok(id)
    }

    /// Keeps attempts that have been checked, each all or none, with the bundles that they name. One that is there already is
    /// left as it is. The answers are in the order of the attempts.
    ///
    /// # Errors
    /// When the store cannot be written to; then none of these attempts is kept.
    pub fn take_in(
        &mut self,
        incoming: &[Incoming],
        bundles: &BTreeMap<&str, &KeptBundle>,
    ) -> Result<Vec<Result<Taken, StoreError>>, StoreError> {
        let mut transaction = self.write()?;
        let mut all = Vec::with_capacity(incoming.len());
        for one in incoming {
            let mut point = transaction.savepoint()?;
            let taken = take(&point, one, bundles);
            match taken {
                Ok(_) => point.commit()?,
                Err(_) => point.rollback().and_then(|()| point.finish())?,
            }
            all.push(taken);
        }
        transaction.commit()?;
        Ok(all)
    }
}

fn take(
    point: &Savepoint<'_>,
    incoming: &Incoming,
    bundles: &BTreeMap<&str, &KeptBundle>,
) -> Result<Taken, StoreError> {
    let attempt = &incoming.attempt;
    if let Some(kept) = rows::read(point, attempt.id)? {
        // Whose it is may have been decided otherwise here.
        return Ok(compared(KeptAttempt { profile: attempt.profile, ..kept }, attempt));
    }
    let asked = attempt.asked.iter().filter_map(|asked| asked.bundle.as_deref());
    let judged = attempt.scorecards.iter().map(|card| card.rubric.as_str());
    for bundle in asked.chain(judged).filter_map(|name| bundles.get(name)) {
        let sql = "INSERT INTO bundle (fingerprint, question, body) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
        point.prepare_cached(sql)?.execute(params![bundle.fingerprint, bundle.question, bundle.body.text()])?;
    }
    rows::insert(point, attempt)?;
    results::replace(point, attempt.id, &incoming.results)?;
    Ok(Taken::New)
}

fn compared(kept: KeptAttempt, attempt: &KeptAttempt) -> Taken {
    let differs = [
        ("tags", kept.tags != attempt.tags),
        ("note", kept.note != attempt.note),
        ("contests", kept.contests != attempt.contests),
        ("scores", (&kept.scorings, &kept.scorecards) != (&attempt.scorings, &attempt.scorecards)),
    ];
    let sitting = KeptAttempt {
        scoring: attempt.scoring,
        tags: attempt.tags.clone(),
        note: attempt.note.clone(),
        contests: attempt.contests.clone(),
        scorings: attempt.scorings.clone(),
        scorecards: attempt.scorecards.clone(),
        ..kept
    };
    match differs.into_iter().filter(|(_, differs)| *differs).map(|(what, _)| what).collect::<Vec<_>>() {
        _ if sitting != *attempt => Taken::Different,
        same if same.is_empty() => Taken::Same,
        what => Taken::Otherwise(what),
    }
}

fn kept_bundle(connection: &Connection, fingerprint: String) -> Result<KeptBundle, StoreError> {
    let mut statement = connection.prepare_cached("SELECT question, body FROM bundle WHERE fingerprint = $1")?;
    let found = statement.query_row([&fingerprint], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let garbled = |said: String| StoreError::Garbled(format!("rubric {fingerprint}: {said}"));
    let (question, body): (String, String) = found.ok_or_else(|| garbled("it is missing".into()))?;
    let body = Body::of(body).map_err(|error| garbled(error.to_string()))?;
    Ok(KeptBundle { fingerprint, question, body })
}

fn settings(connection: &Connection, profile: Uuid) -> rusqlite::Result<BTreeMap<String, String>> {
    let mut statement = connection.prepare_cached("SELECT key, value FROM setting WHERE profile = $1")?;
    statement.query_map([profile.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

fn shown(connection: &Connection, profile: Uuid) -> rusqlite::Result<Vec<KeptShown>> {
    let sql = "SELECT question, shown_at FROM shown WHERE profile = $1 ORDER BY shown_at, question";
    let mut statement = connection.prepare_cached(sql)?;
    let read = |row: &rusqlite::Row<'_>| Ok(KeptShown { question: row.get(0)?, shown: at(row, 1)? });
    statement.query_map([profile.to_string()], read)?.collect()
}

fn is_known(connection: &Connection, profile: Uuid) -> rusqlite::Result<bool> {
    let sql = "SELECT 1 FROM profile WHERE id = $1";
    connection.prepare_cached(sql)?.exists([profile.to_string()])
}

/// The profile of this name; made with the id of the file where that is free, with a new one where it is not.
fn ensure(transaction: &Transaction<'_>, profile: &KeptProfile, name: &str) -> Result<Uuid, StoreError> {
    let id = if is_known(transaction, profile.id)? { Uuid::now_v7() } else { profile.id };
    let sql = "INSERT INTO profile (id, name, created_at) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING";
    transaction.execute(sql, params![id.to_string(), name, millis(profile.created)])?;
    Ok(transaction.query_row("SELECT id FROM profile WHERE name = $1", [name], |row| at(row, 0))?)
}

fn remember(transaction: &Transaction<'_>, profile: &KeptProfile, id: Uuid) -> Result<(), StoreError> {
    for (key, value) in &profile.settings {
        let sql = "INSERT INTO setting (profile, key, value) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
        transaction.execute(sql, params![id.to_string(), key, value])?;
    }
    for shown in &profile.shown {
        let sql = "INSERT INTO shown (profile, question, shown_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
        transaction.execute(sql, params![id.to_string(), shown.question, millis(shown.shown)])?;
    }
    Ok(())
}
