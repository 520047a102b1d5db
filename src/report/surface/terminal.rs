//! A terminal: wrapped, with signs and colour.

use anstyle::{AnsiColor, Style};
use comfy_table::{ContentArrangement, Table};

use super::{Mark, Surface, harmless};

/// Lines longer than this are hard to read, however wide the terminal.
const WIDEST: usize = 100;

/// A terminal of some width.
#[derive(Debug)]
pub struct Terminal {
    out: String,
    width: usize,
}

impl Terminal {
    /// For so many columns.
    pub fn new(width: usize) -> Self {
        Terminal { out: String::new(), width: width.min(WIDEST) }
    }

    fn wrapped(&mut self, text: &str, first: &str, rest: &str, style: Style) {
        let text = harmless(text);
        let options = textwrap::Options::new(self.width).initial_indent(first).subsequent_indent(rest);
        for line in text.lines() {
            for wrapped in textwrap::wrap(line, &options) {
                self.out.push_str(&format!("{style}{wrapped}{style:#}\n"));
            }
        }
    }

    fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }
}

fn sign(mark: Mark) -> (&'static str, Style) {
    let coloured = |colour: AnsiColor| Style::new().fg_color(Some(colour.into()));
    match mark {
        Mark::Earned => ("✓", coloured(AnsiColor::Green)),
        Mark::Partly => ("~", coloured(AnsiColor::Yellow)),
        Mark::Missed => ("·", Style::new().dimmed()),
        Mark::Withheld => ("✗", coloured(AnsiColor::Magenta)),
        Mark::Step => ("→", coloured(AnsiColor::Cyan)),
        Mark::Point => ("-", Style::new()),
    }
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

    fn quote(&mut self, text: &str) {
        self.wrapped(text.trim(), "  │ ", "  │ ", Style::new().dimmed());
    }

    fn table(&mut self, head: &[&str], rows: &[Vec<String>]) {
        let mut table = Table::new();
        table.load_style(comfy_table::presets::NOTHING);
        table.set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(u16::try_from(self.width).unwrap_or(80));
        table.set_header(head.iter().map(comfy_table::Cell::new));
        for row in rows {
            table.add_row(row.iter().map(|cell| harmless(cell)));
        }
        for line in table.to_string().lines() {
            self.out.push_str(&format!(" {}\n", line.trim_end()));
        }
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
