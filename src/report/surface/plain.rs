//! Plain lines for screen readers and pipes: words instead of signs, labelled lines instead of tables, nothing wrapped.

use super::highlight::{Highlight, bracketed};
use super::{Mark, Surface, harmless};

/// Plain lines.
#[derive(Debug, Default)]
pub struct Plain {
    out: String,
}

impl Plain {
    fn line(&mut self, text: &str) {
        self.out.push_str(&harmless(text));
        self.out.push('\n');
    }
}

impl Surface for Plain {
    fn heading(&mut self, _level: u8, text: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.line(text);
    }

    fn headline(&mut self, text: &str) {
        self.line(text);
    }

    fn paragraph(&mut self, text: &str) {
        self.line(text);
    }

    fn item(&mut self, mark: Mark, text: &str) {
        self.line(&format!("{}{text}", mark.word()));
    }

    fn detail(&mut self, text: &str) {
        self.line(text);
    }

    fn aside(&mut self, text: &str) {
        self.line(text);
    }

    fn marked(&mut self, text: &str, marks: &[Highlight]) {
        self.line(bracketed(text, marks).trim());
    }

    fn quote(&mut self, text: &str) {
        self.line(text.trim());
    }

    fn table(&mut self, head: &[&str], rows: &[Vec<String>]) {
        for row in rows {
            let cells = head.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
            let labelled: Vec<String> = cells
                .map(|(head, cell)| if head.is_empty() { cell.clone() } else { format!("{head}: {cell}") })
                .collect();
            self.line(&labelled.join("; "));
        }
    }

    fn command(&mut self, text: &str, about: &str) {
        self.line(&format!("{text}: {about}"));
    }

    fn finish(self: Box<Self>) -> String {
        self.out
    }
}
