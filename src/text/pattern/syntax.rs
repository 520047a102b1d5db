//! What a parsed pattern is made of.

use crate::text::number::NumberClass;

/// A word of a pattern, folded like the words of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Word {
    /// Folded, inflection kept: its length decides how many typing errors are forgiven.
    pub text: String,
    pub stem: String,
}

/// A pattern or a part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Expr {
    /// `deploy`
    Word(Word),
    /// `deploy*`
    Prefix(String),
    /// `=SLO`
    Exact(String),
    /// `/don't|dont/`: any of these, as typed but for case.
    Typed(Vec<String>),
    /// `/p9\d/`
    Regex(String),
    /// `#percent`
    Number(NumberClass),
    /// `@helm`, `@group:ci`, `cue:alternative`
    Reference(Reference),
    /// `a b ~3 c`: each part with the words allowed before it.
    Sequence(Vec<(usize, Expr)>),
    /// `a & b ~8`: any order, at most so many words between neighbours.
    Near(Vec<Expr>, usize),
    /// `{a|b}`
    Either(Vec<Expr>),
}

/// A name in a pattern that something else must define.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reference {
    /// `@helm`
    Term(String),
    /// `@group:ci`
    Group(String),
    /// `cue:alternative`
    Cue(String),
}
