//! How attempts were judged. Scorecards are kept for ever under (attempt, question, rubric fingerprint, engine); scoring an attempt
//! again adds to them.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, Transaction, params};
use uuid::Uuid;

use super::attempts::{self, BundleRow};
use super::error::StoreError;
use super::value::{at, column, millis};
use super::{Store, results};
use crate::attempt::{QuestionResult, State};
use crate::scoring::scorecard::Mille;

/// One pass of judging over a whole attempt, to be stored.
#[derive(Debug, Clone, Copy)]
pub struct NewScoring<'a> {
    /// When it was done.
    pub scored: Timestamp,
    /// Bundles that it used, as far as the attempt did not begin with them.
    pub bundles: &'a [&'a BundleRow],
    /// One for each question that was judged.
    pub scorecards: &'a [ScorecardRow],
    /// The overall score; none: not scorable.
    pub score: Option<Mille>,
    /// The overall band, 1 to 4; none: not scorable.
    pub band: Option<u8>,
    /// Questions that were answered.
    pub answered: u32,
    /// The overall result, as JSON.
    pub body: &'a str,
    /// What lists of many attempts show of each question.
    pub results: &'a [QuestionResult],
}

/// How one answer was judged, by which rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScorecardRow {
    /// The question.
    pub question: String,
    /// Fingerprint of the bundle it was judged by.
    pub rubric: String,
    /// Version of the scoring rules.
    pub engine: String,
    /// JSON.
    pub body: String,
}

/// One pass of judging over a whole attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scoring {
    /// 1 for the one at the end of the attempt, 2… for later ones.
    pub number: u32,
    /// When it was done.
    pub scored: Timestamp,
    /// The overall score; none: not scorable.
    pub score: Option<Mille>,
    /// The overall band, 1 to 4; none: not scorable.
    pub band: Option<u8>,
    /// Questions that were answered.
    pub answered: u32,
    /// The overall result, as JSON.
    pub body: String,
}

/// By what an attempt was judged when it was last scored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedBy {
    /// Questions that were answered.
    pub answered: usize,
    /// Question, fingerprint of the bundle and version of the rules of each scorecard; sorted.
    pub cards: Vec<[String; 3]>,
}

impl Store {
    /// Finishes an attempt with its first scoring.
    ///
    /// # Errors
    /// [`StoreError::Ended`] where it was finished or abandoned before.
    pub fn finish(&mut self, attempt: Uuid, scoring: &NewScoring<'_>) -> Result<(), StoreError> {
        let transaction = self.write()?;
        attempts::end(&transaction, attempt, State::Finished, scoring.scored)?;
        add(&transaction, attempt, scoring)?;
        transaction.commit()?;
        self.leases.sweep(attempt);
        Ok(())
    }

    /// Adds a later scoring to a finished attempt; lists show it from now on. Earlier ones stay.
    ///
    /// # Errors
    /// [`StoreError::NotFinished`].
    pub fn rescore(&mut self, attempt: Uuid, scoring: &NewScoring<'_>) -> Result<(), StoreError> {
        let transaction = self.write()?;
        require_finished(&transaction, attempt)?;
        add(&transaction, attempt, scoring)?;
        Ok(transaction.commit()?)
    }

    /// The scorecards of the latest scoring, in the order of the plan.
    pub fn scorecards(&self, attempt: Uuid) -> Result<Vec<ScorecardRow>, StoreError> {
        self.read_scorecards(&scorecards_of("a.scoring"), attempt)
    }

    /// Those that the attempt ended with, in the order of the plan.
    pub fn first_scorecards(&self, attempt: Uuid) -> Result<Vec<ScorecardRow>, StoreError> {
        self.read_scorecards(&scorecards_of("1"), attempt)
    }

    /// By what an attempt was judged when it was last scored, without reading the judgements; none: it never was.
    pub fn judged_by(&self, attempt: Uuid) -> Result<Option<JudgedBy>, StoreError> {
        let sql = "SELECT n.answered FROM attempt a JOIN scoring n ON n.attempt = a.id AND n.number = a.scoring \
                   WHERE a.id = $1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let answered = statement.query_row([attempt.to_string()], |row| at(row, 0)).optional()?;
        let Some(answered) = answered else { return Ok(None) };
        let sql = "SELECT s.question, s.rubric, s.engine FROM attempt a \
                   JOIN scored s ON s.attempt = a.id AND s.number = a.scoring WHERE a.id = $1 ORDER BY s.question";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([attempt.to_string()], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]))?;
        Ok(Some(JudgedBy { answered, cards: rows.collect::<Result<_, _>>()? }))
    }

    /// Every scorecard the attempt ever got, by question, rubric and engine.
    pub fn all_scorecards(&self, attempt: Uuid) -> Result<Vec<ScorecardRow>, StoreError> {
        let sql = "SELECT question, rubric, engine, body FROM scorecard WHERE attempt = $1 \
                   ORDER BY question, rubric, engine";
        self.read_scorecards(sql, attempt)
    }

    /// All scorings of an attempt, oldest first.
    pub fn scorings(&self, attempt: Uuid) -> Result<Vec<Scoring>, StoreError> {
        let sql =
            "SELECT number, scored_at, score, band, answered, body FROM scoring WHERE attempt = $1 ORDER BY number";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([attempt.to_string()], read_scoring)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn read_scorecards(&self, sql: &str, attempt: Uuid) -> Result<Vec<ScorecardRow>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([attempt.to_string()], |row| {
            Ok(ScorecardRow { question: row.get(0)?, rubric: row.get(1)?, engine: row.get(2)?, body: row.get(3)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// `number` is the scoring's, in SQL.
fn scorecards_of(number: &str) -> String {
    format!(
        "SELECT c.question, c.rubric, c.engine, c.body FROM attempt a \
         JOIN scored s ON s.attempt = a.id AND s.number = {number} \
         JOIN scorecard c ON (c.attempt, c.question, c.rubric, c.engine) = (s.attempt, s.question, s.rubric, s.engine) \
         LEFT JOIN asked q ON q.attempt = a.id AND q.question = c.question WHERE a.id = $1 ORDER BY q.position, c.question"
    )
}

fn require_finished(transaction: &Transaction<'_>, attempt: Uuid) -> Result<(), StoreError> {
    let sql = "SELECT state FROM attempt WHERE id = $1";
    let state = transaction.query_row(sql, [attempt.to_string()], |row| column(row, "state")).optional()?;
    match state {
        Some(State::Finished) => Ok(()),
        Some(State::Open | State::Abandoned) => Err(StoreError::NotFinished(attempt)),
        None => Err(StoreError::UnknownAttempt(attempt.to_string())),
    }
}

fn add(transaction: &Transaction<'_>, attempt: Uuid, new: &NewScoring<'_>) -> Result<(), StoreError> {
    attempts::insert_bundles(transaction, new.bundles.iter().copied())?;
    let number = next_number(transaction, attempt)?;
    insert_scoring(transaction, attempt, number, new)?;
    insert_scorecards(transaction, attempt, number, new.scorecards)?;
    transaction.execute("UPDATE attempt SET scoring = $1 WHERE id = $2", params![number, attempt.to_string()])?;
    results::replace(transaction, attempt, new.results)
}

fn next_number(transaction: &Transaction<'_>, attempt: Uuid) -> Result<u32, StoreError> {
    let sql = "SELECT coalesce(max(number), 0) + 1 FROM scoring WHERE attempt = $1";
    Ok(transaction.query_row(sql, [attempt.to_string()], |row| row.get(0))?)
}

fn insert_scoring(
    transaction: &Transaction<'_>,
    attempt: Uuid,
    number: u32,
    new: &NewScoring<'_>,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO scoring (attempt, number, scored_at, score, band, answered, body) \
               VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let score = new.score.map(|score| score.0);
    let values = params![attempt.to_string(), number, millis(new.scored), score, new.band, new.answered, new.body];
    transaction.execute(sql, values)?;
    Ok(())
}

fn insert_scorecards(
    transaction: &Transaction<'_>,
    attempt: Uuid,
    number: u32,
    cards: &[ScorecardRow],
) -> Result<(), StoreError> {
    let mut keep = transaction.prepare_cached(
        "INSERT INTO scorecard (attempt, question, rubric, engine, body) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT DO NOTHING",
    )?;
    let mut link = transaction
        .prepare_cached("INSERT INTO scored (attempt, number, question, rubric, engine) VALUES ($1, $2, $3, $4, $5)")?;
    let attempt = attempt.to_string();
    for card in cards {
        keep.execute(params![attempt, card.question, card.rubric, card.engine, card.body])?;
        link.execute(params![attempt, number, card.question, card.rubric, card.engine])?;
    }
    Ok(())
}

fn read_scoring(row: &Row<'_>) -> rusqlite::Result<Scoring> {
    let score: Option<u32> = row.get("score")?;
    Ok(Scoring {
        number: row.get("number")?,
        scored: column(row, "scored_at")?,
        score: score.map(Mille),
        band: row.get("band")?,
        answered: row.get("answered")?,
        body: row.get("body")?,
    })
}
