//! A terminal: wrapped, with signs and colour.

use std::ops::Range;

use anstyle::{AnsiColor, Style};
use textwrap::WordSeparator;
use textwrap::core::Word;

use super::chart::{self, ChartRow, MapRow};
use super::grid::grid;
use super::highlight::{Highlight, Ink, Piece, bracketed, pieces};
use super::{Mark, Surface, harmless};

/// Lines longer than this are hard to read, however wide the terminal.
const WIDEST: usize = 100;
/// What stands before each line of a marked text.
const MARGIN: &str = "  ";

/// A terminal of some width.
#[derive(Debug)]
pub struct Terminal {
    out: String,
    width: usize,
    colour: bool,
}

impl Terminal {
    /// For so many columns; colour codes are written, and the output may take them out.
    pub fn new(width: usize) -> Self {
        Terminal { out: String::new(), width: width.min(WIDEST), colour: true }
    }

    /// One that will show no colour, so that marks need other signs.
    pub fn without_colour(self) -> Self {
        Terminal { colour: false, ..self }
    }

    fn wrapped(&mut self, text: &str, first: &str, rest: &str, style: Style) {
        let text = harmless(text);
        let options = textwrap::Options::new(self.width)
            .initial_indent(first)
            .subsequent_indent(rest)
            .word_separator(WordSeparator::Custom(words));
        for line in text.lines() {
            for wrapped in textwrap::wrap(line, &options) {
                self.out.push_str(&format!("{style}{wrapped}{style:#}\n"));
            }
        }
    }

    /// Writes pieces of a text, wrapped as if they were one.
    fn painted(&mut self, pieces: &[Piece]) {
        let flat: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        let mut at = 0;
        for line in flat.lines() {
            for wrapped in textwrap::wrap(line, self.width.saturating_sub(MARGIN.len())) {
                // Wrapping leaves out white space at the ends of lines, and nothing else.
                at += flat[at..].find(wrapped.as_ref()).unwrap_or_default();
                self.out.push_str(MARGIN);
                self.paint(pieces, at..at + wrapped.len());
                self.out.push('\n');
                at += wrapped.len();
            }
        }
    }

    /// Writes a part of the pieces' text, each in its own colour.
    fn paint(&mut self, pieces: &[Piece], part: Range<usize>) {
        let mut start = 0;
        for piece in pieces {
            let end = start + piece.text.len();
            let shown = part.start.max(start)..part.end.min(end);
            if shown.start < shown.end {
                let (style, text) = (ink(piece), &piece.text[shown.start - start..shown.end - start]);
                self.out.push_str(&format!("{style}{text}{style:#}"));
            }
            start = end;
        }
    }

    fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }
}

/// Words, and the alternatives of a pattern, which has no spaces to break at.
fn words<'a>(line: &'a str) -> Box<dyn Iterator<Item = Word<'a>> + 'a> {
    Box::new(line.split_inclusive([' ', '|']).map(Word::from))
}

/// How marked words look, and the labels behind them.
fn ink(piece: &Piece) -> Style {
    let Some(ink) = piece.ink else { return Style::new() };
    let (colour, words) = match ink {
        Ink::Earned => (AnsiColor::Green, Style::new().underline()),
        Ink::Withheld => (AnsiColor::Magenta, Style::new().strikethrough()),
        Ink::Wrong => (AnsiColor::Red, Style::new().bold().underline()),
    };
    let style = if piece.is_label { Style::new().bold() } else { words };
    style.fg_color(Some(colour.into()))
}

fn sign(mark: Mark) -> (&'static str, Style) {
    let coloured = |colour: AnsiColor| Style::new().fg_color(Some(colour.into()));
    let style = match mark {
        Mark::Earned | Mark::Gained => coloured(AnsiColor::Green),
        Mark::Partly | Mark::Note => coloured(AnsiColor::Yellow),
        Mark::Missed => Style::new().dimmed(),
        Mark::Withheld | Mark::Costs | Mark::Lost => coloured(AnsiColor::Magenta),
        Mark::Step => coloured(AnsiColor::Cyan),
        Mark::Point => return ("-", Style::new()),
    };
    (mark.sign(), style)
}

impl Surface for Terminal {
    fn heading(&mut self, level: u8, text: &str) {
        self.blank();
        let style = if level < 3 { Style::new().bold() } else { Style::new().underline() };
        self.wrapped(text, "", "", style);
    }

    fn headline(&mut self, text: &str) {
        self.wrapped(text, "", "", Style::new().bold().fg_color(Some(AnsiColor::Cyan.into())));
    }

    fn paragraph(&mut self, text: &str) {
        self.wrapped(text, "", "", Style::new());
    }

    fn item(&mut self, mark: Mark, text: &str) {
        let (sign, style) = sign(mark);
        let start = self.out.len();
        self.wrapped(text, &format!("  {sign} "), "    ", Style::new());
        let painted = self.out[start..].replacen(sign, &format!("{style}{sign}{style:#}"), 1);
        self.out.replace_range(start.., &painted);
    }

    fn detail(&mut self, text: &str) {
        self.wrapped(text, "    ", "    ", Style::new());
    }

    fn aside(&mut self, text: &str) {
        self.wrapped(text, "      ", "      ", Style::new().dimmed());
    }

    fn marked(&mut self, text: &str, marks: &[Highlight]) {
        self.blank();
        if self.colour {
            self.painted(&pieces(text.trim_end(), marks));
        } else {
            self.wrapped(bracketed(text, marks).trim(), MARGIN, MARGIN, Style::new());
        }
    }

    fn quote(&mut self, text: &str) {
        self.wrapped(text.trim(), "  │ ", "  │ ", Style::new().dimmed());
    }

    fn table(&mut self, head: &[&str], rows: &[Vec<String>]) {
        let cells = rows.iter().map(|row| row.iter().map(|cell| harmless(cell)));
        for line in grid(head, cells, self.width.saturating_sub(1)).lines() {
            self.out.push_str(&format!(" {line}\n"));
        }
    }

    fn typed(&mut self, command: &str) {
        self.out.push_str(&format!("    {}\n", harmless(command)));
    }

    fn charts(&mut self, rows: &[ChartRow]) {
        self.out.push_str(&chart::charts(rows));
    }

    fn map(&mut self, head: &[&str], rows: &[MapRow]) {
        self.out.push_str(&chart::map(head, rows, self.width));
    }

    fn command(&mut self, text: &str, about: &str) {
        let style = Style::new().bold();
        self.out.push_str(&format!("  {style}{text}{style:#}"));
        if text.chars().count() + about.chars().count() + 4 <= self.width {
            self.out.push_str(&format!("  {about}\n"));
        } else {
            self.out.push('\n');
            self.wrapped(about, "      ", "      ", Style::new());
        }
    }

    fn finish(self: Box<Self>) -> String {
        self.out
    }
}
