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
    Span { start, end: sentence_end(text, span.end).max(span.end) }
}

/// The beginning of a text, ended by an ellipsis where it is longer; cut between words.
pub fn shortened(text: &str, most: usize) -> String {
    first_words(text.trim(), most).trim_end_matches(' ').to_owned()
}

fn sentence_start(before: &str) -> usize {
    let mut next_is_space = true;
    for (at, c) in before.char_indices().rev() {
        let ends = matches!(c, '.' | '!' | '?') && next_is_space;
        if ends || (c == '\n' && !is_wrapped(before, at)) {
            return at + c.len_utf8();
        }
        next_is_space = c.is_whitespace();
    }
    0
}

/// Bytes up to the end of the sentence that `from` stands in.
fn sentence_end(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let before_space = chars.peek().is_none_or(|(_, next)| next.is_whitespace());
        let ends = matches!(c, '.' | '!' | '?') && before_space;
        if ends || (c == '\n' && !is_wrapped(text, from + at)) {
            return from + at;
        }
    }
    text.len()
}

/// Whether the line that ends here was only wrapped: a long one, from an editor that breaks lines.
fn is_wrapped(text: &str, line_end: usize) -> bool {
    const LONG: usize = 60;
    let before = text.get(..line_end).unwrap_or_default();
    before.chars().rev().take_while(|c| *c != '\n').count() >= LONG
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
    // A word that is longer than the line is cut, for otherwise nothing would be left.
    let end = cut.rfind(' ').filter(|end| *end > 0).unwrap_or(cut.len());
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Text with the span in brackets, the room, and the quotation.
    const CASES: &[(&str, usize, &str)] = &[
        ("We wait. Then we [roll back] at once. Done.", 80, "Then we roll back at once"),
        ("Then we [roll back] at once and tell everybody who asked", 24, "…we roll back at once…"),
        ("one two three four five six [seven]", 16, "…five six seven"),
        ("[one] two three four five six seven", 16, "one two three…"),
        ("a.b is [no end], nor is 1.5", 80, "a.b is no end, nor is 1.5"),
        ("- first line\n- [second] line\n- third", 80, "- second line"),
        ("a short line\n[another] one", 80, "another one"),
        (
            "this line was broken by an editor that wraps its lines after so many\n[columns] of text",
            30,
            "…after so many columns of text",
        ),
        ("naïve [漢字] 🚀", 80, "naïve 漢字 🚀"),
        ("some words [much longer than the room] and more", 10, "…much longer than the room…"),
    ];

    #[test]
    fn quotes_the_sentence_around_a_span() {
        for (marked, most, quotation) in CASES {
            let (start, end) = (marked.find('[').unwrap_or(0), marked.find(']').unwrap_or(0) - 1);
            let text = marked.replace(['[', ']'], "");
            assert_eq!(around(&text, Span { start, end }, *most), *quotation, "{marked}");
        }
    }

    #[test]
    fn a_span_that_does_not_fit_gives_nothing() {
        assert_eq!(around("漢字", Span { start: 1, end: 2 }, 9), "");
    }
}
