//! The connection's settings and the migrations: all that is particular to SQLite.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use rusqlite_migration::{M, Migrations};

use super::error::Fault;

/// One file per schema version, oldest first. Files are added, never changed.
const VERSIONS: &[M<'static>] = &[
    M::up(include_str!("migrations/0001-attempts.sql")),
    M::up(include_str!("migrations/0002-contests.sql")),
    M::up(include_str!("migrations/0003-results.sql")),
    M::up(include_str!("migrations/0004-passed-over.sql")),
];

/// Marks the file as ours ("hots"), so that no other program's database is ever migrated by mistake.
const APPLICATION_ID: i32 = 0x686f_7473;

/// Opens a database file, creating it where there is none. Nothing in it is read or changed yet.
pub(super) fn connect(path: &Path, patience: Duration) -> Result<Connection, Fault> {
    // Without the URI flag: a path is a path, whatever characters it holds.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(patience)?;
    // Keeping an attempt from a file takes some twenty statements, which must not push one another out.
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

/// Refuses a file that is another program's, or a newer hotseat's, without having touched it.
pub(super) fn inspect(connection: &Connection) -> Result<(), Fault> {
    // In this order, so that another process which is creating the file at this moment is not taken for a stranger.
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let version = version(connection)?;
    let owner: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let is_new = tables == 0 && owner == 0 && version == 0;
    if owner != APPLICATION_ID && !is_new {
        return Err(Fault::Foreign);
    }
    match usize::try_from(version) {
        Ok(found) if found > VERSIONS.len() => Err(Fault::Newer { found, known: VERSIONS.len() }),
        Ok(_) => Ok(()),
        Err(_) => Err(Fault::Foreign),
    }
}

/// Sets the connection up: changes are durable when a call returns, readers and a writer do not block one another, references
/// hold, and what is deleted is overwritten.
pub(super) fn configure(connection: &Connection) -> Result<(), Fault> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    // Rows that are gone would else stay readable in the file until their room is needed again.
    connection.pragma_update(None, "secure_delete", "ON")?;
    Ok(())
}

/// Whether the file has an older schema, or none yet.
pub(super) fn is_outdated(connection: &Connection) -> Result<bool, Fault> {
    Ok(usize::try_from(version(connection)?).unwrap_or(0) < VERSIONS.len())
}

/// Whether nothing was ever kept in the file: it has no schema yet.
pub(super) fn is_empty(connection: &Connection) -> Result<bool, Fault> {
    Ok(version(connection)? == 0)
}

fn version(connection: &Connection) -> Result<i64, Fault> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Brings the schema up to date.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), Fault> {
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    Migrations::from_slice(VERSIONS).to_latest(connection).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => Fault::from(err),
        other => Fault::Other(Box::new(other)),
    })
}
