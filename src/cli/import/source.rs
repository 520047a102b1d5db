//! A file to import, which is read twice: once to see that it is whole, once for its attempts.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use crate::archive::{ArchiveError, Opened, open};
use crate::cli::failure::Failure;

/// A file of attempts.
#[derive(Debug)]
pub struct Source {
    path: PathBuf,
    /// Standard input can be read only once, and is kept.
    piped: Option<Vec<u8>>,
}

impl Source {
    /// Finds the file; `-` is standard input.
    ///
    /// # Errors
    /// It cannot be read, or does not look like a file of attempts.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        let mut source = Source { path: path.to_owned(), piped: None };
        if path == Path::new("-") {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes).map_err(|error| source.unread(&error))?;
            source.piped = Some(bytes);
        }
        match source.first_sign()? {
            Some(b'{') => Ok(source),
            _ => Err(source.foreign()),
        }
    }

    /// What it is called in messages.
    pub fn name(&self) -> String {
        if self.piped.is_some() { "standard input".to_owned() } else { self.path.display().to_string() }
    }

    /// The file, from its beginning.
    pub fn read(&self) -> Result<Box<dyn BufRead + '_>, Failure> {
        match &self.piped {
            Some(bytes) => Ok(Box::new(bytes.as_slice())),
            None => {
                let file = File::open(&self.path).map_err(|error| self.unread(&error))?;
                Ok(Box::new(BufReader::with_capacity(1 << 16, file)))
            }
        }
    }

    /// What stands before its attempts.
    ///
    /// # Errors
    /// It is not whole, of another kind, or from a newer program.
    pub fn look_through(&self) -> Result<Opened, Failure> {
        open(self.read()?).map_err(|error| self.refused(&error))
    }

    /// What is wrong with it as a whole.
    pub fn refused(&self, error: &ArchiveError) -> Failure {
        match error {
            ArchiveError::Foreign => self.foreign(),
            ArchiveError::Newer { .. } => Failure::new(format!("{}: {error}", self.name()), "update hotseat"),
            _ => {
                let hint = "write it again with `hotseat export`; nothing of it was imported";
                Failure::new(format!("{}: {error}", self.name()), hint)
            }
        }
    }

    /// The first byte that is no white space.
    fn first_sign(&self) -> Result<Option<u8>, Failure> {
        for byte in self.read()?.bytes() {
            let byte = byte.map_err(|error| self.unread(&error))?;
            if !byte.is_ascii_whitespace() {
                return Ok(Some(byte));
            }
        }
        Ok(None)
    }

    fn foreign(&self) -> Failure {
        let message = format!("{}: it holds no attempts of hotseat", self.name());
        Failure::new(message, "import reads what `hotseat export --format json` writes")
    }

    fn unread(&self, error: &io::Error) -> Failure {
        Failure::new(format!("cannot read {}: {error}", self.name()), "")
    }
}
