//! What authors write: interviews, rubrics, terms, cues and constants, read from TOML, checked, and made ready to run on.
//!
//! `file` types are what authors write (TOML, with places for carets); the other types are what the program runs on.
//! All mistakes of all files are collected as [`Problem`]s; nothing here prints.

pub mod bundle;
pub mod cues;
pub mod interview;
pub mod lexicon;
pub mod library;
pub mod problem;
pub mod rubric;
pub mod scale;

pub use bundle::{Bundle, Fingerprint};
pub use interview::{Interview, Kind, Level, Probe, ProbeWhen, Question, Section, Slot, SlotLevel};
pub use library::Library;
pub use problem::{Problem, Severity};
pub use rubric::{Criterion, Dimension, RedFlag, Rubric, Rule, Sample, StarPart};
