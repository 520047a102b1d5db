//! How results are printed; each command takes one of these for its `--format`.

use clap::ValueEnum;

/// What can be read at leisure: a report, a scorecard, figures, a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Terminal,
    Markdown,
    Json,
}

/// What can be read at leisure, or looked at in a browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PageFormat {
    Terminal,
    Markdown,
    Json,
    /// One page, complete in itself
    Html,
}

/// What is a list: plans, attempts, questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    Terminal,
    Json,
}
