//! All syntax errors of a file. The TOML reader goes on after most of them; where it stops, the line it stopped at is blanked
//! and the file is read again, so that a slip at the top does not hide everything below it.

use toml::de::{DeTable, DeValue, Error};

use crate::text::Span;

/// A mistake of syntax.
pub type Slip = (Span, String);

/// The slips of a text, and the text as far as it can be read: as long as the original, so that places stay right.
pub fn mend(text: &str) -> (String, Vec<Slip>) {
    let mut mended = text.to_owned();
    let mut slips: Vec<Slip> = Vec::new();
    loop {
        let (document, errors) = DeTable::parse_recoverable(&mended);
        let found = errors.iter().map(slip).filter(|slip| !slips.contains(slip)).collect::<Vec<_>>();
        let last = found.iter().map(|(span, _)| span.start).max();
        let stopped = last.filter(|last| end_of_table(document.get_ref()) <= *last && !is_blank(&mended, *last));
        slips.extend(found);
        match stopped {
            Some(at) => blank_line(&mut mended, at),
            None => return (mended, slips),
        }
    }
}

fn slip(error: &Error) -> Slip {
    let span = error.span().map_or(Span { start: 0, end: 0 }, |span| Span { start: span.start, end: span.end });
    (span, error.message().to_owned())
}

/// Where the last value that was read ends.
fn end_of_table(table: &DeTable<'_>) -> usize {
    table.iter().map(|(_, value)| value.span().end.max(end_of_value(value.get_ref()))).max().unwrap_or(0)
}

fn end_of_value(value: &DeValue<'_>) -> usize {
    match value {
        DeValue::Table(table) => end_of_table(table),
        DeValue::Array(items) => {
            items.iter().map(|item| end_of_value(item.get_ref()).max(item.span().end)).max().unwrap_or(0)
        }
        _ => 0,
    }
}

/// Whether nothing but blanks follows the line of a byte.
fn is_blank(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    rest.split_once('\n').is_none_or(|(_, below)| below.trim().is_empty())
}

fn blank_line(text: &mut String, at: usize) {
    let at = text.floor_char_boundary(at);
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    text.replace_range(start..end, &" ".repeat(end - start));
}
