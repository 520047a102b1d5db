//! Cue classes: the words by which negation, trade-offs, story parts, ownership and hedging are recognised.

use serde::{Deserialize, Serialize};

use crate::text::Pattern;

/// A named class of cues (`cue:alternative`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cue {
    /// The name that patterns and the scorer use.
    pub id: String,
    /// What it stands for.
    pub about: String,
    /// How it is said.
    pub any: Vec<Pattern>,
}
