//! What nobody may ask in a fair interview, and how nobody should ask: the lists of data/fairness.toml and data/leading.toml.
//! Where their words stand in somebody's questions is found by `check`; an interviewer's guide prints the topics.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::Pattern;

/// A topic that is off limits.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OffLimits {
    /// A short stable name.
    pub id: String,
    /// What it is, for people.
    pub title: String,
    /// Why it is off limits.
    pub reason: String,
    /// What may be asked in its place, of everyone.
    pub instead: String,
    /// How it is asked.
    pub(in crate::content) any: Vec<Pattern>,
    /// How else it is asked: regular expressions.
    #[serde(default)]
    pub(in crate::content) forms: Vec<String>,
}

/// A form of question that tells which answer is wanted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leading {
    /// A short stable name.
    pub id: String,
    /// Why it leads.
    pub reason: String,
    /// What to write in its place.
    pub instead: String,
    /// How it is worded: regular expressions.
    pub(in crate::content) any: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Topics {
    topics: Vec<OffLimits>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Forms {
    forms: Vec<Leading>,
}

/// A list that does not parse is empty; tests ask for what stands in it.
static TOPICS: LazyLock<Vec<OffLimits>> = LazyLock::new(|| {
    let written: Result<Topics, _> = toml::from_str(include_str!("data/fairness.toml"));
    written.map_or_else(|_| Vec::new(), |written| written.topics)
});

static FORMS: LazyLock<Vec<Leading>> = LazyLock::new(|| {
    let written: Result<Forms, _> = toml::from_str(include_str!("data/leading.toml"));
    written.map_or_else(|_| Vec::new(), |written| written.forms)
});

/// Topics that nobody may ask about. Sources stand in the file: OPM, the EEOC, the UK Equality Act 2010.
pub fn off_limits() -> &'static [OffLimits] {
    &TOPICS
}

/// Forms of leading questions.
pub fn leading() -> &'static [Leading] {
    &FORMS
}
