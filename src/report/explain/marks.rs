//! Which words of an answer are marked, and by which labels the lines below them refer to them: numbers for what earned, letters
//! for what was not counted, an exclamation mark for what tells against the speaker.

use crate::report::quote::shortened;
use crate::report::surface::{Highlight, Ink};
use crate::scoring::{CriterionScore, Evidence, Scorecard, Withheld};
use crate::text::Span;

/// Longest quotation of marked words.
const QUOTE: usize = 90;

/// The marks of an answer, in the order of its words, each with its segment.
pub struct Marks(Vec<(usize, Highlight)>);

impl Marks {
    /// Marks the answer and the answers to its probes.
    pub fn of(card: &Scorecard) -> Self {
        let star = card.star.iter().flat_map(|star| &star.evidence).map(|(_, words)| words);
        let earned = card.criteria.iter().flat_map(evidence).chain(star);
        let wrong = card.red_flags.iter().flat_map(|hit| &hit.evidence);
        let withheld = card.criteria.iter().flat_map(withheld);
        let mut spans: Vec<(usize, Span, Ink)> = earned.map(|words| (words.segment, words.span, Ink::Earned)).collect();
        spans.extend(withheld.map(|words| (words.segment, words.span, Ink::Withheld)));
        spans.extend(wrong.map(|words| (words.segment, words.span, Ink::Wrong)));
        spans.sort_by_key(|(segment, span, ink)| (*segment, span.end, span.start, *ink));
        spans.dedup();
        let mut counts = [0; 3];
        let mark = |(segment, span, ink): (usize, Span, Ink)| {
            let count = &mut counts[ink as usize];
            *count += 1;
            let label = match ink {
                Ink::Earned => count.to_string(),
                Ink::Withheld => letters(*count),
                Ink::Wrong => format!("!{count}"),
            };
            (segment, Highlight { span, ink, label })
        };
        Marks(spans.into_iter().map(mark).collect())
    }

    /// Those in one segment: 0 the answer, 1… the answers to probes.
    pub fn within(&self, segment: usize) -> Vec<Highlight> {
        self.0.iter().filter(|(one, _)| *one == segment).map(|(_, mark)| mark.clone()).collect()
    }

    /// The labels of words, in brackets: those that earned a criterion or a part of a story, and those that did not count.
    pub fn labels<'a>(
        &self,
        earned: impl Iterator<Item = &'a Evidence>,
        not: impl Iterator<Item = &'a Withheld>,
    ) -> String {
        let earned = earned.map(|words| (words.segment, words.span, Ink::Earned));
        let all: Vec<_> = earned.chain(not.map(|words| (words.segment, words.span, Ink::Withheld))).collect();
        let marks = self.0.iter().filter(|(at, mark)| all.contains(&(*at, mark.span, mark.ink)));
        marks.map(|(_, mark)| format!("[{}]", mark.label)).collect::<Vec<_>>().join(" ")
    }

    /// What the signs in use mean, in one line; empty where nothing is marked.
    pub fn legend(&self) -> String {
        let meanings = [
            (Ink::Earned, "[1] earned points"),
            (Ink::Withheld, "[a] was seen and not counted"),
            (Ink::Wrong, "[!1] tells against the answer"),
        ];
        let used = meanings.iter().filter(|(ink, _)| self.0.iter().any(|(_, mark)| mark.ink == *ink));
        used.map(|(_, meaning)| *meaning).collect::<Vec<_>>().join("; ")
    }

    /// Words that earned something, quoted behind their label.
    pub fn earned(&self, words: &Evidence) -> String {
        self.quoted(words.segment, words.span, Ink::Earned, &words.text)
    }

    /// Words that were not counted.
    pub fn withheld(&self, words: &Withheld) -> String {
        self.quoted(words.segment, words.span, Ink::Withheld, &words.text)
    }

    /// Words that tell against the speaker.
    pub fn wrong(&self, words: &Evidence) -> String {
        self.quoted(words.segment, words.span, Ink::Wrong, &words.text)
    }

    fn quoted(&self, segment: usize, span: Span, ink: Ink, text: &str) -> String {
        let mark = self.0.iter().find(|(one, mark)| *one == segment && mark.span == span && mark.ink == ink);
        let label = mark.map_or(String::new(), |(_, mark)| format!("[{}] ", mark.label));
        format!("{label}\"{}\"", shortened(text, QUOTE))
    }
}

/// What earned a criterion, without words that stand inside others of it.
pub fn evidence(criterion: &CriterionScore) -> impl Iterator<Item = &Evidence> {
    let within = |inner: &Evidence| {
        let outer = criterion.evidence.iter().filter(|outer| outer.segment == inner.segment);
        outer.into_iter().any(|outer| inner.span != outer.span && holds(outer.span, inner.span))
    };
    criterion.evidence.iter().filter(move |words| !within(words))
}

/// What was not counted for a criterion at all, without words that stand inside others of it.
pub fn withheld(criterion: &CriterionScore) -> impl Iterator<Item = &Withheld> {
    let within = |inner: &Withheld| {
        let same = |outer: &&Withheld| outer.segment == inner.segment && outer.because == inner.because;
        let outer = criterion.withheld.iter().filter(same);
        outer.into_iter().any(|outer| inner.span != outer.span && holds(outer.span, inner.span))
    };
    let counted = |words: &Withheld| {
        let same = criterion.evidence.iter().filter(|evidence| evidence.segment == words.segment);
        same.into_iter().any(|evidence| holds(evidence.span, words.span))
    };
    criterion.withheld.iter().filter(move |words| !within(words) && !counted(words))
}

/// Why words count for less than they might; none where they count in full.
pub fn discount<'a>(criterion: &'a CriterionScore, words: &Evidence) -> Option<&'a str> {
    let same =
        criterion.withheld.iter().find(|withheld| withheld.span == words.span && withheld.segment == words.segment);
    same.map(|withheld| withheld.because.as_str())
}

fn holds(outer: Span, inner: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// 1 is a, 26 is z, 27 is aa.
fn letters(number: usize) -> String {
    let mut left = number;
    let mut letters = Vec::new();
    while left > 0 {
        letters.push((b'a' + ((left - 1) % 26) as u8) as char);
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([1, 26, 27, 52, 53, 703].map(letters), ["a", "z", "aa", "az", "ba", "aaa"]);
    }
}
