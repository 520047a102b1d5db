//! All finished attempts of somebody in outline. This reads a hundred thousand rows where there are ten thousand attempts, and
//! takes from each only what stands first in it.

use std::collections::HashSet;
use std::sync::Arc;

use rusqlite::{Row, params};
use uuid::Uuid;

use super::Store;
use super::error::StoreError;
use super::value::at;
use crate::attempt::{AttemptKind, AttemptOutline, QuestionOutline};
use crate::scoring::scorecard::Mille;

/// An index holds all that this reads. One statement with the questions would have to sort them.
const ATTEMPTS: &str = "SELECT a.id, a.started_at, a.level FROM profile p JOIN attempt a ON a.profile = p.id \
                        WHERE p.name = $1 AND a.kind = $2 AND a.state = 'finished' ORDER BY a.started_at, a.id";

/// Questions of one attempt; the order is that of [`Names::read`].
const QUESTIONS: &str =
    "SELECT question, topic, level, outcome, score, band FROM result WHERE attempt = $1 ORDER BY position";

impl Store {
    /// All finished attempts of a profile and kind in outline, oldest first. Those that the cache of results lacks have no
    /// questions: [`Store::without_results`] names them.
    pub fn outlines(&self, profile: &str, kind: AttemptKind) -> Result<Vec<AttemptOutline>, StoreError> {
        let mut attempts = self.connection.prepare_cached(ATTEMPTS)?;
        let mut questions = self.connection.prepare_cached(QUESTIONS)?;
        let mut rows = attempts.query(params![profile, kind.name()])?;
        let (mut names, mut all) = (Names::default(), Vec::new());
        while let Some(row) = rows.next()? {
            let attempt: Uuid = at(row, 0)?;
            // As many as before: growing step by step would copy each question twice.
            let mut asked = Vec::with_capacity(all.last().map_or(0, |last: &AttemptOutline| last.questions.len()));
            let mut results = questions.query([attempt.to_string()])?;
            while let Some(row) = results.next()? {
                asked.push(names.read(row)?);
            }
            all.push(AttemptOutline { attempt, kind, started: at(row, 1)?, level: at(row, 2)?, questions: asked });
        }
        Ok(all)
    }
}

/// Names that were read before, each of them kept once.
#[derive(Default)]
struct Names(HashSet<Arc<str>>);

impl Names {
    fn read(&mut self, row: &Row<'_>) -> rusqlite::Result<QuestionOutline> {
        Ok(QuestionOutline {
            question: self.named(row, 0)?,
            topic: self.named(row, 1)?,
            level: at(row, 2)?,
            outcome: at(row, 3)?,
            score: row.get::<_, Option<u32>>(4)?.map(Mille),
            band: row.get(5)?,
        })
    }

    fn named(&mut self, row: &Row<'_>, index: usize) -> rusqlite::Result<Arc<str>> {
        let name = row.get_ref(index)?.as_str()?;
        if let Some(known) = self.0.get(name) {
            return Ok(known.clone());
        }
        let new: Arc<str> = name.into();
        self.0.insert(new.clone());
        Ok(new)
    }
}
