//! The one loop that drives every screen: keys, ticks, signals, job control and drawing, in one `select!`.

use std::io;
use std::ops::ControlFlow::{self, Break, Continue};
use std::time::{Duration, Instant};

use ratatui::Frame;
use tokio::time::{Interval, MissedTickBehavior};

use super::input::Keys;
use super::jobs::{self, Job, Jobs};
use super::keys::{Command, Input};
use super::terminal::Terminal;
use crate::front::Left;
use crate::front::signals::Signals;

/// How often clocks are looked at and texts are handed to the disk.
const TICK: Duration = Duration::from_millis(200);

/// A screen that takes keys.
pub trait Stage {
    /// What comes of it.
    type Outcome;

    /// Draws it as it is now.
    fn draw(&mut self, frame: &mut Frame<'_>);

    /// Takes what was typed.
    fn take(&mut self, input: Input) -> Next<Self::Outcome>;

    /// Looks at the clocks.
    fn tick(&mut self) -> Next<Self::Outcome> {
        Next::GoOn
    }

    /// Brings to safety what is not safe yet. Called before the terminal is touched.
    fn save(&mut self) {}

    /// The program was stopped for so long, and is back.
    fn was_away(&mut self, _time: Duration) {}

    /// Says something in passing.
    fn notice(&mut self, _text: &str) {}
}

/// What follows from a key or a tick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next<T> {
    /// Nothing special.
    GoOn,
    /// Another text is open: what is typed ahead must not land in it.
    Fresh,
    /// The stage is over.
    End(T),
}

/// The terminal and everything that can come from it.
#[derive(Debug)]
pub struct Console {
    terminal: Terminal,
    keys: Keys,
    signals: Signals,
    jobs: Jobs,
}

impl Console {
    /// Takes the terminal. Needs a runtime.
    pub fn new() -> io::Result<Self> {
        // Signals come first: one that arrives while the terminal is being taken must find somebody who gives it back.
        let (signals, jobs) = (Signals::new()?, Jobs::new()?);
        Ok(Console { terminal: Terminal::take()?, keys: Keys::read(), signals, jobs })
    }

    /// Runs a stage to its end. `Err`: a signal, or the end of the terminal, came before.
    pub async fn run<S: Stage>(&mut self, stage: &mut S) -> Result<S::Outcome, Left> {
        let mut ticks = tokio::time::interval(TICK);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            if let Break(end) = self.turn(stage, &mut ticks).await {
                stage.save();
                self.keys.discard();
                return end;
            }
        }
    }

    async fn turn<S: Stage>(&mut self, stage: &mut S, ticks: &mut Interval) -> Flow<S> {
        if self.terminal.draw(|frame| stage.draw(frame)).is_err() {
            return Break(Err(Left::Open));
        }
        tokio::select! {
            biased;
            signal = self.signals.next() => Break(Err(signal.left())),
            job = self.jobs.next() => self.job(stage, job).await,
            _ = ticks.tick() => {
                if jobs::is_terminal_gone() {
                    return Break(Err(Left::Open));
                }
                let next = stage.tick();
                self.follow::<S>(next).map_continue(drop)
            }
            burst = self.keys.next() => self.take(stage, burst),
        }
    }

    fn take<S: Stage>(&mut self, stage: &mut S, burst: Vec<Input>) -> Flow<S> {
        if burst.is_empty() {
            return Break(Err(Left::Open));
        }
        for input in burst {
            let next = match input {
                Input::Command(Command::Suspend) => {
                    suspend(stage);
                    Next::GoOn
                }
                // A dead terminal shows when it is drawn on.
                Input::Command(Command::Redraw) => {
                    let _ = self.terminal.redraw();
                    Next::GoOn
                }
                Input::Resized => Next::GoOn,
                input => stage.take(input),
            };
            if self.follow::<S>(next)? {
                break;
            }
        }
        Continue(())
    }

    /// True: what is left of a burst is not wanted any more.
    fn follow<S: Stage>(&mut self, next: Next<S::Outcome>) -> ControlFlow<Result<S::Outcome, Left>, bool> {
        match next {
            Next::GoOn => Continue(false),
            Next::Fresh => {
                self.keys.discard();
                Continue(true)
            }
            Next::End(outcome) => Break(Ok(outcome)),
        }
    }

    async fn job<S: Stage>(&mut self, stage: &mut S, job: Job) -> Flow<S> {
        if job == Job::Stop {
            stage.save();
            let stopped = Instant::now();
            self.terminal.lend();
            jobs::stop();
            // Another thread may take the stop first: only the signal to go on says that it is over.
            while self.jobs.next().await != Job::GoOn {}
            stage.was_away(stopped.elapsed());
        }
        match self.terminal.take_again() {
            Ok(()) => Continue(()),
            Err(_) => Break(Err(Left::Open)),
        }
    }
}

type Flow<S> = ControlFlow<Result<<S as Stage>::Outcome, Left>>;

fn suspend<S: Stage>(stage: &mut S) {
    if jobs::can_stop() {
        jobs::ask_to_stop();
    } else {
        stage.notice("There is no shell to go to.");
    }
}
