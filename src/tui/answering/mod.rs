//! A sitting on the screen: what each key does to it, and when the text goes to disk.

mod asking;
mod recording;
mod show;

use std::time::Duration;

use ratatui::Frame;

use super::choosing::moved;
use super::editor::{Editing, Editor};
use super::keys::{Command, Input};
use super::stage::{Next, Stage};
use super::theme::Theme;
use super::{view, words};
use crate::front::Left;
use crate::front::stopwatch::Stopwatch;
use crate::session::{Event, Screen};
use crate::sitting::Sitting;
use asking::{Ask, Reply};

/// How long something said in passing stays, in milliseconds.
const NOTICE_MS: u64 = 4000;
/// After a time box has ended an answer, keys are let go for so long: they were meant for the answer.
const DEAF_MS: u64 = 1000;

/// A sitting on the screen.
#[derive(Debug)]
pub struct Answering<'a> {
    sitting: &'a mut Sitting,
    watch: Stopwatch,
    theme: Theme,
    editor: Editor,
    /// Which text the editor holds.
    open: Option<Open>,
    /// When the text last changed, while that is not recorded.
    typed_at: Option<u64>,
    ask: Option<Ask>,
    listing_keys: bool,
    /// Something said in passing, and until when.
    notice: Option<(String, u64)>,
    /// Why something is not on disk, and since when.
    trouble: Option<(String, u64)>,
    deaf_until: u64,
    /// The choice under the cursor, and lines scrolled away, on pages.
    selected: usize,
    scroll: usize,
}

/// One text of the session: another one, another editor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Open {
    question: usize,
    segments: usize,
    retried: bool,
}

/// What fills the screen, by what keys do there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Paused,
    Page,
    Question,
    NotScorable,
    Feedback,
    Over,
}

impl<'a> Answering<'a> {
    /// Starts the clock, or goes on where it stopped.
    pub fn new(sitting: &'a mut Sitting, theme: Theme) -> Self {
        let watch = Stopwatch::starting_at(sitting.resumes_at());
        let mut answering = Answering {
            sitting,
            watch,
            theme,
            editor: Editor::default(),
            open: None,
            typed_at: None,
            ask: None,
            listing_keys: false,
            notice: None,
            trouble: None,
            deaf_until: 0,
            selected: 0,
            scroll: 0,
        };
        if answering.sitting.view(answering.watch.at()).screen == Screen::NotStarted {
            answering.record(Event::Started);
        } else {
            answering.notice(words::GOING_ON);
        }
        answering.settle();
        answering
    }

    fn place(&self) -> Place {
        let view = self.sitting.view(self.watch.at());
        match view.screen {
            _ if view.paused => Place::Paused,
            Screen::Page { .. } => Place::Page,
            Screen::Question(_) => Place::Question,
            Screen::NotScorable { .. } => Place::NotScorable,
            Screen::Feedback { .. } => Place::Feedback,
            Screen::NotStarted | Screen::Judging { .. } | Screen::Done => Place::Over,
        }
    }

    /// Takes up the text that is open now. True: it is another one than before.
    fn settle(&mut self) -> bool {
        let open = self.open_text();
        if open == self.open {
            return false;
        }
        self.open = open;
        self.editor = Editor::new(self.sitting.session().text());
        (self.ask, self.listing_keys) = (None, false);
        (self.selected, self.scroll) = (0, 0);
        true
    }

    fn open_text(&self) -> Option<Open> {
        let session = self.sitting.session();
        let question = session.open_question()?;
        let answer = session.transcript().answers.get(question)?;
        Some(Open { question, segments: answer.segments.len(), retried: answer.retried })
    }

    fn next(&mut self) -> Next<Left> {
        let fresh = self.settle();
        match self.sitting.session().is_done() {
            true => Next::End(Left::Finished),
            false if fresh => Next::Fresh,
            false => Next::GoOn,
        }
    }

    fn act(&mut self, input: Input) {
        match (self.place(), input) {
            (_, Input::Command(Command::Leave)) => self.ask = Some(Ask::Leave),
            (_, Input::Command(Command::Help)) => self.listing_keys = true,
            (Place::Question, Input::Command(command)) => self.command(command),
            (Place::Question, input) => self.write(input),
            (Place::Paused, input) if goes_on(&input) || input == Input::Command(Command::Pause) => {
                self.record(Event::Unpaused);
            }
            (Place::Page, Input::Command(Command::Pause)) => self.pause(),
            (Place::Page | Place::Feedback, input) if goes_on(&input) => drop(self.record(Event::Continued)),
            (Place::NotScorable, input) => self.choose(&input),
            (Place::Feedback, Input::Edit(Editing::Move(motion))) => {
                self.scroll = moved(self.scroll, usize::MAX, motion)
            }
            _ => {}
        }
    }

    fn command(&mut self, command: Command) {
        match command {
            Command::Done => self.ask = Some(Ask::Finish),
            Command::DontKnow if self.editor.text().trim().is_empty() => self.ask = Some(Ask::DontKnow),
            Command::DontKnow => self.notice(&words::has_words(self.editor.words())),
            Command::AlreadySaid => self.ask_already_said(),
            Command::OtherWording if self.record(Event::Asked) => self.notice(words::OTHER_WORDING),
            Command::OtherWording => self.notice(words::NO_OTHER_WORDING),
            Command::Pause => self.pause(),
            _ => {}
        }
    }

    fn ask_already_said(&mut self) {
        let view = self.sitting.view(self.watch.at());
        match view.screen {
            Screen::Question(question) if question.probe_of.is_none() => self.notice(words::NO_FOLLOW_UP),
            _ if self.editor.text().trim().is_empty() => self.ask = Some(Ask::AlreadySaid),
            _ => self.notice(&words::has_words(self.editor.words())),
        }
    }

    fn pause(&mut self) {
        if !self.record(Event::Paused) {
            self.notice(words::NO_PAUSE);
        }
    }

    /// Try once more, or leave it.
    fn choose(&mut self, input: &Input) {
        match input {
            Input::Edit(Editing::Move(motion)) => self.selected = moved(self.selected, 2, *motion),
            Input::Typed(typed) => match typed.chars().next() {
                Some('r') => drop(self.record(Event::Continued)),
                Some('g') => drop(self.record(Event::Finished)),
                Some('\n') => {
                    let event = if self.selected == 0 { Event::Continued } else { Event::Finished };
                    self.record(event);
                }
                _ => {}
            },
            _ => {}
        }
    }

    fn write(&mut self, input: Input) {
        let at = self.watch.at();
        self.save_before_limit(at);
        let changed = match input {
            Input::Typed(typed) => {
                self.editor.type_in(&typed);
                true
            }
            Input::Pasted(pasted) => {
                self.editor.paste(&pasted);
                true
            }
            Input::Edit(editing) => {
                let did = self.editor.edit(editing);
                match editing {
                    Editing::Undo if !did => self.notice(words::NOTHING_TO_UNDO),
                    Editing::Redo if !did => self.notice(words::NOTHING_TO_REDO),
                    _ => {}
                }
                did && !matches!(editing, Editing::Move(_))
            }
            Input::Command(_) | Input::Resized => false,
        };
        if changed {
            self.typed_at = Some(at);
        }
    }
}

impl Stage for Answering<'_> {
    type Outcome = Left;

    fn draw(&mut self, frame: &mut Frame<'_>) {
        let theme = self.theme;
        let screenful = self.screenful(frame.area());
        view::draw(frame, &screenful, theme);
    }

    fn take(&mut self, input: Input) -> Next<Left> {
        // A limit that passed since the last tick ends the answer before this key can get into it.
        let ended = self.tick_at_limit();
        if ended != Next::GoOn {
            return ended;
        }
        let is_writing = !matches!(input, Input::Command(_));
        if is_writing && self.watch.at() < self.deaf_until {
            return Next::GoOn;
        }
        if std::mem::take(&mut self.listing_keys) {
            return Next::GoOn;
        }
        let input = match self.ask.take() {
            None => input,
            Some(ask) => match self.reply(ask, input) {
                Reply::Leave => return Next::End(Left::Open),
                Reply::Settled => return self.next(),
                Reply::GoOn(input) => input,
            },
        };
        self.act(input);
        self.next()
    }

    fn tick(&mut self) -> Next<Left> {
        self.save();
        let at = self.watch.at();
        let ticked = self.sitting.tick(at);
        if self.keep(ticked) == Some(true) {
            self.notice(words::TIME_IS_UP);
            self.deaf_until = at + DEAF_MS;
        }
        self.next()
    }

    fn save(&mut self) {
        self.save_text();
    }

    fn was_away(&mut self, time: Duration) {
        // Nobody could type meanwhile: the clocks stand where they stood.
        let at = self.watch.at().saturating_sub(millis(time));
        self.watch = Stopwatch::starting_at(at);
        self.record(Event::Interrupted { away: millis(time) });
        self.notice(words::WELCOME_BACK);
    }

    fn notice(&mut self, text: &str) {
        self.notice = Some((text.to_owned(), self.watch.at() + NOTICE_MS));
    }
}

/// Whatever ends the stage, a panic too: what was typed is kept.
impl Drop for Answering<'_> {
    fn drop(&mut self) {
        self.save_text();
    }
}

/// Enter, or the key that finishes.
fn goes_on(input: &Input) -> bool {
    match input {
        Input::Typed(typed) => typed.contains('\n'),
        Input::Command(command) => *command == Command::Done,
        _ => false,
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
