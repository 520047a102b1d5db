//! What can go wrong with the store, and what to do about it. Nothing here prints.

use std::io;
use std::path::PathBuf;

use rusqlite::ErrorCode;
use uuid::Uuid;

/// Why the store could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file could not be opened.
    #[error("cannot open {path}: {fault}", path = path.display())]
    Open {
        /// The database file, or the folder that cannot be made.
        path: PathBuf,
        /// What is wrong with it.
        #[source]
        fault: Fault,
    },
    /// The file was opened, and failed later.
    #[error("the data file failed: {0}")]
    Failed(#[from] Fault),
    /// No data folder can be named: the home folder is unknown.
    #[error("the home folder is unknown")]
    NoHome,
    /// Nothing was finished yet, or less than `last~N` asks for.
    #[error("there is no attempt '{asked}' (finished attempts kept: {kept})")]
    TooFewAttempts {
        /// As typed.
        asked: String,
        /// How many there are.
        kept: usize,
    },
    /// No attempt goes by this name.
    #[error("no attempt '{0}' is kept")]
    UnknownAttempt(String),
    /// Several attempts begin like this.
    #[error("'{prefix}' is the beginning of {} attempts", candidates.len())]
    Ambiguous {
        /// As typed.
        prefix: String,
        /// The attempts, newest first.
        candidates: Vec<Uuid>,
    },
    /// Another process is running the attempt.
    #[error("attempt {0} is running in another window")]
    Running(Uuid),
    /// The attempt was finished or abandoned: nothing can be added to it.
    #[error("attempt {0} has ended")]
    Ended(Uuid),
    /// Scoring anew is for attempts that were finished.
    #[error("attempt {0} was not finished")]
    NotFinished(Uuid),
    /// Events must follow one another without gaps: two writers, or a lost batch.
    #[error("event {found} of attempt {attempt} does not follow; {expected} was expected")]
    OutOfSequence {
        /// The attempt.
        attempt: Uuid,
        /// The number that was expected.
        expected: u64,
        /// The number that came.
        found: u64,
    },
    /// Nobody goes by this name here.
    #[error("no attempts by '{name}'; profiles: {}", known.join(", "))]
    UnknownProfile {
        /// As typed.
        name: String,
        /// Who is known, sorted.
        known: Vec<String>,
    },
    /// Somebody goes by this name already.
    #[error("there is a profile '{0}' already")]
    TakenProfile(String),
    /// A copy cannot be made.
    #[error("cannot write {path}: {error}", path = path.display())]
    Copy {
        /// The copy.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A backup cannot be put back.
    #[error("cannot put {path} back: {fault}", path = path.display())]
    Restore {
        /// The backup.
        path: PathBuf,
        /// What is wrong with it.
        #[source]
        fault: Fault,
    },
    /// A value in the database cannot be read.
    #[error("a stored value cannot be read: {0}")]
    Garbled(String),
}

/// What can be wrong with the file as a whole.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The folder cannot be made or entered.
    #[error("the folder cannot be used ({0})")]
    Folder(#[source] io::Error),
    /// The file cannot be opened.
    #[error("it cannot be read")]
    Unreadable,
    /// The file, its folder or its disk is read-only.
    #[error("it, its folder or its disk is read-only")]
    ReadOnly,
    /// The file is something else.
    #[error("it is not a hotseat data file")]
    Foreign,
    /// The file was a database and is damaged.
    #[error("it is damaged")]
    Damaged,
    /// A newer program has written it.
    #[error("a newer hotseat wrote it (schema {found}; this program knows {known})")]
    Newer {
        /// Schema of the file.
        found: usize,
        /// Newest schema that this program knows.
        known: usize,
    },
    /// Another program holds it, for longer than we wait.
    #[error("another program has locked it")]
    Locked,
    /// No room.
    #[error("the disk is full")]
    Full,
    /// Anything else that the database says.
    #[error("{0}")]
    Other(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl StoreError {
    /// What the user can do, as a sentence without a full stop; none where the message says it all.
    pub fn hint(&self) -> Option<String> {
        Some(match self {
            StoreError::Open { fault, .. } | StoreError::Failed(fault) => return fault.hint().map(str::to_owned),
            StoreError::NoHome => "set HOTSEAT_DATA to a folder that you can write to".into(),
            StoreError::TooFewAttempts { kept: 0, .. } => "sit an interview first: `hotseat run`".into(),
            StoreError::TooFewAttempts { .. } => "`hotseat history` lists what is kept".into(),
            StoreError::UnknownAttempt(_) => {
                "`hotseat history` lists what is kept; name an attempt by the beginning of its id, by its date, by `last` or by `last~2`"
                    .into()
            }
            StoreError::Ambiguous { candidates, .. } => {
                let ids: Vec<String> = candidates.iter().take(5).map(Uuid::to_string).collect();
                format!("type more of it: {}", ids.join(", "))
            }
            StoreError::Running(_) => "go on in the window where it runs, or end it there".into(),
            StoreError::Ended(_) => "begin a new attempt with `hotseat run`".into(),
            StoreError::NotFinished(_) => "finish it first: `hotseat run --resume`".into(),
            StoreError::OutOfSequence { .. } => "close other windows of this attempt and resume it".into(),
            StoreError::UnknownProfile { .. } => "`hotseat data profiles` lists them with their attempts".into(),
            StoreError::TakenProfile(_) => "choose another name; `hotseat data profiles` lists those that are taken".into(),
            StoreError::Copy { error, .. } if error.kind() == io::ErrorKind::AlreadyExists => {
                "choose another name, or take that file away first".into()
            }
            StoreError::Copy { .. } => return None,
            StoreError::Restore { fault: Fault::Newer { .. }, .. } => "update hotseat first".into(),
            StoreError::Restore { .. } => "name a file that `hotseat data backup` wrote; nothing was changed".into(),
            StoreError::Garbled(_) => {
                "other attempts are not affected; `hotseat history` lists them".into()
            }
        })
    }
}

impl Fault {
    /// What SQLite could not do without a reason may have one that the folder knows.
    pub(super) fn explained_by(self, writing: io::Result<()>) -> Self {
        match (self, writing.map_err(|error| error.kind())) {
            (fault @ (Fault::Foreign | Fault::Damaged | Fault::Newer { .. } | Fault::Locked), _) => fault,
            (_, Err(io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)) => Fault::Full,
            (_, Err(io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied)) => Fault::ReadOnly,
            (fault, _) => fault,
        }
    }

    fn hint(&self) -> Option<&'static str> {
        Some(match self {
            Fault::Folder(_) | Fault::Unreadable | Fault::ReadOnly => {
                "check who may read and write it, or set HOTSEAT_DATA to another folder"
            }
            Fault::Foreign => "move that file away, or set HOTSEAT_DATA to another folder",
            Fault::Damaged => {
                "`hotseat data restore FILE` puts a backup back; to begin afresh, move hotseat.db, hotseat.db-wal and hotseat.db-shm away"
            }
            Fault::Newer { .. } => "update hotseat; the file was left as it is",
            Fault::Locked => "close the program that holds it (a backup, a database browser) and try again",
            Fault::Full => "make room on the disk and try again; what was saved before is safe",
            Fault::Other(_) => return None,
        })
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied | ErrorCode::SystemIoFailure) => Fault::Unreadable,
            Some(ErrorCode::ReadOnly) => Fault::ReadOnly,
            Some(ErrorCode::NotADatabase) => Fault::Foreign,
            Some(ErrorCode::DatabaseCorrupt) => Fault::Damaged,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Fault::Locked,
            Some(ErrorCode::DiskFull) => Fault::Full,
            _ => Fault::Other(Box::new(error)),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::FromSqlConversionFailure(_, _, detail) => StoreError::Garbled(detail.to_string()),
            rusqlite::Error::Utf8Error(..) => StoreError::Garbled("it is no text".into()),
            other => StoreError::Failed(other.into()),
        }
    }
}
