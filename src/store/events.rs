//! What happened in a session, as it happened. Rows are added and never changed; what they mean is the session's business.

use jiff::Timestamp;
use rusqlite::{Row, Transaction, params};
use uuid::Uuid;

use super::Store;
use super::attempts::why_not_open;
use super::error::StoreError;
use super::value::{column, integer, millis};

/// One event of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Its number within the attempt: 0, 1, 2… without gaps.
    pub seq: u64,
    /// Its place on the session clock, in milliseconds.
    pub at_ms: u64,
    /// Its time of day; kept to the millisecond.
    pub wall: Timestamp,
    /// A stable short name of what happened.
    pub kind: String,
    /// The question that it shows or belongs to. The first such event marks the question as seen.
    pub question: Option<String>,
    /// What happened, as JSON.
    pub body: String,
}

impl Store {
    /// Adds events to an open attempt, all or none, and moves its clock to the last of them. They are on the disk when this returns.
    ///
    /// # Errors
    /// [`StoreError::OutOfSequence`] where the first does not follow the last one stored; [`StoreError::Ended`].
    pub fn append(&mut self, attempt: Uuid, events: &[Recorded]) -> Result<(), StoreError> {
        let Some(last) = events.last() else { return Ok(()) };
        let transaction = self.write()?;
        check_sequence(&transaction, attempt, events)?;
        move_clock(&transaction, attempt, last.at_ms, last.wall)?;
        insert(&transaction, attempt, events)?;
        mark_reached(&transaction, attempt, events)?;
        Ok(transaction.commit()?)
    }

    /// Notes where the session clock stands, between events, so that thinking without typing survives a kill. The clock never moves back.
    pub fn heartbeat(&mut self, attempt: Uuid, at_ms: u64, wall: Timestamp) -> Result<(), StoreError> {
        let transaction = self.write()?;
        move_clock(&transaction, attempt, at_ms, wall)?;
        Ok(transaction.commit()?)
    }

    /// All events of an attempt, in order.
    pub fn events(&self, attempt: Uuid) -> Result<Vec<Recorded>, StoreError> {
        let sql = "SELECT seq, at_ms, wall, kind, question, body FROM event WHERE attempt = $1 ORDER BY seq";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([attempt.to_string()], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn check_sequence(transaction: &Transaction<'_>, attempt: Uuid, events: &[Recorded]) -> Result<(), StoreError> {
    let sql = "SELECT coalesce(max(seq) + 1, 0) AS next FROM event WHERE attempt = $1";
    let next: u64 = transaction.query_row(sql, [attempt.to_string()], |row| column(row, "next"))?;
    match (next..).zip(events).find(|(expected, event)| event.seq != *expected) {
        Some((expected, event)) => Err(StoreError::OutOfSequence { attempt, expected, found: event.seq }),
        None => Ok(()),
    }
}

fn move_clock(transaction: &Transaction<'_>, attempt: Uuid, at_ms: u64, wall: Timestamp) -> Result<(), StoreError> {
    let sql = "UPDATE attempt SET clock_ms = CASE WHEN clock_ms < $1 THEN $1 ELSE clock_ms END, clock_wall = $2 \
               WHERE id = $3 AND state = 'open'";
    match transaction.prepare_cached(sql)?.execute(params![integer(at_ms), millis(wall), attempt.to_string()])? {
        0 => Err(why_not_open(transaction, attempt)),
        _ => Ok(()),
    }
}

fn insert(transaction: &Transaction<'_>, attempt: Uuid, events: &[Recorded]) -> Result<(), StoreError> {
    let sql = "INSERT INTO event (attempt, seq, at_ms, wall, kind, question, body) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let mut statement = transaction.prepare_cached(sql)?;
    for event in events {
        statement.execute(params![
            attempt.to_string(),
            integer(event.seq),
            integer(event.at_ms),
            millis(event.wall),
            event.kind,
            event.question,
            event.body,
        ])?;
    }
    Ok(())
}

fn mark_reached(transaction: &Transaction<'_>, attempt: Uuid, events: &[Recorded]) -> Result<(), StoreError> {
    let sql = "UPDATE asked SET reached_ms = $1 WHERE attempt = $2 AND question = $3 AND reached_ms IS NULL";
    let mut statement = transaction.prepare_cached(sql)?;
    let mut marked = None;
    for (event, question) in events.iter().filter_map(|event| Some((event, event.question.as_deref()?))) {
        if marked != Some(question) {
            statement.execute(params![integer(event.at_ms), attempt.to_string(), question])?;
            marked = Some(question);
        }
    }
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Recorded> {
    Ok(Recorded {
        seq: column(row, "seq")?,
        at_ms: column(row, "at_ms")?,
        wall: column(row, "wall")?,
        kind: row.get("kind")?,
        question: row.get("question")?,
        body: row.get("body")?,
    })
}
