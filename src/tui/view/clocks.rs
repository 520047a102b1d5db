//! A clock in a row: time, a gauge, and what they mean, in words and by tone.

use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Piece, put};
use crate::front::wording::{clock_time, pressure_word, time_left};
use crate::session::{Clock, Pressure};
use crate::tui::theme::{Theme, Tone};

/// Cells of a gauge.
const GAUGE: std::ops::RangeInclusive<usize> = 6..=30;

/// A clock, told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockRow {
    /// Whose time.
    pub label: &'static str,
    /// How much is left or over.
    pub time: String,
    /// What that means.
    pub word: String,
    /// The same by look.
    pub tone: Tone,
    /// The share that is used, in thousandths.
    pub per_mille: u32,
    /// What it costs to go on.
    pub cost: Option<String>,
}

impl ClockRow {
    /// A clock that runs.
    pub fn new(label: &'static str, clock: Clock) -> Self {
        let pressure = clock.pressure();
        let tone = match pressure {
            Pressure::Calm => Tone::Calm,
            Pressure::Closing => Tone::Closing,
            Pressure::Over => Tone::Over,
        };
        let (time, word) = (time_left(clock), pressure_word(pressure).to_owned());
        ClockRow { label, time, word, tone, per_mille: clock.per_mille(), cost: None }
    }

    /// A clock that starts by itself, or with the first key.
    pub fn reading(label: &'static str, left: Duration, limit: Duration) -> Self {
        ClockRow {
            label,
            time: format!("{} to read", clock_time(Duration::from_secs(left.as_millis().div_ceil(1000) as u64))),
            word: format!("then {}; starts when you type", clock_time(limit)),
            tone: Tone::Calm,
            per_mille: 0,
            cost: None,
        }
    }

    /// The same, with what it costs to go on.
    pub fn with_cost(self, cost: Option<String>) -> Self {
        ClockRow { cost, ..self }
    }

    fn pieces(&self, width: u16) -> Vec<Piece> {
        let (head, time) = (format!(" {:<9}", self.label), format!("{:>12}", self.time));
        let room = usize::from(width).saturating_sub(head.len() + time.len());
        let word = self.word_within(room.saturating_sub(3));
        let cells = room.saturating_sub(word.len() + "  []  ".len() + 1).min(*GAUGE.end());
        let mut pieces = vec![(Tone::Muted, head), (self.tone, time)];
        if cells >= *GAUGE.start() {
            pieces.push((self.tone, format!("  [{}]", gauge(self.per_mille, cells))));
        }
        pieces.push((self.tone, format!("  {word}")));
        pieces
    }

    /// The word and the cost; where there is no room for both, the cost: "over" stands beside the time already.
    fn word_within(&self, cells: usize) -> String {
        match &self.cost {
            None => self.word.clone(),
            Some(cost) => {
                let both = format!("{}: {cost}", self.word);
                if both.len() <= cells { both } else { cost.clone() }
            }
        }
    }

    fn brief(&self) -> Vec<Piece> {
        vec![(Tone::Muted, format!(" {} ", self.label)), (self.tone, format!("{}, {} ", self.time, self.word))]
    }
}

fn gauge(per_mille: u32, cells: usize) -> String {
    let full = (per_mille.min(1000) as usize * cells) / 1000;
    format!("{}{}", "#".repeat(full), "-".repeat(cells - full))
}

/// Draws clocks, one to a row; where there is but one row, all in it, without gauges.
pub fn draw(frame: &mut Frame<'_>, area: Rect, clocks: &[ClockRow], theme: Theme) {
    if usize::from(area.height) < clocks.len() {
        let mut x = area.x;
        for pieces in clocks.iter().map(ClockRow::brief) {
            let cells: usize = pieces.iter().map(|(_, text)| text.len()).sum();
            // Half a clock tells nothing.
            if x == area.x || usize::from(x) + cells <= usize::from(area.right()) {
                x = put(frame, x, area.y, area.right().saturating_sub(x), &pieces, theme);
            }
        }
        return;
    }
    for (clock, y) in clocks.iter().zip(area.top()..area.bottom()) {
        put(frame, area.x, y, area.width, &clock.pieces(area.width), theme);
    }
}
