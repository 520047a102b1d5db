//! A copy of everything in one file.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jiff::Zoned;

use crate::cli::context::Context;
use crate::cli::output;

/// # Errors
/// The file stands there already, or cannot be written.
pub fn run(context: &Context, file: Option<&Path>) -> anyhow::Result<ExitCode> {
    let named = || PathBuf::from(Zoned::now().strftime("hotseat-%Y-%m-%d-%H%M%S.db").to_string());
    let file = file.map_or_else(named, Path::to_owned);
    context.store()?.backup(&file)?;
    output::emit(&format!(
        "Everything is copied to {}.\nTo put it back: copy it to hotseat.db in the folder that `hotseat data` names, while no session runs, \
         and take hotseat.db-wal and hotseat.db-shm away.\n",
        file.display()
    ))?;
    Ok(ExitCode::SUCCESS)
}
