//! Where a page goes: standard output, a file, or a file that the browser opens.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use clap::Args;

use super::failure::Failure;
use super::output;
use crate::store;

/// Folder in the data folder for pages that are only to be looked at.
const FOLDER: &str = "reports";

/// Where a page goes.
#[derive(Debug, Args)]
pub struct Destination {
    /// Write it to this file
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace that file if it is there
    #[arg(long, requires = "output")]
    force: bool,
    /// Open it in the browser (with --format html); without --output it is kept in the data folder
    #[arg(long)]
    open: bool,
}

impl Destination {
    /// Whether a browser is to show it.
    pub fn is_browser(&self) -> bool {
        self.open
    }

    /// Sends a text to where it belongs. `name` is the file's where none was given, as `report-0197.html`.
    ///
    /// # Errors
    /// A file that cannot be written, or stands there already. A browser that does not open is none: the page is there.
    pub fn deliver(&self, text: &str, name: &str) -> anyhow::Result<()> {
        let Some(path) = self.path(name)? else { return output::emit(text) };
        let plain = anstream::adapter::strip_str(text).to_string();
        if self.force || self.output.is_none() {
            output::replace(&path, &plain)?;
        } else if path.exists() {
            return Err(Failure::new(format!("{} is there already", path.display()), "`--force` replaces it").into());
        } else {
            output::write_new(&path, &plain)?;
        }
        output::note(&format!("Written: {}", path.display()));
        if self.open {
            open(&path);
        }
        Ok(())
    }

    /// None: standard output.
    fn path(&self, name: &str) -> anyhow::Result<Option<PathBuf>> {
        match &self.output {
            Some(path) => Ok(Some(path.clone())),
            None if self.open => {
                let folder = store::data_dir()?.join(FOLDER);
                std::fs::create_dir_all(&folder).map_err(|error| {
                    Failure::new(
                        format!("cannot create {}: {error}", folder.display()),
                        "`--output FILE` writes elsewhere",
                    )
                })?;
                Ok(Some(folder.join(name)))
            }
            None => Ok(None),
        }
    }
}

/// Starts what the platform opens pages with, and does not wait for it.
fn open(page: &Path) {
    let (program, before): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    let arguments = before.iter().map(OsStr::new).chain([page.as_os_str()]);
    let mut command = Command::new(program);
    let started = command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    if let Err(error) = started {
        output::note(&format!("No browser could be started ({program}: {error}); open that file yourself."));
    }
}
