//! What authors write: the TOML types, with the place of every value, and the way from text to them.
//!
//! The types are lenient: what is missing or wrong has been reported by `shape`, and is left out here, so that the rest of
//! the file is still checked. Their JSON Schema is strict; it is what `shape` enforces and what editors complete from.

pub mod at;
pub mod interview;
pub mod lexicon;
pub mod literal;
pub mod parse;
pub mod rubric;
pub mod schema;
pub mod shape;
pub mod syntax;

pub use at::{At, Phrase};
pub use interview::{CompetencyFile, InterviewFile, ProbeFile, QuestionFile, SlotFile};
pub use lexicon::{CuesFile, LexiconFile, TermFile};
pub use parse::{Body, Parsed, parse};
pub use rubric::{AnchorsFile, CriterionFile, RedFlagFile, RubricFile, SampleFile};
