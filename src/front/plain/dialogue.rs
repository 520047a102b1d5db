//! What is said and understood in the session by lines.

use std::time::{Duration, Instant};

use super::lines::{Input, Lines};
use super::say;
use crate::front::stopwatch::Stopwatch;
use crate::front::wording::{ALREADY_SAID, clock_time, cost, page, section_name, time_left, words};
use crate::front::{Left, WarmUp};
use crate::report;
use crate::session::{Clock, Event, QuestionView, Screen};
use crate::sitting::Sitting;

/// Whether the dialogue goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    GoOn,
    Leave(Left),
}

/// Shares of a box at which time is told, in thousandths.
const MILESTONES: [(u32, &str); 3] =
    [(500, "Half the time is gone"), (800, "80 % of the time is gone"), (1000, "The time is up")];

const PAUSED: &str = "Paused: nothing is taken down. Enter alone or /pause goes on.";

const HELP: &str = "/done finish · /skip I don't know · /said already said (to a follow-up) · /ask another wording · /undo take the last line back · /show what I have \
                    · /time · /pause · /quit. A line that begins with // is text.";

/// A sitting, told by lines.
#[derive(Debug)]
pub struct Dialogue<'a> {
    sitting: &'a mut Sitting,
    watch: Stopwatch,
    /// What was last told in full, so that it is told once: a screen's key.
    told: Option<String>,
    /// Milestones of the box that have been told.
    milestones: usize,
    /// Whether `/quit` was just said and waits for a second one.
    leaving: bool,
}

impl<'a> Dialogue<'a> {
    pub fn new(sitting: &'a mut Sitting) -> Self {
        let watch = Stopwatch::starting_at(sitting.resumes_at());
        Dialogue { sitting, watch, told: None, milestones: 0, leaving: false }
    }

    /// Starts the clock, or tells where an interrupted session goes on.
    pub fn begin(&mut self) -> anyhow::Result<()> {
        let at = self.watch.at();
        if self.sitting.view(at).screen == Screen::NotStarted {
            self.sitting.record(Event::Started, at)?;
        } else {
            say("Going on where you stopped.");
        }
        self.tell();
        Ok(())
    }

    /// Takes a line.
    pub fn take(&mut self, input: Input) -> anyhow::Result<Flow> {
        let Input::Line(line) = input else {
            return Ok(Flow::Leave(Left::Open));
        };
        let flow = match line.trim() {
            "/quit" => self.quit()?,
            command if command.starts_with('/') && !command.starts_with("//") => {
                self.leaving = false;
                self.command(command)?;
                Flow::GoOn
            }
            _ => {
                self.leaving = false;
                self.text(line.strip_prefix('/').filter(|rest| rest.starts_with('/')).unwrap_or(&line))?;
                Flow::GoOn
            }
        };
        Ok(self.then(flow))
    }

    /// Looks at the clocks.
    pub fn tick(&mut self) -> anyhow::Result<Flow> {
        let at = self.watch.at();
        if self.sitting.tick(at)? {
            say("The time is up; the answer ends here.");
        }
        self.tell_time();
        Ok(self.then(Flow::GoOn))
    }

    fn then(&mut self, flow: Flow) -> Flow {
        self.tell();
        if self.sitting.session().is_done() { Flow::Leave(Left::Finished) } else { flow }
    }

    fn record(&mut self, event: Event) -> anyhow::Result<bool> {
        Ok(self.sitting.record(event, self.watch.at())?)
    }

    fn text(&mut self, line: &str) -> anyhow::Result<()> {
        let at = self.watch.at();
        match self.sitting.view(at).screen {
            _ if self.sitting.session().is_paused() && line.trim().is_empty() => self.pause()?,
            _ if self.sitting.session().is_paused() => say(PAUSED),
            Screen::Question(view) => {
                let text = format!("{}{line}\n", view.text);
                self.sitting.set_text(&text, at)?;
            }
            // On any page, Enter goes on.
            _ => drop(self.record(Event::Continued)?),
        }
        Ok(())
    }

    fn command(&mut self, command: &str) -> anyhow::Result<()> {
        match command {
            "/done" => self.done()?,
            "/skip" => self.skip()?,
            "/said" => self.said()?,
            "/ask" => {
                if self.record(Event::Asked)? {
                    self.told = None;
                } else {
                    say("There is no other wording.");
                }
            }
            "/undo" => self.undo()?,
            "/show" => self.show(),
            "/time" => self.time(),
            "/pause" => self.pause()?,
            "/help" => say(HELP),
            _ => say(&format!("'{command}' is no command. {HELP}")),
        }
        Ok(())
    }

    fn done(&mut self) -> anyhow::Result<()> {
        let at = self.watch.at();
        let Screen::Question(view) = self.sitting.view(at).screen else {
            return self.record(Event::Continued).map(drop);
        };
        let count = view.text.split_whitespace().count();
        let finished = format!("Finished: {}, {}.", words(count), time_left(view.clock));
        if self.sitting.session().is_paused() {
            say(PAUSED);
        } else if count == 0 {
            say("Nothing is written yet. /skip says \"I don't know\" and goes on.");
        } else if self.record(Event::Finished)? {
            say(&finished);
        }
        Ok(())
    }

    fn skip(&mut self) -> anyhow::Result<()> {
        if !self.sitting.session().text().trim().is_empty() {
            say("You have written something; /done finishes with it.");
        } else {
            let asked = matches!(self.sitting.view(self.watch.at()).screen, Screen::Question(_));
            if self.record(Event::Skipped)? && asked {
                say("Noted as \"I don't know\".");
            }
        }
        Ok(())
    }

    fn said(&mut self) -> anyhow::Result<()> {
        let at = self.watch.at();
        let on_probe = matches!(self.sitting.view(at).screen, Screen::Question(view) if view.probe_of.is_some());
        if !on_probe {
            say("/said answers a follow-up; none is open.");
        } else if !self.sitting.session().text().trim().is_empty() {
            say("You have written something; /done finishes with it.");
        } else if self.record(Event::AlreadySaid)? {
            say(ALREADY_SAID);
        } else {
            say(PAUSED);
        }
        Ok(())
    }

    fn undo(&mut self) -> anyhow::Result<()> {
        let text = self.sitting.session().text().to_owned();
        let kept =
            text.trim_end_matches('\n').rsplit_once('\n').map_or(String::new(), |(before, _)| format!("{before}\n"));
        self.sitting.set_text(&kept, self.watch.at())?;
        say("The last line is taken back.");
        Ok(())
    }

    fn show(&self) {
        match self.sitting.view(self.watch.at()).screen {
            Screen::Question(view) => {
                say(view.prompt);
                say(if view.text.is_empty() { "(nothing written yet)" } else { view.text.trim_end() });
            }
            _ => say("No question is open."),
        }
    }

    fn time(&self) {
        let view = self.sitting.view(self.watch.at());
        if let Screen::Question(question) = &view.screen {
            match question.reading {
                Some(left) => say(&format!("Question: reading, {} before the clock starts.", clock_time(left))),
                None => say(&format!("Question: {}.", time_left(question.clock))),
            }
        }
        if !self.sitting.session().plan().is_single() {
            say(&format!("Interview: {}.", time_left(view.interview)));
        }
    }

    fn pause(&mut self) -> anyhow::Result<()> {
        let paused = self.sitting.session().is_paused();
        if self.record(if paused { Event::Unpaused } else { Event::Paused })? {
            say(if paused {
                "The clocks go on."
            } else {
                "Paused: the clocks stand still. Enter alone or /pause goes on."
            });
        } else {
            say("There is no pausing here.");
        }
        Ok(())
    }

    fn quit(&mut self) -> anyhow::Result<Flow> {
        if self.leaving {
            return Ok(Flow::Leave(Left::Open));
        }
        self.leaving = true;
        say("Your answer is kept. /quit again leaves, to go on later; anything else goes on now.");
        Ok(Flow::GoOn)
    }

    /// Tells a screen once, when it comes.
    fn tell(&mut self) {
        let at = self.watch.at();
        let view = self.sitting.view(at);
        let (key, lines) = match &view.screen {
            Screen::Page { step, clock } => {
                let (title, text) = page(step);
                let time = clock_time(clock.limit);
                (title.to_owned(), vec![format!("\n{title} ({time}, not scored)"), text.into(), "Enter goes on.".into()])
            }
            Screen::Question(question) => (question.prompt.to_owned(), self.question(question)),
            Screen::NotScorable { index } => (
                format!("not scorable {index}"),
                vec!["\nThis does not read as English, and only English can be scored. Enter opens the question once more; /done goes on.".into()],
            ),
            Screen::Feedback { index } => (format!("feedback {index}"), self.feedback(*index)),
            _ => return,
        };
        if self.told.as_ref() != Some(&key) {
            lines.iter().for_each(|line| say(line));
            self.told = Some(key);
            self.milestones = 0;
        }
    }

    fn question(&self, view: &QuestionView<'_>) -> Vec<String> {
        let fits = self.sitting.settings().pace.words_in(view.clock.limit, self.kind(view.index));
        let head = match view.probe_of {
            Some(_) => format!("\nFollow-up to question {}", view.index + 1),
            None if self.sitting.session().plan().is_single() => "\nQuestion".to_owned(),
            None => format!("\nQuestion {} of {}, {}", view.index + 1, view.of, section_name(view.asked.section)),
        };
        vec![
            format!("{head}. {} to answer, room for about {fits} words.", clock_time(view.clock.limit)),
            view.prompt.to_owned(),
            match view.probe_of {
                Some(_) => "/done finishes, /said says that you have said it already, /help tells the rest.".into(),
                None => "/done finishes, /help tells the rest.".into(),
            },
        ]
    }

    fn kind(&self, index: usize) -> crate::content::Kind {
        self.sitting.bundle(index).map_or(crate::content::Kind::Technical, |bundle| bundle.question.kind)
    }

    fn feedback(&self, index: usize) -> Vec<String> {
        let mut lines = vec![String::new()];
        if let (Some(card), Some(bundle)) = (self.sitting.card(index), self.sitting.bundle(index)) {
            lines.extend(report::brief(card, bundle));
        }
        lines.push("Enter goes on; no clock runs.".into());
        lines
    }

    fn tell_time(&mut self) {
        let view = self.sitting.view(self.watch.at());
        let Screen::Question(question) = &view.screen else {
            return;
        };
        if question.reading.is_some() {
            return;
        }
        let passed = passed(question.clock);
        if passed > self.milestones {
            let (_, what) = MILESTONES[passed - 1];
            let cost = cost(&view.out_of_reach).filter(|_| passed == MILESTONES.len());
            let more = cost.map_or(String::new(), |cost| format!(" If you go on, {cost}."));
            let left =
                if passed == MILESTONES.len() { String::new() } else { format!(": {}", time_left(question.clock)) };
            say(&format!("[{what}{left}.{more}]"));
            self.milestones = passed;
        }
    }
}

/// How many milestones lie behind.
fn passed(clock: Clock) -> usize {
    MILESTONES.iter().filter(|(share, _)| clock.per_mille() >= *share).count()
}

/// The warm-up: commands answer what they would do; words are counted, not kept.
pub async fn warm_up(lines: &mut Lines) -> anyhow::Result<Option<WarmUp>> {
    let (mut count, began) = (0, Instant::now());
    let mut last = began;
    let end = tokio::time::sleep(Duration::from_secs(120));
    tokio::pin!(end);
    loop {
        let input = tokio::select! {
            input = lines.next() => input,
            () = &mut end => break,
        };
        match input {
            Input::End => return Ok(None),
            Input::Line(line) => match line.trim() {
                "/done" => break,
                "/skip" | "/quit" => return Ok(None),
                "/ask" => say("In the interview this shows the question in other words."),
                command if command.starts_with('/') => say(HELP),
                text => {
                    count += text.split_whitespace().count();
                    last = Instant::now();
                }
            },
        }
    }
    Ok(Some(WarmUp { words: count, typing: last - began }))
}
