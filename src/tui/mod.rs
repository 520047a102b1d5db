//! The full-screen session. The pure parts are the text under way ([`editor`]), the meaning of keys ([`keys`]) and what is
//! drawn ([`view`]); one loop drives them, over a terminal that is taken and given back by hand.
//! The session's rules are not here: [`crate::session`] has them, and [`crate::sitting`] keeps them on disk.

mod answering;
mod choosing;
pub mod editor;
mod input;
mod jobs;
pub mod keys;
mod stage;
mod terminal;
pub mod theme;
pub mod view;
mod warming_up;
mod words;

use crate::front::{Front, Left, Menu, WarmUp};
use crate::sitting::Sitting;
use answering::Answering;
use choosing::Choosing;
use stage::{Console, Stage};
use theme::Theme;
use warming_up::WarmingUp;

/// The full-screen session. The terminal is given back when it is dropped.
#[derive(Debug)]
pub struct FullScreen {
    console: Console,
    runtime: tokio::runtime::Runtime,
    theme: Theme,
    /// How it ended, once a signal or the end of the terminal has ended it: nothing is shown any more.
    left: Option<Left>,
}

impl FullScreen {
    /// Takes the terminal and starts to read it.
    ///
    /// # Errors
    /// When there is no terminal, or signals cannot be waited for.
    pub fn new() -> anyhow::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let console = {
            let _inside = runtime.enter();
            Console::new()?
        };
        Ok(FullScreen { console, runtime, theme: Theme::from_env(), left: None })
    }

    fn run<S: Stage>(&mut self, mut stage: S) -> Result<S::Outcome, Left> {
        if let Some(left) = self.left {
            return Err(left);
        }
        let end = self.runtime.block_on(self.console.run(&mut stage));
        self.left = end.as_ref().err().copied();
        end
    }
}

impl Front for FullScreen {
    fn choose(&mut self, menu: &Menu) -> anyhow::Result<Option<usize>> {
        Ok(self.run(Choosing::new(menu, self.theme)).unwrap_or(None))
    }

    fn warm_up(&mut self, task: &str) -> anyhow::Result<Option<WarmUp>> {
        Ok(self.run(WarmingUp::new(task, self.theme)).unwrap_or(None))
    }

    fn sit(&mut self, sitting: &mut Sitting) -> anyhow::Result<Left> {
        if let Some(left) = self.left {
            return Ok(left);
        }
        Ok(self.run(Answering::new(sitting, self.theme)).unwrap_or_else(|left| left))
    }
}
