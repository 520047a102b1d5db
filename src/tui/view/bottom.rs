//! The last rows: how things stand and which keys there are, or a question of the program in their place.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Piece, put, set_cursor, wrapped};
use crate::tui::keys::KeyHelp;
use crate::tui::theme::{Theme, Tone};

/// The last rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bottom {
    /// A question that waits for a key.
    pub ask: Option<String>,
    /// How things stand.
    pub status: Vec<Piece>,
    /// The keys, the most useful first; the last one is always shown.
    pub keys: Vec<KeyHelp>,
}

impl Bottom {
    /// Rows that the last rows take in a window of this height.
    pub fn height(&self, window: Rect) -> u16 {
        let asked = self.ask.as_ref().map_or(0, |ask| wrapped(ask, window.width.saturating_sub(2)).len());
        let usual = if window.height >= 10 { 2 } else { 1 };
        u16::try_from(asked).unwrap_or(usual).clamp(usual, (window.height / 2).max(1))
    }
}

/// Draws the last rows. A question takes the cursor, so that it is noticed without being seen.
pub fn draw(frame: &mut Frame<'_>, area: Rect, bottom: &Bottom, theme: Theme) {
    let Some(ask) = &bottom.ask else {
        put(frame, area.x, area.y, area.width, &status(bottom), theme);
        if area.height > 1 {
            let keys = keys_that_fit(&bottom.keys, usize::from(area.width));
            put(frame, area.x, area.y + 1, area.width, &keys, theme);
        }
        return;
    };
    for (line, y) in wrapped(ask, area.width.saturating_sub(2)).into_iter().zip(area.top()..area.bottom()) {
        let end = put(frame, area.x, y, area.width, &[(Tone::Plain, " ".into()), (Tone::Ask, line)], theme);
        set_cursor(frame, end, y);
    }
}

fn status(bottom: &Bottom) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (tone, text) in bottom.status.iter().filter(|(_, text)| !text.is_empty()) {
        let before = if pieces.is_empty() { " " } else { " · " };
        pieces.push((Tone::Muted, before.to_owned()));
        pieces.push((*tone, text.clone()));
    }
    pieces
}

/// From the first on, as many as fit beside the last one.
fn keys_that_fit(keys: &[KeyHelp], width: usize) -> Vec<Piece> {
    let cells = |key: &KeyHelp| key.key.len() + key.does.len() + 3;
    let Some((last, others)) = keys.split_last() else { return Vec::new() };
    let mut room = width.saturating_sub(cells(last));
    let mut fitting: Vec<&KeyHelp> = Vec::new();
    for key in others {
        match room.checked_sub(cells(key)) {
            Some(left) => room = left,
            None => break,
        }
        fitting.push(key);
    }
    fitting.push(last);
    fitting
        .into_iter()
        .flat_map(|key| [(Tone::Accent, format!(" {}", key.key)), (Tone::Muted, format!(" {} ", key.does))])
        .collect()
}
