//! From a byte of a string's value to the byte of the file that it was written as, so that a caret can point into a string.

use crate::text::Span;

/// The part of the file in which `inner`, a range of a TOML string's value, is written. `literal` is the string with its quotes.
pub fn inside(text: &str, literal: Span, inner: Span) -> Span {
    let written = literal.of(text);
    let start = literal.start + offset(written, inner.start);
    let end = literal.start + offset(written, inner.end);
    Span { start, end: end.max(start) }
}

/// Bytes of `written` that stand before byte `wanted` of its value.
fn offset(written: &str, wanted: usize) -> usize {
    let quotes = opening(written);
    let escapes = written.starts_with('"');
    let mut at = quotes;
    let mut value = 0;
    while value < wanted && at < written.len().saturating_sub(quotes.min(3)) {
        let (read, made) = step(written.get(at..).unwrap_or_default(), escapes);
        at += read;
        value += made;
    }
    at.min(written.len())
}

/// Bytes before the first character of the value: quotes, and the line break after a triple quote.
fn opening(written: &str) -> usize {
    let triple = written.starts_with("\"\"\"") || written.starts_with("'''");
    match (triple, written.get(3..).unwrap_or_default()) {
        (true, rest) if rest.starts_with("\r\n") => 5,
        (true, rest) if rest.starts_with('\n') => 4,
        (true, _) => 3,
        (false, _) => 1,
    }
}

/// Bytes read from the file, and bytes they make in the value.
fn step(rest: &str, escapes: bool) -> (usize, usize) {
    let mut characters = rest.chars();
    let first = characters.next().map_or(1, char::len_utf8);
    if !(escapes && rest.starts_with('\\')) {
        return (first, first);
    }
    match characters.next() {
        Some('u') => (6, unicode(rest.get(2..6))),
        Some('U') => (10, unicode(rest.get(2..10))),
        Some('x') => (4, unicode(rest.get(2..4))),
        Some(blank) if blank.is_whitespace() => (rest.len() - rest[1..].trim_start().len(), 0),
        other => (1 + other.map_or(0, char::len_utf8), 1),
    }
}

fn unicode(digits: Option<&str>) -> usize {
    let number = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
    number.and_then(char::from_u32).map_or(1, char::len_utf8)
}
