//! The full-screen session. The pure parts are the text under way ([`editor`]), the meaning of keys ([`keys`]) and what is
//! drawn ([`view`]); one loop drives them, over a terminal that is taken and given back by hand.
//! The session's rules are not here: [`crate::session`] has them, and [`crate::sitting`] keeps them on disk.

mod answering;
mod choosing;
pub mod editor;
mod holding;
mod input;
mod jobs;
pub mod keys;
mod stage;
mod terminal;
pub mod theme;
pub mod view;
mod warming_up;
mod words;

use crate::front::holding::Courtesy;
use crate::front::{Front, Left, Menu, WarmUp};
use crate::sitting::{LiveSitting, Sitting};
use answering::Answering;
use choosing::Choosing;
use holding::Holding;
use stage::{Console, Stage};
use theme::Theme;
use warming_up::WarmingUp;

/// The full-screen session. The terminal is taken for the first screen and given back when this is dropped.
#[derive(Debug)]
pub struct FullScreen {
    /// None until there is something to show: mistakes that are found before belong on the shell's screen.
    console: Option<Console>,
    runtime: tokio::runtime::Runtime,
    theme: Theme,
    /// How it ended, once a signal or the end of the terminal has ended it: nothing is shown any more.
    left: Option<Left>,
}

impl FullScreen {
    /// Gets ready; the terminal is left alone so far.
    ///
    /// # Errors
    /// When the system refuses what waiting for keys and signals needs.
    pub fn new() -> anyhow::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        Ok(FullScreen { console: None, runtime, theme: Theme::from_env(), left: None })
    }

    /// Runs a stage. `Err` inside: a signal, or the end of the terminal, came before its end.
    fn run<S: Stage>(&mut self, mut stage: S) -> anyhow::Result<Result<S::Outcome, Left>> {
        if let Some(left) = self.left {
            return Ok(Err(left));
        }
        let _inside = self.runtime.enter();
        let console = match &mut self.console {
            Some(console) => console,
            none => none.insert(Console::new()?),
        };
        let end = self.runtime.block_on(console.run(&mut stage));
        self.left = end.as_ref().err().copied();
        Ok(end)
    }
}

impl Front for FullScreen {
    fn choose(&mut self, menu: &Menu) -> anyhow::Result<Option<usize>> {
        Ok(self.run(Choosing::new(menu, self.theme))?.unwrap_or(None))
    }

    fn warm_up(&mut self, task: &str) -> anyhow::Result<Option<WarmUp>> {
        Ok(self.run(WarmingUp::new(task, self.theme))?.unwrap_or(None))
    }

    fn sit(&mut self, sitting: &mut Sitting) -> anyhow::Result<Left> {
        if let Some(left) = self.left {
            return Ok(left);
        }
        Ok(self.run(Answering::new(sitting, self.theme))?.unwrap_or_else(|left| left))
    }

    fn hold(&mut self, sitting: &mut LiveSitting, courtesy: &Courtesy) -> anyhow::Result<Left> {
        if let Some(left) = self.left {
            return Ok(left);
        }
        Ok(self.run(Holding::new(sitting, courtesy, self.theme))?.unwrap_or_else(|left| left))
    }
}
