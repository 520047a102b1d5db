//! The pattern notation of rubrics (see rubrics/README.md): parsing, and matching in one pass over a document.
//! Says where a pattern matched, never what that is worth.

mod compile;
mod lexicon;
mod matches;
mod parse;
mod search;
mod spelling;
mod syntax;

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::document::Document;
use super::span::Span;
use compile::Program;
use syntax::Expr;

pub use syntax::Reference;

/// A pattern; knows the source it was written as. Copies share what it was parsed to.
#[derive(Debug, Clone)]
pub struct Pattern(Arc<Written>);

#[derive(Debug)]
struct Written {
    source: String,
    parsed: OnceLock<Result<Parts, PatternError>>,
}

#[derive(Debug)]
struct Parts {
    expr: Expr,
    references: Vec<(Reference, Span)>,
    prefixes: Vec<(String, Span)>,
}

/// Two patterns are the same where they were written in the same way.
impl PartialEq for Pattern {
    fn eq(&self, other: &Pattern) -> bool {
        self.source() == other.source()
    }
}

impl Eq for Pattern {}

/// Why a pattern does not parse, and where in its source.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct PatternError {
    /// Bytes of the pattern's source.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl Pattern {
    /// Parses the notation. Names of terms, groups and cues are not looked up here.
    ///
    /// # Errors
    /// The first place where the source does not follow the grammar of rubrics/README.md.
    pub fn parse(source: &str) -> Result<Self, PatternError> {
        let pattern = Pattern::written(source.to_owned());
        match pattern.error() {
            None => Ok(pattern),
            Some(error) => Err(error.clone()),
        }
    }

    /// A pattern that is parsed when it is first needed: of the thousands in the bank, an interview needs a few hundred. One
    /// that does not parse matches nothing; see [`Pattern::error`].
    pub fn written(source: String) -> Self {
        Pattern(Arc::new(Written { source, parsed: OnceLock::new() }))
    }

    /// Why it does not parse; none where it does.
    pub fn error(&self) -> Option<&PatternError> {
        self.parsed().as_ref().err()
    }

    /// As it was written.
    pub fn source(&self) -> &str {
        &self.0.source
    }

    /// Names the pattern refers to: terms (`@helm`), groups (`@group:ci`) and cue classes (`cue:alternative`), with the
    /// bytes of the source where each stands.
    pub fn references(&self) -> &[(Reference, Span)] {
        self.parsed().as_ref().map_or(&[], |parts| &parts.references)
    }

    /// The beginnings of words it accepts (`deploy` for `deploy*`), folded, with the bytes of the source where each stands.
    pub fn prefixes(&self) -> &[(String, Span)] {
        self.parsed().as_ref().map_or(&[], |parts| &parts.prefixes)
    }

    fn expr(&self) -> &Expr {
        static NOTHING: Expr = Expr::Either(Vec::new());
        self.parsed().as_ref().map_or(&NOTHING, |parts| &parts.expr)
    }

    fn parsed(&self) -> &Result<Parts, PatternError> {
        self.0.parsed.get_or_init(|| parse::parse(self.source()))
    }
}

impl Serialize for Pattern {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.source())
    }
}

/// As [`Pattern::written`]: a kept attempt holds thousands, and most readers need none of them.
impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Pattern::written)
    }
}

/// The words a term goes by.
#[derive(Debug, Clone, Default)]
pub struct TermForms {
    /// The name patterns use.
    pub id: String,
    /// Surface forms, most of them one to three words.
    pub aliases: Vec<String>,
    /// Terms whose mention implies this one (`eks` implies `kubernetes`).
    pub implied_by: Vec<String>,
    /// Groups it belongs to.
    pub groups: Vec<String>,
    /// True for names that are English words too: they need a capital inside a sentence or a context word nearby.
    pub is_word: bool,
    /// Words that make the reading as a name certain, as patterns, within eight tokens.
    pub context: Vec<Pattern>,
}

/// What references resolve to.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// Terms by id.
    pub terms: Vec<TermForms>,
    /// Cue classes: name and patterns.
    pub cues: Vec<(String, Vec<Pattern>)>,
    /// Words of other terms: a token that is one of these is never taken for a misspelling.
    pub other_words: Vec<String>,
}

/// A place where a pattern matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Tokens from the first to the last word matched.
    pub tokens: Range<usize>,
    /// Whether a word was taken with a typing error.
    pub misspelt: bool,
}

/// Patterns compiled together, matched together: linear in the text, no backtracking.
#[derive(Debug)]
pub struct PatternSet {
    program: Program,
}

impl PatternSet {
    /// Compiles patterns; references that the vocabulary does not know match nothing.
    pub fn compile(vocabulary: &Vocabulary, patterns: &[Pattern]) -> Self {
        let expressions: Vec<&Expr> = patterns.iter().map(Pattern::expr).collect();
        PatternSet { program: compile::compile(vocabulary, &expressions) }
    }

    /// For each pattern, in the order given to `compile`, its hits: leftmost, shortest, not overlapping. Every sentence is
    /// searched, repeated ones too.
    pub fn find(&self, document: &Document) -> Vec<Vec<Hit>> {
        search::find(&self.program, document)
    }
}
