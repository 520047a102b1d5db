//! Who is running an attempt: an operating-system lock that ends with the process, however that ends.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use uuid::Uuid;

use super::error::{Fault, StoreError};
use super::folder;

/// Held by a running session; given back when dropped, or when the process ends in any way.
#[derive(Debug)]
#[must_use = "the attempt is ours only as long as this is kept"]
pub struct Lease {
    _lock: Option<File>,
}

/// The folder of lock files; none for a store in memory, which no other process can see.
#[derive(Debug, Clone)]
pub(super) struct Leases(Option<PathBuf>);

impl Leases {
    pub(super) fn beside(database: &Path) -> Self {
        Leases(database.parent().map(|folder| folder.join("live")))
    }

    pub(super) fn none() -> Self {
        Leases(None)
    }

    /// Takes the lease of an attempt.
    pub(super) fn take(&self, attempt: Uuid) -> Result<Lease, StoreError> {
        let Some(path) = self.path(attempt) else {
            return Ok(Lease { _lock: None });
        };
        let fault = |error| StoreError::Open { path: path.clone(), fault: Fault::Folder(error) };
        let file = self.open(&path).map_err(fault)?;
        // Somebody who only looks (`is_held`) holds the lock for an instant, so one refusal is not yet an answer.
        for _ in 0..5 {
            match file.try_lock() {
                Ok(()) => return Ok(Lease { _lock: Some(file) }),
                Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(10)),
                Err(TryLockError::Error(error)) => return Err(fault(error)),
            }
        }
        Err(StoreError::Running(attempt))
    }

    /// Whether a live process holds the lease. Where that cannot be told, it is taken to be held: better not to offer an
    /// attempt than to run it twice.
    pub(super) fn is_held(&self, attempt: Uuid) -> bool {
        let Some(path) = self.path(attempt) else { return false };
        match File::open(path) {
            Ok(file) => file.try_lock().is_err(),
            Err(error) => error.kind() != io::ErrorKind::NotFound,
        }
    }

    /// All lock files, with the attempts that they are for.
    pub(super) fn files(&self) -> Vec<(Uuid, PathBuf)> {
        let entries = self.0.as_ref().and_then(|folder| fs::read_dir(folder).ok());
        let paths = entries.into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
        paths.filter_map(|path| Some((Uuid::try_parse(path.file_stem()?.to_str()?).ok()?, path))).collect()
    }

    /// Removes the lock file of an attempt that has ended. A file left behind does no harm.
    pub(super) fn sweep(&self, attempt: Uuid) {
        if let Some(path) = self.path(attempt) {
            let _ = fs::remove_file(path);
        }
    }

    fn open(&self, path: &Path) -> io::Result<File> {
        path.parent().map_or(Ok(()), folder::create_private)?;
        File::options().create(true).truncate(false).write(true).open(path)
    }

    fn path(&self, attempt: Uuid) -> Option<PathBuf> {
        self.0.as_ref().map(|folder| folder.join(format!("{attempt}.lock")))
    }
}
