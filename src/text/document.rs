//! An answer, split into sentences and tokens, each with its span in the text as typed.

use std::ops::Range;

use super::span::Span;

/// One word, number or sign, in a folded form that patterns are matched against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the text as typed.
    pub span: Span,
    /// Folded: NFKC, lower case, straight quotes, British spelling folded to one form.
    pub text: String,
    /// Inflection taken off (`deploys`, `deployed`, `deploying` are all `deploy`).
    pub stem: String,
    /// As typed, apart from normalisation, for `=SLO` and for names that are English words.
    pub raw: String,
    /// Index of its sentence.
    pub sentence: usize,
    /// Whether it stands in a code span or a fenced block.
    pub code: bool,
}

/// A sentence, bullet or line: a range of tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Whether the same sentence stood earlier in the document; a repeated sentence counts once.
    pub repeated: bool,
    /// Whether it began with a bullet or a number.
    pub bullet: bool,
}

/// The language an answer is written in, as far as scoring needs to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English, or too short to tell.
    English,
    /// Latin letters, but not English.
    OtherLanguage,
    /// Mostly letters of another script.
    OtherScript,
}

/// A text made ready for matching.
#[derive(Debug, Clone)]
pub struct Document {
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
}

impl Document {
    /// Reads a text of any size; at most the first 20,000 characters are kept. Never fails.
    pub fn parse(_text: &str) -> Self {
        todo!()
    }

    /// All tokens in order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// All sentences in order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The span from the first to the last token of a non-empty range.
    pub fn span(&self, _tokens: Range<usize>) -> Span {
        todo!()
    }

    /// Judged from letters, function words and a list of English words.
    pub fn language(&self) -> Language {
        todo!()
    }
}
