//! A few numbers of each question of each finished attempt, so that many attempts are told of at once. A cache: it can be emptied
//! at any time, and says which attempts it lacks.

use rusqlite::{Connection, Row, params};
use uuid::Uuid;

use super::Store;
use super::error::StoreError;
use super::value::{at, column, integer};
use crate::attempt::{AttemptKind, AttemptResults, QuestionResult, StoryShares};
use crate::scoring::scorecard::Mille;

/// What is read of a result; the order is that of [`read`].
const COLUMNS: &str = "r.question, r.topic, r.kind, r.level, r.outcome, r.score, r.band, r.unprompted, r.substance, r.tools, \
                       r.tradeoffs, r.star, r.used_ms, r.allowed_ms, r.over_ms, r.first_point_ms, r.situation, r.task, \
                       r.action, r.result";

/// What is read of the attempt, after the columns of its result.
const ATTEMPT: &str = "a.id, a.kind, a.started_at, a.level, s.score, a.questions";

impl Store {
    /// The results of all finished attempts of a profile and kind, oldest attempt first. Attempts that the cache lacks are left
    /// out: [`Store::without_results`] names them.
    pub fn results(&self, profile: &str, kind: AttemptKind) -> Result<Vec<AttemptResults>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS}, {ATTEMPT} FROM profile p JOIN attempt a ON a.profile = p.id \
             JOIN scoring s ON s.attempt = a.id AND s.number = a.scoring JOIN result r ON r.attempt = a.id \
             WHERE p.name = $1 AND a.kind = $2 AND a.state = 'finished' ORDER BY a.started_at, a.id, r.position"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params![profile, kind.name()])?;
        let mut all: Vec<AttemptResults> = Vec::new();
        // The id as it stands in the row is compared first: parsing it for each question would take as long as reading it.
        let mut last = String::new();
        while let Some(row) = rows.next()? {
            let id = row.get_ref(ID)?.as_str().map_err(|error| StoreError::Garbled(error.to_string()))?;
            if id != last {
                last = id.to_owned();
                all.push(attempt(row)?);
            }
            if let Some(attempt) = all.last_mut() {
                attempt.questions.push(read(row)?);
            }
        }
        Ok(all)
    }

    /// Keeps the results of an attempt in place of those that it had.
    pub fn keep_results(&mut self, attempt: Uuid, results: &[QuestionResult]) -> Result<(), StoreError> {
        let transaction = self.write()?;
        replace(&transaction, attempt, results)?;
        Ok(transaction.commit()?)
    }

    /// Finished attempts of a profile that the cache lacks, oldest first.
    pub fn without_results(&self, profile: &str) -> Result<Vec<Uuid>, StoreError> {
        let sql = "SELECT a.id FROM profile p JOIN attempt a ON a.profile = p.id \
                   WHERE p.name = $1 AND a.kind IN ('mock', 'drill') AND a.state = 'finished' \
                     AND NOT EXISTS (SELECT 1 FROM result r WHERE r.attempt = a.id) ORDER BY a.started_at, a.id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([profile], |row| column(row, "id"))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// More questions than this are not believed before they are read.
const MOST_AT_ONCE: usize = 100;

/// The place of the attempt's id among the columns.
const ID: usize = 20;

fn attempt(row: &Row<'_>) -> rusqlite::Result<AttemptResults> {
    Ok(AttemptResults {
        attempt: at(row, ID)?,
        kind: at(row, ID + 1)?,
        started: at(row, ID + 2)?,
        level: at(row, ID + 3)?,
        score: row.get::<_, Option<u32>>(ID + 4)?.map(Mille),
        // Room for all at once: growing step by step would take twice the memory, and copy each question twice.
        questions: Vec::with_capacity(at::<usize>(row, ID + 5)?.min(MOST_AT_ONCE)),
    })
}

/// Puts results in place of those that an attempt had.
pub(super) fn replace(transaction: &Connection, attempt: Uuid, results: &[QuestionResult]) -> Result<(), StoreError> {
    transaction.execute("DELETE FROM result WHERE attempt = $1", [attempt.to_string()])?;
    let sql = "INSERT INTO result (attempt, position, question, topic, kind, level, outcome, score, band, unprompted, \
               substance, tools, tradeoffs, star, used_ms, allowed_ms, over_ms, first_point_ms, situation, task, action, \
               result) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, \
               $21, $22)";
    let mut statement = transaction.prepare_cached(sql)?;
    for (position, one) in (0_u32..).zip(results) {
        let mille = |share: Option<Mille>| share.map(|share| share.0);
        let [substance, tools, tradeoffs, star] = one.dimensions.map(mille);
        let story = |part: fn(StoryShares) -> Mille| one.story.map(|story| part(story).0);
        statement.execute(params![
            attempt.to_string(),
            position,
            one.question,
            one.topic,
            one.kind.name(),
            one.level.name(),
            one.outcome.name(),
            mille(one.score),
            one.band,
            mille(one.unprompted),
            substance,
            tools,
            tradeoffs,
            star,
            integer(one.used_ms),
            integer(one.allowed_ms),
            integer(one.over_ms),
            one.first_point_ms.map(integer),
            story(|story| story.situation),
            story(|story| story.task),
            story(|story| story.action),
            story(|story| story.result),
        ])?;
    }
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<QuestionResult> {
    let mille = |index: usize| row.get::<_, Option<u32>>(index).map(|share| share.map(Mille));
    let story = match mille(16)? {
        Some(situation) => Some(StoryShares {
            situation,
            task: mille(17)?.unwrap_or_default(),
            action: mille(18)?.unwrap_or_default(),
            result: mille(19)?.unwrap_or_default(),
        }),
        None => None,
    };
    Ok(QuestionResult {
        question: row.get(0)?,
        topic: row.get(1)?,
        kind: at(row, 2)?,
        level: at(row, 3)?,
        outcome: at(row, 4)?,
        score: mille(5)?,
        band: row.get(6)?,
        unprompted: mille(7)?,
        dimensions: [mille(8)?, mille(9)?, mille(10)?, mille(11)?],
        used_ms: at(row, 12)?,
        allowed_ms: at(row, 13)?,
        over_ms: at(row, 14)?,
        first_point_ms: row.get::<_, Option<i64>>(15)?.and_then(|millis| u64::try_from(millis).ok()),
        story,
    })
}
