//! Putting a backup in the place of the data file. What stood there is moved aside, never deleted.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, params};

use super::error::{Fault, StoreError};
use super::lease::Leases;
use super::{FILE, Store, folder, schema};

/// What SQLite keeps beside a database: the file itself, its log, the log's index.
const PARTS: [&str; 3] = ["", "-wal", "-shm"];

/// A backup that was found to be sound, and stands ready beside the data file.
#[derive(Debug)]
pub struct Restoring {
    /// What it holds.
    pub store: Store,
    data: PathBuf,
    ready: PathBuf,
}

impl Restoring {
    /// Copies a backup into a data folder, and brings an older schema up to date there. The backup itself is only read.
    ///
    /// # Errors
    /// [`StoreError::Restore`]: it is no hotseat data file, a newer program's, or damaged.
    pub fn prepare(data: &Path, backup: &Path) -> Result<Self, StoreError> {
        let wrong = |fault| StoreError::Restore { path: backup.to_owned(), fault };
        let ready = data.join("restoring");
        clear(&ready).and_then(|()| folder::create_private(&ready)).map_err(|error| wrong(Fault::Folder(error)))?;
        let prepared =
            copy(backup, &ready.join(FILE)).and_then(|()| Store::prepare(&ready.join(FILE), super::PATIENCE));
        let connection = prepared.inspect_err(|_| drop(clear(&ready))).map_err(wrong)?;
        let restoring = Restoring { store: Store { connection, leases: Leases::none() }, data: data.to_owned(), ready };
        match restoring.store.faults()?.is_empty() {
            true => Ok(restoring),
            false => restoring.give_up().and(Err(wrong(Fault::Damaged))),
        }
    }

    /// Moves the present data file aside, to a new name in the same folder, and the backup into its place.
    ///
    /// # Errors
    /// [`StoreError::Running`] where a session runs; [`StoreError::Copy`] where a file cannot be moved.
    pub fn replace(self, aside: &Path) -> Result<(), StoreError> {
        let present = self.data.join(FILE);
        let leases = Leases::beside(&present);
        if let Some((running, _)) = leases.files().into_iter().find(|(id, _)| leases.is_held(*id)) {
            return self.give_up().and(Err(StoreError::Running(running)));
        }
        // Its log is written into it when it is closed.
        drop(self.store);
        let moved = PARTS.iter().try_for_each(|part| rename(&with(&present, part), &with(aside, part)));
        let moved = moved.and_then(|()| fs::rename(self.ready.join(FILE), &present));
        moved.and_then(|()| clear(&self.ready)).map_err(|error| StoreError::Copy { path: present, error })
    }

    /// Takes the copy away again.
    pub fn give_up(self) -> Result<(), StoreError> {
        drop(self.store);
        clear(&self.ready).map_err(|error| StoreError::Copy { path: self.ready, error })
    }
}

fn copy(backup: &Path, ready: &Path) -> Result<(), Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(backup, flags)?;
    schema::inspect(&connection)?;
    if schema::is_empty(&connection)? {
        return Err(Fault::Foreign);
    }
    connection.execute("VACUUM INTO $1", params![ready.to_string_lossy()])?;
    Ok(())
}

fn with(file: &Path, part: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(part);
    PathBuf::from(name)
}

/// Moves a file, if it is there.
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    if from.exists() { fs::rename(from, to) } else { Ok(()) }
}

fn clear(folder: &Path) -> io::Result<()> {
    if folder.exists() { fs::remove_dir_all(folder) } else { Ok(()) }
}
