//! Cases for scoring, judged by small rubrics of their own (tests/scoring/content) and the shipped cues and constants, so that
//! they hold whatever becomes of the bank.

mod answers;
mod attacks;
pub mod bench;
mod contract;
mod interview;
mod laws;
mod lists;
mod meant;
mod probes;
mod proof;
mod raise;
mod sentences;
mod shipped;
mod stories;
