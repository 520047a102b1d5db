//! Text as the scorer sees it: documents, tokens, stems, spelling, patterns. Knows nothing of interviews.

pub mod document;
pub mod pattern;
pub mod span;
pub mod stem;

pub use document::{Document, Language, Sentence, Token};
pub use pattern::{Hit, Pattern, PatternError, PatternSet, Vocabulary};
pub use span::Span;
