//! Where a motion leads.

use unicode_segmentation::UnicodeSegmentation;

use super::Editor;
use super::wrap::width_of;

/// A way for the cursor to go. A row is one on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// A grapheme back.
    Left,
    /// A grapheme on.
    Right,
    /// To the beginning of this word or the one before.
    WordLeft,
    /// To the end of this word or the next one.
    WordRight,
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// A window up.
    PageUp,
    /// A window down.
    PageDown,
    /// To the beginning of the row.
    RowStart,
    /// To the end of the row.
    RowEnd,
    /// To the beginning of the text.
    Start,
    /// To the end of the text.
    End,
}

impl Motion {
    /// Whether the cursor keeps to its column.
    pub fn is_vertical(self) -> bool {
        matches!(self, Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown)
    }
}

impl Editor {
    /// Where the cursor goes.
    pub(super) fn target(&mut self, motion: Motion) -> usize {
        // A window that was never shown has some width all the same.
        let width = if self.wrap.width() == 0 { 80 } else { self.wrap.width() };
        self.wrap.fit(&self.text, width);
        let row = self.wrap.row_of(self.cursor);
        match motion {
            Motion::Left => self.before(),
            Motion::Right => self.after(),
            Motion::WordLeft => self.word_start(),
            Motion::WordRight => self.word_end(),
            Motion::Up => self.place_in_row(row, row.checked_sub(1)),
            Motion::Down => self.place_in_row(row, Some(row + 1)),
            Motion::PageUp => self.place_in_row(row, Some(row.saturating_sub(self.page()))),
            Motion::PageDown => {
                let last = self.wrap.rows().len() - 1;
                self.place_in_row(row, Some((row + self.page()).min(last)))
            }
            Motion::RowStart => self.wrap.rows()[row].start,
            Motion::RowEnd => self.last_place(row),
            Motion::Start => 0,
            Motion::End => self.text.len(),
        }
    }

    /// Up to where a deletion goes: at the edge of a row, over the edge.
    pub(super) fn deletion(&mut self, motion: Motion) -> usize {
        let target = match motion {
            Motion::RowEnd => {
                self.target(motion);
                self.wrap.rows()[self.wrap.row_of(self.cursor)].end
            }
            _ => self.target(motion),
        };
        match motion {
            Motion::RowStart if target == self.cursor => self.before(),
            Motion::RowEnd if target == self.cursor => self.after(),
            _ => target,
        }
    }

    /// A window less one row, which stays in sight.
    fn page(&self) -> usize {
        self.height.saturating_sub(1).max(1)
    }

    fn before(&self) -> usize {
        let grapheme = self.text[..self.cursor].graphemes(true).next_back();
        self.cursor - grapheme.map_or(0, str::len)
    }

    fn after(&self) -> usize {
        let grapheme = self.text[self.cursor..].graphemes(true).next();
        self.cursor + grapheme.map_or(0, str::len)
    }

    fn word_start(&self) -> usize {
        let mut graphemes = self.text[..self.cursor].grapheme_indices(true).rev().peekable();
        let mut place = 0;
        let mut in_word = false;
        for (at, grapheme) in graphemes.by_ref() {
            if in_word && !is_wordy(grapheme) {
                return place;
            }
            in_word |= is_wordy(grapheme);
            place = at;
        }
        place
    }

    fn word_end(&self) -> usize {
        let mut in_word = false;
        for (at, grapheme) in self.text[self.cursor..].grapheme_indices(true) {
            if in_word && !is_wordy(grapheme) {
                return self.cursor + at;
            }
            in_word |= is_wordy(grapheme);
        }
        self.text.len()
    }

    /// From the first row up to the beginning, from the last one down to the end, as editors do.
    fn place_in_row(&mut self, from: usize, to: Option<usize>) -> usize {
        let goal = self.goal.unwrap_or_else(|| self.column(from));
        self.goal = Some(goal);
        match to {
            None => 0,
            Some(row) if row >= self.wrap.rows().len() => self.text.len(),
            Some(row) => self.place_at(row, goal),
        }
    }

    /// The place in a row that is nearest to a column from the left.
    fn place_at(&self, row: usize, column: usize) -> usize {
        let range = self.wrap.rows()[row].clone();
        let last = self.last_place(row);
        let mut used = 0;
        for (at, grapheme) in self.text[range.clone()].grapheme_indices(true) {
            used += width_of(grapheme);
            if used > column || range.start + at >= last {
                return range.start + at;
            }
        }
        last
    }

    /// The last place in a row: its end, or before its last grapheme where it goes on in the next row.
    fn last_place(&self, row: usize) -> usize {
        let range = self.wrap.rows()[row].clone();
        if !self.wrap.is_soft(row) {
            return range.end;
        }
        let last = self.text[range.clone()].graphemes(true).next_back();
        range.end - last.map_or(0, str::len)
    }
}

/// Whether a grapheme belongs to a word.
fn is_wordy(grapheme: &str) -> bool {
    grapheme.starts_with(|c: char| c.is_alphanumeric() || c == '_')
}
