//! A piece of a page. Everything goes through the templates' escaping, so that an answer cannot become markup.

use askama::Template;
use askama::filters::HtmlSafe;

use super::highlight::{Highlight, Ink, Piece, pieces};
use super::{Mark, Surface, harmless};

/// A piece of a page: it shows as markup, its texts escaped. Templates print it as it is.
#[derive(Debug, Default, Template)]
#[template(path = "html/blocks.html")]
pub struct Html {
    blocks: Vec<Block>,
}

impl HtmlSafe for Html {}

#[derive(Debug)]
enum Block {
    Heading { level: u8, text: String },
    Headline(String),
    Paragraph(String),
    List(Vec<Item>),
    Marked(Passage),
    Quote(String),
    Table { head: Vec<String>, rows: Vec<Vec<String>> },
    Command { text: String, about: String },
}

#[derive(Debug)]
struct Item {
    mark: Mark,
    text: String,
    more: Vec<More>,
}

/// More about an item: for everybody, or for some readers.
#[derive(Debug)]
struct More {
    text: String,
    is_aside: bool,
}

/// Somebody's own words, with marks in them that tell more under the pointer.
#[derive(Debug, Template)]
#[template(path = "html/passage.html")]
pub struct Passage {
    /// Each with what its marks tell.
    pieces: Vec<(Piece, String)>,
}

impl HtmlSafe for Passage {}

impl Passage {
    /// A text with its marks; `about` tells of one mark. What several of them tell of the same words is told once.
    pub fn new(text: &str, marks: &[Highlight], about: impl Fn(&Highlight) -> Vec<String>) -> Self {
        let of = |label: &String| marks.iter().find(|mark| mark.label == *label).map(&about);
        let told = |piece: Piece| {
            let mut told: Vec<String> = Vec::new();
            for line in piece.labels.iter().filter_map(of).flatten() {
                if !told.contains(&line) {
                    told.push(line);
                }
            }
            (piece, harmless(&told.join("; ")))
        };
        Passage { pieces: pieces(text, marks).into_iter().map(told).collect() }
    }
}

impl Html {
    /// What is written into it.
    pub fn of(write: impl FnOnce(&mut dyn Surface)) -> Self {
        let mut html = Html::default();
        write(&mut html);
        html
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    fn more(&mut self, text: &str, is_aside: bool) {
        let more = More { text: harmless(text), is_aside };
        let item = match self.blocks.last_mut() {
            Some(Block::List(items)) => items.last_mut(),
            _ => None,
        };
        match item {
            Some(item) => item.more.push(more),
            None => self.blocks.push(Block::Paragraph(more.text)),
        }
    }
}

impl Mark {
    /// The class by which style sheets know it.
    pub fn class(self) -> &'static str {
        match self {
            Mark::Earned => "earned",
            Mark::Partly => "partly",
            Mark::Missed => "missed",
            Mark::Withheld | Mark::Costs | Mark::Lost => "withheld",
            Mark::Gained => "earned",
            Mark::Note => "partly",
            Mark::Step => "step",
            Mark::Point => "point",
        }
    }
}

impl Ink {
    /// The class by which style sheets know it.
    pub fn class(self) -> &'static str {
        match self {
            Ink::Earned => "earned",
            Ink::Withheld => "withheld",
            Ink::Wrong => "wrong",
        }
    }
}

impl Surface for Html {
    fn heading(&mut self, level: u8, text: &str) {
        self.blocks.push(Block::Heading { level, text: harmless(text) });
    }

    fn headline(&mut self, text: &str) {
        self.blocks.push(Block::Headline(harmless(text)));
    }

    fn paragraph(&mut self, text: &str) {
        if !text.is_empty() {
            self.blocks.push(Block::Paragraph(harmless(text)));
        }
    }

    fn item(&mut self, mark: Mark, text: &str) {
        let item = Item { mark, text: harmless(text), more: Vec::new() };
        match self.blocks.last_mut() {
            Some(Block::List(items)) => items.push(item),
            _ => self.blocks.push(Block::List(vec![item])),
        }
    }

    fn detail(&mut self, text: &str) {
        self.more(text, false);
    }

    fn aside(&mut self, text: &str) {
        self.more(text, true);
    }

    fn marked(&mut self, text: &str, marks: &[Highlight]) {
        self.blocks.push(Block::Marked(Passage::new(text, marks, |_| Vec::new())));
    }

    fn quote(&mut self, text: &str) {
        self.blocks.push(Block::Quote(harmless(text.trim())));
    }

    fn table(&mut self, head: &[&str], rows: &[Vec<String>]) {
        let row = |cells: &Vec<String>| cells.iter().map(|cell| harmless(cell)).collect();
        let head = head.iter().map(|cell| harmless(cell)).collect();
        self.blocks.push(Block::Table { head, rows: rows.iter().map(row).collect() });
    }

    fn command(&mut self, text: &str, about: &str) {
        self.blocks.push(Block::Command { text: harmless(text), about: harmless(about) });
    }

    fn finish(self: Box<Self>) -> String {
        // Writing into a string does not fail.
        self.render().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn what_several_marks_tell_of_the_same_words_is_told_once() {
        let mark = |label: &str| Highlight { span: Span { start: 3, end: 7 }, ink: Ink::Earned, label: label.into() };
        let about = |mark: &Highlight| vec!["speed: affirmed".to_owned(), format!("{}: affirmed", mark.label)];
        let passage = Passage::new("we roll back", &[mark("1"), mark("2"), mark("1")], about);
        let (words, told) = &passage.pieces[1];
        assert_eq!((words.text.as_str(), told.as_str()), ("roll", "speed: affirmed; 1: affirmed; 2: affirmed"));
        assert_eq!(passage.pieces.iter().filter(|(piece, _)| piece.is_label).count(), 2, "each label once");
    }
}
