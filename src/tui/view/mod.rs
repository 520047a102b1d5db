//! What the screen shows, as data, and how it is drawn. Pure: the same [`Screenful`] gives the same cells.
//! Nothing here knows a clock, a key code or the session's rules.

mod answer;
mod bottom;
mod clocks;
mod keys;
mod live;
mod page;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use unicode_segmentation::UnicodeSegmentation;

use super::editor::width_of;
use super::theme::{Theme, Tone};

pub use answer::{AnswerView, Asking, editor_area};
pub use bottom::Bottom;
pub use clocks::ClockRow;
pub use keys::KeysView;
pub use live::{Entry, LineView, LiveView, Section, line_size};
pub use page::{ChoiceRow, PageView, last_scroll};

/// Smaller windows show a word of comfort only.
const SMALLEST: (u16, u16) = (30, 8);

/// Text is not drawn wider than this: longer rows are hard to read.
const WIDEST: u16 = 100;

/// Everything there is to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Screenful<'a> {
    /// A question with the answer under way.
    Answer(AnswerView<'a>),
    /// Something to read, perhaps with something to choose.
    Page(PageView),
    /// The list of keys.
    Keys(KeysView<'a>),
    /// A question that is asked of somebody.
    Live(Box<LiveView<'a>>),
}

/// The line at the top.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// What is sat.
    pub title: String,
    /// Where in it.
    pub place: String,
}

/// Draws a screenful over the whole window.
pub fn draw(frame: &mut Frame<'_>, screenful: &Screenful<'_>, theme: Theme) {
    let area = frame.area();
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        return too_small(frame, area, theme);
    }
    match screenful {
        Screenful::Answer(view) => answer::draw(frame, area, view, theme),
        Screenful::Page(view) => page::draw(frame, area, view, theme),
        Screenful::Keys(view) => keys::draw(frame, area, view, theme),
        Screenful::Live(view) => live::draw(frame, area, view, theme),
    }
}

fn too_small(frame: &mut Frame<'_>, area: Rect, theme: Theme) {
    let text =
        format!("Window too small ({} x {} at least). Your answer is safe; the clock goes on.", SMALLEST.0, SMALLEST.1);
    for (line, y) in wrapped(&text, area.width).iter().zip(area.top()..area.bottom()) {
        put(frame, area.x, y, area.width, &[(Tone::Closing, line.clone())], theme);
    }
}

/// A piece of a line.
type Piece = (Tone, String);

/// Writes a line of pieces; gives the column behind it.
fn put(frame: &mut Frame<'_>, x: u16, y: u16, width: u16, pieces: &[Piece], theme: Theme) -> u16 {
    let spans = pieces.iter().map(|(tone, text)| Span::styled(text.as_str(), theme.style(*tone)));
    let line = Line::from(spans.collect::<Vec<_>>());
    frame.buffer_mut().set_line(x, y, &line, width).0
}

fn put_head(frame: &mut Frame<'_>, area: Rect, head: &Head, theme: Theme) {
    let place = format!("{} ", head.place);
    let room = usize::from(area.width).saturating_sub(cells_of(&place) + 3);
    let title = shortened(&head.title, room);
    let gap = (room + 2).saturating_sub(cells_of(&title));
    let pieces = [(Tone::Accent, format!(" {title}")), (Tone::Plain, " ".repeat(gap)), (Tone::Plain, place)];
    put(frame, area.x, area.y, area.width, &pieces, theme);
}

/// The text's lines at a width.
fn wrapped(text: &str, width: u16) -> Vec<String> {
    textwrap::wrap(text, usize::from(width).max(1)).into_iter().map(Into::into).collect()
}

/// Cells that a text takes.
fn cells_of(text: &str) -> usize {
    text.graphemes(true).map(width_of).sum()
}

/// As much of a text as fits, with a mark where something is missing.
fn shortened(text: &str, cells: usize) -> String {
    if cells_of(text) <= cells {
        return text.to_owned();
    }
    let mut room = cells.saturating_sub(1);
    let fits = |grapheme: &&str| match room.checked_sub(width_of(grapheme)) {
        Some(left) => {
            room = left;
            true
        }
        None => false,
    };
    let kept: String = text.graphemes(true).take_while(fits).collect();
    kept + "…"
}

/// The columns that text is written in.
fn column(area: Rect) -> Rect {
    Rect { x: area.x + 1, width: area.width.saturating_sub(2).min(WIDEST), ..area }
}

/// Puts the real cursor where input methods and screen readers look for it.
fn set_cursor(frame: &mut Frame<'_>, x: u16, y: u16) {
    let area = frame.area();
    let inside = Position::new(x.min(area.right().saturating_sub(1)), y.min(area.bottom().saturating_sub(1)));
    frame.set_cursor_position(inside);
}
