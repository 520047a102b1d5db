//! Standard output and standard error. A reader who goes away (`| head`) is no error.

use std::io::{ErrorKind, Write};

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
