//! Questions that nobody may ask in a fair interview; the list stands in data/fairness.toml.

use std::sync::LazyLock;

use serde::Deserialize;

use super::hits;
use crate::text::{Pattern, PatternSet, Vocabulary};

/// A topic that is off limits.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OffLimits {
    /// What it is.
    pub id: String,
    /// Why.
    pub reason: String,
    /// How it is asked.
    any: Vec<Pattern>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Data {
    topics: Vec<OffLimits>,
}

/// The topics, and their patterns compiled in the same order. A list that does not parse is empty; a test asks its questions.
static TOPICS: LazyLock<(Vec<OffLimits>, PatternSet)> = LazyLock::new(|| {
    let data = toml::from_str(include_str!("../../data/fairness.toml"));
    let topics = data.map_or_else(|_| Vec::new(), |data: Data| data.topics);
    let patterns: Vec<Pattern> = topics.iter().flat_map(|topic| topic.any.iter().cloned()).collect();
    (topics, PatternSet::compile(&Vocabulary::default(), &patterns))
});

/// What a question asks about that it must not, with the words that ask it.
pub fn off_limits(question: &str) -> Option<(&'static OffLimits, &str)> {
    let (topics, set) = &*TOPICS;
    let owners = topics.iter().flat_map(|topic| topic.any.iter().map(move |_| topic));
    let mut found = owners.zip(hits(set, question));
    found.find_map(|(topic, spans)| spans.first().map(|span| (topic, span.of(question))))
}
