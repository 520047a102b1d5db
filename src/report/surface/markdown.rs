//! CommonMark. Everything that is not ours is escaped, so that an answer cannot become markup.

use super::highlight::{Highlight, bracketed};
use super::{Mark, Surface, harmless};

/// A Markdown document.
#[derive(Debug, Default)]
pub struct Markdown {
    out: String,
    in_list: bool,
}

impl Markdown {
    fn block(&mut self, text: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.in_list = false;
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn list_line(&mut self, text: &str) {
        if !self.in_list && !self.out.is_empty() {
            self.out.push('\n');
        }
        self.in_list = true;
        self.out.push_str(text);
        self.out.push('\n');
    }
}

/// Text without meaning for Markdown or for HTML inside it, on one line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in harmless(text).replace('\n', " ").chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' | '$' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

impl Surface for Markdown {
    fn heading(&mut self, level: u8, text: &str) {
        self.block(&format!("{} {}", "#".repeat(usize::from(level)), escaped(text)));
    }

    fn headline(&mut self, text: &str) {
        self.block(&format!("**{}**", escaped(text)));
    }

    fn paragraph(&mut self, text: &str) {
        self.block(&escaped(text));
    }

    fn item(&mut self, mark: Mark, text: &str) {
        let sign = match mark.sign() {
            "" => String::new(),
            sign => format!("{sign} "),
        };
        self.list_line(&format!("- {sign}{}", escaped(text)));
    }

    fn detail(&mut self, text: &str) {
        self.list_line(&format!("  - {}", escaped(text)));
    }

    fn aside(&mut self, text: &str) {
        self.list_line(&format!("    - {}", escaped(text)));
    }

    fn marked(&mut self, text: &str, marks: &[Highlight]) {
        self.quote(&bracketed(text, marks));
    }

    fn quote(&mut self, text: &str) {
        let lines: Vec<String> = text.trim().lines().map(|line| format!("> {}", escaped(line))).collect();
        self.block(&lines.join("  \n"));
    }

    fn table(&mut self, head: &[&str], rows: &[Vec<String>]) {
        let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
        let mut lines = vec![row(head.iter().map(|cell| escaped(cell)).collect())];
        lines.push(row(head.iter().map(|_| "---".to_owned()).collect()));
        lines.extend(rows.iter().map(|cells| row(cells.iter().map(|cell| escaped(cell)).collect())));
        self.block(&lines.join("\n"));
    }

    fn command(&mut self, text: &str, about: &str) {
        self.list_line(&format!("- `{text}`: {}", escaped(about)));
    }

    fn finish(self: Box<Self>) -> String {
        self.out
    }
}
