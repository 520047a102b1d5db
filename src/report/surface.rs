//! Where a report is written: the same words on a terminal, in plain lines, or as Markdown.
//! Text from answers and files passes through here; nothing in it can steer a terminal or break out of the markup.

mod chart;
mod grid;
mod highlight;
mod html;
mod markdown;
mod plain;
mod terminal;

pub use chart::{ChartRow, MapCell, MapRow};
pub use grid::grid;
pub use highlight::{Highlight, Ink};
pub use html::{Html, Passage};
pub use markdown::Markdown;
pub use plain::Plain;
pub use terminal::Terminal;

use crate::scoring::scorecard::Mille;

/// What a line means; shown by a sign, and by colour where there is any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It earned something.
    Earned,
    /// It earned a part.
    Partly,
    /// It was not said.
    Missed,
    /// It was said and not counted.
    Withheld,
    /// It was said and takes points away.
    Costs,
    /// It earns more than before.
    Gained,
    /// It earns less than before.
    Lost,
    /// What to know before believing a figure.
    Note,
    /// What to do next.
    Step,
    /// Nothing in particular.
    Point,
}

impl Mark {
    /// Of something that earns by share.
    pub fn of(share: Mille) -> Self {
        match share {
            Mille(0) => Mark::Missed,
            Mille(1000..) => Mark::Earned,
            Mille(_) => Mark::Partly,
        }
    }

    /// For readers who see; nothing for a plain point.
    pub fn sign(self) -> &'static str {
        match self {
            Mark::Earned => "✓",
            Mark::Partly => "~",
            Mark::Missed => "·",
            Mark::Withheld | Mark::Costs => "✗",
            Mark::Gained => "↑",
            Mark::Lost => "↓",
            Mark::Note => "!",
            Mark::Step => "→",
            Mark::Point => "",
        }
    }

    /// For readers who listen; nothing for a plain point.
    pub fn word(self) -> &'static str {
        match self {
            Mark::Earned => "Earned: ",
            Mark::Partly => "Earned in part: ",
            Mark::Missed => "Not said: ",
            Mark::Withheld => "Not counted: ",
            Mark::Costs => "Costs points: ",
            Mark::Gained => "Gained: ",
            Mark::Lost => "Lost: ",
            Mark::Note => "Note: ",
            Mark::Step => "Next: ",
            Mark::Point => "",
        }
    }
}

/// A place to write a report.
pub trait Surface {
    /// A title (1), a section (2) or a part of one (3).
    fn heading(&mut self, level: u8, text: &str);
    /// The most important line.
    fn headline(&mut self, text: &str);
    /// Running text.
    fn paragraph(&mut self, text: &str);
    /// A line of a list.
    fn item(&mut self, mark: Mark, text: &str);
    /// More about the item before it.
    fn detail(&mut self, text: &str);
    /// What only some readers want to know, about the line before it.
    fn aside(&mut self, text: &str);
    /// Somebody's own words, with marks in them.
    fn marked(&mut self, text: &str, marks: &[Highlight]);
    /// Somebody's own words, kept apart.
    fn quote(&mut self, text: &str);
    /// Rows under column heads.
    fn table(&mut self, head: &[&str], rows: &[Vec<String>]);
    /// Shares over time; without a drawing, their numbers.
    fn charts(&mut self, rows: &[ChartRow]) {
        rows.iter().for_each(|row| self.item(Mark::Point, &format!("{}: {}", row.label, row.numbers())));
    }
    /// Cells by row and column, under column heads (the first is of the labels); without a drawing, their words.
    fn map(&mut self, head: &[&str], rows: &[MapRow]) {
        let words = |row: &MapRow| {
            std::iter::once(&row.label).chain(row.cells.iter().map(|cell| &cell.long)).cloned().collect()
        };
        self.table(head, &rows.iter().map(words).collect::<Vec<_>>());
    }
    /// What to type for the item before it; never broken, so that it can be copied.
    fn typed(&mut self, command: &str) {
        self.detail(command);
    }
    /// Something to type.
    fn command(&mut self, text: &str, about: &str);
    /// What was written.
    fn finish(self: Box<Self>) -> String;
}

/// Takes out what could steer a terminal: control characters, but for the line end and the tab, and characters that turn the
/// direction of text.
pub fn harmless(text: &str) -> String {
    let steers = |c: char| {
        (c.is_control() && c != '\n' && c != '\t') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|c| !steers(*c)).collect()
}
