//! Standard output and standard error. A reader who goes away (`| head`) is no error.

use std::fs::File;
use std::io::{BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use indicatif::{ProgressBar, ProgressStyle};

use super::failure::Failure;

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
    file: Option<(PathBuf, BufWriter<File>)>,
}

impl Target {
    /// # Errors
    /// The file stands there already, or cannot be made; with what to do about it.
    pub fn open(path: Option<&Path>) -> Result<Self, Failure> {
        let file = path.map(|path| Ok((path.to_owned(), BufWriter::with_capacity(1 << 16, create_new(path)?))));
        Ok(Target { file: file.transpose()? })
    }

    /// Writes a piece.
    pub fn put(&mut self, text: &str) -> anyhow::Result<()> {
        match &mut self.file {
            Some((path, file)) => Ok(file.write_all(text.as_bytes()).map_err(|error| unwritten(path, &error))?),
            None => emit(text),
        }
    }

    /// Makes sure that all of it was written.
    pub fn close(self) -> anyhow::Result<()> {
        match self.file {
            Some((path, mut file)) => Ok(file.flush().map_err(|error| unwritten(&path, &error))?),
            None => Ok(()),
        }
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
    let mut file = create_new(path)?;
    file.write_all(text.as_bytes()).map_err(|error| unwritten(path, &error))
}

fn create_new(path: &Path) -> Result<File, Failure> {
    File::options().write(true).create_new(true).open(path).map_err(|error| unwritten(path, &error))
}

/// A folder stands where a file is to be written.
pub fn is_folder(path: &Path) -> Failure {
    Failure::new(format!("{} is a folder", path.display()), "give the name of a file, such as one in that folder")
}

fn unwritten(path: &Path, error: &std::io::Error) -> Failure {
    if path.is_dir() {
        return is_folder(path);
    }
    let hint = match error.kind() {
        ErrorKind::AlreadyExists => "choose another name, or take that file away first",
        _ => "",
    };
    Failure::new(format!("cannot write {}: {error}", path.display()), hint)
}

/// Long work under way: drawn on standard error, and only where that is a terminal.
pub fn progress(what: &'static str, all: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} {bar:30} {human_pos} of {human_len}, {eta} left");
    let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(all as u64).with_style(style).with_message(what)
}

/// Writes a file, in the place of one that may stand there.
///
/// # Errors
/// With the path.
pub fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(path, text).map_err(|error| unwritten(path, &error))
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
    lines(&arranged(head, rows, width))
}

/// The same, with a first column that is there to be copied, and is never wrapped.
pub fn table_of_ids<R: Into<comfy_table::Row>>(
    head: &[&str],
    rows: impl IntoIterator<Item = R>,
    width: usize,
) -> String {
    let mut table = arranged(head, rows, width);
    if let Some(ids) = table.column_mut(0) {
        ids.set_constraint(comfy_table::ColumnConstraint::ContentWidth);
    }
    lines(&table)
}

fn arranged<R: Into<comfy_table::Row>>(
    head: &[&str],
    rows: impl IntoIterator<Item = R>,
    width: usize,
) -> comfy_table::Table {
    let mut table = comfy_table::Table::new();
    table.load_style(comfy_table::presets::NOTHING);
    table.set_content_arrangement(comfy_table::ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(80));
    table.set_header(head);
    table.add_rows(rows);
    table
}

fn lines(table: &comfy_table::Table) -> String {
    table.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}
