//! The configuration file: what somebody wants in every call. `config.toml` in `hotseat` in the platform's configuration folder;
//! `HOTSEAT_CONFIG` names another file. There need not be one.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use jiff::civil::Date;
use serde::Deserialize;

use super::failure::Failure;

/// Names another configuration file.
const VARIABLE: &str = "HOTSEAT_CONFIG";

/// What `hotseat --help` says of it.
pub const HELP: &str = "Configuration: `hotseat/config.toml` in the platform's configuration folder, or the file that HOTSEAT_CONFIG \
                        names, may hold `interview_date = 2026-12-10` (the day you practise for) and `content = [\"FOLDER\"]` \
                        (as --content).\n\n\
                        Environment: HOTSEAT_DATA names another data folder, and NO_COLOR turns colours off.\n\n\
                        Exit codes: 0 done; 1 done, and something was found wrong or left out; 2 wrong use, or input that cannot \
                        be read; 130 interrupted.";

const HINT: &str = "it may hold `interview_date = 2026-12-10` and `content = [\"FOLDER\"]`, and nothing else";

/// What the file may hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// The day of the interview that is practised for.
    pub interview_date: Option<Date>,
    /// Folders of interviews and rubrics; relative ones are beside the file.
    pub content: Vec<PathBuf>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    interview_date: Option<toml::value::Datetime>,
    #[serde(default)]
    content: Vec<PathBuf>,
}

/// Where the file is, or would be; none where nothing names it and the home folder is unknown.
pub fn file() -> Option<PathBuf> {
    named().or_else(|| {
        let base = etcetera::base_strategy::choose_native_strategy().ok()?;
        Some(base.config_dir().join("hotseat").join("config.toml"))
    })
}

fn named() -> Option<PathBuf> {
    std::env::var_os(VARIABLE).filter(|value| !value.is_empty()).map(PathBuf::from)
}

impl Config {
    /// Reads the file.
    ///
    /// # Errors
    /// It cannot be read, is no such file, or was named and is not there.
    pub fn read() -> Result<Config, Failure> {
        let Some(path) = file() else { return Ok(Config::default()) };
        match std::fs::read_to_string(&path) {
            Ok(text) => Config::parse(&text, &path),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && named().is_none() => Ok(Config::default()),
            Err(error) => Err(Failure::new(format!("cannot read {}: {error}", path.display()), HINT)),
        }
    }

    fn parse(text: &str, path: &Path) -> Result<Config, Failure> {
        let wrong = |what: &str| Failure::new(format!("{}: {}", path.display(), what.trim_end()), HINT);
        let file: File = toml::from_str(text).map_err(|error| wrong(&error.to_string()))?;
        let interview_date = match file.interview_date.map(|date| date.to_string().parse()) {
            None => None,
            Some(Ok(date)) => Some(date),
            Some(Err(_)) => return Err(wrong("interview_date is no date")),
        };
        let beside = path.parent().unwrap_or(Path::new(""));
        Ok(Config { interview_date, content: file.content.iter().map(|folder| beside.join(folder)).collect() })
    }
}
