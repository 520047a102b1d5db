//! A copy of everything in one file.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jiff::Zoned;

use crate::cli::context::{Context, quoted};
use crate::cli::output;

/// # Errors
/// The file stands there already, or cannot be written.
pub fn run(context: &Context, file: Option<&Path>) -> anyhow::Result<ExitCode> {
    let named = || PathBuf::from(Zoned::now().strftime("hotseat-%Y-%m-%d-%H%M%S.db").to_string());
    let file = file.map_or_else(named, Path::to_owned);
    context.store()?.backup(&file)?;
    output::emit(&format!(
        "Everything is copied to {}.\nTo put it back: `hotseat data restore {}`\n",
        file.display(),
        quoted(&file.to_string_lossy())
    ))?;
    Ok(ExitCode::SUCCESS)
}
