//! All content that a run of the program works on: the shipped bank, and the user's own beside it.

use std::collections::BTreeMap;

use super::bundle::Bundle;
use super::cues::Cue;
use super::interview::{Interview, Question};
use super::lexicon::Term;
use super::rubric::Rubric;
use super::scale::Scale;

/// Checked content, by id.
#[derive(Debug, Clone)]
pub struct Library {
    /// Interviews, by file name.
    pub interviews: BTreeMap<String, Interview>,
    /// Questions of all interviews.
    pub questions: BTreeMap<String, Question>,
    /// Rubrics, by question.
    pub rubrics: BTreeMap<String, Rubric>,
    /// The lexicon, by term.
    pub terms: BTreeMap<String, Term>,
    /// Cue classes, by name.
    pub cues: BTreeMap<String, Cue>,
    /// The constants of scoring.
    pub scale: Scale,
}

impl Library {
    /// Everything that judging one question needs; none where the question or its rubric is unknown.
    pub fn bundle(&self, _question: &str) -> Option<Bundle> {
        todo!()
    }
}
