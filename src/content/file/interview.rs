//! interviews/<topic>.toml, as written.

use schemars::JsonSchema;
use serde::Deserialize;

use super::at::At;
use crate::content::interview::{Kind, Level, Section, SlotLevel};

/// An interview: questions of its own, or topics and slots to draw from, or both.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "hotseat interview")]
pub struct InterviewFile {
    /// What it is called, for people.
    #[schemars(required, length(min = 1))]
    pub title: Option<At<String>>,
    /// What it is about, in one line.
    #[schemars(required, length(min = 1))]
    pub summary: Option<At<String>>,
    /// How long it lasts, unless the candidate chooses otherwise.
    #[schemars(required, range(min = 5, max = 240))]
    pub minutes: Option<At<u32>>,
    /// Words an interviewer opens with.
    pub opening: Option<At<String>>,
    /// Words an interviewer closes with.
    pub closing: Option<At<String>>,
    /// Topics (names of other interview files) whose questions it draws from, besides its own.
    #[serde(default)]
    pub topics: Vec<At<String>>,
    /// Its own questions, in order.
    #[serde(default)]
    pub questions: Vec<QuestionFile>,
    /// Groups of topics that the report averages, in order.
    #[serde(default)]
    pub competencies: Vec<CompetencyFile>,
    /// An interview whose slots it takes, instead of slots of its own.
    #[schemars(length(min = 1))]
    pub slots_of: Option<At<String>>,
    /// What is asked at each level, in order. Without slots, its own questions in rising order.
    #[serde(default)]
    pub slots: SlotsFile,
}

impl InterviewFile {
    /// Whether it says itself what is asked at some level.
    pub fn has_slots(&self) -> bool {
        self.slots.by_level().iter().any(|(_, slots)| !slots.is_empty())
    }
}

/// A question.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Question")]
pub struct QuestionFile {
    /// Its name, unique over all interviews.
    #[schemars(required, regex(pattern = "^[a-z0-9][a-z0-9._-]*$"))]
    pub id: Option<At<String>>,
    /// The level it is for; one level below, it may be asked as a stretch, and one above as an opener.
    #[schemars(required)]
    pub level: Option<At<Level>>,
    /// What sort of answer it asks for.
    #[schemars(required)]
    pub kind: Option<At<Kind>>,
    /// Time for the answer.
    #[schemars(required, range(min = 1, max = 30))]
    pub minutes: Option<At<u32>>,
    /// As it is asked.
    #[schemars(required, length(min = 1))]
    pub prompt: Option<At<String>>,
    /// Other wordings of the same question, so that a retry is not learnt by heart.
    #[serde(default)]
    #[schemars(inner(length(min = 1)))]
    pub rephrased: Vec<At<String>>,
    /// Neutral follow-ups.
    #[serde(default)]
    pub probes: Vec<ProbeFile>,
}

/// A neutral follow-up question.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Probe")]
pub struct ProbeFile {
    /// What must be missing for it to be asked: a criterion of the rubric, a part of the story (`star.result`), or `always`.
    #[schemars(required, length(min = 1))]
    pub when_missing: Option<At<String>>,
    /// As it is asked.
    #[schemars(required, length(min = 1))]
    pub ask: Option<At<String>>,
}

/// A named group of topics.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Competency")]
pub struct CompetencyFile {
    /// Its name, unique within the interview.
    #[schemars(required, regex(pattern = "^[a-z0-9][a-z0-9._-]*$"))]
    pub id: Option<At<String>>,
    /// What it is called, for people.
    #[schemars(required, length(min = 1))]
    pub title: Option<At<String>>,
    /// Its topics.
    #[schemars(required, length(min = 1))]
    pub topics: Option<Vec<At<String>>>,
    /// How much it counts beside the others; 1 unless given.
    #[schemars(range(min = 0.01, max = 100))]
    pub weight: Option<At<f64>>,
}

/// Slots by level.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Slots")]
pub struct SlotsFile {
    /// Asked of juniors.
    #[serde(default)]
    pub junior: Vec<SlotFile>,
    /// Asked at mid level.
    #[serde(default)]
    pub mid: Vec<SlotFile>,
    /// Asked of seniors.
    #[serde(default)]
    pub senior: Vec<SlotFile>,
    /// Asked at staff level.
    #[serde(default)]
    pub staff: Vec<SlotFile>,
}

impl SlotsFile {
    /// Each level with its slots, lowest first.
    pub fn by_level(&self) -> [(Level, &[SlotFile]); 4] {
        [
            (Level::Junior, &self.junior),
            (Level::Mid, &self.mid),
            (Level::Senior, &self.senior),
            (Level::Staff, &self.staff),
        ]
    }
}

/// One place in an interview for which a question is drawn or fixed.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Slot")]
pub struct SlotFile {
    /// The part of the interview; sections come in the order opener, core, hardest, behavioural or as written.
    #[schemars(required)]
    pub section: Option<At<Section>>,
    /// Kinds of question that fit.
    #[schemars(required, length(min = 1))]
    pub kinds: Option<Vec<At<Kind>>>,
    /// The question's own level, relative to the candidate's; `own` unless given.
    pub level: Option<At<SlotLevel>>,
    /// Shortest and longest time box that fits, in minutes.
    #[schemars(required, inner(range(min = 1, max = 30)))]
    pub minutes: Option<At<[u32; 2]>>,
    /// How many probes may be asked; 1 unless given.
    #[schemars(range(max = 5))]
    pub probes: Option<At<u32>>,
    /// A question that always stands here.
    pub question: Option<At<String>>,
    /// How many such slots stand in a row; 1 unless given.
    #[schemars(range(min = 1, max = 20))]
    pub repeat: Option<At<u32>>,
}
