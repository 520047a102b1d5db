//! From bytes as typed to folded characters that remember where they came from. Knows nothing of words.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::span::Span;

/// At most this many bytes are looked at.
pub const MAX_BYTES: usize = 1 << 20;
/// At most this many folded characters are kept.
pub const MAX_CHARS: usize = 20_000;

/// A folded character and the bytes it was typed as; several characters can come from the same bytes (`½` is `1⁄2`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Glyph {
    pub ch: char,
    pub span: Span,
}

/// A text without escapes and invisible characters, with one form for each quote, dash, space and line end.
#[derive(Debug)]
pub(super) struct Normalised {
    pub glyphs: Vec<Glyph>,
    /// Whether something beyond the limits was left out.
    pub truncated: bool,
}

/// Folds a text of any size.
pub(super) fn normalise(text: &str) -> Normalised {
    let head = &text[..text.floor_char_boundary(MAX_BYTES)];
    let mut reader = Reader { head, at: 0, glyphs: Vec::with_capacity(head.len().min(MAX_CHARS)) };
    while reader.glyphs.len() <= MAX_CHARS && reader.step() {}
    let truncated = head.len() < text.len() || reader.glyphs.len() > MAX_CHARS;
    reader.glyphs.truncate(MAX_CHARS);
    Normalised { glyphs: reader.glyphs, truncated }
}

struct Reader<'a> {
    head: &'a str,
    at: usize,
    glyphs: Vec<Glyph>,
}

impl Reader<'_> {
    /// Takes one unit of the text: an escape sequence, a line end, or a character with its combining marks.
    fn step(&mut self) -> bool {
        let rest = &self.head[self.at..];
        let Some(first) = rest.chars().next() else { return false };
        let start = self.at;
        let escape = escape_length(rest);
        if escape > 0 {
            self.at += escape;
        } else if let Some(length) = line_end_length(rest) {
            self.at += length;
            self.push('\n', start);
        } else {
            self.at += first.len_utf8();
            if first.is_ascii() && !rest[first.len_utf8()..].chars().next().is_some_and(is_combining_mark) {
                self.push_folded(first, start);
            } else if !is_stripped(first) {
                self.compose(first, start);
            }
        }
        true
    }

    /// A character with the marks that follow it, in its composed compatibility form.
    fn compose(&mut self, first: char, start: usize) {
        let marks = self.head[self.at..].chars().take_while(|&ch| is_combining_mark(ch) || is_stripped(ch));
        let marks: String = marks.take(MAX_CHARS).collect();
        self.at += marks.len();
        let previous_is_digit = self.glyphs.last().is_some_and(|glyph| glyph.ch.is_ascii_digit());
        if previous_is_digit && matches!(first, '¼'..='¾' | '⅐'..='⅞') {
            self.push(' ', start);
        }
        let visible = marks.chars().filter(|&ch| !is_stripped(ch));
        for ch in std::iter::once(first).chain(visible).nfkc().take(MAX_CHARS) {
            self.push_folded(ch, start);
        }
    }

    fn push_folded(&mut self, ch: char, start: usize) {
        if is_stripped(ch) {
            return;
        }
        match ch {
            '→' | '⇒' | '⟶' | '➔' | '➜' => {
                self.push('-', start);
                self.push('>', start);
            }
            _ => self.push(folded(ch), start),
        }
    }

    fn push(&mut self, ch: char, start: usize) {
        self.glyphs.push(Glyph { ch, span: Span { start, end: self.at } });
    }
}

/// One form for each sort of quote, dash and space. Em dashes stay apart from hyphens: they part clauses, not words.
fn folded(ch: char) -> char {
    match ch {
        '‘' | '’' | '‚' | '‛' | '′' | '´' | 'ʼ' | 'ʹ' | 'ˈ' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => '"',
        '‐' | '‑' | '‒' | '–' | '−' | '﹣' => '-',
        '—' | '―' | '⸺' | '⸻' => '—',
        '∕' => '/',
        '\n' => '\n',
        ch if ch.is_whitespace() => ' ',
        ch => ch,
    }
}

/// `\r\n`, a lone `\r`, and the line and page separators are all one line end.
fn line_end_length(rest: &str) -> Option<usize> {
    let first = rest.chars().next()?;
    match first {
        '\r' if rest[1..].starts_with('\n') => Some(2),
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(first.len_utf8()),
        _ => None,
    }
}

/// Control, zero-width, bidirectional and other invisible characters.
fn is_stripped(ch: char) -> bool {
    matches!(ch,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e01ef}')
        || (ch.is_control() && ch != '\n' && ch != '\t')
}

/// Bytes of the terminal escape sequence (ECMA-48) that `rest` begins with; 0 if it does not. A string that is never
/// closed ends with its line, so that it cannot swallow the answer.
fn escape_length(rest: &str) -> usize {
    // Every introducer begins with one of these bytes, and hardly any text does.
    if !matches!(rest.as_bytes().first(), Some(0x1b | 0xc2)) {
        return 0;
    }
    let introducer = |short: char, long: &str| -> Option<usize> {
        if rest.starts_with(short) { Some(short.len_utf8()) } else { rest.starts_with(long).then_some(long.len()) }
    };
    if let Some(head) = introducer('\u{9b}', "\u{1b}[") {
        let parameters = rest[head..].bytes().take_while(|byte| (0x20..0x40).contains(byte)).count();
        let closed = rest[head + parameters..].bytes().next().is_some_and(|byte| (0x40..0x7f).contains(&byte));
        return head + parameters + usize::from(closed);
    }
    let strings = [
        ('\u{9d}', "\u{1b}]"),
        ('\u{90}', "\u{1b}P"),
        ('\u{98}', "\u{1b}X"),
        ('\u{9e}', "\u{1b}^"),
        ('\u{9f}', "\u{1b}_"),
    ];
    if let Some(head) = strings.iter().find_map(|(short, long)| introducer(*short, long)) {
        let body = &rest[head..];
        let end = body.find(['\u{7}', '\u{9c}', '\u{1b}', '\n']).unwrap_or(body.len());
        let closing = if body[end..].starts_with("\u{1b}\\") {
            2
        } else {
            body[end..].chars().next().filter(|ch| !matches!(ch, '\n' | '\u{1b}')).map_or(0, char::len_utf8)
        };
        return head + end + closing;
    }
    let Some(after) = rest.strip_prefix('\u{1b}') else {
        return 0;
    };
    let intermediates = after.bytes().take_while(|byte| (0x20..0x30).contains(byte)).count();
    let closed = after[intermediates..].bytes().next().is_some_and(|byte| (0x30..0x7f).contains(&byte));
    1 + intermediates + usize::from(closed)
}
