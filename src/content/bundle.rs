//! Everything that judging one question needs, in one self-contained, fingerprinted piece: it is stored with each attempt,
//! so that an old answer can be reported, and scored again, for ever.

use serde::{Deserialize, Serialize};

use super::cues::Cue;
use super::interview::Question;
use super::lexicon::Term;
use super::rubric::Rubric;
use super::scale::Scale;

/// A question with its rubric and all that the rubric resolves to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bundle {
    /// The question.
    pub question: Question,
    /// How it is judged.
    pub rubric: Rubric,
    /// Terms that the rubric refers to, directly or through groups and implications; sorted by id.
    pub terms: Vec<Term>,
    /// All cue classes; sorted by id.
    pub cues: Vec<Cue>,
    /// The constants.
    pub scale: Scale,
}

/// A content hash, printed as hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Fingerprint(pub String);

impl Bundle {
    /// The hash of the canonical JSON form: comments and unrelated terms do not change it.
    pub fn fingerprint(&self) -> Fingerprint {
        let canonical = serde_json::to_vec(self).unwrap_or_default();
        Fingerprint(blake3::hash(&canonical).to_hex()[..16].to_string())
    }
}
