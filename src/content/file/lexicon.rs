//! rubrics/lexicon.toml and rubrics/cues.toml, as written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::at::{At, Phrase};

/// Tools, practices and metrics with all their names.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "hotseat lexicon")]
pub struct LexiconFile {
    /// The terms.
    #[serde(default)]
    pub terms: Vec<TermFile>,
}

/// A term and the names it goes by.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Term")]
pub struct TermFile {
    /// The name that patterns use (`@helm`).
    #[schemars(required, regex(pattern = "^[a-z0-9][a-z0-9._-]*$"))]
    pub id: Option<At<String>>,
    /// What it is called, for people.
    #[schemars(required, length(min = 1))]
    pub label: Option<At<String>>,
    /// The words that stand for it, most of them one to three.
    #[schemars(required, length(min = 1), inner(length(min = 1)))]
    pub aliases: Option<Vec<At<String>>>,
    /// Groups it belongs to (`@group:ci`).
    #[serde(default)]
    pub groups: Vec<At<String>>,
    /// Terms whose mention implies this one (`eks` implies `kubernetes`).
    #[serde(default)]
    pub implied_by: Vec<At<String>>,
    /// Names that look alike and mean something else.
    #[serde(default)]
    pub near: Vec<At<String>>,
    /// Whether it is also an English word with another meaning, and so needs a capital inside a sentence or a context word
    /// nearby. Not so unless given.
    pub word: Option<bool>,
    /// Words that make the reading as a name certain.
    #[serde(default)]
    pub context: Vec<Phrase>,
}

/// Cue classes.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "hotseat cues")]
pub struct CuesFile {
    /// The classes.
    #[serde(default)]
    pub cues: Vec<CueFile>,
}

/// A named class of cues (`cue:alternative`).
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Cue")]
pub struct CueFile {
    /// The name that patterns and the scorer use.
    #[schemars(required, regex(pattern = "^[a-z0-9][a-z0-9._-]*$"))]
    pub id: Option<At<String>>,
    /// What it stands for.
    #[schemars(required, length(min = 1))]
    pub about: Option<At<String>>,
    /// How it is said.
    #[schemars(required, length(min = 1))]
    pub any: Option<Vec<Phrase>>,
}
