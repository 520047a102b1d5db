//! Reading content files: the shipped bank from inside the binary, a user's own folder from disk.
//! This is the only part of `content` that touches the disk; it reads text and understands none of it.

use std::fs;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

static INTERVIEWS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/interviews");
static RUBRICS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rubrics");

/// Whose content it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Embedded in the binary; held to the stricter rules by the tests.
    Shipped,
    /// The user's own.
    Own,
}

/// One content file, as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its name in messages: the path as the user can open it; for shipped files, the path in the repository.
    pub name: String,
    /// Its path inside the content folder, with forward slashes (`rubrics/lexicon.toml`); decides what it holds.
    pub path: String,
    /// What it says.
    pub text: String,
    /// Whose it is.
    pub origin: Origin,
}

/// Why a folder cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// Neither interviews nor rubrics are there.
    #[error("{} has neither an `interviews` nor a `rubrics` folder", .0.display())]
    NotContent(PathBuf),
    /// The system refuses.
    #[error("cannot read {}: {error}", path.display())]
    Io {
        /// What was to be read.
        path: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
}

impl ReadError {
    fn io(path: &Path) -> impl Fn(std::io::Error) -> ReadError {
        move |error| ReadError::Io { path: path.to_owned(), error }
    }
}

/// The shipped bank, sorted by path.
pub fn shipped() -> Vec<Source> {
    let mut sources = Vec::new();
    embedded("interviews", &INTERVIEWS, &mut sources);
    embedded("rubrics", &RUBRICS, &mut sources);
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

fn embedded(folder: &str, dir: &Dir<'_>, sources: &mut Vec<Source>) {
    for file in dir.files().filter(|file| is_content(file.path())) {
        let path = format!("{folder}/{}", slashed(file.path()));
        let text = file.contents_utf8().unwrap_or_default().to_owned();
        sources.push(Source { name: path.clone(), path, text, origin: Origin::Shipped });
    }
    dir.dirs().for_each(|inner| embedded(folder, inner, sources));
}

/// A user's own folder, which holds `interviews` or `rubrics` or both, sorted by path.
pub fn folder(root: &Path) -> Result<Vec<Source>, ReadError> {
    let parts: Vec<PathBuf> =
        ["interviews", "rubrics"].iter().map(|part| root.join(part)).filter(|part| part.is_dir()).collect();
    if parts.is_empty() {
        return Err(ReadError::NotContent(root.to_owned()));
    }
    let mut files = Vec::new();
    for part in &parts {
        walk(part, &mut files)?;
    }
    files.sort();
    files.iter().map(|file| read(root, file)).collect()
}

fn walk(dir: &Path, files: &mut Vec<PathBuf>) -> Result<(), ReadError> {
    for entry in fs::read_dir(dir).map_err(ReadError::io(dir))? {
        let path = entry.map_err(ReadError::io(dir))?.path();
        if path.is_dir() {
            walk(&path, files)?;
        } else if is_content(&path) {
            files.push(path);
        }
    }
    Ok(())
}

fn read(root: &Path, file: &Path) -> Result<Source, ReadError> {
    let text = fs::read_to_string(file).map_err(ReadError::io(file))?;
    let path = slashed(file.strip_prefix(root).unwrap_or(file));
    Ok(Source { name: slashed(file), path, text, origin: Origin::Own })
}

/// TOML files are content; READMEs, editors' hidden files and everything else are not.
fn is_content(path: &Path) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    !hidden && path.extension().is_some_and(|ending| ending == "toml")
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
