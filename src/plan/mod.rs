//! From an interview and options to a plan: which question when, for how long. Pure: the same arguments give the same plan.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::content::{Fingerprint, Level, Library, Section};

/// What the candidate chose.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// The candidate's level.
    pub level: Level,
    /// How long the interview lasts, before extra time; none: as the interview says.
    pub minutes: Option<u32>,
    /// Only questions of these topics; empty: all of the interview's.
    pub topics: Vec<String>,
    /// Seed of the draw.
    pub seed: u64,
    /// Extra time.
    pub extra_time: ExtraTime,
    /// Questions of recent attempts, drawn again only when the pool is exhausted.
    pub seen: Vec<String>,
}

/// A factor on every time, in hundredths: 100, 125, 150 or 200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtraTime(pub u32);

impl Default for ExtraTime {
    fn default() -> Self {
        ExtraTime(100)
    }
}

/// What will be asked, in order, with its times. All times are in seconds and include extra time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Version of this format: 1.
    pub format: u32,
    /// The interview's id.
    pub interview: String,
    /// The interview's title.
    pub title: String,
    /// The candidate's level.
    pub level: Level,
    /// How long the interview lasts, before extra time.
    pub minutes: u32,
    /// Extra time, in hundredths.
    pub extra_time: ExtraTime,
    /// Seed of the draw.
    pub seed: u64,
    /// Topics it was narrowed to.
    pub topics: Vec<String>,
    /// Questions that were avoided as seen.
    pub seen: Vec<String>,
    /// Questions of the pool that fit this level, and how many of them had not been seen.
    pub pool: Pool,
    /// What happens, in order.
    pub steps: Vec<Step>,
}

/// Size of the pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pool {
    /// Questions that fit.
    pub size: u32,
    /// Of these, not seen yet.
    pub fresh: u32,
}

/// One step of an interview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum Step {
    /// What will happen; not scored.
    Intro {
        /// Time allowed.
        seconds: u32,
    },
    /// A question.
    Question(Asked),
    /// The candidate's own questions; not scored, may be skipped.
    CandidateQuestions {
        /// Time allowed.
        seconds: u32,
    },
    /// The end; not scored, may be skipped.
    Close {
        /// Time allowed.
        seconds: u32,
    },
}

/// A question in a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The question.
    pub question: String,
    /// Its topic.
    pub topic: String,
    /// The part of the interview.
    pub section: Section,
    /// The level it is judged at: the higher of the candidate's and the question's own.
    pub level: Level,
    /// Reading allowance, before the answer's clock starts by itself.
    pub read_seconds: u32,
    /// Time box of the answer.
    pub answer_seconds: u32,
    /// How many probes may be asked.
    pub probes: u32,
    /// Time box of each probe, reading included.
    pub probe_seconds: u32,
}

impl Plan {
    /// The whole time, with extra time.
    pub fn total(&self) -> Duration {
        Duration::from_secs(u64::from(self.minutes) * 60 * u64::from(self.extra_time.0) / 100)
    }

    /// What makes two plans the same for a candidate: interview, level, time and questions with their times. Title, seed, topics and what
    /// was seen before do not count.
    pub fn fingerprint(&self) -> Fingerprint {
        let essence = (self.format, &self.interview, self.level, self.minutes, self.extra_time, &self.steps);
        let canonical = serde_json::to_vec(&essence).unwrap_or_default();
        Fingerprint(blake3::hash(&canonical).to_hex()[..16].to_string())
    }

    /// The questions, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Asked> {
        self.steps.iter().filter_map(|step| match step {
            Step::Question(asked) => Some(asked),
            _ => None,
        })
    }
}

/// Why no plan can be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// No question fits.
    #[error("no question fits: {0}")]
    NothingFits(String),
}

/// Draws a plan from an interview of the library.
pub fn draw(_library: &Library, _interview: &str, _options: &Options) -> Result<Plan, PlanError> {
    todo!()
}
impl Plan {
    pub fn freeze(&self) -> String {
        String::new()
    }
    pub fn thaw(_t: &str, _l: &Library) -> Result<Plan, PlanError> {
        todo!()
    }
    pub fn starts(&self) -> Vec<u64> {
        Vec::new()
    }
}
