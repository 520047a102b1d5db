//! What authors write: interviews, rubrics, terms, cues and constants, read from TOML, checked, and made ready to run on.
//!
//! `file` types are what authors write (TOML, with places for carets); the other types are what the program runs on.
//! All mistakes of all files are collected as [`Problem`]s; nothing here prints.

pub mod bundle;
pub mod census;
pub mod check;
pub mod cues;
pub mod fairness;
pub mod file;
pub mod interview;
pub mod lexicon;
pub mod library;
pub mod nearest;
pub mod problem;
pub mod render;
pub mod rubric;
pub mod scale;
pub mod sources;
pub mod template;

pub use bundle::{Bundle, Fingerprint};
pub use census::Census;
pub use cues::Cue;
pub use interview::{Competency, Interview, Kind, Level, Probe, ProbeWhen, Question, Section, Slot, SlotLevel, Weight};
pub use lexicon::Term;
pub use library::{Library, LoadError, Own, RubricPlaces};
pub use problem::{Place, Problem, Severity};
pub use rubric::{Criterion, Dimension, RedFlag, Rubric, Rule, Sample, StarPart};
pub use scale::Scale;
