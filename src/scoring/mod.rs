//! From an answer and a bundle to a scorecard. Pure, deterministic, and unable to fail.
//! All arithmetic is in integers (thousandths), so that the same bytes give the same score on every platform.

pub mod scorecard;

pub use scorecard::{
    AnswerFlag, Cap, CriterionScore, DimensionScore, Evidence, FlagHit, NextStep, Scorecard, StarScore, Status,
    Withheld,
};

use crate::content::{Bundle, Level};

/// The version of the scoring rules; a change of any score changes it.
pub const ENGINE: &str = "1";

/// A rubric compiled and ready to judge answers to its question.
#[derive(Debug)]
pub struct Judge {}

/// An answer: segment 0 is the answer itself, the others are answers to probes.
#[derive(Debug, Clone, Copy)]
pub struct Segment<'a> {
    /// The probe's wording (its words count as echo); none for the answer.
    pub probe: Option<&'a str>,
    /// As typed.
    pub text: &'a str,
}

impl Judge {
    /// Compiles a bundle.
    pub fn new(_bundle: &Bundle) -> Self {
        todo!()
    }

    /// Judges an answer at the candidate's level (raised to the question's own where that is higher).
    pub fn score(&self, _segments: &[Segment<'_>], _level: Level) -> Scorecard {
        todo!()
    }

    /// The probe worth most: index into the question's probes, leaving out those already asked. None where nothing that a
    /// probe asks for is missing.
    pub fn probe(&self, _card: &Scorecard, _asked: &[usize]) -> Option<usize> {
        todo!()
    }
}
