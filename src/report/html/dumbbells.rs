//! Shares then and now: two dots and the way between them, each with its numbers.

use askama::Template;
use askama::filters::HtmlSafe;

use super::chart::share;
use crate::compare::Change;
use crate::report::compare::difference;
use crate::report::compare::head::TIME_USED;
use crate::scoring::scorecard::Mille;

/// A table of shares with two dots for each; nothing where there are none.
#[derive(Debug, Template)]
#[template(path = "html/dumbbells.html")]
pub struct Dumbbells {
    /// How the attempts are called.
    pub then: &'static str,
    /// The second.
    pub now: &'static str,
    /// Whether their differences mean anything: they are left out otherwise.
    pub comparable: bool,
    /// From top to bottom.
    pub rows: Vec<Dumbbell>,
    /// Time that was used, then and now.
    pub times: [String; 2],
}

impl HtmlSafe for Dumbbells {}

/// A share then and now.
#[derive(Debug)]
pub struct Dumbbell {
    /// What it is a share of; harmless.
    pub name: String,
    /// The shares.
    pub change: Change,
}

impl Dumbbell {
    fn then(&self) -> String {
        difference::share(self.change.then)
    }

    fn now(&self) -> String {
        difference::share(self.change.now)
    }

    fn difference(&self) -> String {
        difference::signed(self.change).unwrap_or_default()
    }

    fn start(&self) -> Option<String> {
        self.change.then.map(place)
    }

    fn end(&self) -> Option<String> {
        self.change.now.map(place)
    }

    fn ends(&self) -> Option<(String, String)> {
        self.start().zip(self.end())
    }
}

fn place(one: Mille) -> String {
    share(u64::from(one.0), 1000)
}
