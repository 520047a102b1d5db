//! The list of keys, with the question in full above it.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Piece, column, put, set_cursor, shortened, wrapped};
use crate::tui::keys::KeyHelp;
use crate::tui::theme::{Theme, Tone};

/// Cells of a key's name.
const KEY: usize = 11;
/// Cells of a column of keys, at least and at most.
const COLUMN: (usize, usize) = (26, 38);

/// The list of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeysView<'a> {
    /// The question, where one is open.
    pub question: Option<&'a str>,
    /// The keys.
    pub keys: &'a [KeyHelp],
}

pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &KeysView<'_>, theme: Theme) {
    let last = area.bottom().saturating_sub(1);
    let area = Rect { height: area.height.saturating_sub(1), ..column(area) };
    let mut lines: Vec<Vec<Piece>> = Vec::new();
    if let Some(question) = view.question {
        lines.extend(wrapped(question, area.width).into_iter().map(|line| vec![(Tone::Plain, line)]));
        lines.push(Vec::new());
    }
    lines.extend(key_lines(view.keys, usize::from(area.width), usize::from(area.height)));
    // In a short window the keys matter more than the question.
    let hidden = lines.len().saturating_sub(usize::from(area.height));
    for (line, y) in lines.iter().skip(hidden).zip(area.top()..area.bottom()) {
        put(frame, area.x, y, area.width, line, theme);
    }
    put(frame, area.x, last, area.width, &[(Tone::Ask, "Any key goes back; the clock goes on.".into())], theme);
    set_cursor(frame, area.x, last);
}

/// As many columns as the height asks for and the width allows.
fn key_lines(keys: &[KeyHelp], width: usize, height: usize) -> Vec<Vec<Piece>> {
    let columns = keys.len().div_ceil(height.max(1)).max(2).min((width / COLUMN.0).max(1));
    let cells = (width / columns).min(COLUMN.1);
    let rows = keys.len().div_ceil(columns);
    (0..rows).map(|row| keys.iter().skip(row).step_by(rows).flat_map(|key| pieces(key, cells)).collect()).collect()
}

fn pieces(key: &KeyHelp, cells: usize) -> [Piece; 2] {
    let room = cells.saturating_sub(KEY);
    let does = shortened(key.does, room.saturating_sub(1));
    [(Tone::Accent, format!("{:<KEY$}", key.key)), (Tone::Plain, format!("{does:<room$}"))]
}
