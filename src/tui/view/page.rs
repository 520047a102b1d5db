//! Something to read, perhaps with something to choose: menus, the interview's pages, feedback, a pause.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Bottom, ClockRow, Head, Piece, bottom, cells_of, clocks, column, put, put_head, set_cursor, wrapped};
use crate::tui::theme::{Theme, Tone};

/// Something to read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageView {
    /// The line at the top.
    pub head: Head,
    /// Clocks that run, if any.
    pub clocks: Vec<ClockRow>,
    /// What it is, in one line.
    pub title: String,
    /// Paragraphs.
    pub text: Vec<String>,
    /// What can be chosen.
    pub choices: Vec<ChoiceRow>,
    /// Index of the choice under the cursor.
    pub selected: usize,
    /// Lines that have gone out of sight at the top.
    pub scroll: usize,
    /// The last rows.
    pub bottom: Bottom,
}

/// Something to choose.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChoiceRow {
    /// The key that takes it.
    pub key: char,
    /// A word or two.
    pub label: String,
    /// What it means; may be empty.
    pub about: String,
}

/// How far a page can be scrolled in a window of this size.
pub fn last_scroll(area: Rect, view: &PageView) -> usize {
    let body = column(places(area, view).body);
    let (lines, height) = (lines(view, body.width), usize::from(body.height));
    let pinned = pinned(&lines, height);
    (lines.len() - pinned).saturating_sub(height - pinned)
}

struct Places {
    head: Rect,
    clocks: Rect,
    body: Rect,
    bottom: Rect,
}

fn places(area: Rect, view: &PageView) -> Places {
    let clock_rows = match (view.clocks.len(), area.height) {
        (0, _) => 0,
        (_, ..14) => 1,
        (clocks, _) => u16::try_from(clocks).unwrap_or(1),
    };
    let (below, top) = (view.bottom.height(area), 1 + clock_rows);
    let row = |y: u16, height: u16| Rect { y: area.y + y, height, ..area };
    // An empty row above the text, where there is room for it.
    let gap = u16::from(area.height >= 12);
    let body = area.height.saturating_sub(top + gap + below);
    Places {
        head: row(0, 1),
        clocks: row(1, clock_rows),
        body: row(top + gap, body),
        bottom: row(top + gap + body, below),
    }
}

/// A line of the page, and the choice it belongs to.
struct PageLine {
    pieces: Vec<Piece>,
    choice: Option<usize>,
}

fn lines(view: &PageView, width: u16) -> Vec<PageLine> {
    let line = |tone, text| PageLine { pieces: vec![(tone, text)], choice: None };
    let empty = || line(Tone::Plain, String::new());
    let mut lines: Vec<PageLine> =
        wrapped(&view.title, width).into_iter().map(|text| line(Tone::Accent, text)).collect();
    for paragraph in &view.text {
        lines.push(empty());
        lines.extend(wrapped(paragraph, width).into_iter().map(|text| line(Tone::Plain, text)));
    }
    if !view.choices.is_empty() {
        lines.push(empty());
    }
    let labels = view.choices.iter().map(|choice| cells_of(&choice.label)).max().unwrap_or(0);
    for (index, choice) in view.choices.iter().enumerate() {
        lines.extend(choice_lines(choice, index, index == view.selected, labels, width));
    }
    lines
}

fn choice_lines(choice: &ChoiceRow, index: usize, selected: bool, labels: usize, width: u16) -> Vec<PageLine> {
    let (mark, tone) = if selected { ("> ", Tone::Accent) } else { ("  ", Tone::Plain) };
    let pad = " ".repeat(labels.saturating_sub(cells_of(&choice.label)) + 2);
    let first = vec![
        (tone, mark.to_owned()),
        (Tone::Accent, choice.key.to_string()),
        (tone, format!("  {}{pad}", choice.label)),
    ];
    let indent = "> 1  ".len() + labels + 2;
    let room = width.saturating_sub(u16::try_from(indent).unwrap_or(width));
    let about = if choice.about.is_empty() { vec![String::new()] } else { wrapped(&choice.about, room.max(12)) };
    let line = |pieces| PageLine { pieces, choice: Some(index) };
    let mut about = about.into_iter();
    let mut lines = vec![first];
    if let Some(beside) = about.next() {
        lines[0].push((Tone::Muted, beside));
    }
    lines.extend(about.map(|more| vec![(Tone::Muted, format!("{}{more}", " ".repeat(indent)))]));
    lines.into_iter().map(line).collect()
}

pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &PageView, theme: Theme) {
    let places = places(area, view);
    put_head(frame, places.head, &view.head, theme);
    clocks::draw(frame, places.clocks, &view.clocks, theme);
    draw_body(frame, column(places.body), view, theme);
    bottom::draw(frame, places.bottom, &view.bottom, theme);
}

fn draw_body(frame: &mut Frame<'_>, area: Rect, view: &PageView, theme: Theme) {
    let lines = lines(view, area.width);
    let pinned = pinned(&lines, usize::from(area.height));
    let (above, below) = lines.split_at(lines.len() - pinned);
    let rows = area.height - u16::try_from(pinned).unwrap_or(0);
    let top = top_line(above, view, usize::from(rows));
    let mut cursor = (area.x, area.y);
    let shown = above.iter().skip(top).zip(area.top()..area.top() + rows);
    for (line, y) in shown.chain(below.iter().zip(area.top() + rows..)).collect::<Vec<_>>().into_iter().rev() {
        put(frame, area.x, y, area.width, &line.pieces, theme);
        if line.choice == Some(view.selected) {
            cursor = (area.x, y);
        }
    }
    set_cursor(frame, cursor.0, cursor.1);
}

/// Lines at the end that stay in sight while a long text above them is scrolled: the choices and the empty line before them. None
/// where everything fits, or where the choices alone fill half the window.
fn pinned(lines: &[PageLine], height: usize) -> usize {
    let choices = lines.iter().filter(|line| line.choice.is_some()).count();
    if lines.len() > height && choices > 0 && choices * 2 < height { choices + 1 } else { 0 }
}

/// The first line to be seen, so that the choice under the cursor is.
fn top_line(lines: &[PageLine], view: &PageView, height: usize) -> usize {
    let last = lines.iter().rposition(|line| line.choice == Some(view.selected));
    let needed = last.map_or(0, |last| (last + 1).saturating_sub(height));
    view.scroll.max(needed).min(lines.len().saturating_sub(height))
}
