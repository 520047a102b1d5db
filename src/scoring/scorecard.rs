//! What a judged answer looks like: the JSON contract of `hotseat score`, kept with every attempt.
//! Spans are byte offsets into the original text of their segment. Shares are thousandths here and 0.0-1.0 in JSON.

use serde::{Deserialize, Serialize};

use crate::content::{Dimension, Level};
use crate::text::Span;

/// A share in thousandths (0 to 1000), written to JSON as a number from 0.0 to 1.0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mille(pub u32);

impl Serialize for Mille {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0) / 1000.0)
    }
}

impl<'de> Deserialize<'de> for Mille {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let share = f64::deserialize(deserializer)?;
        Ok(Mille((share.clamp(0.0, 1.0) * 1000.0).round() as u32))
    }
}

/// The judgement of one answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scorecard {
    /// Version of this format: 1.
    pub format: u32,
    /// The question.
    pub question: String,
    /// The level it was judged at.
    pub level: Level,
    /// None: not scorable (another language, or nothing written).
    pub score: Option<Mille>,
    /// 1 to 4; none: not scorable, or no band is given (see `flags`).
    pub band: Option<u8>,
    /// By dimension, in the fixed order substance, tools, tradeoffs, star; only those that weigh at this level.
    pub dimensions: Vec<DimensionScore>,
    /// In the rubric's order.
    pub criteria: Vec<CriterionScore>,
    /// For behavioural questions.
    pub star: Option<StarScore>,
    /// About the answer as a whole.
    pub flags: Vec<AnswerFlag>,
    /// Misconceptions that were voiced.
    pub red_flags: Vec<FlagHit>,
    /// What held the band down.
    pub caps: Vec<Cap>,
    /// The one change worth most.
    pub next_step: Option<NextStep>,
    /// What would raise it one band; none at band 4, and where no band is given.
    #[serde(default)]
    pub raise: Option<Raise>,
    /// True where the score is near a cut, the answer short, or a flag raised.
    pub low_confidence: bool,
    /// Score of the answer without its probes, where probes were answered.
    pub unprompted: Option<Mille>,
    /// Fingerprint of the bundle.
    pub rubric: String,
    /// Version of the scoring rules.
    pub engine: String,
}

/// The score in one dimension.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DimensionScore {
    /// Which.
    pub id: Dimension,
    /// What was earned of what is expected at this level.
    pub score: Mille,
    /// Its share of the whole; the weights sum to 1000.
    pub weight: Mille,
}

/// The score of one criterion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CriterionScore {
    /// Which.
    pub id: String,
    /// Its dimension.
    pub dimension: Dimension,
    /// Its weight within the dimension.
    pub points: u32,
    /// Whether it is expected at this level; otherwise it is a bonus.
    pub expected: bool,
    /// How much of it was earned.
    pub credit: Mille,
    /// What earned it.
    pub evidence: Vec<Evidence>,
    /// What would have earned it, but for a reason.
    pub withheld: Vec<Withheld>,
    /// What to say next time.
    pub feedback: String,
}

/// Words that earned something.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// 0 the answer, 1… the answers to probes.
    pub segment: usize,
    /// Where in the segment.
    #[serde(flatten)]
    pub span: Span,
    /// The words.
    pub text: String,
    /// How they were meant.
    pub status: Status,
    /// The pattern or rule that recognised them.
    pub rule: String,
    /// Whether a typing error was forgiven.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub misspelt: bool,
}

/// Words that would have earned something.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Withheld {
    /// 0 the answer, 1… the answers to probes.
    pub segment: usize,
    /// Where in the segment.
    #[serde(flatten)]
    pub span: Span,
    /// The words.
    pub text: String,
    /// How they were meant.
    pub status: Status,
    /// Why they did not count, for people ("'never used' denies it").
    pub because: String,
}

/// How words were meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Said as true of what the speaker does or did.
    Affirmed,
    /// "I would", "we plan to".
    Hypothetical,
    /// "I have heard of".
    Weak,
    /// Somebody else's.
    Other,
    /// "instead of", "moved away from".
    Rejected,
    /// "never", "no experience with".
    Negated,
    /// The question's own words.
    Echo,
    /// In a list of words without a statement.
    Listed,
    /// Excluded by the rubric (`unless`), or cancelled by a red flag.
    Excluded,
}

/// The parts of a story.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StarScore {
    /// One dated or placed episode.
    pub situation: Mille,
    /// What the speaker had to achieve.
    pub task: Mille,
    /// What the speaker did.
    pub action: Mille,
    /// What changed.
    pub result: Mille,
    /// Whether the result has a number or a before and after.
    pub measured: bool,
    /// What sort of answer it is.
    pub form: StoryForm,
    /// The words behind each part.
    pub evidence: Vec<(crate::content::StarPart, Evidence)>,
}

/// What sort of answer was given to "tell me about a time".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StoryForm {
    /// One episode.
    Story,
    /// "I usually would…".
    PseudoStory,
    /// Opinion or self-description.
    Opinion,
}

/// Something about the answer as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerFlag {
    /// Nothing written.
    Empty,
    /// Fewer words than an answer needs.
    TooShort,
    /// Terms without statements.
    KeywordList,
    /// Mostly the question's own words.
    QuestionEcho,
    /// Words in no order.
    Scrambled,
    /// The model answer pasted back: scored, but no band.
    ModelCopy,
    /// Not English: not scored.
    OtherLanguage,
    /// Only the first 20,000 characters were read.
    Truncated,
    /// On topic as far as can be told, but nothing was recognised: judge it by the anchors.
    NotRecognised,
}

/// A misconception that was voiced.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FlagHit {
    /// Which red flag of the rubric.
    pub id: String,
    /// What it took off.
    pub penalty: Mille,
    /// The words.
    pub evidence: Vec<Evidence>,
    /// Why it is wrong.
    pub feedback: String,
}

/// What held the band down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cap {
    /// The highest band within reach.
    pub band: u8,
    /// Why, for people.
    pub because: String,
}

/// The one change worth most.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NextStep {
    /// The criterion, or a part of the story (`star.result`).
    pub criterion: String,
    /// What to say.
    pub say: String,
    /// What it would add to the score, computed by scoring again.
    pub gain: Mille,
    /// The band that it would reach.
    pub band: Option<u8>,
}

/// The least that would raise an answer one band, computed by scoring again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Raise {
    /// The band that it would reach.
    pub band: u8,
    /// What to say, all of it; empty where nothing that could be said is enough.
    pub steps: Vec<RaiseStep>,
    /// Why nothing that could be said is enough, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blocked: Option<String>,
}

/// One of the things to say for the next band.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RaiseStep {
    /// The criterion, or a part of the story (`star.result`).
    pub criterion: String,
    /// What to say.
    pub say: String,
    /// What it would add to the score, said after the steps before it; 0 where only all together lift a cap.
    pub gain: Mille,
}
