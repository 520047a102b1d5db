//! Small drawings of shares: lines of bars over time, and maps of cells. Both carry their numbers, so that they can be read without
//! colour; surfaces that draw nothing write the numbers alone.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use super::harmless;
use crate::report::words::percent;
use crate::scoring::scorecard::Mille;

/// From an eighth to the whole.
const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Shares of one thing over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartRow {
    /// What was measured.
    pub label: String,
    /// Oldest first; none where it was not measured, and something else was.
    pub shares: Vec<Option<Mille>>,
}

/// A row of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapRow {
    /// What the row is about.
    pub label: String,
    /// One for each column.
    pub cells: Vec<MapCell>,
}

/// A cell of a map.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MapCell {
    /// In a few signs, for a narrow column.
    pub short: String,
    /// The same in words.
    pub long: String,
    /// 1 (worst) to 4 (best), shown by colour as well; none: no colour.
    pub shade: Option<u8>,
}

impl MapCell {
    /// Whether nothing stands in it, or only a sign for nothing.
    fn is_empty(&self) -> bool {
        !self.short.contains(char::is_numeric)
    }
}

impl ChartRow {
    /// "41 %, 52 %, –, 63 %".
    pub fn numbers(&self) -> String {
        let number = |share: &Option<Mille>| share.map_or("–".to_owned(), percent);
        self.shares.iter().map(number).collect::<Vec<_>>().join(", ")
    }

    /// "41 → 63 %": the first and the last, which need not be the ends of the range.
    fn ends(&self) -> String {
        let shares: Vec<Mille> = self.shares.iter().copied().flatten().collect();
        match shares.as_slice() {
            [] => String::new(),
            [only] => percent(*only),
            [first, .., last] => format!("{} → {}", (first.0 + 5) / 10, percent(*last)),
        }
    }

    /// One bar for each share, 0 to 100 %; a dot where there is none.
    fn bars(&self) -> String {
        let bar = |share: Mille| BARS[(share.0 as usize * BARS.len() / 1001).min(BARS.len() - 1)];
        self.shares.iter().map(|share| share.map_or('·', bar)).collect()
    }
}

/// Charts under one another for a terminal: label, bars, first and last number.
pub(super) fn charts(rows: &[ChartRow]) -> String {
    let labels = width(rows.iter().map(|row| row.label.as_str()));
    let bars = rows.iter().map(|row| row.shares.len()).max().unwrap_or(0);
    let style = Style::new().fg_color(Some(AnsiColor::Cyan.into()));
    let mut out = String::new();
    for row in rows {
        // Short rows end at the same place as long ones: now.
        let indent = " ".repeat(bars - row.shares.len());
        let (label, drawn) = (harmless(&row.label), row.bars());
        let _ = writeln!(out, "  {label:<labels$}  {indent}{style}{drawn}{style:#}  {}", row.ends());
    }
    out
}

/// A map for a terminal of some width: each cell in its short form, on a ground of its shade. Where the columns have no room,
/// each row's cells stand under its label, and those with nothing in them are left out.
pub(super) fn map(head: &[&str], rows: &[MapRow], width: usize) -> String {
    let wide = wide_map(head, rows);
    let fits = wide.lines().all(|line| anstream::adapter::strip_str(line).to_string().chars().count() <= width);
    if fits { wide } else { narrow_map(head, rows) }
}

fn narrow_map(head: &[&str], rows: &[MapRow]) -> String {
    let names = width(head.iter().skip(1).copied());
    let mut out = String::new();
    for row in rows {
        let _ = writeln!(out, "  {}", harmless(&row.label));
        for (cell, name) in row.cells.iter().zip(head.iter().skip(1)).filter(|(cell, _)| !cell.is_empty()) {
            let style = ground(cell.shade);
            let _ = writeln!(out, "    {name:<names$}  {style} {} {style:#}", cell.short);
        }
    }
    out
}

fn wide_map(head: &[&str], rows: &[MapRow]) -> String {
    let first = head.first().copied().unwrap_or_default();
    let labels = width(rows.iter().map(|row| row.label.as_str()).chain([first]));
    let columns: Vec<usize> = head.iter().skip(1).enumerate().map(|(index, name)| column(rows, index, name)).collect();
    let mut out = format!("  {first:<labels$}");
    for (name, width) in head.iter().skip(1).zip(&columns) {
        let _ = write!(out, "   {name:<width$} ");
    }
    out = format!("{}\n", out.trim_end());
    for row in rows {
        let _ = write!(out, "  {:<labels$}", harmless(&row.label));
        for (cell, width) in row.cells.iter().zip(&columns) {
            let style = ground(cell.shade);
            let _ = write!(out, "  {style} {:<width$} {style:#}", cell.short);
        }
        out = format!("{}\n", out.trim_end_matches(' '));
    }
    out
}

fn column(rows: &[MapRow], index: usize, name: &str) -> usize {
    width(rows.iter().filter_map(|row| row.cells.get(index)).map(|cell| cell.short.as_str()).chain([name]))
}

fn width<'a>(texts: impl Iterator<Item = &'a str>) -> usize {
    texts.map(|text| text.chars().count()).max().unwrap_or(0)
}

/// Black on a light ground, which both dark and light terminals can show.
fn ground(shade: Option<u8>) -> Style {
    let ground = match shade {
        None => return Style::new(),
        Some(0 | 1) => AnsiColor::Red,
        Some(2) => AnsiColor::Yellow,
        Some(3) => AnsiColor::Green,
        Some(_) => AnsiColor::BrightGreen,
    };
    Style::new().fg_color(Some(AnsiColor::Black.into())).bg_color(Some(ground.into()))
}
