//! Quoting an answer: the words that counted, with enough around them to be understood.

use crate::text::Span;

/// The sentence around a span, on one line; where it is longer than `most` characters, the part around the span, with
/// ellipses. Empty where the span does not fit the text.
pub fn around(text: &str, span: Span, most: usize) -> String {
    let whole = sentence(text, span);
    let (Some(before), Some(inside), Some(after)) =
        (text.get(whole.start..span.start), text.get(span.start..span.end), text.get(span.end..whole.end))
    else {
        return String::new();
    };
    let room = most.saturating_sub(inside.chars().count());
    let behind = room.saturating_sub(after.chars().count()).max(room / 2);
    let head = last_words(before, behind);
    let tail = first_words(after, room.saturating_sub(head.chars().count()));
    format!("{head}{}{tail}", one_line(inside)).trim().to_owned()
}

/// The sentence or line that a span stands in; the span itself where it does not fit the text.
pub fn sentence(text: &str, span: Span) -> Span {
    let start = text.get(..span.start).map_or(span.start, sentence_start);
    let end = text.get(span.end..).map_or(span.end, |after| span.end + sentence_end(after));
    Span { start, end }
}

/// The beginning of a text, ended by an ellipsis where it is longer; cut between words.
pub fn shortened(text: &str, most: usize) -> String {
    first_words(text.trim(), most).trim_end_matches(' ').to_owned()
}

fn sentence_start(before: &str) -> usize {
    let mut next_is_space = true;
    for (at, c) in before.char_indices().rev() {
        if c == '\n' || (matches!(c, '.' | '!' | '?') && next_is_space) {
            return at + c.len_utf8();
        }
        next_is_space = c.is_whitespace();
    }
    0
}

fn sentence_end(after: &str) -> usize {
    let mut chars = after.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let before_space = chars.peek().is_none_or(|(_, next)| next.is_whitespace());
        if c == '\n' || (matches!(c, '.' | '!' | '?') && before_space) {
            return at;
        }
    }
    after.len()
}

/// The last words that fit, after an ellipsis where some do not.
fn last_words(text: &str, most: usize) -> String {
    let text = one_line(text);
    let count = text.chars().count();
    if count <= most {
        return text.trim_start().to_owned();
    }
    let cut: String = text.chars().skip(count - most).collect();
    let start = cut.find(' ').map_or(cut.len(), |space| space + 1);
    format!("…{}", &cut[start..])
}

/// The first words that fit, before an ellipsis where some do not.
fn first_words(text: &str, most: usize) -> String {
    let text = one_line(text);
    if text.chars().count() <= most {
        return text;
    }
    let cut: String = text.chars().take(most).collect();
    let end = cut.rfind(' ').unwrap_or(0);
    format!("{}…", cut[..end].trim_end_matches([',', '.', ';', ':', ' ']))
}

/// White space folded to single spaces; a space at either end is kept as one.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match c.is_whitespace() {
            true if line.ends_with(' ') => {}
            true => line.push(' '),
            false => line.push(c),
        }
    }
    line
}
