//! Shares as bars, each with its number.

use askama::Template;
use askama::filters::HtmlSafe;

use super::chart::share;
use crate::report::words::percent;
use crate::scoring::scorecard::Mille;

/// A table of shares with a bar for each; nothing where there are none.
#[derive(Debug, Template)]
#[template(path = "html/bars.html")]
pub struct Bars {
    /// What the rows are, and what their numbers.
    pub head: [&'static str; 2],
    /// From top to bottom.
    pub rows: Vec<Bar>,
}

impl HtmlSafe for Bars {}

/// A share with its name.
#[derive(Debug)]
pub struct Bar {
    /// What it is a share of; harmless.
    pub name: String,
    /// None: not judged.
    pub share: Option<Mille>,
}

impl Bars {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

impl Bar {
    fn text(&self) -> String {
        self.share.map_or("not judged".to_owned(), percent)
    }

    fn width(&self) -> String {
        share(u64::from(self.share.unwrap_or_default().0), 1000)
    }
}
