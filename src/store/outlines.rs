//! All finished attempts of somebody in outline. This reads a hundred thousand rows where there are ten thousand attempts, and
//! takes from each only what stands first in it.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::{Row, params};
use uuid::Uuid;

use super::Store;
use super::error::StoreError;
use super::value::at;
use crate::attempt::{AskedName, AttemptKind, AttemptOutline, QuestionOutline};
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

/// Names that were read before, by question: each is kept once, unless a question has changed its topic.
#[derive(Default)]
struct Names(HashMap<String, Arc<AskedName>>);

impl Names {
    fn read(&mut self, row: &Row<'_>) -> rusqlite::Result<QuestionOutline> {
        Ok(QuestionOutline {
            asked: self.named(row.get_ref(0)?.as_str()?, row.get_ref(1)?.as_str()?),
            level: at(row, 2)?,
            outcome: at(row, 3)?,
            score: row.get::<_, Option<u32>>(4)?.map(Mille),
            band: row.get(5)?,
        })
    }

    fn named(&mut self, question: &str, topic: &str) -> Arc<AskedName> {
        if let Some(known) = self.0.get(question).filter(|known| known.topic == topic) {
            return known.clone();
        }
        let new = Arc::new(AskedName { question: question.to_owned(), topic: topic.to_owned() });
        self.0.insert(question.to_owned(), new.clone());
        new
    }
}
