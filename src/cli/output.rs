//! Standard output and standard error. A reader who goes away (`| head`) is no error.

use std::io::{ErrorKind, Write};
use std::path::Path;

use super::failure::Failure;

/// Writes a text to standard output. Colours are taken out where the reader is no terminal or does not want them.
pub fn emit(text: &str) -> anyhow::Result<()> {
    let mut out = anstream::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Writes a line to standard error; there is nobody to tell when that fails.
pub fn note(line: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{line}");
}

/// Writes a new file; one that stands there already is not replaced.
///
/// # Errors
/// With what to do about it.
pub fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    let file = std::fs::File::options().write(true).create_new(true).open(path);
    file.and_then(|mut file| file.write_all(text.as_bytes())).map_err(|error| {
        let hint = if error.kind() == ErrorKind::AlreadyExists {
            "choose another name, or take that file away first"
        } else {
            ""
        };
        Failure::new(format!("cannot write {}: {error}", path.display()), hint)
    })
}

/// Writes a file, in the place of one that may stand there.
///
/// # Errors
/// With the path.
pub fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(path, text).map_err(|error| Failure::new(format!("cannot write {}: {error}", path.display()), ""))
}

/// Whether colours reach the reader of standard output: a terminal that has them, and nobody who turned them off.
pub fn has_colour() -> bool {
    anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never
}

/// Columns of the terminal on standard output; 80 where there is none.
pub fn width() -> usize {
    match crossterm::terminal::size() {
        Ok((columns, _)) if std::io::IsTerminal::is_terminal(&std::io::stdout()) => usize::from(columns.max(40)),
        _ => 80,
    }
}

/// Rows under column heads, wrapped into so many columns of a terminal.
pub fn table<R: Into<comfy_table::Row>>(head: &[&str], rows: impl IntoIterator<Item = R>, width: usize) -> String {
    let mut table = comfy_table::Table::new();
    table.load_style(comfy_table::presets::NOTHING);
    table.set_content_arrangement(comfy_table::ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(80));
    table.set_header(head);
    table.add_rows(rows);
    table.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}
