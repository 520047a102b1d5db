//! Finding words in an answer as people copy them from a report: wrapped anew, in another case, between quotes.

use super::contest::Marked;
use crate::text::{Document, Span};

/// Words that were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where they stand first.
    pub marked: Marked,
    /// How often they stand in the answer.
    pub times: usize,
}

/// Finds words in the segments of an answer, first of all as whole words. Line breaks, runs of spaces, case, the bar before
/// quotations and quotes around the words do not matter; words do not run from one segment into the next.
pub fn find(texts: &[&str], words: &str) -> Option<Found> {
    let sought = Folded::of(words).text;
    let bare = sought.trim_matches([' ', '"', '…']);
    let texts: Vec<(&str, Folded)> = texts.iter().map(|text| (*text, Folded::of(text))).collect();
    [sought.trim(), bare].into_iter().find_map(|sought| find_folded(&texts, sought))
}

fn find_folded(texts: &[(&str, Folded)], sought: &str) -> Option<Found> {
    if sought.is_empty() {
        return None;
    }
    let all = texts.iter().enumerate().flat_map(|(segment, (text, folded))| {
        let places = folded.text.match_indices(sought).map(|(at, _)| (at, at + sought.len()));
        places.map(move |place| (segment, *text, folded, place))
    });
    let all: Vec<_> = all.collect();
    let whole: Vec<_> = all.iter().filter(|(_, _, folded, place)| folded.are_whole_words(*place)).collect();
    let (first, times) = whole.first().map_or((all.first()?, all.len()), |first| (*first, whole.len()));
    let (segment, text, folded, place) = *first;
    let span = folded.span(place)?;
    Some(Found { marked: Marked { segment, span, words: span.of(text).to_owned() }, times })
}

/// The passage most like some words that were not found; none where nothing is like them.
pub fn closest(texts: &[&str], words: &str) -> Option<String> {
    /// Less in common than this is chance.
    const ALIKE: f64 = 0.3;
    let sought = Folded::of(words).text;
    let count = sought.split_whitespace().count().max(1);
    let mut best = (ALIKE, None);
    for text in texts {
        let folded = Folded::of(text);
        for place in folded.windows(count) {
            let likeness = strsim::sorensen_dice(&folded.text[place.0..place.1], sought.trim());
            if likeness > best.0 {
                best = (likeness, folded.span(place).map(|span| span.of(text).to_owned()));
            }
        }
    }
    best.1
}

/// The sentences of a text, with the signs around them.
pub fn sentences(text: &str) -> Vec<Span> {
    let document = Document::parse(text);
    let spans = document.sentences().iter().map(|sentence| document.span(sentence.tokens.clone()));
    let mut from = 0;
    let with_signs = |span: Span| {
        let before = text.get(from..span.start).unwrap_or_default();
        let signs = before.len() - before.trim_end_matches(|c: char| !c.is_whitespace()).len();
        let after = text.get(span.end..).unwrap_or_default();
        let closing = after.find(|c: char| c.is_whitespace() || c.is_alphanumeric()).unwrap_or(after.len());
        from = span.end + closing;
        Span { start: span.start - signs, end: from }
    };
    spans.map(with_signs).collect()
}

/// A text as it is compared, and where each byte of it comes from.
struct Folded {
    text: String,
    origins: Vec<Span>,
}

impl Folded {
    fn of(text: &str) -> Self {
        let mut folded = Folded { text: String::with_capacity(text.len()), origins: Vec::with_capacity(text.len()) };
        for (start, c) in text.char_indices() {
            let origin = Span { start, end: start + c.len_utf8() };
            match c {
                // The bar stands before quotations in reports.
                _ if c.is_whitespace() || c == '│' => folded.push_space(origin),
                _ if is_invisible(c) => {}
                '‘' | '’' => folded.push('\'', origin),
                '“' | '”' => folded.push('"', origin),
                _ => c.to_lowercase().for_each(|c| folded.push(c, origin)),
            }
        }
        folded
    }

    fn push(&mut self, c: char, origin: Span) {
        self.text.push(c);
        self.origins.resize(self.text.len(), origin);
    }

    fn push_space(&mut self, origin: Span) {
        if !self.text.ends_with(' ') {
            self.push(' ', origin);
        }
    }

    /// Where a range of folded bytes stands in the text.
    fn span(&self, (start, end): (usize, usize)) -> Option<Span> {
        let last = self.origins.get(end.checked_sub(1)?)?;
        Some(Span { start: self.origins.get(start)?.start, end: last.end })
    }

    fn are_whole_words(&self, (start, end): (usize, usize)) -> bool {
        let before = self.text[..start].chars().next_back();
        let after = self.text[end..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    }

    /// Stretches of so many words, overlapping.
    fn windows(&self, words: usize) -> Vec<(usize, usize)> {
        let mut places: Vec<(usize, usize)> = Vec::new();
        let mut start = 0;
        for word in self.text.split(' ') {
            if !word.is_empty() {
                places.push((start, start + word.len()));
            }
            start += word.len() + 1;
        }
        let words = words.min(places.len()).max(1);
        let windows = places.windows(words).step_by(words.div_ceil(8));
        windows.filter_map(|window| Some((window.first()?.0, window.last()?.1))).collect()
    }
}

/// Reports leave these out, so that they cannot be copied from there.
fn is_invisible(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
