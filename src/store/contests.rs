//! What candidates contest. Kept beside the scorings and never mixed with them.

use jiff::Timestamp;
use rusqlite::{Row, Transaction, params};
use uuid::Uuid;

use super::Store;
use super::error::StoreError;
use super::value::{column, integer, millis};
use crate::attempt::contest::{Claim, Contest, Marked};
use crate::text::Span;

/// What is read of a contest.
const COLUMNS: &str = "number, question, criterion, probe, segment, span_start, span_end, words, note, made_at";

impl Store {
    /// Keeps claims, all or none. Words for a criterion that was only "already said" so far complete that contest; the same
    /// words marked again for the same criterion change its note.
    pub fn contest(&mut self, attempt: Uuid, claims: &[Claim], wall: Timestamp) -> Result<(), StoreError> {
        let transaction = self.write()?;
        for claim in claims {
            keep(&transaction, attempt, claim, wall)?;
        }
        Ok(transaction.commit()?)
    }

    /// The contests of an attempt, by number.
    pub fn contests(&self, attempt: Uuid) -> Result<Vec<Contest>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM contest WHERE attempt = $1 ORDER BY number");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([attempt.to_string()], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Takes a contest back. False: there is none with this number.
    pub fn withdraw(&mut self, attempt: Uuid, number: u32) -> Result<bool, StoreError> {
        let transaction = self.write()?;
        let sql = "DELETE FROM contest WHERE attempt = $1 AND number = $2";
        let taken = transaction.execute(sql, params![attempt.to_string(), number])?;
        transaction.commit()?;
        Ok(taken > 0)
    }

    /// Finished attempts of a profile in which something is contested, oldest first.
    pub fn contested(&self, profile: &str) -> Result<Vec<Uuid>, StoreError> {
        let sql = "SELECT a.id FROM profile p JOIN attempt a ON a.profile = p.id \
                   WHERE p.name = $1 AND a.state = 'finished' \
                     AND EXISTS (SELECT 1 FROM contest c WHERE c.attempt = a.id) ORDER BY a.started_at, a.id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([profile], |row| column(row, "id"))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn keep(transaction: &Transaction<'_>, attempt: Uuid, claim: &Claim, wall: Timestamp) -> Result<(), StoreError> {
    match same(transaction, attempt, claim)? {
        Some(known) => complete(transaction, attempt, &known, claim, wall),
        None => insert(transaction, attempt, claim, wall),
    }
}

/// The contest that a claim completes or repeats.
fn same(transaction: &Transaction<'_>, attempt: Uuid, claim: &Claim) -> Result<Option<Contest>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM contest WHERE attempt = $1 AND question = $2 AND criterion = $3 ORDER BY number"
    );
    let mut statement = transaction.prepare_cached(&sql)?;
    let rows = statement.query_map(params![attempt.to_string(), claim.question, claim.criterion], read)?;
    let known: Vec<Contest> = rows.collect::<Result<_, _>>()?;
    let repeats = |other: &Contest| other.claim.marked == claim.marked && claim.marked.is_some();
    let completes = |other: &Contest| other.claim.marked.is_none() && claim.already_said.is_none();
    let repeated = known.iter().find(|other| repeats(other));
    Ok(repeated.or_else(|| known.iter().find(|other| completes(other))).cloned())
}

fn complete(
    transaction: &Transaction<'_>,
    attempt: Uuid,
    known: &Contest,
    claim: &Claim,
    wall: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE contest SET segment = $1, span_start = $2, span_end = $3, words = $4, note = $5, made_at = $6 \
               WHERE attempt = $7 AND number = $8";
    let (segment, start, end, words) = columns(claim.marked.as_ref());
    let note = claim.note.as_ref().or(known.claim.note.as_ref());
    let values = params![segment, start, end, words, note, millis(wall), attempt.to_string(), known.number];
    transaction.execute(sql, values)?;
    Ok(())
}

fn insert(transaction: &Transaction<'_>, attempt: Uuid, claim: &Claim, wall: Timestamp) -> Result<(), StoreError> {
    let next = "SELECT coalesce(max(number), 0) + 1 FROM contest WHERE attempt = $1";
    let number: u32 = transaction.query_row(next, [attempt.to_string()], |row| row.get(0))?;
    let sql = "INSERT INTO contest (attempt, number, question, criterion, probe, segment, span_start, span_end, words, \
               note, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let (segment, start, end, words) = columns(claim.marked.as_ref());
    let probe = claim.already_said.map(place);
    let attempt = attempt.to_string();
    let values = params![
        attempt,
        number,
        claim.question,
        claim.criterion,
        probe,
        segment,
        start,
        end,
        words,
        claim.note,
        millis(wall)
    ];
    transaction.execute(sql, values)?;
    Ok(())
}

type MarkedColumns<'a> = (Option<i64>, Option<i64>, Option<i64>, Option<&'a str>);

fn columns(marked: Option<&Marked>) -> MarkedColumns<'_> {
    match marked {
        Some(marked) => {
            let Span { start, end } = marked.span;
            (Some(place(marked.segment)), Some(place(start)), Some(place(end)), Some(&marked.words))
        }
        None => (None, None, None, None),
    }
}

fn place(index: usize) -> i64 {
    integer(index as u64)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Contest> {
    let words: Option<String> = row.get("words")?;
    let probe: Option<i64> = row.get("probe")?;
    let marked = |words| {
        let span = Span { start: column(row, "span_start")?, end: column(row, "span_end")? };
        Ok::<_, rusqlite::Error>(Marked { segment: column(row, "segment")?, span, words })
    };
    Ok(Contest {
        number: row.get("number")?,
        claim: Claim {
            question: row.get("question")?,
            criterion: row.get("criterion")?,
            already_said: probe.map(|_| column(row, "probe")).transpose()?,
            marked: words.map(marked).transpose()?,
            note: row.get("note")?,
        },
        made: column(row, "made_at")?,
    })
}
