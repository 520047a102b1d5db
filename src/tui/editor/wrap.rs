//! Soft wrap: which stretch of the text stands in which row. Spaces at the end of a row may hang over the edge.

use std::ops::Range;

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

/// The rows of a text at a width.
#[derive(Debug, Default)]
pub struct Wrap {
    width: usize,
    /// Together they hold the whole text but its line ends. Empty: to be made anew.
    rows: Vec<Range<usize>>,
}

impl Wrap {
    /// Makes the rows anew where the text or the width has changed.
    pub fn fit(&mut self, text: &str, width: usize) {
        let width = width.max(1);
        if self.rows.is_empty() || self.width != width {
            self.width = width;
            self.rows = wrapped(text, width);
        }
    }

    /// The text has changed.
    pub fn invalidate(&mut self) {
        self.rows.clear();
    }

    /// The width that rows were last made for.
    pub fn width(&self) -> usize {
        self.width
    }

    /// From top to bottom; never empty after [`Wrap::fit`].
    pub fn rows(&self) -> &[Range<usize>] {
        &self.rows
    }

    /// The row in which a position stands. Where a row was wrapped, its end is the next one's beginning.
    pub fn row_of(&self, position: usize) -> usize {
        self.rows.partition_point(|row| row.start <= position).saturating_sub(1)
    }

    /// Whether a row goes on in the next one.
    pub fn is_soft(&self, row: usize) -> bool {
        self.rows.get(row + 1).is_some_and(|next| next.start == self.rows[row].end)
    }
}

/// Cells that a grapheme takes on the screen, as the buffer counts them.
pub fn width_of(grapheme: &str) -> usize {
    if grapheme.contains(char::is_control) { 0 } else { usize::from(grapheme.cell_width()) }
}

fn wrapped(text: &str, width: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        wrap_line(line, start, width, &mut rows);
        start += line.len() + 1;
    }
    rows
}

fn wrap_line(line: &str, offset: usize, width: usize, rows: &mut Vec<Range<usize>>) {
    // Where the row under way begins, and after which space it may end; with the cells used up to both.
    let (mut start, mut used) = (0, 0);
    let (mut space, mut used_at_space) = (0, 0);
    for (at, grapheme) in line.grapheme_indices(true) {
        let cells = width_of(grapheme);
        if grapheme.chars().all(char::is_whitespace) {
            used += cells;
            (space, used_at_space) = (at + grapheme.len(), used);
            continue;
        }
        while used + cells > width && at > start {
            let (end, used_at_end) = if space > start { (space, used_at_space) } else { (at, used) };
            rows.push(offset + start..offset + end);
            (start, used) = (end, used - used_at_end);
            (space, used_at_space) = (end, 0);
        }
        used += cells;
    }
    rows.push(offset + start..offset + line.len());
}
