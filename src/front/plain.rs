//! The session by lines: for pipes, scripts and screen readers. Nothing redraws; time is told at half, at 80 % and at 100 %
//! of each box, and whenever it is asked for. The dialogue goes to standard error, so that standard output holds the report alone.

mod dialogue;
mod interviewing;
mod lines;

use std::time::Duration;

use tokio::time::MissedTickBehavior;

use super::holding::Courtesy;
use super::signals::Signals;
use super::{Front, Left, Menu, WarmUp};
use crate::sitting::{LiveSitting, Sitting};
use dialogue::{Dialogue, Flow};
use interviewing::Interviewing;
use lines::{Input, Lines};

/// How often clocks are looked at.
const TICK: Duration = Duration::from_millis(200);

/// The session by lines.
#[derive(Debug)]
pub struct Plain {
    lines: Lines,
    runtime: tokio::runtime::Runtime,
}

impl Plain {
    /// Starts reading standard input.
    ///
    /// # Errors
    /// When the runtime cannot be built.
    pub fn new() -> anyhow::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        Ok(Plain { lines: Lines::of_stdin(), runtime })
    }
}

impl Front for Plain {
    fn choose(&mut self, menu: &Menu) -> anyhow::Result<Option<usize>> {
        say(&format!("\n{}", menu.title));
        menu.text.iter().for_each(|paragraph| say(paragraph));
        for choice in &menu.choices {
            let about = if choice.about.is_empty() { String::new() } else { format!(": {}", choice.about) };
            say(&format!("  {}  {}{about}", choice.key, choice.label));
        }
        let default = menu.choices.get(menu.default).map_or(String::new(), |choice| choice.label.clone());
        say(&format!("Type a key and Enter; Enter alone takes '{default}'; /quit leaves."));
        loop {
            let Input::Line(line) = self.runtime.block_on(self.lines.next()) else {
                return Ok(None);
            };
            match line.trim() {
                "/quit" => return Ok(None),
                typed => match picked(menu, typed) {
                    Some(index) => return Ok(Some(index)),
                    None => say(&format!("'{typed}' is none of these.")),
                },
            }
        }
    }

    fn warm_up(&mut self, task: &str) -> anyhow::Result<Option<WarmUp>> {
        say("\nWarm-up, two minutes, not scored.");
        say(task);
        say(
            "Each line is kept when you press Enter. /done finishes an answer; in the interview there are also /ask for another",
        );
        say(
            "wording, /skip for \"I don't know\", /undo for the last line, /time, /show, /pause, /quit and /help. Try them.",
        );
        self.runtime.block_on(dialogue::warm_up(&mut self.lines))
    }

    fn sit(&mut self, sitting: &mut Sitting) -> anyhow::Result<Left> {
        let Plain { lines, runtime } = self;
        runtime.block_on(async {
            let mut signals = Signals::new()?;
            let mut dialogue = Dialogue::new(sitting);
            let mut ticks = tokio::time::interval(TICK);
            ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
            dialogue.begin()?;
            loop {
                let flow = tokio::select! {
                    input = lines.next() => dialogue.take(input)?,
                    _ = ticks.tick() => dialogue.tick()?,
                    signal = signals.next() => return Ok(signal.left()),
                };
                if let Flow::Leave(left) = flow {
                    return Ok(left);
                }
            }
        })
    }

    fn hold(&mut self, sitting: &mut LiveSitting, courtesy: &Courtesy) -> anyhow::Result<Left> {
        let Plain { lines, runtime } = self;
        runtime.block_on(async {
            let mut signals = Signals::new()?;
            let mut interviewing = Interviewing::new(sitting, courtesy);
            let mut ticks = tokio::time::interval(TICK);
            ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
            let mut flow = interviewing.begin();
            while flow == Flow::GoOn {
                flow = tokio::select! {
                    input = lines.next() => interviewing.take(input),
                    _ = ticks.tick() => interviewing.tick(),
                    signal = signals.next() => Flow::Leave(signal.left()),
                };
            }
            Ok(match flow {
                Flow::Leave(left) => left,
                Flow::GoOn => Left::Open,
            })
        })
    }
}

/// A choice by its key, its place, or the beginning of its label.
fn picked(menu: &Menu, typed: &str) -> Option<usize> {
    if typed.is_empty() {
        return Some(menu.default);
    }
    let typed = typed.to_lowercase();
    let by_key = menu.choices.iter().position(|choice| typed.chars().eq([choice.key]));
    by_key.or_else(|| menu.choices.iter().position(|choice| choice.label.to_lowercase().starts_with(&typed)))
}

/// A line of the dialogue.
fn say(line: &str) {
    use std::io::Write;
    // Nobody is left to tell when standard error is closed; the session itself goes on and is kept.
    let _ = writeln!(anstream::stderr().lock(), "{line}");
}
