//! The warm-up: two minutes in the real editor, with the real keys, of which nothing is kept but the pace.

use std::time::{Duration, Instant};

use ratatui::Frame;

use super::editor::{Editing, Editor};
use super::keys::{self, Command, Input, KeyHelp};
use super::stage::{Next, Stage};
use super::theme::{Theme, Tone};
use super::view::{self, AnswerView, Asking, Bottom, ClockRow, Head, KeysView, Screenful, editor_area};
use super::words;
use crate::front::WarmUp;
use crate::front::wording::words as count_words;
use crate::session::Clock;

/// It is over after so long.
const LIMIT: Duration = Duration::from_secs(120);

const PLACEHOLDER: &str = "Write here, and try the keys below. Nothing is scored or kept.";
const FINISH: &str = "Ctrl-D asks like this before it finishes. Enter ends the warm-up, any other key goes on.";
const LEAVE: &str =
    "In the interview: q leaves, to be resumed, e ends it. Here: q ends the warm-up, any other key goes on.";

/// A key to try, and what happens in the interview.
struct Lesson {
    key: KeyHelp,
    says: &'static str,
}

const LESSONS: [Lesson; 5] = [
    Lesson { key: keys::UNDO, says: "Ctrl-Z takes the last word back, Ctrl-Y brings it again." },
    Lesson { key: keys::OTHER_WORDING, says: "Ctrl-O shows the question in other words. It costs nothing." },
    Lesson { key: keys::DONT_KNOW, says: "Ctrl-X says \"I don't know\" and goes on; that is better than silence." },
    Lesson { key: keys::LEAVE, says: "Ctrl-C never loses anything." },
    Lesson { key: keys::DONE, says: "Ctrl-D finishes an answer; Enter is only a new line." },
];
const OTHER_WORDS: &str =
    "The same in other words: tell somebody about your last week at work, and about one thing that went well.";

/// The warm-up on the screen. Gives nothing when it was skipped.
#[derive(Debug)]
pub struct WarmingUp<'a> {
    task: &'a str,
    theme: Theme,
    editor: Editor,
    began: Instant,
    /// The first and the last change of the text.
    typing: Option<(Instant, Instant)>,
    /// Words that were not typed.
    pasted: usize,
    tried: [bool; LESSONS.len()],
    says: String,
    ask: Option<&'static str>,
    reworded: bool,
    listing_keys: bool,
}

impl<'a> WarmingUp<'a> {
    /// The clock runs from now on.
    pub fn new(task: &'a str, theme: Theme) -> Self {
        WarmingUp {
            task,
            theme,
            editor: Editor::default(),
            began: Instant::now(),
            typing: None,
            pasted: 0,
            tried: Default::default(),
            says: String::new(),
            ask: None,
            reworded: false,
            listing_keys: false,
        }
    }

    fn result(&self) -> Option<WarmUp> {
        let typing = self.typing.map_or(Duration::ZERO, |(first, last)| last - first);
        Some(WarmUp { words: self.editor.words().saturating_sub(self.pasted), typing })
    }

    fn try_key(&mut self, key: KeyHelp) {
        if let Some(index) = LESSONS.iter().position(|lesson| lesson.key == key) {
            self.tried[index] = true;
            LESSONS[index].says.clone_into(&mut self.says);
        }
    }

    fn command(&mut self, command: Command) {
        match command {
            Command::Done => {
                self.try_key(keys::DONE);
                self.ask = Some(FINISH);
            }
            Command::Leave => {
                self.try_key(keys::LEAVE);
                self.ask = Some(LEAVE);
            }
            Command::OtherWording => {
                self.try_key(keys::OTHER_WORDING);
                self.reworded = !self.reworded;
            }
            Command::DontKnow => self.try_key(keys::DONT_KNOW),
            Command::Help => self.listing_keys = true,
            _ => {}
        }
    }

    fn write(&mut self, input: Input) {
        match input {
            Input::Typed(typed) => self.editor.type_in(&typed),
            Input::Pasted(pasted) => {
                self.pasted += pasted.split_whitespace().count();
                self.editor.paste(&pasted);
            }
            Input::Edit(editing) => {
                if editing == Editing::Undo {
                    self.try_key(keys::UNDO);
                }
                if !self.editor.edit(editing) || matches!(editing, Editing::Move(_)) {
                    return;
                }
            }
            Input::Command(_) | Input::Resized => return,
        }
        let now = Instant::now();
        self.typing = Some((self.typing.map_or(now, |(first, _)| first), now));
    }

    /// Enter ends it where that was asked, `q` where that was.
    fn reply(&self, ask: &str, input: &Input) -> Option<Option<WarmUp>> {
        let Input::Typed(typed) = input else { return None };
        match typed.chars().next() {
            Some('\n') if ask == FINISH => Some(self.result()),
            Some('q') if ask == LEAVE => Some(None),
            _ => None,
        }
    }

    fn bottom(&self) -> Bottom {
        let mut status = vec![(Tone::Plain, count_words(self.editor.words()))];
        let left: Vec<&str> =
            LESSONS.iter().zip(self.tried).filter(|(_, tried)| !tried).map(|(lesson, _)| lesson.key.key).collect();
        match (self.says.is_empty(), left.is_empty()) {
            (false, _) => status.push((Tone::Accent, self.says.clone())),
            (true, false) => status.push((Tone::Muted, format!("to try: {}", left.join(", ")))),
            (true, true) => {}
        }
        let keys = [keys::DONE, keys::UNDO, keys::OTHER_WORDING, keys::DONT_KNOW, keys::LEAVE, keys::HELP];
        Bottom { ask: self.ask.map(str::to_owned), status, keys: keys.to_vec() }
    }
}

impl Stage for WarmingUp<'_> {
    type Outcome = Option<WarmUp>;

    fn draw(&mut self, frame: &mut Frame<'_>) {
        if self.listing_keys {
            let keys = KeysView { question: Some(self.task), keys: keys::ALL };
            return view::draw(frame, &Screenful::Keys(keys), self.theme);
        }
        let bottom = self.bottom();
        let asking = Asking { before: None, text: if self.reworded { OTHER_WORDS } else { self.task } };
        let place = editor_area(frame.area(), &asking, &bottom);
        let clock = Clock { used: self.began.elapsed(), limit: LIMIT };
        let screenful = Screenful::Answer(AnswerView {
            head: Head { title: "Warm-up".into(), place: "not scored, not kept".into() },
            clocks: vec![ClockRow::new("Warm-up", clock)],
            asking,
            placeholder: PLACEHOLDER,
            window: self.editor.window(place.width, place.height),
            bottom,
        });
        view::draw(frame, &screenful, self.theme);
    }

    fn take(&mut self, input: Input) -> Next<Option<WarmUp>> {
        if std::mem::take(&mut self.listing_keys) {
            return Next::GoOn;
        }
        if let Some(ask) = self.ask.take()
            && let Some(end) = self.reply(ask, &input)
        {
            return Next::End(end);
        }
        match input {
            Input::Command(command) => self.command(command),
            input => self.write(input),
        }
        Next::GoOn
    }

    fn tick(&mut self) -> Next<Option<WarmUp>> {
        if self.began.elapsed() < LIMIT { Next::GoOn } else { Next::End(self.result()) }
    }

    fn was_away(&mut self, time: Duration) {
        self.began += time;
        self.typing = self.typing.map(|(first, last)| (first + time, last + time));
        self.notice(words::WELCOME_BACK);
    }

    fn notice(&mut self, text: &str) {
        text.clone_into(&mut self.says);
    }
}
