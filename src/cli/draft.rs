//! A file that is being written: it stands beside the place where it belongs until it is whole, so that a full disk, or an end
//! in the middle, leaves what was there.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{BufWriter, Error, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::failure::Failure;

/// Goes away again when it is dropped before it is finished.
#[derive(Debug)]
pub struct Draft {
    path: PathBuf,
    /// None: it is written in its place, which is no file that could be put into another's (a pipe, a device).
    beside: Option<PathBuf>,
    file: BufWriter<File>,
    is_new: bool,
}

impl Draft {
    /// Of a file that must not stand there yet.
    ///
    /// # Errors
    /// It does, or cannot be made.
    pub fn of_new(path: &Path) -> Result<Self, Failure> {
        refuse_existing(path)?;
        let mut draft = Draft::of(path, false)?;
        draft.is_new = true;
        Ok(draft)
    }

    /// Of a file that may stand there. A private one is for its owner alone.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn of(path: &Path, is_private: bool) -> Result<Self, Failure> {
        // What a link leads to is replaced, and not the link.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let beside = (!path.exists() || path.is_file()).then(|| beside(&path));
        let opened = match &beside {
            Some(beside) => open_beside(beside, is_private),
            None => File::options().write(true).open(&path),
        };
        let file = opened.map_err(|error| unwritten(&path, &error))?;
        if let (Ok(old), false) = (path.metadata(), is_private) {
            // Where they cannot be kept, they are those of any new file.
            let _ = file.set_permissions(old.permissions());
        }
        Ok(Draft { path, beside, file: BufWriter::with_capacity(1 << 16, file), is_new: false })
    }

    /// Writes a piece.
    ///
    /// # Errors
    /// With what to do about it.
    pub fn put(&mut self, text: &str) -> Result<(), Failure> {
        self.file.write_all(text.as_bytes()).map_err(|error| unwritten(&self.path, &error))
    }

    /// Puts it into its place.
    ///
    /// # Errors
    /// As [`Draft::put`].
    pub fn finish(mut self) -> Result<(), Failure> {
        self.file.flush().map_err(|error| unwritten(&self.path, &error))?;
        if self.is_new {
            refuse_existing(&self.path)?;
        }
        let placed = self.beside.as_ref().map_or(Ok(()), |beside| fs::rename(beside, &self.path));
        placed.map_err(|error| unwritten(&self.path, &error))?;
        self.beside = None;
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // A draft that stays behind does no harm.
        let _ = self.beside.as_ref().map(fs::remove_file);
    }
}

/// A name in the same folder that nobody else gives.
fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.part", std::process::id()));
    path.with_file_name(name)
}

/// Never through a link, which somebody else may have laid there.
fn open_beside(path: &Path, is_private: bool) -> std::io::Result<File> {
    // What an earlier process of this number left, if anything.
    let _ = fs::remove_file(path);
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if is_private {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    options.open(path)
}

fn refuse_existing(path: &Path) -> Result<(), Failure> {
    match path.symlink_metadata() {
        Ok(_) => Err(unwritten(path, &ErrorKind::AlreadyExists.into())),
        Err(_) => Ok(()),
    }
}

/// A folder stands where a file is to be written.
pub fn is_folder(path: &Path) -> Failure {
    Failure::new(format!("{} is a folder", path.display()), "give the name of a file, such as one in that folder")
}

fn unwritten(path: &Path, error: &Error) -> Failure {
    if path.is_dir() {
        return is_folder(path);
    }
    let hint = match error.kind() {
        ErrorKind::AlreadyExists => "choose another name, or take that file away first",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            "make room, or choose another disk"
        }
        _ => "",
    };
    Failure::new(format!("cannot write {}: {error}", path.display()), hint)
}
