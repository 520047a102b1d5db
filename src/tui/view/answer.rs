//! A question with the answer under way. In a short window the clock keeps its row; the frame, the head and the rest of the
//! question give way, in this order.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Widget};

use super::{Bottom, ClockRow, Head, bottom, cells_of, clocks, column, put, put_head, set_cursor, shortened, wrapped};
use crate::tui::editor::Window;
use crate::tui::theme::{Theme, Tone};

/// A question with the answer under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerView<'a> {
    /// The line at the top.
    pub head: Head,
    /// The question's clock, then the interview's.
    pub clocks: Vec<ClockRow>,
    /// What is asked.
    pub asking: Asking<'a>,
    /// What stands in place of an empty answer.
    pub placeholder: &'a str,
    /// The part of the answer to be seen, as large as [`editor_area`] says.
    pub window: Window<'a>,
    /// The last rows.
    pub bottom: Bottom,
}

/// What is asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Asking<'a> {
    /// What was asked before, when this follows up on it.
    pub before: Option<&'a str>,
    /// The words of the question.
    pub text: &'a str,
}

struct Places {
    head: Rect,
    clocks: Rect,
    question: Rect,
    framed: bool,
    editor: Rect,
    bottom: Rect,
}

/// Where the answer is written in a window of this size.
pub fn editor_area(area: Rect, asking: &Asking<'_>, bottom: &Bottom) -> Rect {
    places(area, asking, bottom).editor
}

fn places(area: Rect, asking: &Asking<'_>, bottom: &Bottom) -> Places {
    let framed = area.height >= 20;
    let mut rest = area;
    let mut take = |rows: u16| {
        let taken = Rect { height: rows.min(rest.height), ..rest };
        rest = Rect { y: rest.y + taken.height, height: rest.height - taken.height, ..rest };
        taken
    };
    let head = take(u16::from(area.height >= 12));
    let clocks = take(if area.height >= 14 { 2 } else { 1 });
    let room = area.height.saturating_sub(head.height + clocks.height + bottom.height(area));
    let wanted = question_lines(asking, question_width(area, framed)).len() + if framed { 2 } else { 0 };
    let question = take(u16::try_from(wanted).unwrap_or(room).min(room.div_ceil(2)));
    let editor = take(room - question.height);
    Places { head, clocks, question, framed, editor: column(editor), bottom: take(area.height) }
}

fn question_width(area: Rect, framed: bool) -> u16 {
    column(area).width.saturating_sub(if framed { 2 } else { 0 })
}

fn question_lines(asking: &Asking<'_>, width: u16) -> Vec<(Tone, String)> {
    let before = asking.before.map(|before| (Tone::Muted, shortened(before, usize::from(width))));
    before.into_iter().chain(wrapped(asking.text, width).into_iter().map(|line| (Tone::Plain, line))).collect()
}

pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &AnswerView<'_>, theme: Theme) {
    let places = places(area, &view.asking, &view.bottom);
    if places.head.height > 0 {
        put_head(frame, places.head, &view.head, theme);
    }
    clocks::draw(frame, places.clocks, &view.clocks, theme);
    draw_question(frame, &places, area, &view.asking, theme);
    draw_editor(frame, places.editor, view, theme);
    bottom::draw(frame, places.bottom, &view.bottom, theme);
}

fn draw_question(frame: &mut Frame<'_>, places: &Places, area: Rect, asking: &Asking<'_>, theme: Theme) {
    let mut inner = column(places.question);
    if places.framed {
        let block = Block::bordered().border_style(theme.style(Tone::Muted));
        let outer = Rect { x: area.x, width: (inner.width + 2).min(area.width), ..places.question };
        inner = Rect {
            y: inner.y + 1,
            height: inner.height.saturating_sub(2),
            width: inner.width.saturating_sub(2),
            x: outer.x + 2,
        };
        block.render(outer, frame.buffer_mut());
    }
    let lines = question_lines(asking, question_width(area, places.framed));
    let hidden = lines.len() > usize::from(inner.height);
    for ((tone, line), y) in lines.into_iter().zip(inner.top()..inner.bottom()) {
        let is_cut = hidden && y + 1 == inner.bottom();
        let line = if is_cut { cut(&line, inner.width) } else { line };
        // Without a frame, the look alone parts question and answer.
        let tone = if places.framed || tone == Tone::Muted { tone } else { Tone::Accent };
        put(frame, inner.x, y, inner.width, &[(tone, line)], theme);
    }
}

/// The last line of a question that goes on where it cannot be seen.
fn cut(line: &str, width: u16) -> String {
    const MORE: &str = " … (Ctrl-G: all)";
    let room = usize::from(width).saturating_sub(cells_of(MORE));
    let kept = wrapped(line, u16::try_from(room).unwrap_or(1)).into_iter().next().unwrap_or_default();
    kept + MORE
}

fn draw_editor(frame: &mut Frame<'_>, area: Rect, view: &AnswerView<'_>, theme: Theme) {
    let empty = view.window.rows.iter().all(|row| row.is_empty()) && view.window.above + view.window.below == 0;
    if empty && view.window.rows.len() <= 1 {
        put(frame, area.x, area.y, area.width, &[(Tone::Muted, view.placeholder.into())], theme);
    }
    for (row, y) in view.window.rows.iter().zip(area.top()..area.bottom()) {
        put(frame, area.x, y, area.width, &[(Tone::Plain, (*row).to_owned())], theme);
    }
    let (x, y) = view.window.cursor;
    set_cursor(frame, area.x + x, area.y + y);
}
