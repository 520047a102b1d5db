//! Text as the scorer sees it: documents, tokens, stems, spelling, patterns. Knows nothing of interviews.

pub mod document;
pub mod english;
mod language;
mod lines;
mod normalise;
pub mod number;
pub mod pattern;
pub mod span;
pub mod stem;
pub mod variant;
mod words;

pub use document::{Document, Language, Sentence, Token};
pub use pattern::{Hit, Pattern, PatternError, PatternSet, Reference, TermForms, Vocabulary};
pub use span::Span;
