//! What people say of their attempts, and what they have been shown: tags, notes, model answers; and taking attempts away.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::error::StoreError;
use super::value::{at, column, millis};
use super::{Store, profiles};
use crate::attempt::Labels;

/// Of bundles that nobody refers to.
pub(super) const ORPHANED: &str = "NOT EXISTS (SELECT 1 FROM asked q WHERE q.bundle = bundle.fingerprint) \
                                   AND NOT EXISTS (SELECT 1 FROM scorecard c WHERE c.rubric = bundle.fingerprint)";

impl Store {
    /// Tags of an attempt, sorted.
    pub fn tags(&self, attempt: Uuid) -> Result<Vec<String>, StoreError> {
        Ok(tags(&self.connection, attempt)?)
    }

    /// Tags and note of an attempt.
    pub fn labels(&self, attempt: Uuid) -> Result<Labels, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT text FROM note WHERE attempt = $1")?;
        let mut notes = statement.query_map([attempt.to_string()], |row| row.get(0))?;
        Ok(Labels { tags: self.tags(attempt)?, note: notes.next().transpose()? })
    }

    /// Gives an attempt tags, and takes others from it; those it has, or has not, are no mistake.
    pub fn tag(&mut self, attempt: Uuid, add: &[String], remove: &[String]) -> Result<(), StoreError> {
        if add.is_empty() && remove.is_empty() {
            return Ok(());
        }
        let transaction = self.write()?;
        for name in add {
            let sql = "INSERT INTO tag (attempt, name) VALUES ($1, $2) ON CONFLICT DO NOTHING";
            transaction.execute(sql, params![attempt.to_string(), name])?;
        }
        for name in remove {
            transaction
                .execute("DELETE FROM tag WHERE attempt = $1 AND name = $2", params![attempt.to_string(), name])?;
        }
        Ok(transaction.commit()?)
    }

    /// Keeps a note on an attempt in place of the one it had; an empty one takes it away.
    pub fn annotate(&mut self, attempt: Uuid, text: &str, wall: Timestamp) -> Result<(), StoreError> {
        let transaction = self.write()?;
        transaction.execute("DELETE FROM note WHERE attempt = $1", [attempt.to_string()])?;
        if !text.is_empty() {
            let sql = "INSERT INTO note (attempt, text, made_at) VALUES ($1, $2, $3)";
            transaction.execute(sql, params![attempt.to_string(), text, millis(wall)])?;
        }
        Ok(transaction.commit()?)
    }

    /// Remembers that somebody was shown the model answers of questions.
    pub fn remember_shown(&mut self, profile: &str, questions: &[String], wall: Timestamp) -> Result<(), StoreError> {
        let transaction = self.write()?;
        let profile = profiles::ensure(&transaction, profile, wall)?;
        for question in questions {
            let sql = "INSERT INTO shown (profile, question, shown_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
            transaction.execute(sql, params![profile, question, millis(wall)])?;
        }
        Ok(transaction.commit()?)
    }

    /// Questions whose model answers somebody has been shown, each with when that was first.
    pub fn first_shown(&self, profile: &str) -> Result<BTreeMap<String, Timestamp>, StoreError> {
        let sql = "SELECT s.question, min(s.shown_at) FROM profile p JOIN shown s ON s.profile = p.id \
                   WHERE p.name = $1 GROUP BY s.question";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([profile], |row| Ok((row.get(0)?, at(row, 1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Takes attempts away for ever, in any state, all or none, with everything that hangs on them. How many there were. Nothing
    /// of them can be read in the files any more, unless somebody else is reading at this moment.
    pub fn delete(&mut self, attempts: &[Uuid]) -> Result<usize, StoreError> {
        let transaction = self.write()?;
        let mut deleted = 0;
        for attempt in attempts {
            deleted += transaction.execute("DELETE FROM attempt WHERE id = $1", [attempt.to_string()])?;
        }
        transaction.execute(&format!("DELETE FROM bundle WHERE {ORPHANED}"), [])?;
        transaction.commit()?;
        self.empty_log()?;
        attempts.iter().for_each(|attempt| self.leases.sweep(*attempt));
        Ok(deleted)
    }

    /// The scorecard of an interviewer, as it was last kept; JSON.
    pub fn rating_sheet(&self, attempt: Uuid) -> Result<Option<String>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT body FROM rating_sheet WHERE attempt = $1")?;
        let mut rows = statement.query_map([attempt.to_string()], |row| row.get(0))?;
        Ok(rows.next().transpose()?)
    }

    /// Keeps the scorecard of an interviewer in place of the one before.
    pub fn keep_rating_sheet(&mut self, attempt: Uuid, body: &str) -> Result<(), StoreError> {
        let transaction = self.write()?;
        let sql = "INSERT INTO rating_sheet (attempt, body) VALUES ($1, $2) \
                   ON CONFLICT (attempt) DO UPDATE SET body = excluded.body";
        transaction.execute(sql, params![attempt.to_string(), body])?;
        Ok(transaction.commit()?)
    }

    /// Finished interviews that were held with others, newest first.
    pub fn held(&self, profile: &str) -> Result<Vec<Uuid>, StoreError> {
        let sql = "SELECT a.id FROM profile p JOIN attempt a ON a.profile = p.id \
                   WHERE p.name = $1 AND a.kind = 'live' AND a.state = 'finished' ORDER BY a.started_at DESC, a.id DESC";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([profile], |row| column(row, "id"))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Tags of an attempt, sorted.
pub(super) fn tags(connection: &Connection, attempt: Uuid) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare_cached("SELECT name FROM tag WHERE attempt = $1 ORDER BY name")?;
    statement.query_map([attempt.to_string()], |row| row.get(0))?.collect()
}
