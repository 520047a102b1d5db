//! The rows of one attempt, table by table: read and written in the order of the file.

use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use crate::archive::{
    Body, KeptAsked, KeptAttempt, KeptCard, KeptCardName, KeptContest, KeptEvent, KeptNote, KeptScoring,
};
use crate::plan::Plan;
use crate::store::error::StoreError;
use crate::store::labels;
use crate::store::value::{at, column, integer, maybe, millis};

/// An attempt; none where there is none of this id.
pub fn read(connection: &Connection, id: Uuid) -> Result<Option<KeptAttempt>, StoreError> {
    let sql = "SELECT id, profile, kind, state, format, program, started_at, ended_at, clock_ms, clock_wall, scoring, \
               settings, plan FROM attempt WHERE id = $1";
    let found = connection.prepare_cached(sql)?.query_row([id.to_string()], attempt).optional()?;
    let Some(attempt) = found else { return Ok(None) };
    Ok(Some(KeptAttempt {
        tags: labels::tags(connection, id)?,
        note: list(connection, "SELECT text, made_at FROM note WHERE attempt = $1", id, note)?.pop(),
        asked: list(connection, ASKED, id, asked)?,
        events: list(connection, EVENTS, id, event)?,
        scorecards: list(connection, CARDS, id, card)?,
        scorings: scorings(connection, id)?,
        contests: list(connection, CONTESTS, id, contest)?,
        rating_sheet: list(connection, "SELECT body FROM rating_sheet WHERE attempt = $1", id, |row| body(row, 0))?
            .pop(),
        ..attempt
    }))
}

const ASKED: &str = "SELECT question, bundle, reached_ms FROM asked WHERE attempt = $1 ORDER BY position";
const EVENTS: &str = "SELECT seq, at_ms, wall, kind, question, body FROM event WHERE attempt = $1 ORDER BY seq";
const CARDS: &str =
    "SELECT question, rubric, engine, body FROM scorecard WHERE attempt = $1 ORDER BY question, rubric, engine";
const CONTESTS: &str = "SELECT number, question, criterion, probe, segment, span_start, span_end, words, note, made_at \
                        FROM contest WHERE attempt = $1 ORDER BY number";
const SCORINGS: &str =
    "SELECT number, scored_at, score, band, answered, body FROM scoring WHERE attempt = $1 ORDER BY number";
const SCORED: &str = "SELECT number, question, rubric, engine FROM scored WHERE attempt = $1 ORDER BY number, question";

fn list<T>(
    connection: &Connection,
    sql: &str,
    attempt: Uuid,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    connection.prepare_cached(sql)?.query_map([attempt.to_string()], read)?.collect()
}

/// What stands in the attempt's own row; the rest is empty.
fn attempt(row: &Row<'_>) -> rusqlite::Result<KeptAttempt> {
    Ok(KeptAttempt {
        id: column(row, "id")?,
        profile: column(row, "profile")?,
        kind: column(row, "kind")?,
        state: column(row, "state")?,
        format: row.get("format")?,
        program: row.get("program")?,
        started: column(row, "started_at")?,
        ended: maybe(row, 7)?,
        clock_ms: column(row, "clock_ms")?,
        clock_wall: column(row, "clock_wall")?,
        scoring: row.get("scoring")?,
        settings: body(row, 11)?,
        plan: body(row, 12)?,
        tags: vec![],
        note: None,
        asked: vec![],
        events: vec![],
        scorecards: vec![],
        scorings: vec![],
        contests: vec![],
        rating_sheet: None,
        report: None,
    })
}

fn note(row: &Row<'_>) -> rusqlite::Result<KeptNote> {
    Ok(KeptNote { text: row.get(0)?, made: at(row, 1)? })
}

fn asked(row: &Row<'_>) -> rusqlite::Result<KeptAsked> {
    Ok(KeptAsked { question: row.get(0)?, bundle: row.get(1)?, reached_ms: maybe(row, 2)? })
}

fn event(row: &Row<'_>) -> rusqlite::Result<KeptEvent> {
    Ok(KeptEvent {
        seq: at(row, 0)?,
        at_ms: at(row, 1)?,
        wall: at(row, 2)?,
        kind: row.get(3)?,
        question: row.get(4)?,
        body: body(row, 5)?,
    })
}

fn card(row: &Row<'_>) -> rusqlite::Result<KeptCard> {
    Ok(KeptCard { question: row.get(0)?, rubric: row.get(1)?, engine: row.get(2)?, body: body(row, 3)? })
}

fn scorings(connection: &Connection, attempt: Uuid) -> rusqlite::Result<Vec<KeptScoring>> {
    let mut scorings = list(connection, SCORINGS, attempt, scoring)?;
    let names = list(connection, SCORED, attempt, |row| {
        let name = KeptCardName { question: row.get(1)?, rubric: row.get(2)?, engine: row.get(3)? };
        Ok((row.get::<_, u32>(0)?, name))
    })?;
    for (number, name) in names {
        scorings.iter_mut().filter(|one| one.number == number).for_each(|one| one.scorecards.push(name.clone()));
    }
    Ok(scorings)
}

fn scoring(row: &Row<'_>) -> rusqlite::Result<KeptScoring> {
    Ok(KeptScoring {
        number: row.get(0)?,
        scored: at(row, 1)?,
        score: row.get(2)?,
        band: row.get(3)?,
        answered: row.get(4)?,
        body: body(row, 5)?,
        scorecards: vec![],
    })
}

fn contest(row: &Row<'_>) -> rusqlite::Result<KeptContest> {
    Ok(KeptContest {
        number: row.get(0)?,
        question: row.get(1)?,
        criterion: row.get(2)?,
        probe: maybe(row, 3)?,
        segment: maybe(row, 4)?,
        start: maybe(row, 5)?,
        end: maybe(row, 6)?,
        words: row.get(7)?,
        note: row.get(8)?,
        made: at(row, 9)?,
    })
}

fn body(row: &Row<'_>, index: usize) -> rusqlite::Result<Body> {
    let text: String = row.get(index)?;
    Body::of(text).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(index, rusqlite::types::Type::Text, error.to_string().into())
    })
}

/// Keeps an attempt that is not there yet, and whose profile and bundles are.
pub fn insert(connection: &Connection, attempt: &KeptAttempt) -> Result<(), StoreError> {
    insert_attempt(connection, attempt)?;
    insert_labels(connection, attempt)?;
    insert_sitting(connection, attempt)?;
    insert_scorings(connection, attempt)?;
    insert_contests(connection, attempt)
}

fn insert_attempt(connection: &Connection, new: &KeptAttempt) -> Result<(), StoreError> {
    let sql = "INSERT INTO attempt (id, profile, state, format, program, started_at, ended_at, interview, title, level, \
               minutes, extra_time, questions, plan_fingerprint, plan, settings, clock_ms, clock_wall, scoring, kind) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)";
    let plan: Plan = new.plan.read().map_err(|error| StoreError::Garbled(error.to_string()))?;
    connection.prepare_cached(sql)?.execute(params![
        new.id.to_string(),
        new.profile.to_string(),
        new.state.name(),
        new.format,
        new.program,
        millis(new.started),
        new.ended.map(millis),
        plan.interview,
        plan.title,
        plan.level.name(),
        plan.minutes,
        plan.extra_time.0,
        integer(new.asked.len() as u64),
        plan.fingerprint().0,
        new.plan.text(),
        new.settings.text(),
        integer(new.clock_ms),
        millis(new.clock_wall),
        new.scoring,
        new.kind.name(),
    ])?;
    Ok(())
}

fn insert_labels(connection: &Connection, new: &KeptAttempt) -> Result<(), StoreError> {
    let id = new.id.to_string();
    for name in &new.tags {
        let sql = "INSERT INTO tag (attempt, name) VALUES ($1, $2)";
        connection.prepare_cached(sql)?.execute(params![id, name])?;
    }
    if let Some(note) = &new.note {
        let sql = "INSERT INTO note (attempt, text, made_at) VALUES ($1, $2, $3)";
        connection.prepare_cached(sql)?.execute(params![id, note.text, millis(note.made)])?;
    }
    if let Some(sheet) = &new.rating_sheet {
        let sql = "INSERT INTO rating_sheet (attempt, body) VALUES ($1, $2)";
        connection.prepare_cached(sql)?.execute(params![id, sheet.text()])?;
    }
    Ok(())
}

fn insert_sitting(connection: &Connection, new: &KeptAttempt) -> Result<(), StoreError> {
    let id = new.id.to_string();
    let sql = "INSERT INTO asked (attempt, position, question, bundle, reached_ms) VALUES ($1, $2, $3, $4, $5)";
    let mut statement = connection.prepare_cached(sql)?;
    for (position, one) in (0_u32..).zip(&new.asked) {
        statement.execute(params![id, position, one.question, one.bundle, one.reached_ms.map(integer)])?;
    }
    let sql = "INSERT INTO event (attempt, seq, at_ms, wall, kind, question, body) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let mut statement = connection.prepare_cached(sql)?;
    for one in &new.events {
        let (seq, at_ms, wall) = (integer(one.seq), integer(one.at_ms), millis(one.wall));
        statement.execute(params![id, seq, at_ms, wall, one.kind, one.question, one.body.text()])?;
    }
    Ok(())
}

fn insert_scorings(connection: &Connection, new: &KeptAttempt) -> Result<(), StoreError> {
    let id = new.id.to_string();
    for one in &new.scorecards {
        let sql = "INSERT INTO scorecard (attempt, question, rubric, engine, body) VALUES ($1, $2, $3, $4, $5)";
        let values = params![id, one.question, one.rubric, one.engine, one.body.text()];
        connection.prepare_cached(sql)?.execute(values)?;
    }
    for one in &new.scorings {
        let sql = "INSERT INTO scoring (attempt, number, scored_at, score, band, answered, body) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let values = params![id, one.number, millis(one.scored), one.score, one.band, one.answered, one.body.text()];
        connection.prepare_cached(sql)?.execute(values)?;
        for name in &one.scorecards {
            let sql = "INSERT INTO scored (attempt, number, question, rubric, engine) VALUES ($1, $2, $3, $4, $5)";
            connection.prepare_cached(sql)?.execute(params![
                id,
                one.number,
                name.question,
                name.rubric,
                name.engine
            ])?;
        }
    }
    Ok(())
}

fn insert_contests(connection: &Connection, new: &KeptAttempt) -> Result<(), StoreError> {
    let sql = "INSERT INTO contest (attempt, number, question, criterion, probe, segment, span_start, span_end, words, \
               note, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let place = |place: Option<usize>| place.map(|place| integer(place as u64));
    for one in &new.contests {
        connection.prepare_cached(sql)?.execute(params![
            new.id.to_string(),
            one.number,
            one.question,
            one.criterion,
            place(one.probe),
            place(one.segment),
            place(one.start),
            place(one.end),
            one.words,
            one.note,
            millis(one.made),
        ])?;
    }
    Ok(())
}
