//! Mistakes of authors: collected, placed, and explained.

use crate::text::Span;

/// Whether a problem keeps content from being used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Content runs, marked as draft.
    Warning,
    /// Content is refused.
    Error,
}

/// One mistake in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Whether it keeps content from being used.
    pub severity: Severity,
    /// A stable short name of the rule (`unknown-key`), for tests and documentation.
    pub rule: &'static str,
    /// The file, relative to its content folder.
    pub file: String,
    /// Where in the file, in bytes.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}
