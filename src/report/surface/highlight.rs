//! Words of a text that are marked: each mark has a label, and may share words with others. Knows where marks begin and end;
//! how they look is the surface's.

use super::harmless;
use crate::text::Span;

/// What a mark says of its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ink {
    /// They earned something.
    Earned,
    /// They were not counted.
    Withheld,
    /// They tell against the speaker.
    Wrong,
}

/// A mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Highlight {
    /// The words.
    pub span: Span,
    /// What it says of them.
    pub ink: Ink,
    /// What other lines call it, without brackets.
    pub label: String,
}

/// A piece of a marked text that looks the same throughout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Without anything that could steer a terminal.
    pub text: String,
    /// How it is marked; of several marks the weightiest.
    pub ink: Option<Ink>,
    /// Whether it is the label of marks that end before it.
    pub is_label: bool,
    /// The labels of all marks that it belongs to.
    pub labels: Vec<String>,
}

/// A text in pieces, each mark followed by its label. Marks that do not fit the text are left out.
pub fn pieces(text: &str, marks: &[Highlight]) -> Vec<Piece> {
    let marks = fitting(text, marks);
    let mut pieces = Vec::new();
    for bounds in boundaries(text, &marks).windows(2) {
        let (start, end) = (bounds[0], bounds[1]);
        let over = marks.iter().filter(|mark| mark.span.start <= start && end <= mark.span.end);
        let ink = over.clone().map(|mark| mark.ink).max();
        let labels = over.map(|mark| mark.label.clone()).collect();
        pieces.push(Piece { text: harmless(&text[start..end]), ink, is_label: false, labels });
        let ending = marks.iter().filter(|mark| mark.span.end == end);
        pieces.extend(ending.map(label));
    }
    pieces
}

fn label(mark: &Highlight) -> Piece {
    let text = format!("[{}]", mark.label);
    Piece { text, ink: Some(mark.ink), is_label: true, labels: vec![mark.label.clone()] }
}

/// A text with its marks in brackets, for readers without colour: `we [1: roll [2: back]] at once`. Marks that overlap without
/// containing each other are closed and opened again.
pub fn bracketed(text: &str, marks: &[Highlight]) -> String {
    let marks = fitting(text, marks);
    let mut out = String::new();
    let mut open: Vec<&Highlight> = Vec::new();
    let bounds = boundaries(text, &marks);
    for (index, at) in bounds.iter().copied().enumerate() {
        let mut again = Vec::new();
        while open.iter().any(|mark| mark.span.end == at) {
            out.push(']');
            again.extend(open.pop().filter(|mark| mark.span.end != at));
        }
        again.extend(marks.iter().filter(|mark| mark.span.start == at));
        again.sort_by_key(|mark| (std::cmp::Reverse(mark.span.end), mark.span.start));
        let piece = harmless(&text[at..bounds.get(index + 1).copied().unwrap_or(at)]);
        let words = piece.trim_start();
        out.push_str(&piece[..piece.len() - words.len()]);
        for mark in again {
            out.push_str(&format!("[{}: ", mark.label));
            open.push(mark);
        }
        out.push_str(words);
    }
    out
}

/// Marks that fit the text, in the order given. Of those that say the same of words that overlap or touch, one: on all of them.
fn fitting(text: &str, marks: &[Highlight]) -> Vec<Highlight> {
    let mut fitting: Vec<Highlight> = Vec::new();
    for mark in marks.iter().filter(|mark| !mark.span.of(text).is_empty()) {
        let (mut whole, mut place) = (mark.clone(), fitting.len());
        while let Some(at) = fitting.iter().position(|one| whole.joins(one)) {
            let one = fitting.remove(at).span;
            whole.span = Span { start: one.start.min(whole.span.start), end: one.end.max(whole.span.end) };
            place = place.min(at);
        }
        fitting.insert(place, whole);
    }
    fitting
}

impl Highlight {
    /// Whether both say the same of words that overlap or touch.
    fn joins(&self, other: &Self) -> bool {
        let near = self.span.start <= other.span.end && other.span.start <= self.span.end;
        near && (self.ink, &self.label) == (other.ink, &other.label)
    }
}

/// Where a mark begins or ends, with both ends of the text; each once, in order.
fn boundaries(text: &str, marks: &[Highlight]) -> Vec<usize> {
    let mut bounds: Vec<usize> = marks.iter().flat_map(|mark| [mark.span.start, mark.span.end]).collect();
    bounds.extend([0, text.len()]);
    bounds.sort_unstable();
    bounds.dedup();
    bounds
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: usize, end: usize, ink: Ink, label: &str) -> Highlight {
        Highlight { span: Span { start, end }, ink, label: label.into() }
    }

    const TEXT: &str = "we roll back at once";

    /// Marks, and the text with them in brackets.
    fn cases() -> Vec<(Vec<Highlight>, &'static str)> {
        use Ink::{Earned, Withheld, Wrong};
        vec![
            (vec![], TEXT),
            (vec![mark(3, 12, Earned, "1")], "we [1: roll back] at once"),
            (vec![mark(3, 12, Earned, "1"), mark(8, 12, Earned, "2")], "we [1: roll [2: back]] at once"),
            (vec![mark(3, 7, Earned, "1"), mark(3, 12, Withheld, "a")], "we [a: [1: roll] back] at once"),
            (vec![mark(3, 12, Earned, "1"), mark(8, 15, Wrong, "!1")], "we [1: roll [!1: back]] [!1: at] once"),
            (vec![mark(0, 20, Earned, "1")], "[1: we roll back at once]"),
            (vec![mark(3, 12, Earned, "1"), mark(8, 12, Earned, "1")], "we [1: roll back] at once"),
            (vec![mark(3, 7, Earned, "1"), mark(13, 15, Earned, "1")], "we [1: roll] back [1: at] once"),
            (
                vec![mark(3, 7, Earned, "1"), mark(13, 20, Earned, "1"), mark(7, 13, Earned, "1")],
                "we [1: roll back at once]",
            ),
            (vec![mark(3, 12, Earned, "1"), mark(8, 12, Withheld, "1")], "we [1: roll [1: back]] at once"),
            (vec![mark(3, 99, Earned, "1"), mark(5, 5, Earned, "2")], TEXT),
        ]
    }

    #[test]
    fn marks_stand_in_brackets_however_they_overlap() {
        for (marks, expected) in cases() {
            assert_eq!(bracketed(TEXT, &marks), expected);
        }
    }

    #[test]
    fn pieces_keep_every_word_and_end_each_mark_with_its_label() {
        for (marks, _) in cases() {
            let pieces = pieces(TEXT, &marks);
            let words: String =
                pieces.iter().filter(|piece| !piece.is_label).map(|piece| piece.text.as_str()).collect();
            assert_eq!(words, TEXT);
            assert_eq!(pieces.iter().filter(|piece| piece.is_label).count(), fitting(TEXT, &marks).len());
        }
    }

    #[test]
    fn of_marks_on_the_same_words_the_weightiest_shows() {
        let marks = [mark(3, 12, Ink::Earned, "1"), mark(8, 15, Ink::Wrong, "!1")];
        let inks: Vec<_> = pieces(TEXT, &marks).iter().map(|piece| (piece.text.clone(), piece.ink)).collect();
        assert_eq!(
            inks[1..4],
            [
                ("roll ".to_owned(), Some(Ink::Earned)),
                ("back".to_owned(), Some(Ink::Wrong)),
                ("[1]".to_owned(), Some(Ink::Earned)),
            ]
        );
    }

    #[test]
    fn characters_that_steer_are_gone_and_the_marks_stay_in_place() {
        let text = "we \u{1b}[2Jroll back";
        let marked = bracketed(text, &[mark(7, 16, Ink::Earned, "1")]);
        assert_eq!(marked, "we [2J[1: roll back]");
    }
}
