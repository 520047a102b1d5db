//! Cues of the parts of a story, and the headings of story templates: with content behind them they mark a part, by themselves
//! they are nothing.

use std::ops::Range;

use crate::scoring::reading::Reading;

/// Finds the parts of a story in one segment.
pub(super) struct Parts<'a> {
    /// The segment.
    pub reading: &'a Reading<'a>,
    /// Words behind a heading that make it a part.
    pub least: usize,
}

impl Parts<'_> {
    /// The places of a part, in the order of the text.
    pub fn of(&self, class: &str) -> Vec<Range<usize>> {
        let labels: Vec<Range<usize>> =
            self.reading.stated("section-label").into_iter().filter(|label| self.heads(label)).collect();
        let is_label =
            |place: &Range<usize>| labels.iter().any(|label| label.start < place.end && place.start < label.end);
        let mut places: Vec<Range<usize>> = self.reading.stated(class);
        places.retain(|place| !is_label(place));
        let named = |label: &&Range<usize>| self.reading.token(label.start).starts_with(class);
        places.extend(labels.iter().filter(named).filter(|label| self.has_content(label, &labels)).cloned());
        places.sort_by_key(|place| place.start);
        places
    }

    /// Whether a colon follows.
    fn heads(&self, label: &Range<usize>) -> bool {
        let sentence = self.reading.sentence_tokens(self.reading.sentence(label));
        if label.end < sentence.end {
            return self.reading.document.tokens()[label.end].before.starts_with(':');
        }
        let sentences = self.reading.document.sentences();
        sentences.get(self.reading.sentence(label)).is_some_and(|sentence| sentence.after.starts_with(':'))
    }

    fn has_content(&self, label: &Range<usize>, labels: &[Range<usize>]) -> bool {
        let end = self.reading.sentence_tokens(self.reading.sentence(label)).end;
        let next = labels.iter().map(|other| other.start).find(|start| *start >= label.end).unwrap_or(end);
        self.reading.word_count(label.end..next.min(end)) >= self.least
    }
}
