//! A question that is asked of somebody: its wording, what to listen for, probes, notes, the rating, and a line to write in.
//! The interviewer looks at the candidate: everything keeps its place, and nothing moves by itself.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Bottom, ClockRow, Head, Piece, bottom, cells_of, clocks, put, put_head, set_cursor, shortened, wrapped};
use crate::report::harmless;
use crate::tui::editor::Window;
use crate::tui::theme::{Theme, Tone};

/// Narrower windows have one column.
const TWO_COLUMNS: u16 = 68;
/// Cells of the list of criteria beside another column, at most.
const LIST: u16 = 44;
/// From this width on, the list takes half of the window.
const WIDE: u16 = 100;
/// Rows that notes keep beside long probes.
const NOTES: usize = 4;
/// Rows of the line, with its label.
const LINE: u16 = 3;
const MARGIN: u16 = 1;

/// A question that is asked of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiveView<'a> {
    /// The line at the top.
    pub head: Head,
    /// The question's clock, then the interview's; none on paper.
    pub clocks: Vec<ClockRow>,
    /// The wording, to be read out.
    pub prompt: &'a str,
    /// What to listen for.
    pub listen: Section,
    /// The same with what each means; in its place where there is room for all of it.
    pub meant: Section,
    /// Index of the entry of either list that has to be in sight.
    pub picked: Option<usize>,
    /// Probes; once ratings are locked, the second opinion.
    pub beside: Section,
    /// Notes, the last of which are shown.
    pub notes: Section,
    /// Red flags in several forms, the fullest first: the first that fits is shown, and where none does, the last.
    pub flags: Vec<Section>,
    /// How the rating stands.
    pub standing: Piece,
    /// A line that is written.
    pub line: Option<LineView<'a>>,
    /// The last rows, where no line is written.
    pub bottom: Bottom,
}

/// Entries under a title; an empty title takes no row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// Its title.
    pub title: String,
    /// Beside the title.
    pub legend: &'static str,
    /// What stands in it.
    pub entries: Vec<Entry>,
}

/// An entry: a lead, and text that is wrapped beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Key and sign, or a time.
    pub lead: String,
    /// Its look.
    pub tone: Tone,
    /// The text.
    pub text: String,
}

/// A line that is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineView<'a> {
    /// What it is, and which keys end it.
    pub label: String,
    /// Something said in passing.
    pub notice: String,
    /// The part of the text to be seen.
    pub window: Window<'a>,
}

/// Cells and rows in which a line is written.
pub fn line_size(area: Rect) -> (u16, u16) {
    (area.width.saturating_sub(2 * MARGIN), LINE - 1)
}

pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &LiveView<'_>, theme: Theme) {
    let mut rest = area;
    let mut take = |rows: u16| {
        let taken = Rect { height: rows.min(rest.height), ..rest };
        rest = Rect { y: rest.y + taken.height, height: rest.height - taken.height, ..rest };
        taken
    };
    put_head(frame, take(1), &view.head, theme);
    let clock_rows = if area.height >= 16 { view.clocks.len() } else { view.clocks.len().min(1) };
    clocks::draw(frame, take(u16::try_from(clock_rows).unwrap_or(1)), &view.clocks, theme);
    let asked = take(prompt_rows(view.prompt, area));
    let last = if area.height >= 10 { LINE } else { LINE - 1 };
    let body = take(area.height.saturating_sub(asked.bottom() - area.y + last));
    draw_prompt(frame, inside(asked), view.prompt, theme);
    draw_body(frame, inside(body), view, theme);
    draw_last(frame, take(last), view, theme);
}

fn inside(area: Rect) -> Rect {
    Rect { x: area.x + MARGIN, width: area.width.saturating_sub(2 * MARGIN), ..area }
}

/// With an empty row below, where there is room for it.
fn prompt_rows(prompt: &str, area: Rect) -> u16 {
    let rows = u16::try_from(wrapped(prompt, area.width.saturating_sub(2 * MARGIN)).len()).unwrap_or(u16::MAX);
    rows.min(area.height / 3) + u16::from(area.height >= 24)
}

fn draw_prompt(frame: &mut Frame<'_>, area: Rect, prompt: &str, theme: Theme) {
    for (line, y) in wrapped(prompt, area.width).into_iter().zip(area.top()..area.bottom()) {
        put(frame, area.x, y, area.width, &[(Tone::Accent, line)], theme);
    }
}

fn draw_body(frame: &mut Frame<'_>, area: Rect, view: &LiveView<'_>, theme: Theme) {
    if area.width < TWO_COLUMNS {
        return draw_lines(frame, area, &one_column(view, area), theme);
    }
    let (list, listen) = listen(view, area);
    let other = Rect { x: list.right() + 2, width: area.width.saturating_sub(list.width + 2), ..area };
    draw_lines(frame, list, &listen, theme);
    draw_lines(frame, other, &beside(view, other.width, usize::from(area.height)), theme);
}

/// What to listen for beside another column: with its meaning where all of that fits.
fn listen(view: &LiveView<'_>, area: Rect) -> (Rect, Vec<Vec<Piece>>) {
    let half = Rect { width: area.width / 2, ..area };
    let meant = lines(&view.meant, half.width);
    if area.width >= WIDE && meant.len() <= usize::from(area.height) {
        return (half, meant);
    }
    let list = Rect { width: (area.width / 2 + 1).min(LIST), ..area };
    (list, in_sight(&view.listen, view.picked, list))
}

/// A list with the picked entry in sight, and with a word in the last row where some entries are not.
fn in_sight(section: &Section, picked: Option<usize>, area: Rect) -> Vec<Vec<Piece>> {
    let (whole, rows) = (lines(section, area.width), usize::from(area.height));
    if whole.len() <= rows {
        return whole;
    }
    // The title stays, and the last row says where the rest is.
    let room = rows.saturating_sub(2);
    let first = |count: usize| -> usize {
        section.entries.iter().take(count).map(|entry| entry_lines(entry, area.width).len()).sum()
    };
    // With the entry after it, so that what comes is seen.
    let above = picked.map_or(0, |picked| first(picked + 2).saturating_sub(room).min(first(picked)));
    let is_all_below = above + room + 1 < whole.len();
    let rest =
        if is_all_below { "… Tab shows the rest, Down goes on" } else { "… Tab shows the rest, Up goes back" };
    let entries = whole.iter().skip(1 + above).take(room).cloned();
    let rest = vec![(Tone::Muted, rest.to_owned())];
    whole.iter().take(1).cloned().chain(entries).chain([rest]).take(rows).collect()
}

/// What to listen for first; the rest in what is left, and a row of it in any case.
fn one_column(view: &LiveView<'_>, area: Rect) -> Vec<Vec<Piece>> {
    let rows = usize::from(area.height);
    let kept = u16::from(area.height > 4 || lines(&view.listen, area.width).len() <= rows);
    let mut shown = in_sight(&view.listen, view.picked, Rect { height: area.height - kept, ..area });
    let rest = beside(view, area.width, rows.saturating_sub(shown.len()));
    shown.extend(rest);
    shown
}

/// Probes first, then red flags, then the last notes.
fn beside(view: &LiveView<'_>, width: u16, rows: usize) -> Vec<Vec<Piece>> {
    let (probes, notes) = (lines(&view.beside, width), lines(&view.notes, width));
    let kept = notes.len().min(NOTES).min(rows / 2);
    let flags = fullest(&view.flags, width, rows.saturating_sub(probes.len() + kept));
    let mut shown = cut(probes, rows.saturating_sub(kept + flags.len()));
    shown.extend(flags);
    let room = rows.saturating_sub(shown.len());
    if let Some((title, notes)) = notes.split_first().filter(|_| room > 1) {
        shown.push(title.clone());
        shown.extend(notes.iter().skip(notes.len().saturating_sub(room - 1)).cloned());
    }
    shown
}

/// The first form that fits, or the last.
fn fullest(forms: &[Section], width: u16, rows: usize) -> Vec<Vec<Piece>> {
    let mut forms = forms.iter().map(|form| lines(form, width)).peekable();
    while let Some(form) = forms.next() {
        if form.len() <= rows || forms.peek().is_none() {
            return form;
        }
    }
    Vec::new()
}

/// As many lines as there are rows, with a word in the last one where some are missing.
fn cut(mut lines: Vec<Vec<Piece>>, rows: usize) -> Vec<Vec<Piece>> {
    if lines.len() > rows {
        let title = lines[0].iter().map(|(_, text)| text.as_str()).collect::<String>();
        let rest = if rows == 1 { format!("… Tab shows: {title}") } else { "… Tab shows the rest".to_owned() };
        lines.truncate(rows.saturating_sub(1));
        lines.push(vec![(Tone::Muted, rest)]);
        lines.truncate(rows);
    }
    lines
}

fn lines(section: &Section, width: u16) -> Vec<Vec<Piece>> {
    if section.entries.is_empty() {
        return Vec::new();
    }
    let entries = section.entries.iter().flat_map(|entry| entry_lines(entry, width));
    titles(section, width).into_iter().chain(entries).collect()
}

/// In as many rows as its words take.
fn titles(section: &Section, width: u16) -> Vec<Vec<Piece>> {
    if section.title.is_empty() {
        return Vec::new();
    }
    let mut titles: Vec<Vec<Piece>> =
        wrapped(&section.title, width).into_iter().map(|row| vec![(Tone::Accent, row)]).collect();
    if let Some(last) = titles.last_mut() {
        last.push((Tone::Muted, section.legend.to_owned()));
    }
    titles
}

fn entry_lines(entry: &Entry, width: u16) -> Vec<Vec<Piece>> {
    let indent = cells_of(&entry.lead);
    let room = usize::from(width).saturating_sub(indent).max(8);
    let texts = wrapped(&harmless(&entry.text), u16::try_from(room).unwrap_or(width));
    let lead = |index: usize| if index == 0 { entry.lead.clone() } else { " ".repeat(indent) };
    let line = |(index, text): (usize, String)| vec![(entry.tone, lead(index)), (entry.tone, shortened(&text, room))];
    texts.into_iter().enumerate().map(line).collect()
}

fn draw_lines(frame: &mut Frame<'_>, area: Rect, lines: &[Vec<Piece>], theme: Theme) {
    for (line, y) in lines.iter().zip(area.top()..area.bottom()) {
        put(frame, area.x, y, area.width, line, theme);
    }
}

/// The rating and the keys, or the line that is written.
fn draw_last(frame: &mut Frame<'_>, area: Rect, view: &LiveView<'_>, theme: Theme) {
    let row = inside(Rect { height: 1, ..area });
    if let Some(line) = &view.line {
        let (label, width) = (label(line), usize::from(row.width));
        let said = shortened(&line.notice, width.saturating_sub(cells_of(label) + 2));
        let label = [(Tone::Ask, label.to_owned()), (Tone::Closing, format!("  {said}"))];
        put(frame, row.x, row.y, row.width, &label, theme);
        let text = inside(Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area });
        for (text_row, y) in line.window.rows.iter().zip(text.top()..text.bottom()) {
            put(frame, text.x, y, text.width, &[(Tone::Plain, (*text_row).to_owned())], theme);
        }
        let (x, y) = line.window.cursor;
        return set_cursor(frame, text.x + x, text.y + y);
    }
    let standing = shortened(&view.standing.1, usize::from(row.width));
    let end = put(frame, row.x, row.y, row.width, &[(view.standing.0, standing)], theme);
    set_cursor(frame, end, row.y);
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    bottom::draw(frame, below, &view.bottom, theme);
}

/// With something said beside it, the keys that end a line give way.
fn label<'a>(line: &'a LineView<'_>) -> &'a str {
    match line.label.split_once(" (") {
        Some((what, _)) if !line.notice.is_empty() => what,
        _ => &line.label,
    }
}
