//! What a candidate sits in front of: the full-screen terminal ([`crate::tui`]) or plain lines ([`plain`]).
//! The run itself is written once, over this trait; a front only shows and asks.

use std::time::Duration;

use crate::sitting::{LiveSitting, Sitting};
use holding::Courtesy;

pub mod contesting;
pub mod holding;
pub mod plain;
pub mod signals;
pub mod stopwatch;
pub mod wording;

/// A question with a few fixed answers, asked before the clock runs.
#[derive(Debug, Clone, Default)]
pub struct Menu {
    /// What is asked, in one line.
    pub title: String,
    /// What to know before choosing; paragraphs.
    pub text: Vec<String>,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// Index of the choice that Enter takes.
    pub default: usize,
}

/// One answer to a menu.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The key that takes it in the full-screen session, and the word or digit in plain lines. Unique in the menu.
    pub key: char,
    /// A word or two.
    pub label: String,
    /// What it means, in one line; may be empty.
    pub about: String,
}

impl Choice {
    /// A choice with an explanation.
    pub fn new(key: char, label: impl Into<String>, about: impl Into<String>) -> Self {
        Choice { key, label: label.into(), about: about.into() }
    }
}

/// What came of a warm-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WarmUp {
    /// Words typed.
    pub words: usize,
    /// From the first to the last change of the text.
    pub typing: Duration,
}

/// How a sitting was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// It is over: every step was taken, or the candidate ended it.
    Finished,
    /// It can be resumed: the candidate left, or a signal or a dead terminal ended the program.
    Open,
    /// The same, by a signal that asks for exit code 130.
    Interrupted,
}

/// A way to sit an interview.
pub trait Front {
    /// Asks; gives the index of the choice. None: the candidate wants to leave.
    fn choose(&mut self, menu: &Menu) -> anyhow::Result<Option<usize>>;

    /// Runs the unscored warm-up, two minutes at most. None: it was skipped.
    fn warm_up(&mut self, task: &str) -> anyhow::Result<Option<WarmUp>>;

    /// Runs a sitting until it is over or left. Everything typed is recorded by the sitting as it is typed.
    fn sit(&mut self, sitting: &mut Sitting) -> anyhow::Result<Left>;

    /// Runs an interview that is held with somebody, until it is over or left. `courtesy` are the words it opens and closes with.
    fn hold(&mut self, sitting: &mut LiveSitting, courtesy: &Courtesy) -> anyhow::Result<Left>;
}
