//! Values as columns hold them: instants as milliseconds, ids and levels as text.

use jiff::Timestamp;
use rusqlite::types::{FromSqlError, FromSqlResult, ValueRef};
use uuid::Uuid;

use crate::attempt::{AttemptKind, State};
use crate::content::{Kind, Level};
use crate::plan::Plan;
use crate::session::Outcome;

/// An instant, to the millisecond.
pub(super) fn millis(instant: Timestamp) -> i64 {
    instant.as_millisecond()
}

/// A count or an offset; beyond what 64 signed bits hold, the largest.
pub(super) fn integer(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Column types that `rusqlite` does not know.
pub(super) trait Column: Sized {
    fn from_column(value: ValueRef<'_>) -> FromSqlResult<Self>;
}

impl Column for Timestamp {
    fn from_column(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Timestamp::from_millisecond(value.as_i64()?).map_err(FromSqlError::other)
    }
}

impl Column for u64 {
    fn from_column(value: ValueRef<'_>) -> FromSqlResult<Self> {
        u64::try_from(value.as_i64()?).map_err(FromSqlError::other)
    }
}

impl Column for usize {
    fn from_column(value: ValueRef<'_>) -> FromSqlResult<Self> {
        usize::try_from(value.as_i64()?).map_err(FromSqlError::other)
    }
}

impl Column for Uuid {
    fn from_column(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Uuid::try_parse(value.as_str()?).map_err(FromSqlError::other)
    }
}

impl Column for Level {
    fn from_column(value: ValueRef<'_>) -> FromSqlResult<Self> {
        named(value, &Level::ALL, Level::name)
    }
}

impl Column for Kind {
    fn from_column(value: ValueRef<'_>) -> FromSqlResult<Self> {
        named(value, &Kind::ALL, Kind::name)
    }
}

impl Column for Outcome {
    fn from_column(value: ValueRef<'_>) -> FromSqlResult<Self> {
        named(value, &Outcome::ALL, Outcome::name)
    }
}

impl Column for AttemptKind {
    fn from_column(value: ValueRef<'_>) -> FromSqlResult<Self> {
        named(value, &AttemptKind::ALL, AttemptKind::name)
    }
}

impl Column for State {
    fn from_column(value: ValueRef<'_>) -> FromSqlResult<Self> {
        named(value, &State::ALL, State::name)
    }
}

/// One of a few values that are stored by their names.
fn named<T: Copy>(value: ValueRef<'_>, all: &[T], name_of: fn(T) -> &'static str) -> FromSqlResult<T> {
    let name = value.as_str()?;
    let known = all.iter().copied().find(|one| name_of(*one) == name);
    known.ok_or_else(|| FromSqlError::Other(format!("nothing is called '{name}' here").into()))
}

impl Column for Plan {
    fn from_column(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?).map_err(FromSqlError::other)
    }
}

/// Reads a column of such a type.
pub(super) fn column<T: Column>(row: &rusqlite::Row<'_>, name: &str) -> rusqlite::Result<T> {
    let value = row.get_ref(name)?;
    T::from_column(value).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(0, value.data_type(), format!("{name}: {error}").into())
    })
}

/// The same by the column's place, for lists so long that looking up names would show.
pub(super) fn at<T: Column>(row: &rusqlite::Row<'_>, index: usize) -> rusqlite::Result<T> {
    let value = row.get_ref(index)?;
    T::from_column(value).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(index, value.data_type(), format!("column {index}: {error}").into())
    })
}

/// The same, of a column that may be null.
pub(super) fn maybe<T: Column>(row: &rusqlite::Row<'_>, index: usize) -> rusqlite::Result<Option<T>> {
    match row.get_ref(index)? {
        ValueRef::Null => Ok(None),
        _ => at(row, index).map(Some),
    }
}
