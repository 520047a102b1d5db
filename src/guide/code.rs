//! A code that stands for somebody: the only thing that guides and scorecards say of a person.

use std::fmt;
use std::str::FromStr;

/// The longest code; in characters.
const LONGEST: usize = 32;

/// Letters, digits and dashes that stand for a candidate, or an interviewer. Who it is stands elsewhere, if anywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code(String);

/// Why a text is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// It holds an `@`.
    #[error("this looks like an e-mail address, and no personal data is kept here: use a code such as C-017")]
    Address,
    /// It holds white space.
    #[error("this looks like a name, and no personal data is kept here: use a code without spaces, such as C-017")]
    Name,
    /// It holds something else, or nothing.
    #[error("a code has letters, digits and dashes, and begins with a letter or a digit, such as C-017")]
    Signs,
    /// It holds no digit.
    #[error("this may be a name, and no personal data is kept here: use a code with a number in it, such as C-017")]
    Digit,
    /// It is too long.
    #[error("a code has at most {LONGEST} characters, such as C-017")]
    Long,
}

impl FromStr for Code {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        let is_sign = |c: char| c.is_ascii_alphanumeric() || c == '-';
        match text {
            _ if text.contains('@') => Err(CodeError::Address),
            _ if text.trim().contains(char::is_whitespace) => Err(CodeError::Name),
            _ if !text.chars().all(is_sign) || !text.starts_with(char::is_alphanumeric) => Err(CodeError::Signs),
            _ if text.len() > LONGEST => Err(CodeError::Long),
            _ if !text.contains(|c: char| c.is_ascii_digit()) => Err(CodeError::Digit),
            _ => Ok(Code(text.to_owned())),
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
