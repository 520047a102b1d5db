//! rubrics/<topic>/<question>.toml, as written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::at::{At, Phrase};
use crate::content::interview::Level;
use crate::content::rubric::Dimension;
use crate::text::Span;

/// How one question is judged.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "hotseat rubric")]
pub struct RubricFile {
    /// The question's id; also the name of this file.
    #[schemars(required, length(min = 1))]
    pub question: Option<At<String>>,
    /// An answer that reaches band 4 at every level the question can be asked at.
    #[schemars(required, length(min = 1))]
    pub model_answer: Option<At<String>>,
    /// The same for a slow typist: fits the time box at 25 words a minute, and still reaches band 4.
    #[schemars(length(min = 1))]
    pub short_answer: Option<At<String>>,
    /// What a human rater sees: a description of each band.
    #[schemars(required)]
    pub anchors: Option<AnchorsFile>,
    /// What earns points.
    #[schemars(required, length(min = 1))]
    pub criteria: Option<Vec<CriterionFile>>,
    /// Misconceptions that cost points.
    #[serde(default)]
    pub red_flags: Vec<RedFlagFile>,
    /// Benchmark answers that keep the rubric honest.
    #[serde(default)]
    pub samples: Vec<SampleFile>,
}

impl RubricFile {
    /// The criteria, in order.
    pub fn criteria(&self) -> &[CriterionFile] {
        self.criteria.as_deref().unwrap_or_default()
    }

    /// The patterns of `unless`.
    pub fn exclusions(&self) -> impl Iterator<Item = &Phrase> {
        let criteria = self.criteria().iter().flat_map(|criterion| &criterion.unless);
        criteria.chain(self.red_flags.iter().flat_map(|flag| &flag.unless))
    }

    /// Every pattern in the file.
    pub fn phrases(&self) -> impl Iterator<Item = &Phrase> {
        let criteria = self.criteria().iter().flat_map(CriterionFile::phrases);
        criteria.chain(self.red_flags.iter().flat_map(|flag| flag.any.iter().flatten().chain(&flag.unless)))
    }
}

/// What each band looks like.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Anchors")]
pub struct AnchorsFile {
    /// The lowest band.
    #[serde(rename = "1")]
    #[schemars(required, length(min = 1))]
    pub one: Option<At<String>>,
    /// Below what is expected.
    #[serde(rename = "2")]
    #[schemars(required, length(min = 1))]
    pub two: Option<At<String>>,
    /// What is expected.
    #[serde(rename = "3")]
    #[schemars(required, length(min = 1))]
    pub three: Option<At<String>>,
    /// The highest band.
    #[serde(rename = "4")]
    #[schemars(required, length(min = 1))]
    pub four: Option<At<String>>,
}

/// Whose doings count.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Speaker {
    /// Only what speakers say of themselves.
    #[serde(rename = "self")]
    Oneself,
}

/// Which form earns the credit.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// The denied form ("we never store secrets in Git").
    Negated,
}

/// One thing an answer can earn points for. Several of `any`, `all`, `group`, `tradeoff` and `measured` may be given: the best counts.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Criterion")]
pub struct CriterionFile {
    /// Its name, unique within the rubric.
    #[schemars(required, regex(pattern = "^[a-z0-9][a-z0-9._-]*$"))]
    pub id: Option<At<String>>,
    /// What it belongs to.
    #[schemars(required)]
    pub dimension: Option<At<Dimension>>,
    /// Its weight within the dimension; 1 unless given.
    #[schemars(range(min = 1, max = 10))]
    pub points: Option<At<u32>>,
    /// The lowest level that is expected to say it; the question's own unless given.
    pub level: Option<At<Level>>,
    /// Whether band 3 is out of reach without it.
    #[serde(default)]
    pub required: bool,
    /// Ways to say it.
    #[schemars(length(min = 1))]
    pub any: Option<Vec<Phrase>>,
    /// How many distinct hits of `any` or `group` earn in full; 1 unless given.
    #[schemars(range(min = 1, max = 20))]
    pub need: Option<At<u32>>,
    /// Patterns that must all be there.
    #[schemars(length(min = 1))]
    pub all: Option<Vec<Phrase>>,
    /// A group of the lexicon; any of its terms counts.
    #[schemars(length(min = 1))]
    pub group: Option<At<String>>,
    /// Topics near which an alternative must stand with a cost, risk, reason or condition; an empty list: anywhere.
    pub tradeoff: Option<Vec<Phrase>>,
    /// Things near which a number with its unit must stand.
    #[schemars(length(min = 1))]
    pub measured: Option<Vec<Phrase>>,
    /// A hit does not count in a sentence where one of these stands.
    #[serde(default)]
    pub unless: Vec<Phrase>,
    /// How many sentences `all`, `tradeoff` and `measured` may spread over; 1 unless given, 2 for `tradeoff`.
    #[schemars(range(min = 1, max = 5))]
    pub within_sentences: Option<At<u32>>,
    /// `self`: only what speakers say of themselves counts.
    pub speaker: Option<At<Speaker>>,
    /// `negated`: the denied form earns the credit.
    pub polarity: Option<At<Polarity>>,
    /// What to say next time.
    #[schemars(length(min = 1))]
    pub feedback: Option<At<String>>,
}

impl CriterionFile {
    /// Where the patterns of its rules stand, `group` among them, in the order in which the rules are built.
    pub fn places(&self) -> impl Iterator<Item = Span> {
        let spans = |phrases: &Option<Vec<Phrase>>| -> Vec<Span> {
            phrases.iter().flatten().map(|phrase| phrase.span).collect()
        };
        let group = self.group.as_ref().map(|group| group.span).into_iter().collect();
        let forms = [spans(&self.any), group, spans(&self.all), spans(&self.tradeoff), spans(&self.measured)];
        forms.into_iter().flatten()
    }

    /// Every pattern of the criterion.
    pub fn phrases(&self) -> impl Iterator<Item = &Phrase> {
        let forms = [&self.any, &self.all, &self.tradeoff, &self.measured];
        forms.into_iter().flatten().flatten().chain(&self.unless)
    }
}

/// A misconception.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RedFlag")]
pub struct RedFlagFile {
    /// Its name, unique within the rubric.
    #[schemars(required, regex(pattern = "^[a-z0-9][a-z0-9._-]*$"))]
    pub id: Option<At<String>>,
    /// How it is voiced.
    #[schemars(required, length(min = 1))]
    pub any: Option<Vec<Phrase>>,
    /// A hit does not count in a sentence where one of these stands.
    #[serde(default)]
    pub unless: Vec<Phrase>,
    /// `self`: only what speakers say of themselves counts.
    pub speaker: Option<At<Speaker>>,
    /// Taken off the score, as a share of the whole (0.15).
    #[schemars(required, range(min = 0.0, max = 1.0))]
    pub penalty: Option<At<f64>>,
    /// The highest band still within reach.
    #[schemars(range(min = 1, max = 4))]
    pub caps: Option<At<u8>>,
    /// Why it is wrong.
    #[schemars(length(min = 1))]
    pub feedback: Option<At<String>>,
}

/// A benchmark answer.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Sample")]
pub struct SampleFile {
    /// The band it deserves at the question's own level.
    #[schemars(required, range(min = 1, max = 4))]
    pub band: Option<At<u8>>,
    /// Whether its author had seen the question only, not the criteria.
    #[serde(default)]
    pub blind: bool,
    /// How it is written (`spoken`, `plain`, `hurried`…), for statistics.
    #[serde(default)]
    pub style: String,
    /// Why the rubric does not see it in its band, where that is known and accepted.
    #[schemars(length(min = 1))]
    pub stray: Option<At<String>>,
    /// The answer.
    #[schemars(required)]
    pub answer: Option<At<String>>,
}
