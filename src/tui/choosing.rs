//! A menu: something to read, something to choose.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::editor::{Editing, Motion};
use super::keys::{self, Command, Input};
use super::stage::{Next, Stage};
use super::theme::{Theme, Tone};
use super::view::{self, Bottom, ChoiceRow, Head, PageView, Screenful, last_scroll};
use super::words;
use crate::front::Menu;

/// Lines that a key for whole pages scrolls: a little less than the smallest usual window shows.
const PAGE: usize = 12;

/// A menu on the screen. Gives the index of the choice; none: the candidate wants to leave.
#[derive(Debug)]
pub struct Choosing<'a> {
    menu: &'a Menu,
    selected: usize,
    scroll: usize,
    notice: String,
    theme: Theme,
}

impl<'a> Choosing<'a> {
    /// With the default under the cursor.
    pub fn new(menu: &'a Menu, theme: Theme) -> Self {
        Choosing { menu, selected: menu.default, scroll: 0, notice: String::new(), theme }
    }

    /// What it shows in a window of this size.
    fn fitted(&mut self, area: Rect) -> PageView {
        let mut page = self.view();
        let last = last_scroll(area, &page);
        self.scroll = self.scroll.min(last);
        page.scroll = self.scroll;
        if self.scroll < last {
            page.bottom.status.insert(0, (Tone::Accent, words::MORE_BELOW.into()));
        }
        if last > 0 {
            page.bottom.keys.insert(1, keys::SCROLL_PAGES);
        }
        page
    }

    /// What it shows.
    pub fn view(&self) -> PageView {
        let row = |choice: &crate::front::Choice| ChoiceRow {
            key: choice.key,
            label: choice.label.clone(),
            about: choice.about.clone(),
        };
        PageView {
            head: Head { title: "hotseat".into(), place: String::new() },
            title: self.menu.title.clone(),
            text: self.menu.text.clone(),
            choices: self.menu.choices.iter().map(row).collect(),
            selected: self.selected,
            bottom: Bottom {
                status: vec![(Tone::Muted, self.notice.clone())],
                keys: vec![keys::TAKE, keys::CHOOSE, keys::QUIT],
                ..Bottom::default()
            },
            ..PageView::default()
        }
    }
}

impl Stage for Choosing<'_> {
    type Outcome = Option<usize>;

    fn draw(&mut self, frame: &mut Frame<'_>) {
        let page = self.fitted(frame.area());
        view::draw(frame, &Screenful::Page(page), self.theme);
    }

    fn take(&mut self, input: Input) -> Next<Option<usize>> {
        self.notice.clear();
        match input {
            Input::Command(Command::Escape | Command::Leave) => return Next::End(None),
            Input::Typed(typed) => {
                if let Some(index) = typed.chars().find_map(|c| taken(self.menu, self.selected, c)) {
                    return Next::End(Some(index));
                }
            }
            Input::Edit(Editing::Move(Motion::PageDown)) => self.scroll += PAGE,
            Input::Edit(Editing::Move(Motion::PageUp)) => self.scroll = self.scroll.saturating_sub(PAGE),
            Input::Edit(Editing::Move(motion)) => self.selected = moved(self.selected, self.menu.choices.len(), motion),
            _ => {}
        }
        Next::GoOn
    }

    fn notice(&mut self, text: &str) {
        text.clone_into(&mut self.notice);
    }
}

/// The choice that a character takes: Enter the one under the cursor, a key its own.
fn taken(menu: &Menu, selected: usize, typed: char) -> Option<usize> {
    if typed == '\n' {
        return Some(selected).filter(|index| *index < menu.choices.len());
    }
    menu.choices.iter().position(|choice| choice.key.to_lowercase().eq(typed.to_lowercase()))
}

/// Where the cursor goes among so many choices.
pub fn moved(selected: usize, choices: usize, motion: Motion) -> usize {
    let last = choices.saturating_sub(1);
    match motion {
        Motion::Up | Motion::Left => selected.saturating_sub(1),
        Motion::Down | Motion::Right => (selected + 1).min(last),
        Motion::PageUp | Motion::RowStart | Motion::Start => 0,
        Motion::PageDown | Motion::RowEnd | Motion::End => last,
        _ => selected,
    }
}
