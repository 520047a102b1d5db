//! Where data is kept.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::error::StoreError;

/// Names another data folder.
pub const VARIABLE: &str = "HOTSEAT_DATA";

/// The data folder: the one that `HOTSEAT_DATA` names, else `hotseat` in the platform's data folder. Nothing is created.
pub fn data_dir() -> Result<PathBuf, StoreError> {
    data_dir_from(std::env::var_os(VARIABLE))
}

/// The same, for a given value of the variable; an empty one counts as not set.
pub fn data_dir_from(variable: Option<OsString>) -> Result<PathBuf, StoreError> {
    match variable.filter(|value| !value.is_empty()) {
        Some(folder) => Ok(PathBuf::from(folder)),
        None => platform_data_dir(),
    }
}

fn platform_data_dir() -> Result<PathBuf, StoreError> {
    let base = etcetera::base_strategy::choose_native_strategy().map_err(|_| StoreError::NoHome)?;
    Ok(base.data_dir().join("hotseat"))
}

/// Keeps a file to its owner, as far as the file system knows of owners.
pub(super) fn make_private(file: &Path) {
    #[cfg(unix)]
    let _ = fs::set_permissions(file, std::os::unix::fs::PermissionsExt::from_mode(0o600));
    #[cfg(not(unix))]
    let _ = file;
}

/// Finds out whether a folder takes as much as opening a database needs.
pub(super) fn try_writing(folder: &Path) -> io::Result<()> {
    let file = folder.join(format!("room-{}", std::process::id()));
    let written = fs::write(&file, vec![0; 1 << 16]);
    // One that could not be made is not there.
    let _ = fs::remove_file(&file);
    written
}

/// Creates a folder and its parents. Answers are private: on Unix a new folder is for its owner alone.
pub fn create_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
