//! A text and the place where it is written: what a key does to them, and which rows are to be seen. Pure.
//!
//! The cursor steps by grapheme, so that an emoji or an accented letter is one thing; rows are those on the screen, so that
//! Home, End and the arrows do what is seen. Positions are byte offsets into the text. Nothing here draws.

mod history;
mod motion;
mod wrap;

use unicode_segmentation::UnicodeSegmentation;

use history::{Change, History};
pub use motion::Motion;
use wrap::Wrap;
pub(crate) use wrap::width_of;

/// A tab is written as so many spaces.
const TAB: &str = "    ";

/// What an editing key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Editing {
    /// The cursor goes.
    Move(Motion),
    /// What lies on the way is taken out.
    Delete(Motion),
    /// The last change is taken back.
    Undo,
    /// What was taken back is made again.
    Redo,
}

/// A text under way.
#[derive(Debug, Default)]
pub struct Editor {
    text: String,
    cursor: usize,
    /// The column that the cursor keeps to while it goes up and down.
    goal: Option<usize>,
    history: History,
    wrap: Wrap,
    /// The first row in the window, and the window's height, both as last seen.
    top: usize,
    height: usize,
}

/// The rows to be seen, and where the cursor stands among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Window<'a> {
    /// From top to bottom; a row may end in spaces that stand beyond the edge.
    pub rows: Vec<&'a str>,
    /// Column and row, from 0.
    pub cursor: (u16, u16),
    /// Rows above the window.
    pub above: usize,
    /// Rows below the window.
    pub below: usize,
}

impl Editor {
    /// A text to go on with; the cursor stands at its end.
    pub fn new(text: &str) -> Self {
        Editor { text: text.to_owned(), cursor: text.len(), ..Editor::default() }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the cursor stands, as a byte offset.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Words, as whitespace parts them.
    pub fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }

    /// Writes what was typed. Each word is an undo step of its own, however fast they came.
    pub fn type_in(&mut self, typed: &str) {
        let typed = cleaned(typed);
        let at = self.cursor;
        self.insert(&typed);
        let mut offset = at;
        for word in typed.split_inclusive(char::is_whitespace) {
            self.history.typed(Change { at: offset, removed: String::new(), inserted: word.to_owned() });
            offset += word.len();
        }
    }

    /// Writes what was pasted, as one undo step. Terminal codes in it are left out.
    pub fn paste(&mut self, pasted: &str) {
        let pasted = cleaned(&anstream::adapter::strip_str(pasted).to_string());
        if pasted.is_empty() {
            return;
        }
        self.history.seal();
        self.history.typed(Change { at: self.cursor, removed: String::new(), inserted: pasted.clone() });
        self.history.seal();
        self.insert(&pasted);
    }

    /// Does what an editing key does. False: there was nothing to do.
    pub fn edit(&mut self, editing: Editing) -> bool {
        match editing {
            Editing::Move(motion) => self.go(motion),
            Editing::Delete(motion) => self.delete(motion),
            Editing::Undo => {
                let cursor = self.history.undo(&mut self.text);
                self.changed(cursor)
            }
            Editing::Redo => {
                let cursor = self.history.redo(&mut self.text);
                self.changed(cursor)
            }
        }
    }

    /// The part that a window of this size shows, with the cursor in it. The last column is kept for the cursor.
    pub fn window(&mut self, width: u16, height: u16) -> Window<'_> {
        self.wrap.fit(&self.text, usize::from(width).saturating_sub(1));
        self.height = usize::from(height).max(1);
        let rows = self.wrap.rows();
        let row = self.wrap.row_of(self.cursor);
        let lowest_top = rows.len().saturating_sub(self.height);
        self.top = self.top.clamp((row + 1).saturating_sub(self.height), row).min(lowest_top);
        let shown = rows.iter().skip(self.top).take(self.height);
        let column = self.column(row).min(usize::from(width).saturating_sub(1));
        Window {
            rows: shown.map(|row| &self.text[row.clone()]).collect(),
            cursor: (narrow(column), narrow(row - self.top)),
            above: self.top,
            below: rows.len().saturating_sub(self.top + self.height),
        }
    }

    fn insert(&mut self, text: &str) {
        self.text.insert_str(self.cursor, text);
        self.changed(Some(self.cursor + text.len()));
    }

    fn go(&mut self, motion: Motion) -> bool {
        self.history.seal();
        let target = self.target(motion);
        if !motion.is_vertical() {
            self.goal = None;
        }
        let goes = target != self.cursor;
        self.cursor = target;
        goes
    }

    fn delete(&mut self, motion: Motion) -> bool {
        let target = self.deletion(motion);
        let (start, end) = (target.min(self.cursor), target.max(self.cursor));
        if start == end {
            return false;
        }
        if !matches!(motion, Motion::Left | Motion::Right) {
            self.history.seal();
        }
        let removed = self.text[start..end].to_owned();
        self.text.replace_range(start..end, "");
        self.history.deleted(Change { at: start, removed, inserted: String::new() });
        self.changed(Some(start))
    }

    /// Takes note that the text has changed and where the cursor stands now; nothing has changed when there is no place.
    fn changed(&mut self, cursor: Option<usize>) -> bool {
        let Some(cursor) = cursor else { return false };
        (self.cursor, self.goal) = (cursor, None);
        self.wrap.invalidate();
        true
    }

    fn column(&self, row: usize) -> usize {
        let start = self.wrap.rows()[row].start;
        self.text[start..self.cursor].graphemes(true).map(width_of).sum()
    }
}

/// Without what a screen cannot show: other line ends become `\n`, tabs spaces, control characters go.
fn cleaned(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace('\t', TAB)
        .chars()
        .filter(|c| *c == '\n' || !c.is_control())
        .collect()
}

fn narrow(cells: usize) -> u16 {
    u16::try_from(cells).unwrap_or(u16::MAX)
}
