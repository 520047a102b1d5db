//! A command that cannot do its work: what is wrong, and what to do.

use std::fmt;

/// What is wrong, and what to do. Shown on standard error; the exit code is 2.
#[derive(Debug, Clone)]
pub struct Failure {
    message: String,
    hint: String,
}

impl Failure {
    /// A failure with a hint; an empty hint is not shown.
    pub fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Failure { message: message.into(), hint: hint.into() }
    }

    /// What to do; may be empty.
    pub fn hint(&self) -> &str {
        &self.hint
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}
