//! What every command shares: the content it works on, the store, the profile, and whether to keep to plain lines.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::thread::JoinHandle;

use clap::Args;
use jiff::Timestamp;
use jiff::civil::Date;

use super::config::Config;
use super::failure::Failure;
use super::history::midnight;
use super::output;
use crate::content::render::render;
use crate::content::sources::{self, Source};
use crate::content::{Library, LoadError};
use crate::front::Front;
use crate::front::plain::Plain;
use crate::progress::Moment;
use crate::report::{Style, harmless};
use crate::store::{self, Store, StoreError};
use crate::tui::FullScreen;

/// Whose attempts they are where nobody was named.
const DEFAULT_PROFILE: &str = "default";

/// Longest name of a profile, in characters: it stands in lists and in the heads of reports.
const LONGEST_NAME: usize = 80;

/// Heads them in the help of each command.
const EVERYWHERE: &str = "Options of every command";

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub struct Shared {
    /// Add interviews and rubrics from this folder (may be given more than once)
    #[arg(long, global = true, value_name = "DIR", help_heading = EVERYWHERE)]
    content: Vec<PathBuf>,
    /// Whose attempts these are [without it: default; on import, whoever the file names]
    #[arg(long, global = true, value_name = "NAME", help_heading = EVERYWHERE, env = "HOTSEAT_PROFILE", value_parser = profile_name)]
    profile: Option<String>,
    /// Plain lines: no full screen, no redrawing, no tables; for pipes, scripts and screen readers
    #[arg(long, global = true, help_heading = EVERYWHERE, env = "HOTSEAT_PLAIN", value_parser = clap::builder::FalseyValueParser::new(), num_args = 0, default_missing_value = "1")]
    plain: bool,
}

impl Shared {
    /// The options that another call needs to mean the same: not what the environment or the configuration file says anyway.
    fn options(&self) -> String {
        let profile = self.profile.iter().map(|name| profile_option(name));
        profile.chain(self.content.iter().map(|folder| content_option(folder))).collect()
    }
}

/// The name of a profile, as it is typed.
fn profile_name(name: &str) -> Result<String, String> {
    match name.chars().count() {
        0 => Err("a name has at least one character".into()),
        count if count > LONGEST_NAME => Err(format!("a name has at most {LONGEST_NAME} characters")),
        _ => Ok(name.to_owned()),
    }
}

/// What every command shares.
#[derive(Debug)]
pub struct Context {
    shared: Shared,
    /// A fault in it is told where a setting is wanted, and by [`Context::config`].
    config: Result<Config, Failure>,
    options: String,
}

impl Context {
    /// What the command line says, on top of the configuration file.
    pub fn new(mut shared: Shared) -> Self {
        if shared.plain {
            anstream::ColorChoice::Never.write_global();
        }
        let config = Config::read();
        let options = shared.options();
        output::carry(&options);
        shared.content.splice(0..0, config.iter().flat_map(|config| config.content.iter().cloned()));
        Context { shared, config, options }
    }

    /// The configuration file.
    ///
    /// # Errors
    /// As [`Config::read`].
    pub fn config(&self) -> Result<&Config, Failure> {
        self.config.as_ref().map_err(Failure::clone)
    }

    /// Now, and the day of the interview: the one that is given, or that of the configuration file.
    ///
    /// # Errors
    /// As [`Config::read`].
    pub fn moment(&self, interview: Option<Date>) -> Result<Moment, Failure> {
        let day = interview.or(self.config()?.interview_date);
        Ok(Moment { now: Timestamp::now(), interview: day.map(midnight) })
    }

    /// The shipped bank and the user's folders.
    ///
    /// # Errors
    /// Mistakes that keep content from loading, all of them shown; as [`Config::read`].
    pub fn library(&self) -> anyhow::Result<Library> {
        explained(Library::load(self.content()?))
    }

    /// The same, read beside whatever comes before it is needed: the first screen does not wait for it.
    ///
    /// # Errors
    /// As [`Config::read`].
    pub fn library_soon(&self) -> Result<Loading, Failure> {
        let folders = self.content()?.to_owned();
        Ok(Loading::Reading(std::thread::spawn(move || Library::load(&folders))))
    }

    /// The files behind [`Context::library`], for saying on which line something stands.
    pub fn sources(&self) -> anyhow::Result<Vec<Source>> {
        let mut all = sources::shipped();
        for folder in self.content()? {
            all.extend(sources::folder(folder)?);
        }
        Ok(all)
    }

    /// How reports are written to standard output.
    pub fn style(&self) -> Style {
        if self.is_plain() { Style::Plain } else { Style::Terminal { width: self.width() } }
    }

    /// Whether content beside the shipped bank was asked for.
    pub fn has_own_content(&self) -> bool {
        !self.shared.content.is_empty()
    }

    /// The user's folders: those of the configuration file, and those of the command line.
    ///
    /// # Errors
    /// As [`Config::read`].
    pub fn content(&self) -> Result<&[PathBuf], Failure> {
        self.config().map(|_| &*self.shared.content)
    }

    /// The options that name the same content again, as they would be typed; each with a space before it.
    pub fn content_options(&self) -> String {
        self.shared.content.iter().map(|folder| content_option(folder)).collect()
    }

    /// The options that a suggested command needs to mean the same as this one, each with a space before it.
    pub fn options(&self) -> &str {
        &self.options
    }

    /// The store in the data folder.
    pub fn store(&self) -> anyhow::Result<Store> {
        Ok(Store::open(&store::data_dir()?)?)
    }

    /// Whose attempts these are.
    pub fn profile(&self) -> &str {
        self.named_profile().unwrap_or(DEFAULT_PROFILE)
    }

    /// The profile that was named, if any was.
    pub fn named_profile(&self) -> Option<&str> {
        self.shared.profile.as_deref()
    }

    /// The store, for a command that only reads: somebody who has never been here was mistyped.
    ///
    /// # Errors
    /// Nobody goes by the profile's name, though others are here.
    pub fn store_to_read(&self) -> anyhow::Result<Store> {
        let store = self.store()?;
        self.named_profile().map_or(Ok(()), |name| store.require_profile(name))?;
        Ok(store)
    }

    /// Tells, before something may be begun for somebody who has never been here though others have: the name may be mistyped.
    pub fn tell_if_new(&self) -> anyhow::Result<()> {
        match self.store_to_read().map(drop) {
            Err(error) => match error.downcast()? {
                StoreError::UnknownProfile { name, known } => {
                    output::note(&harmless(&format!(
                        "There is no profile '{name}' yet (known: {}).",
                        known.join(", ")
                    )));
                    Ok(())
                }
                other => Err(other.into()),
            },
            Ok(()) => Ok(()),
        }
    }

    /// Whether to keep to plain lines: asked for, or a terminal that cannot do better.
    pub fn is_plain(&self) -> bool {
        self.shared.plain || std::env::var_os("TERM").is_some_and(|term| term == "dumb")
    }

    /// Whether a full-screen session can be shown.
    pub fn is_full_screen(&self) -> bool {
        !self.is_plain() && std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
    }

    /// What the candidate sits in front of.
    ///
    /// # Errors
    /// When the system refuses what waiting for keys needs.
    pub fn front(&self) -> anyhow::Result<Box<dyn Front>> {
        Ok(if self.is_full_screen() { Box::new(FullScreen::new()?) } else { Box::new(Plain::new()?) })
    }

    /// Columns to write for.
    pub fn width(&self) -> usize {
        output::width()
    }
}

/// The option that names a profile, with a space before it; empty for the one that is meant where none is named.
pub fn profile_option(name: &str) -> String {
    let usual = std::env::var("HOTSEAT_PROFILE").unwrap_or_else(|_| DEFAULT_PROFILE.to_owned());
    if name == usual { String::new() } else { format!(" --profile {}", quoted(&harmless(name))) }
}

fn content_option(folder: &Path) -> String {
    format!(" --content {}", quoted(&harmless(&folder.to_string_lossy())))
}

/// A word for a shell: in quotes where it needs them.
pub fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./:+,".contains(c);
    if word.chars().all(is_plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

/// Content that is being read.
#[derive(Debug)]
pub enum Loading {
    /// On a thread of its own.
    Reading(JoinHandle<Result<Library, LoadError>>),
    /// Done; nothing where that failed and was told.
    Done(Option<Box<Library>>),
}

impl Loading {
    /// The content, as soon as it is there.
    ///
    /// # Errors
    /// As [`Context::library`].
    pub fn library(&mut self) -> anyhow::Result<&Library> {
        if let Loading::Reading(_) = self
            && let Loading::Reading(thread) = std::mem::replace(self, Loading::Done(None))
        {
            let loaded = thread.join().map_err(|_| Failure::new("the content could not be read", ""))?;
            *self = Loading::Done(Some(Box::new(explained(loaded)?)));
        }
        match self {
            Loading::Done(Some(library)) => Ok(library),
            _ => Err(Failure::new("the content could not be read", "").into()),
        }
    }
}

/// Shows the mistakes of content that does not load.
pub fn explained(loaded: Result<Library, LoadError>) -> anyhow::Result<Library> {
    loaded.map_err(|error| match error {
        LoadError::Content { problems, sources } => {
            let shown: Vec<String> =
                problems.iter().map(|problem| render(problem, &sources, output::width())).collect();
            let message = format!("the content has mistakes\n\n{}\n", shown.join("\n\n"));
            Failure::new(message, "`hotseat check FOLDER` shows these and the warnings").into()
        }
        other => other.into(),
    })
}
