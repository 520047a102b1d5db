//! Mistakes of authors: collected, placed, and explained. How they look on a terminal stands in `render`.

use crate::text::Span;

/// Whether a problem keeps content from being used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Content runs, marked as draft.
    Warning,
    /// Content is refused.
    Error,
}

/// Somewhere in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The name of the file as the user knows it; see [`super::sources::Source::name`].
    pub file: String,
    /// Where in the file, in bytes.
    pub span: Span,
}

impl Place {
    /// A place in a file.
    pub fn new(file: &str, span: Span) -> Self {
        Place { file: file.to_owned(), span }
    }

    /// The first line of a file, for what concerns it as a whole.
    pub fn top(file: &str) -> Self {
        Place::new(file, Span { start: 0, end: 0 })
    }
}

/// One mistake in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Whether it keeps content from being used.
    pub severity: Severity,
    /// A stable short name of the rule (`unknown-key`), for tests and documentation.
    pub rule: &'static str,
    /// Where it stands.
    pub place: Place,
    /// A second place that belongs to it: the other one of two things with the same id.
    pub also: Option<Place>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl Problem {
    /// The order in which problems are shown: by file and place.
    pub fn by_place(&self, other: &Problem) -> std::cmp::Ordering {
        (&self.place, self.rule).cmp(&(&other.place, other.rule))
    }

    /// A mistake that keeps content from being used.
    pub fn error(rule: &'static str, place: Place, message: impl Into<String>, help: impl Into<String>) -> Self {
        Problem { severity: Severity::Error, rule, place, also: None, message: message.into(), help: help.into() }
    }

    /// A weakness; content runs, marked as draft.
    pub fn warning(rule: &'static str, place: Place, message: impl Into<String>, help: impl Into<String>) -> Self {
        Problem { severity: Severity::Warning, ..Problem::error(rule, place, message, help) }
    }

    /// The same problem, with a second place.
    pub fn and_also(self, place: Place) -> Self {
        Problem { also: Some(place), ..self }
    }

    /// The same problem, refused.
    pub fn as_error(self) -> Self {
        Problem { severity: Severity::Error, ..self }
    }

    /// Whether it keeps content from being used.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
