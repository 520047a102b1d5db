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

/// Creates a folder and its parents. Answers are private: on Unix a new folder is for its owner alone.
pub(super) fn create_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
