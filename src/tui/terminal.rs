//! The terminal, taken and given back by hand: after a quit, a panic, a signal or a stop the shell finds it as it was.
//! Nothing here may panic or print: the terminal may be gone.

use std::io::{self, Stdout};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, execute};
use ratatui::Frame;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;

/// Whether the terminal is taken, so that it is given back once, by whoever comes first.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal while it is ours.
#[derive(Debug)]
pub struct Terminal {
    inner: ratatui::Terminal<CrosstermBackend<Stdout>>,
}

impl Terminal {
    /// Takes the terminal.
    ///
    /// # Errors
    /// When it cannot be switched; it is given back then.
    pub fn take() -> io::Result<Self> {
        give_back_on_panic();
        switch()?;
        let ours = ratatui::Terminal::new(CrosstermBackend::new(io::stdout())).map(|inner| Terminal { inner });
        // A program that was killed may have left its screen behind.
        let cleared = ours.and_then(|mut terminal| terminal.redraw().map(|()| terminal));
        if cleared.is_err() {
            give_back();
        }
        cleared
    }

    /// Draws what has changed.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, draw: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.inner.draw(draw).map(drop)
    }

    /// Forgets what was drawn: the next drawing draws everything.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn redraw(&mut self) -> io::Result<()> {
        // Not `clear`: it asks the terminal where its cursor is, and a terminal that does not answer would hold us up.
        let size = self.inner.size()?;
        self.inner.resize(Rect::new(0, 0, size.width, size.height))
    }

    /// Gives the terminal to the shell for a while.
    pub fn lend(&mut self) {
        give_back();
    }

    /// Takes it again, whatever the shell has done to it.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn take_again(&mut self) -> io::Result<()> {
        give_back();
        switch()?;
        self.redraw()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
    }
}

fn switch() -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    let switched = enable_raw_mode().and_then(|()| execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste));
    if switched.is_err() {
        give_back();
    }
    switched
}

/// Gives the terminal back. Each step is tried whatever became of the others; with a dead terminal all of them fail.
fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let _ = execute!(io::stdout(), DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
        let _ = disable_raw_mode();
    }
}

/// The message of a panic is to be read on the screen of the shell.
fn give_back_on_panic() {
    static HOOKED: Once = Once::new();
    HOOKED.call_once(|| {
        let print = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            give_back();
            print(panic);
        }));
    });
}
