//! Interviews and their questions, as the program runs on them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rubric::StarPart;

/// The four levels, lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Follows a runbook; names tools and their purpose.
    Junior,
    /// Owns a pipeline end to end.
    Mid,
    /// Designs the process; weighs options.
    Senior,
    /// Sets the standard for many teams; weighs cost, organisation and time.
    Staff,
}

impl Level {
    /// All levels, lowest first.
    pub const ALL: [Level; 4] = [Level::Junior, Level::Mid, Level::Senior, Level::Staff];

    /// What is expected at this level, in one line.
    pub fn expectation(self) -> &'static str {
        match self {
            Level::Junior => "names tools and what they are for; follows a runbook; trade-offs only when asked",
            Level::Mid => {
                "knows how it works and how it fails; owns a pipeline end to end; gives a reason for a choice"
            }
            Level::Senior => "designs the process and prevents repeats; weighs two options and says when, unasked",
            Level::Staff => "sets the standard for many teams; weighs cost, people and time; knows when not to",
        }
    }

    /// As it is written in content files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Level::Junior => "junior",
            Level::Mid => "mid",
            Level::Senior => "senior",
            Level::Staff => "staff",
        }
    }
}

impl std::fmt::Display for Level {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}

/// What sort of answer a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// How something works or is done.
    Technical,
    /// An open design task.
    Design,
    /// A story from the candidate's own work.
    Behavioural,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 3] = [Kind::Technical, Kind::Design, Kind::Behavioural];

    /// As it is written in files.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Technical => "technical",
            Kind::Design => "design",
            Kind::Behavioural => "behavioural",
        }
    }
}

/// A question, with all that is fixed about asking it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Unique over all interviews.
    pub id: String,
    /// The interview file it stands in.
    pub topic: String,
    /// The level it is for; one level below, it may be asked as a stretch, and one above as an opener.
    pub level: Level,
    /// What sort of answer it asks for.
    pub kind: Kind,
    /// Time box of the answer.
    pub minutes: u32,
    /// As it is asked.
    pub prompt: String,
    /// Other wordings of the same question.
    pub rephrased: Vec<String>,
    /// Neutral follow-ups.
    pub probes: Vec<Probe>,
}

impl Question {
    /// A wording by its number: 0 as it is written, then the other ones, and round again.
    pub fn wording(&self, number: usize) -> &str {
        match number % (1 + self.rephrased.len()) {
            0 => &self.prompt,
            nth => &self.rephrased[nth - 1],
        }
    }
}

/// A neutral follow-up question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Probe {
    /// When it is worth asking.
    pub when_missing: ProbeWhen,
    /// As it is asked.
    pub ask: String,
}

/// What must be missing from an answer for a probe to be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProbeWhen {
    /// A criterion of the question's rubric.
    Criterion(String),
    /// A part of the story (`star.result`).
    Star(StarPart),
    /// Nothing: it may always be asked.
    Always,
}

/// An interview: questions of its own, or a pool and the slots that draw from it, or both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Interview {
    /// Its file's name without the ending.
    pub id: String,
    /// For people.
    pub title: String,
    /// One line.
    pub summary: String,
    /// How long it lasts unless told otherwise.
    pub minutes: u32,
    /// Words an interviewer opens with.
    pub opening: String,
    /// Words an interviewer closes with.
    pub closing: String,
    /// Its own questions, in order.
    pub questions: Vec<String>,
    /// Topics whose questions it draws from, besides its own.
    pub topics: Vec<String>,
    /// What the report averages, in order.
    pub competencies: Vec<Competency>,
    /// What is drawn at each level, in the order it is asked. Empty: the interview's own questions in rising order.
    pub slots: BTreeMap<Level, Vec<Slot>>,
}

/// A named group of topics that the report averages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Competency {
    /// Unique within the interview.
    pub id: String,
    /// For people.
    pub title: String,
    /// Topic ids.
    pub topics: Vec<String>,
    /// How much it counts in the mean of all.
    #[serde(default, skip_serializing_if = "Weight::is_one")]
    pub weight: Weight,
}

/// How much a competency counts beside others, in hundredths; written as a number, and 1 unless given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Weight(pub u32);

impl Weight {
    /// From a number above 0, to two decimals.
    pub fn of(number: f64) -> Self {
        Weight((number.clamp(0.0, 1e6) * 100.0).round() as u32)
    }

    /// As a number.
    pub fn share(self) -> f64 {
        f64::from(self.0) / 100.0
    }

    /// Whether it is the usual one.
    pub fn is_one(&self) -> bool {
        *self == Weight::default()
    }
}

impl Default for Weight {
    fn default() -> Self {
        Weight(100)
    }
}

impl Serialize for Weight {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.share())
    }
}

impl<'de> Deserialize<'de> for Weight {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        f64::deserialize(deserializer).map(Weight::of)
    }
}

/// One place in an interview for which a question is drawn or fixed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// The part of the interview it belongs to.
    pub section: Section,
    /// Kinds of question that fit.
    pub kinds: Vec<Kind>,
    /// The question's own level, relative to the candidate's.
    pub level: SlotLevel,
    /// Shortest and longest time box that fits, in minutes.
    pub minutes: (u32, u32),
    /// How many probes may be asked.
    pub probes: u32,
    /// A question that always stands here.
    pub question: Option<String>,
}

/// The parts of an interview that hold questions, in the order they are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Section {
    /// An easy start.
    Opener,
    /// The bulk; repeated or shortened when there is more or less time.
    Core,
    /// The hardest question, asked between 40 and 70 % of the time.
    Hardest,
    /// A story.
    Behavioural,
}

/// A question's level relative to the candidate's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SlotLevel {
    /// One below, as an opener.
    Below,
    /// The candidate's own.
    Own,
    /// One above, as a stretch.
    Above,
}
