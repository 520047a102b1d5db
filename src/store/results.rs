//! A few numbers of each question of each finished attempt, so that many attempts are told of at once. A cache: it can be emptied
//! at any time, and says which attempts it lacks.

use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::Store;
use super::error::StoreError;
use super::value::{at, column, integer};
use crate::attempt::{AttemptOutline, AttemptResults, QuestionResult, StoryShares};
use crate::plan::Plan;
use crate::scoring::scorecard::Mille;

/// Questions of one attempt; the order is that of [`read`].
const QUESTIONS: &str = "SELECT question, topic, kind, level, outcome, score, band, unprompted, substance, tools, tradeoffs, star, \
                         used_ms, allowed_ms, over_ms, first_point_ms, situation, task, action, result, overall \
                         FROM result WHERE attempt = $1 ORDER BY position";

/// The place of `overall` among them.
const OVERALL: usize = 20;

impl Store {
    /// The results of an attempt; of one that the cache lacks there are none.
    pub fn results(&self, outline: &AttemptOutline) -> Result<AttemptResults, StoreError> {
        let AttemptOutline { attempt, kind, started, level, .. } = *outline;
        let mut planned = self.connection.prepare_cached("SELECT plan FROM attempt WHERE id = $1")?;
        let frame = planned.query_row([attempt.to_string()], |row| column::<Plan>(row, "plan"))?.into();
        let mut results = AttemptResults { attempt, kind, started, level, frame, score: None, questions: Vec::new() };
        let mut statement = self.connection.prepare_cached(QUESTIONS)?;
        let mut rows = statement.query([attempt.to_string()])?;
        while let Some(row) = rows.next()? {
            results.score = row.get::<_, Option<u32>>(OVERALL)?.map(Mille);
            results.questions.push(read(row)?);
        }
        Ok(results)
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

/// Puts results in place of those that an attempt had, by the scoring that lists show.
pub(super) fn replace(transaction: &Connection, attempt: Uuid, results: &[QuestionResult]) -> Result<(), StoreError> {
    let overall =
        "SELECT s.score FROM attempt a JOIN scoring s ON s.attempt = a.id AND s.number = a.scoring WHERE a.id = $1";
    let overall: Option<Option<u32>> =
        transaction.query_row(overall, [attempt.to_string()], |row| row.get(0)).optional()?;
    transaction.execute("DELETE FROM result WHERE attempt = $1", [attempt.to_string()])?;
    let sql = "INSERT INTO result (attempt, position, question, topic, kind, level, outcome, score, band, unprompted, \
               substance, tools, tradeoffs, star, used_ms, allowed_ms, over_ms, first_point_ms, situation, task, action, \
               result, overall) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, \
               $19, $20, $21, $22, $23)";
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
            overall.flatten(),
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
