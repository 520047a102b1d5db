//! Where a page goes: standard output, a file, or a file that the browser opens.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use clap::{Args, ValueEnum};

use super::confirm::counted;
use super::draft;
use super::failure::Failure;
use super::format::chosen;
use super::output;
use crate::store;

/// Folder in the data folder for pages that are only to be looked at.
const FOLDER: &str = "reports";

/// Where a page goes.
#[derive(Debug, Args)]
pub struct Destination {
    /// Write it to this file; its ending says how (.html, .md, .json, .txt), unless --format does
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
    /// Finds out before any work whether its result can go there.
    ///
    /// # Errors
    /// A browser is wished for what is no page, or the file stands there already.
    pub fn check(&self, is_page: bool) -> Result<(), Failure> {
        match self.open && !is_page {
            true => Err(Failure::new("only a page can be opened in the browser", "add `--format html`")),
            false => self.refuse_existing(),
        }
    }

    /// How it is written: as was asked for, or as the file's name says; otherwise as `usual`.
    ///
    /// # Errors
    /// The file's name asks for what the command does not write.
    pub fn format<F: ValueEnum>(&self, asked: Option<F>, usual: F) -> Result<F, Failure> {
        chosen(asked, self.output.as_deref(), usual)
    }

    /// Whether the browser is to show it.
    pub fn is_browser(&self) -> bool {
        self.open
    }

    /// Whether it goes anywhere but to standard output.
    pub fn is_elsewhere(&self) -> bool {
        self.open || self.output.is_some()
    }

    fn refuse_existing(&self) -> Result<(), Failure> {
        match &self.output {
            Some(path) if path.is_dir() => Err(draft::is_folder(path)),
            Some(path) if path.exists() && !self.force => {
                Err(Failure::new(format!("{} is there already", path.display()), "`--force` replaces it"))
            }
            _ => Ok(()),
        }
    }

    /// Sends a text to where it belongs. `name` is the file's where none was given, as `report-0197.html`.
    ///
    /// # Errors
    /// A file that cannot be written, or stands there already. A browser that does not open is none: the page is there.
    pub fn deliver(&self, text: &str, name: &str) -> anyhow::Result<()> {
        self.refuse_existing()?;
        let Some(path) = self.path(name)? else { return output::emit(text) };
        let plain = anstream::adapter::strip_str(text).to_string();
        match (&self.output, self.force) {
            (None, _) => output::replace_private(&path, &plain)?,
            (Some(_), true) => output::replace(&path, &plain)?,
            (Some(_), false) => output::write_new(&path, &plain)?,
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
                store::create_private(&folder).map_err(|error| {
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

/// Pages that were opened in the browser, as far as they are still in the data folder.
///
/// # Errors
/// There is no data folder.
pub fn opened() -> anyhow::Result<Vec<PathBuf>> {
    let Ok(folder) = std::fs::read_dir(store::data_dir()?.join(FOLDER)) else { return Ok(Vec::new()) };
    let pages = folder.flatten().map(|entry| entry.path());
    Ok(pages.filter(|path| path.extension().is_some_and(|ending| ending == "html")).collect())
}

/// Takes them all away: each can be made anew, and any of them may hold answers that are to be deleted.
///
/// # Errors
/// One of them cannot be deleted.
pub fn forget() -> anyhow::Result<()> {
    let pages = opened()?;
    for page in &pages {
        std::fs::remove_file(page).map_err(|error| {
            let hint = "delete it yourself, for it may hold answers, then try again";
            Failure::new(format!("cannot delete {}: {error}", page.display()), hint)
        })?;
    }
    if !pages.is_empty() {
        output::note(&format!("{} that the browser was shown went as well.", counted(pages.len(), "page")));
    }
    Ok(())
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
