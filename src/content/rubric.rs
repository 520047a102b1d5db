//! Rubrics, as the program runs on them: how one question is judged.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::interview::Level;
use crate::text::Pattern;

/// How one question is judged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rubric {
    /// The question's id.
    pub question: String,
    /// An answer that reaches band 4 at every level the question can be asked at.
    pub model_answer: String,
    /// The same for somebody who types 25 words a minute: fits the time box and still reaches band 4.
    pub short_answer: String,
    /// What a human rater sees: a description of each band, 1 to 4.
    pub anchors: [String; 4],
    /// What earns points.
    pub criteria: Vec<Criterion>,
    /// Misconceptions that cost points.
    pub red_flags: Vec<RedFlag>,
    /// Benchmark answers that keep the rubric honest.
    pub samples: Vec<Sample>,
    /// True for rubrics outside the shipped bank that do not (yet) prove themselves.
    pub draft: bool,
}

impl Rubric {
    /// In the place of a rubric that nobody has written: nothing to listen for and nothing to judge by, only what ratings mean.
    pub fn unwritten(question: &str, anchors: [String; 4]) -> Self {
        Rubric {
            question: question.to_owned(),
            model_answer: String::new(),
            short_answer: String::new(),
            anchors,
            criteria: Vec::new(),
            red_flags: Vec::new(),
            samples: Vec::new(),
            draft: true,
        }
    }

    /// What is expected of a level, then what is beyond it, each as the rubric has it: the order in which interviewers see criteria.
    pub fn split(&self, level: Level) -> (Vec<&Criterion>, Vec<&Criterion>) {
        self.criteria.iter().partition(|criterion| criterion.level <= level)
    }

    /// Every pattern that judging by it can look for.
    pub fn patterns(&self) -> impl Iterator<Item = &Pattern> {
        let criteria = self.criteria.iter().flat_map(|criterion| criterion.patterns().chain(&criterion.unless));
        criteria.chain(self.red_flags.iter().flat_map(|flag| flag.any.iter().chain(&flag.unless)))
    }
}

/// The dimensions an answer is judged in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Dimension {
    /// What is done, and why it works.
    Substance,
    /// The means, named or described.
    Tools,
    /// Alternatives weighed, with cost, risk or condition.
    Tradeoffs,
    /// The parts of a story.
    Star,
}

impl Dimension {
    /// All of them, in the order in which they are told.
    pub const ALL: [Dimension; 4] = [Dimension::Substance, Dimension::Tools, Dimension::Tradeoffs, Dimension::Star];
}

/// The parts of a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum StarPart {
    /// One dated or placed episode.
    Situation,
    /// What the speaker had to achieve.
    Task,
    /// What the speaker did.
    Action,
    /// What changed.
    Result,
}

/// One thing an answer can earn points for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Criterion {
    /// Unique within the rubric.
    pub id: String,
    /// What it belongs to.
    pub dimension: Dimension,
    /// Weight within its dimension, at least 1.
    pub points: u32,
    /// The lowest level that is expected to say it; a bonus below.
    pub level: Level,
    /// Band 3 is out of reach without it, at or above its level.
    pub required: bool,
    /// What has to be said; the best of these counts. At least one.
    pub rules: Vec<Rule>,
    /// A hit in a sentence where one of these matches does not count.
    pub unless: Vec<Pattern>,
    /// How many sentences `all`, `tradeoff` and `measured` may spread over; at least 1.
    pub within_sentences: u32,
    /// Only what the speaker says of himself or herself counts.
    pub speaker_self: bool,
    /// Credit for the denied form ("we never store secrets in Git").
    pub negated: bool,
    /// What to say next time.
    pub feedback: String,
}

impl Criterion {
    /// The patterns that can meet it.
    pub fn patterns(&self) -> impl Iterator<Item = &Pattern> {
        self.rules.iter().flat_map(|rule| match rule {
            Rule::Any { patterns, .. } | Rule::All { patterns } => patterns,
            Rule::Tradeoff { near } | Rule::Measured { near } => near,
        })
    }
}

/// The ways a criterion can be met.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// `need` distinct hits among the patterns earn in full, fewer in proportion.
    Any {
        /// Alternatives.
        patterns: Vec<Pattern>,
        /// How many distinct ones earn in full; at least 1.
        need: u32,
    },
    /// Every pattern, within `within_sentences`.
    All {
        /// All of these.
        patterns: Vec<Pattern>,
    },
    /// An alternative with a cost, risk, reason or condition, near one of these topics.
    Tradeoff {
        /// The topics; empty: anywhere.
        near: Vec<Pattern>,
    },
    /// A number with its unit near one of these.
    Measured {
        /// What is measured.
        near: Vec<Pattern>,
    },
}

/// A misconception.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RedFlag {
    /// Unique within the rubric.
    pub id: String,
    /// How it is voiced.
    pub any: Vec<Pattern>,
    /// A hit in a sentence where one of these matches does not count.
    pub unless: Vec<Pattern>,
    /// Only what the speaker says of himself or herself counts.
    pub speaker_self: bool,
    /// Taken off the score, in thousandths.
    pub penalty: u32,
    /// The highest band still within reach.
    pub caps: Option<u8>,
    /// Why it is wrong.
    pub feedback: String,
}

/// A benchmark answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sample {
    /// The band it deserves at the question's own level, 1 to 4.
    pub band: u8,
    /// Written from the question alone, by somebody who had not seen the criteria.
    pub blind: bool,
    /// How it is written (`spoken`, `plain`, `hurried`…), for statistics.
    pub style: String,
    /// Why the rubric does not see it in its band, where that is known and accepted.
    pub stray: Option<String>,
    /// The answer.
    pub answer: String,
}
