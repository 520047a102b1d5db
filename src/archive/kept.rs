//! One attempt as a file holds it: a row of each table, in the words of docs/data.md. What can be computed (titles for lists,
//! the fingerprint of the plan, results) is left out.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize};
use uuid::Uuid;

use super::Body;
use crate::attempt::{AttemptKind, State};

/// An attempt, complete but for the bundles that it names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptAttempt {
    /// UUID v7.
    #[schemars(with = "String")]
    pub id: Uuid,
    /// The profile it belongs to, by its id.
    #[schemars(with = "String")]
    pub profile: Uuid,
    /// A mock interview, a drill, or an interview held with somebody else.
    pub kind: AttemptKind,
    /// Whether it goes on.
    pub state: State,
    /// Version of the events' vocabulary.
    pub format: u32,
    /// Version of the program that began it.
    pub program: String,
    /// When it began.
    #[schemars(with = "String")]
    pub started: Timestamp,
    /// When it was finished or abandoned.
    #[schemars(with = "String")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Timestamp>,
    /// Last known position of the session clock, in milliseconds.
    pub clock_ms: u64,
    /// When that was.
    #[schemars(with = "String")]
    pub clock_wall: Timestamp,
    /// The scoring that lists show.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scoring: Option<u32>,
    /// The candidate's own labels, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// A word of the candidate about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<KeptNote>,
    /// How it was run.
    pub settings: Body,
    /// What was to be asked, and when.
    pub plan: Body,
    /// The questions of the plan, in order.
    pub asked: Vec<KeptAsked>,
    /// What happened, in order.
    pub events: Vec<KeptEvent>,
    /// Every judgement that an answer ever got, by question, rubric and engine.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scorecards: Vec<KeptCard>,
    /// Each pass of judging over the whole attempt, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scorings: Vec<KeptScoring>,
    /// What the candidate says should have counted, by number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contests: Vec<KeptContest>,
    /// What an interviewer rated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating_sheet: Option<Body>,
    /// For readers: the report, as `hotseat report --format json` prints it. Import reads past it.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "read_past")]
    pub report: Option<Body>,
}

/// A word of the candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptNote {
    /// The word.
    pub text: String,
    /// When it was written.
    #[schemars(with = "String")]
    pub made: Timestamp,
}

/// A question of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptAsked {
    /// The question's id.
    pub question: String,
    /// Fingerprint of the bundle it was begun with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bundle: Option<String>,
    /// Position on the session clock at which it was first shown, in milliseconds; none: it never was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reached_ms: Option<u64>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptEvent {
    /// 0, 1, 2… without gaps.
    pub seq: u64,
    /// Position on the session clock, in milliseconds.
    pub at_ms: u64,
    /// The time of day.
    #[schemars(with = "String")]
    pub wall: Timestamp,
    /// A short name of what happened.
    pub kind: String,
    /// The question it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// What happened.
    pub body: Body,
}

/// How one answer was judged, by which rules.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptCard {
    /// The question.
    pub question: String,
    /// Fingerprint of the bundle it was judged by.
    pub rubric: String,
    /// Version of the scoring rules.
    pub engine: String,
    /// The judgement.
    pub body: Body,
}

impl KeptCard {
    /// Whether a scoring means this one.
    pub(super) fn is_called(&self, name: &KeptCardName) -> bool {
        (&self.question, &self.rubric, &self.engine) == (&name.question, &name.rubric, &name.engine)
    }
}

/// One pass of judging.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptScoring {
    /// 1 for the one at the end of the attempt, 2… for later ones.
    pub number: u32,
    /// When it was done.
    #[schemars(with = "String")]
    pub scored: Timestamp,
    /// The overall score in thousandths; none: not scorable.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<u32>,
    /// The overall band, 1 to 4; none: not scorable.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub band: Option<u8>,
    /// Questions that were answered.
    pub answered: u32,
    /// The overall result.
    pub body: Body,
    /// Its scorecards, by question.
    pub scorecards: Vec<KeptCardName>,
}

/// One of the attempt's scorecards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptCardName {
    /// The question.
    pub question: String,
    /// Fingerprint of the bundle.
    pub rubric: String,
    /// Version of the scoring rules.
    pub engine: String,
}

/// What should have counted. Words, segment and both bytes stand there together or not at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptContest {
    /// 1, 2… within the attempt.
    pub number: u32,
    /// The question.
    pub question: String,
    /// The criterion of its rubric, or a part of the story.
    pub criterion: String,
    /// The segment of the probe that was answered with "already said".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub probe: Option<usize>,
    /// The segment that holds the words: 0 the answer, 1… the answers to probes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub segment: Option<usize>,
    /// First byte of the words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    /// One past their last byte.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
    /// The words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// A word to the rubric's author.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// When it was made, or last changed.
    #[schemars(with = "String")]
    pub made: Timestamp,
}

fn read_past<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Body>, D::Error> {
    IgnoredAny::deserialize(deserializer).map(|_| None)
}
