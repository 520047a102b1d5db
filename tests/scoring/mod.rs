//! Cases for scoring, judged by small rubrics of their own (tests/scoring/content) and the shipped cues and constants, so that
//! they hold whatever becomes of the bank.

mod bench;
mod meant;
