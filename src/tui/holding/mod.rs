//! An interview on the screen: what each key does to it. Letters tick criteria, or Space does where Down has picked one; digits ask
//! probes, Enter opens a note; whatever cannot be taken back asks first.

mod keyed;
mod line;
mod list;
mod record;
mod show;

use std::time::Duration;

use ratatui::Frame;

use super::choosing::moved;
use super::editor::{Editing, Motion};
use super::keys::{Command, Input};
use super::stage::{Next, Stage};
use super::theme::Theme;
use super::view;
use super::words::holding as words;
use crate::front::Left;
use crate::front::holding::Courtesy;
use crate::front::stopwatch::Stopwatch;
use crate::live::{Event, Phase};
use crate::rating::{Heard, RatedQuestion};
use crate::sitting::LiveSitting;
use line::Line;

/// How long something said in passing stays, in milliseconds.
const NOTICE_MS: u64 = 5000;

/// An interview on the screen.
#[derive(Debug)]
pub struct Holding<'a> {
    sitting: &'a mut LiveSitting,
    courtesy: &'a Courtesy,
    watch: Stopwatch,
    theme: Theme,
    mode: Mode,
    ask: Option<Ask>,
    /// Something said in passing, at which step, and until when.
    notice: Option<Notice>,
    /// Why something is not on disk, and since when.
    trouble: Option<(String, u64)>,
    /// Marks as they stood before keys changed them, the last one last.
    before: Vec<Mark>,
    /// The step and the criterion that Down and Up have picked there.
    picked: Option<(usize, usize)>,
    /// The choice under the cursor, and lines scrolled away, on pages.
    selected: usize,
    scroll: usize,
}

/// Something said in passing: it goes with the step it was said at.
#[derive(Debug)]
struct Notice {
    text: String,
    step: usize,
    until: u64,
}

/// How a criterion of a question stood.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Mark {
    question: usize,
    criterion: String,
    heard: Option<Heard>,
}

/// What keys mean.
#[derive(Debug)]
enum Mode {
    /// The step: they tick, ask, rate and go.
    Step,
    /// They write.
    Line(Line),
    /// They pick a band by its anchor.
    Rating,
    /// They pick a question, or what becomes of the interview.
    List,
    /// Everything about the question is on the screen; any key goes back.
    More,
    /// The keys are on the screen; any key goes back.
    Keys,
}

/// A question of the program that waits for a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ask {
    Leave,
    End,
    Lock,
}

impl<'a> Holding<'a> {
    /// Starts the clock, or goes on where it stopped.
    pub fn new(sitting: &'a mut LiveSitting, courtesy: &'a Courtesy, theme: Theme) -> Self {
        let watch = Stopwatch::starting_at(sitting.resumes_at());
        let (mode, trouble) = (Mode::Step, None);
        let mut holding = Holding {
            sitting,
            courtesy,
            watch,
            theme,
            mode,
            ask: None,
            notice: None,
            trouble,
            before: Vec::new(),
            picked: None,
            selected: 0,
            scroll: 0,
        };
        match holding.phase() {
            Phase::NotStarted => drop(holding.record(Event::Started)),
            _ => holding.notice(super::words::GOING_ON),
        }
        if holding.phase() > Phase::Talking {
            holding.open_list();
        }
        holding
    }

    fn phase(&self) -> Phase {
        self.sitting.live().phase()
    }

    /// The question that is open, as an index into the plan's questions, and what was made of it.
    fn question(&self) -> Option<(usize, &RatedQuestion)> {
        let index = self.sitting.live().open_question()?;
        Some((index, self.sitting.sheet().questions.get(index)?))
    }

    fn turn_to(&mut self, mode: Mode) {
        // What was said in passing is no part of what is written or read next.
        if matches!(mode, Mode::Line(_) | Mode::More) {
            self.notice = None;
        }
        self.mode = mode;
        (self.selected, self.scroll) = (0, 0);
    }

    /// Characters come in bursts: what follows an Enter may belong to the line that it opens.
    fn typed(&mut self, text: &str) {
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let after = &rest[first.len_utf8()..];
            rest = match &mut self.mode {
                Mode::Line(_) if first == '\n' => {
                    self.submit();
                    after
                }
                Mode::Line(line) => {
                    let end = rest.find('\n').unwrap_or(rest.len());
                    line.write(Input::Typed(rest[..end].to_owned()));
                    &rest[end..]
                }
                _ => {
                    self.key(first);
                    after
                }
            };
            // Whoever is asked something has to see it before a key answers.
            if self.ask.is_some() {
                return;
            }
        }
    }

    fn key(&mut self, key: char) {
        match self.mode {
            Mode::Step => self.step_key(key),
            Mode::Rating => self.rating_key(key),
            Mode::List => self.list_key(key),
            Mode::More | Mode::Keys => self.turn_to(Mode::Step),
            Mode::Line(_) => {}
        }
    }

    fn go_on(&mut self) {
        if self.sitting.live().next_step().is_none() && self.phase() != Phase::Talking {
            return self.open_list();
        }
        let left = self.question().map(|(index, _)| index + 1);
        let gone = self.sitting.go_on(self.watch.at());
        self.keep(gone);
        if self.phase() == Phase::Rating && self.sitting.live().next_step().is_none() {
            self.open_list();
        }
        self.remind_of(left);
    }

    /// Rate each answer right after it: what was left without a rating is said once.
    fn remind_of(&mut self, left: Option<usize>) {
        if let Some(number) = left.filter(|number| self.sitting.live().unrated().contains(number)) {
            self.notice(&words::left_unrated(number));
        }
    }

    fn go(&mut self, motion: Motion) {
        match motion {
            Motion::Right | Motion::PageDown => self.go_on(),
            Motion::Left | Motion::PageUp => {
                let gone = self.sitting.go_back(self.watch.at());
                self.keep(gone);
            }
            Motion::Up | Motion::Down => self.pick(motion),
            _ => {}
        }
    }

    fn edit(&mut self, editing: Editing) {
        // What a key takes out was recorded, so that Esc can leave it as it was.
        if let Editing::Delete(Motion::RowStart | Motion::RowEnd) = editing {
            self.record_line();
        }
        match (&mut self.mode, editing) {
            (Mode::Line(line), _) => line.write(Input::Edit(editing)),
            (Mode::Step, Editing::Move(motion)) => self.go(motion),
            (Mode::Step, Editing::Undo) => self.undo(),
            (Mode::List, Editing::Move(motion)) => {
                self.selected = moved(self.selected, self.choices().len(), motion);
            }
            (Mode::More | Mode::Rating, Editing::Move(motion)) => self.scroll = moved(self.scroll, usize::MAX, motion),
            _ => {}
        }
    }

    fn command(&mut self, command: Command) {
        match (command, &self.mode) {
            (Command::Leave, _) => self.ask = Some(Ask::Leave),
            (Command::Help, Mode::Step | Mode::List) => self.turn_to(Mode::Keys),
            (Command::Escape, Mode::Line(line)) if line.is_emptied() => {
                self.turn_to(Mode::Step);
                self.notice(words::AS_IT_WAS);
            }
            (Command::Escape, Mode::Line(line)) if line.is_kept() => self.submit(),
            (Command::Escape, Mode::Step) => {}
            (Command::Escape, _) => self.turn_to(Mode::Step),
            _ => {}
        }
    }

    fn reply(&mut self, ask: Ask, input: &Input) -> Next<Left> {
        let key = if let Input::Typed(typed) = input { typed.chars().next() } else { None };
        match (ask, key) {
            (Ask::Leave, Some('q')) => return Next::End(Left::Open),
            (Ask::Leave, Some('e')) => self.ask = Some(Ask::End),
            (Ask::End, Some('y')) => drop(self.record(Event::Ended)),
            (Ask::Lock, Some('y')) => self.lock(),
            _ => {}
        }
        self.next()
    }

    fn next(&self) -> Next<Left> {
        if self.phase() == Phase::Done { Next::End(Left::Finished) } else { Next::GoOn }
    }
}

impl Stage for Holding<'_> {
    type Outcome = Left;

    fn draw(&mut self, frame: &mut Frame<'_>) {
        let theme = self.theme;
        let screenful = self.screenful(frame.area());
        view::draw(frame, &screenful, theme);
    }

    fn take(&mut self, input: Input) -> Next<Left> {
        if let Some(ask) = self.ask.take() {
            return self.reply(ask, &input);
        }
        match (input, &mut self.mode) {
            (Input::Typed(text), _) => self.typed(&text),
            (Input::Edit(editing), _) => self.edit(editing),
            (Input::Command(command), _) => self.command(command),
            (pasted @ Input::Pasted(_), Mode::Line(line)) => line.write(pasted),
            (Input::Pasted(_), _) => self.notice(words::PASTE),
            (Input::Resized, _) => {}
        }
        self.next()
    }

    fn tick(&mut self) -> Next<Left> {
        self.save();
        let ticked = self.sitting.tick(self.watch.at());
        self.keep(ticked);
        self.next()
    }

    fn save(&mut self) {
        self.record_line();
    }

    fn was_away(&mut self, time: Duration) {
        let away = u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        self.watch = Stopwatch::starting_at(self.watch.at().saturating_sub(away));
        self.record(Event::Interrupted { away });
        self.notice(super::words::WELCOME_BACK);
    }

    fn notice(&mut self, text: &str) {
        let (step, until) = (self.sitting.live().step(), self.watch.at() + NOTICE_MS);
        self.notice = Some(Notice { text: text.to_owned(), step, until });
    }
}

/// Whatever ends the stage, a panic too: what was typed is kept.
impl Drop for Holding<'_> {
    fn drop(&mut self) {
        self.record_line();
    }
}
