//! Standard output and standard error. A reader who goes away (`| head`) is no error.

use std::io::{ErrorKind, Write};
use std::path::Path;
use std::sync::OnceLock;

use indicatif::{ProgressBar, ProgressStyle};

use super::draft::Draft;
use super::failure::Failure;
use crate::report::grid;

/// Writes a text to standard output. Colours are taken out where the reader is no terminal or does not want them.
pub fn emit(text: &str) -> anyhow::Result<()> {
    let mut out = anstream::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Where a long result goes, piece by piece: a new file, or standard output. A reader who goes away is no error.
#[derive(Debug)]
pub struct Target {
    /// None: standard output.
    file: Option<Draft>,
}

impl Target {
    /// # Errors
    /// The file stands there already, or cannot be made; with what to do about it.
    pub fn open(path: Option<&Path>) -> Result<Self, Failure> {
        Ok(Target { file: path.map(Draft::of_new).transpose()? })
    }

    /// Writes a piece.
    pub fn put(&mut self, text: &str) -> anyhow::Result<()> {
        match &mut self.file {
            Some(draft) => Ok(draft.put(text)?),
            None => emit(text),
        }
    }

    /// Makes sure that all of it was written.
    pub fn close(self) -> anyhow::Result<()> {
        Ok(self.file.map_or(Ok(()), Draft::finish)?)
    }
}

/// Options that a suggested command needs to mean the same as this call, each with a space before it.
static OPTIONS: OnceLock<String> = OnceLock::new();

/// Sets the options that [`completed`] adds, once.
pub fn carry(options: &str) {
    // A second call would be of the same process, and so of the same command line.
    let _ = OPTIONS.set(options.to_owned());
}

/// A sentence with the options in the commands that it quotes as `hotseat run`. `hotseat data` is about everybody and gets none.
pub fn completed(text: &str) -> String {
    let options = OPTIONS.get().map_or("", String::as_str);
    let mut parts = text.split("`hotseat ");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |before, part| {
        let options = if part.starts_with("data") { "" } else { options };
        format!("{before}`hotseat{options} {part}")
    })
}

/// Writes a line to standard error; there is nobody to tell when that fails.
pub fn note(line: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{}", completed(line));
}

/// Writes a new file; one that stands there already is not replaced.
///
/// # Errors
/// With what to do about it.
pub fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    written(Draft::of_new(path)?, text)
}

/// Writes a file, in the place of one that may stand there.
///
/// # Errors
/// With the path; what stood there stands there still.
pub fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    written(Draft::of(path, false)?, text)
}

/// The same, for the owner's eyes alone.
///
/// # Errors
/// As [`replace`].
pub fn replace_private(path: &Path, text: &str) -> Result<(), Failure> {
    written(Draft::of(path, true)?, text)
}

fn written(mut draft: Draft, text: &str) -> Result<(), Failure> {
    draft.put(text)?;
    draft.finish()
}

/// Long work under way: drawn on standard error, and only where that is a terminal.
pub fn progress(what: &'static str, all: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} {bar:30} {human_pos} of {human_len}, {eta} left");
    let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(all as u64).with_style(style).with_message(what)
}

/// Whether colours reach the reader of standard output: a terminal that has them, and nobody who turned them off.
pub fn has_colour() -> bool {
    anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never
}

/// Columns of the terminal on standard output; 80 where there is none.
pub fn width() -> usize {
    // Asked only of a terminal: elsewhere the answer would come from another program, started for the purpose.
    let is_terminal = std::io::IsTerminal::is_terminal(&std::io::stdout());
    match is_terminal.then(crossterm::terminal::size) {
        Some(Ok((columns, _))) => usize::from(columns.max(40)),
        _ => 80,
    }
}

/// Rows under column heads, wrapped into so many columns of a terminal.
pub fn table<R: Into<comfy_table::Row>>(head: &[&str], rows: impl IntoIterator<Item = R>, width: usize) -> String {
    grid(head, rows, width)
}
