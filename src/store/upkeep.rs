//! Looking after the file as a whole: what it holds, whether it is sound, copies of it, and what can go.

use std::fs::File;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::{Row, params};
use serde::Serialize;
use uuid::Uuid;

use super::error::StoreError;
use super::value::{column, maybe};
use super::{Store, labels};

/// What is kept of somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProfileCount {
    /// The profile's name.
    pub name: String,
    /// Finished mock interviews.
    pub mocks: u32,
    /// Finished drills.
    pub drills: u32,
    /// Finished interviews that were held with others.
    pub live: u32,
    /// Interrupted, or running.
    pub unfinished: u32,
    /// Given up.
    pub abandoned: u32,
    /// When the newest attempt began.
    pub last: Option<Timestamp>,
}

impl Store {
    /// All profiles by name, with how many attempts each has.
    pub fn counts(&self) -> Result<Vec<ProfileCount>, StoreError> {
        let sql = "SELECT p.name, \
                     count(CASE WHEN a.state = 'finished' AND a.kind = 'mock' THEN 1 END), \
                     count(CASE WHEN a.state = 'finished' AND a.kind = 'drill' THEN 1 END), \
                     count(CASE WHEN a.state = 'finished' AND a.kind = 'live' THEN 1 END), \
                     count(CASE WHEN a.state = 'open' THEN 1 END), \
                     count(CASE WHEN a.state = 'abandoned' THEN 1 END), max(a.started_at) \
                   FROM profile p LEFT JOIN attempt a ON a.profile = p.id GROUP BY p.id, p.name ORDER BY p.name";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([], read_count)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Attempts of any profile that were given up, oldest first.
    pub fn abandoned(&self) -> Result<Vec<Uuid>, StoreError> {
        let sql = "SELECT id FROM attempt WHERE state = 'abandoned' ORDER BY started_at, id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| column(row, "id"))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Attempts of any profile that were interrupted, and not heard of since an instant, oldest first.
    pub fn forgotten(&self, since: Timestamp) -> Result<Vec<Uuid>, StoreError> {
        let sql = "SELECT id FROM attempt WHERE state = 'open' AND clock_wall < $1 ORDER BY started_at, id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([super::value::millis(since)], |row| column(row, "id"))?;
        let open: Vec<Uuid> = rows.collect::<Result<_, _>>()?;
        Ok(open.into_iter().filter(|id| !self.leases.is_held(*id)).collect())
    }

    /// How many bundles nobody refers to.
    pub fn orphans(&self) -> Result<u32, StoreError> {
        let sql = format!("SELECT count(*) FROM bundle WHERE {}", labels::ORPHANED);
        Ok(self.connection.query_row(&sql, [], |row| row.get(0))?)
    }

    /// Lock files of attempts that are not open: left behind, and of no use.
    pub fn stale_locks(&self) -> Result<Vec<PathBuf>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT count(*) FROM attempt WHERE id = $1 AND state = 'open'")?;
        let mut stale = Vec::new();
        for (id, path) in self.leases.files() {
            if statement.query_row([id.to_string()], |row| row.get::<_, u32>(0))? == 0 {
                stale.push(path);
            }
        }
        Ok(stale)
    }

    /// Bytes of the file that hold nothing that is kept. Versions before schema 4 left there what they had deleted.
    pub fn free_bytes(&self) -> Result<u64, StoreError> {
        let number = |pragma: &str| {
            self.connection.query_row(&format!("PRAGMA {pragma}"), [], |row| row.get::<_, u32>(0)).map(u64::from)
        };
        Ok(number("freelist_count")? * number("page_size")?)
    }

    /// Gives the room of what was deleted back to the disk.
    pub fn shrink(&mut self) -> Result<(), StoreError> {
        self.connection.execute_batch("VACUUM")?;
        self.empty_log()
    }

    /// Writes what stands in the log into the file, and cuts the log off: it holds pages as they were. While others are reading,
    /// it stays until the last of them is done.
    pub(super) fn empty_log(&self) -> Result<(), StoreError> {
        Ok(self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }

    /// Copies everything into a new file, as it is at one moment; sessions may go on meanwhile. Only the owner may read it.
    ///
    /// # Errors
    /// [`StoreError::Copy`] where the file stands there already or cannot be made.
    pub fn backup(&self, path: &Path) -> Result<(), StoreError> {
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(path).map_err(|error| StoreError::Copy { path: path.to_owned(), error })?;
        let copied = self.connection.execute("VACUUM INTO $1", params![path.to_string_lossy()]);
        copied.map(drop).map_err(|error| {
            // Half a copy is worse than none.
            let _ = std::fs::remove_file(path);
            error.into()
        })
    }

    /// What is wrong with the file itself, line by line; empty where nothing is.
    pub fn faults(&self) -> Result<Vec<String>, StoreError> {
        let mut integrity = self.connection.prepare("PRAGMA integrity_check")?;
        let lines = integrity.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        let mut faults: Vec<String> = lines.into_iter().filter(|line| line != "ok").collect();
        let mut references = self.connection.prepare("PRAGMA foreign_key_check")?;
        let rows = references.query_map([], |row| {
            let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
            Ok(format!("a row of table {table} refers to a row of {parent} that is missing"))
        })?;
        faults.extend(rows.collect::<Result<Vec<_>, _>>()?);
        Ok(faults)
    }

    /// Version of the file's schema.
    pub fn schema(&self) -> Result<u32, StoreError> {
        Ok(self.connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
    }

    /// Whether somebody goes by this name; where nobody is known at all, everybody does.
    ///
    /// # Errors
    /// [`StoreError::UnknownProfile`].
    pub fn require_profile(&self, name: &str) -> Result<(), StoreError> {
        let known = self.profiles()?;
        if known.is_empty() || known.iter().any(|known| known == name) {
            return Ok(());
        }
        Err(StoreError::UnknownProfile { name: name.to_owned(), known })
    }

    /// Gives a profile another name.
    ///
    /// # Errors
    /// [`StoreError::UnknownProfile`]; [`StoreError::TakenProfile`].
    pub fn rename_profile(&mut self, old: &str, new: &str) -> Result<(), StoreError> {
        let known = self.profiles()?;
        if known.iter().any(|name| name == new) {
            return Err(StoreError::TakenProfile(new.to_owned()));
        }
        let renamed = self.connection.execute("UPDATE profile SET name = $1 WHERE name = $2", [new, old])?;
        if renamed == 0 { Err(StoreError::UnknownProfile { name: old.to_owned(), known }) } else { Ok(()) }
    }

    /// Takes a profile away for ever, with all its attempts and all that is remembered of it.
    ///
    /// # Errors
    /// [`StoreError::UnknownProfile`]; [`StoreError::Running`] where one of its attempts is.
    pub fn delete_profile(&mut self, name: &str) -> Result<(), StoreError> {
        let attempts = self.ids(Some(name))?;
        if let Some(running) = attempts.iter().find(|id| self.leases.is_held(**id)) {
            return Err(StoreError::Running(*running));
        }
        self.delete(&attempts)?;
        let deleted = self.connection.execute("DELETE FROM profile WHERE name = $1", [name])?;
        self.empty_log()?;
        match deleted {
            0 => Err(StoreError::UnknownProfile { name: name.to_owned(), known: self.profiles()? }),
            _ => Ok(()),
        }
    }
}

fn read_count(row: &Row<'_>) -> rusqlite::Result<ProfileCount> {
    Ok(ProfileCount {
        name: row.get(0)?,
        mocks: row.get(1)?,
        drills: row.get(2)?,
        live: row.get(3)?,
        unfinished: row.get(4)?,
        abandoned: row.get(5)?,
        last: maybe(row, 6)?,
    })
}
