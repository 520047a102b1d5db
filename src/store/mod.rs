//! Attempts on disk. Everything SQLite stays in here: callers see [`Store`], a few methods named after what is asked, plain
//! rows and one error type. What is kept, and by which identities, is written down in docs/data.md.
//!
//! The store knows events as rows and leaves their meaning to the session. It reads no clock: instants are arguments.

mod archive;
mod attempts;
mod contests;
mod error;
mod events;
mod folder;
mod history;
mod labels;
mod lease;
mod outlines;
mod profiles;
mod restore;
mod results;
mod schema;
mod scorings;
mod upkeep;
mod value;

use std::fs::File;
use std::io;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, Transaction, TransactionBehavior};
use uuid::Uuid;

pub use crate::attempt::State;
pub use archive::{Incoming, Taken};
pub use attempts::{BundleRow, NewAttempt, StoredAttempt};
pub use error::{Fault, StoreError};
pub use events::Recorded;
pub use folder::{VARIABLE, create_private, data_dir, data_dir_from};
pub use history::Filter;
pub use lease::Lease;
pub use restore::Restoring;
pub use scorings::{JudgedBy, NewScoring, ScorecardRow, Scoring};
pub use upkeep::ProfileCount;

use lease::Leases;

/// The database's name in the data folder.
pub const FILE: &str = "hotseat.db";

/// How long to wait for another process that is writing.
const PATIENCE: Duration = Duration::from_secs(5);

/// All attempts of all profiles. Writing takes `&mut self`; several processes may have the same store open.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    leases: Leases,
}

impl Store {
    /// Opens the store in a data folder, creating folder and file where there are none and bringing an older schema up to date.
    ///
    /// # Errors
    /// [`StoreError::Open`], with the reason: no access, another program's file, a damaged one, a newer schema (the file is left
    /// untouched), or a lock that was not given back within five seconds.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        Self::open_within(folder, PATIENCE)
    }

    /// The same, waiting for other writers at most as long as `patience`, here and in all later calls.
    pub fn open_within(folder: &Path, patience: Duration) -> Result<Self, StoreError> {
        folder::create_private(folder)
            .map_err(|error| StoreError::Open { path: folder.to_owned(), fault: Fault::Folder(error) })?;
        let path = folder.join(FILE);
        let connection = Self::prepare(&path, patience).map_err(|fault| {
            let fault = fault.explained_by(folder::try_writing(folder));
            StoreError::Open { path: path.clone(), fault }
        })?;
        Ok(Store { connection, leases: Leases::beside(&path) })
    }

    /// A store that is gone when it is dropped. Its leases hold nothing, for no other process can see it.
    pub fn in_memory() -> Result<Self, StoreError> {
        let mut connection = Connection::open_in_memory()?;
        schema::configure(&connection)?;
        schema::migrate(&mut connection)?;
        Ok(Store { connection, leases: Leases::none() })
    }

    /// Takes the right to run an attempt, for as long as the lease is kept.
    ///
    /// # Errors
    /// [`StoreError::Running`] where a live process has it.
    pub fn lease(&self, attempt: Uuid) -> Result<Lease, StoreError> {
        self.leases.take(attempt)
    }

    fn prepare(path: &Path, patience: Duration) -> Result<Connection, Fault> {
        let mut connection = schema::connect(path, patience)?;
        schema::inspect(&connection)?;
        if schema::is_outdated(&connection)? {
            let _alone = lock_beside(path).map_err(Fault::Folder)?;
            folder::make_private(path);
            schema::configure(&connection)?;
            schema::migrate(&mut connection)?;
        } else {
            schema::configure(&connection)?;
        }
        Ok(connection)
    }

    /// A transaction that writes: it takes its place in the queue at once, so that it cannot fail half way for another writer.
    fn write(&mut self) -> Result<Transaction<'_>, StoreError> {
        Ok(self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?)
    }
}

/// Two programs that start at once must not both create the tables.
fn lock_beside(database: &Path) -> io::Result<File> {
    let file = File::options().create(true).truncate(false).write(true).open(database.with_extension("lock"))?;
    file.lock()?;
    Ok(file)
}
