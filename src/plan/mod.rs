//! From an interview and options to a plan: which question when, for how long. Pure: the same arguments give the same plan.
//!
//! [`draw`] goes in four steps, each in its own file: the interview's slots become wishes (`wish`); questions of the pool are
//! ranked for each wish (`pool`); as many wishes are granted as the time allows (`select`, with `time`); and the granted ones
//! are put in the order in which they are asked (`order`).

mod draw;
mod error;
mod freeze;
mod order;
mod pool;
mod select;
mod single;
mod time;
mod wish;

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::content::{Fingerprint, Level, Section};

pub use draw::{breadth, draw};
pub use error::{PlanError, ThawError};
pub use single::single;
pub use time::LONGEST_MINUTES;

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

impl Options {
    /// The usual choice at a level: the whole interview as it says, seed 0, nothing seen.
    pub fn at(level: Level) -> Self {
        let extra_time = ExtraTime::default();
        Options { level, minutes: None, topics: Vec::new(), seed: 0, extra_time, seen: Vec::new() }
    }
}

/// A factor on every time, in hundredths: 100, 125, 150 or 200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
    /// The wording it is first asked in, by [`crate::content::Question::wording`]; 0, as it is written, stands in no file.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub wording: u32,
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

impl Plan {
    /// The whole time, with extra time.
    pub fn total(&self) -> Duration {
        Duration::from_secs(u64::from(self.minutes) * 60 * u64::from(self.extra_time.0) / 100)
    }

    /// When each step starts, from the beginning, if every step takes all of its time.
    pub fn clock(&self) -> Vec<Duration> {
        let mut now = 0;
        let start = |step: &Step| {
            let start = now;
            now += u64::from(step.seconds()) + u64::from(self.gap_after(step));
            Duration::from_secs(start)
        };
        self.steps.iter().map(start).collect()
    }

    /// When the last step ends, if every step takes all of its time. What is left of the whole time is the reserve.
    pub fn planned(&self) -> Duration {
        let seconds = |step: &Step| u64::from(step.seconds()) + u64::from(self.gap_after(step));
        Duration::from_secs(self.steps.iter().map(seconds).sum())
    }

    /// What makes two plans the same for a candidate: interview, level, time and questions with their times. Title, seed,
    /// topics and what was seen before do not count.
    pub fn fingerprint(&self) -> Fingerprint {
        let essence = (self.format, &self.interview, self.level, self.minutes, self.extra_time, &self.steps);
        let canonical = serde_json::to_vec(&essence).unwrap_or_default();
        Fingerprint(blake3::hash(&canonical).to_hex()[..16].to_string())
    }

    /// The fingerprint at usual times: who needs extra time is asked the same as everybody, so guides and interviewers'
    /// scorecards go by this one.
    pub fn usual_fingerprint(&self) -> Fingerprint {
        self.clone().with_extra_time(ExtraTime::default()).fingerprint()
    }

    /// The same plan under another factor: the same questions, every time stretched anew.
    pub fn with_extra_time(mut self, extra_time: ExtraTime) -> Self {
        let old = self.extra_time;
        self.steps.iter_mut().flat_map(Step::times).for_each(|time| *time = extra_time.stretch(old.relax(*time)));
        self.extra_time = extra_time;
        self
    }

    /// Whether it is one question with nothing around it, as drills ask them: its box is all the time there is.
    pub fn is_single(&self) -> bool {
        matches!(self.steps.as_slice(), [Step::Question(_)])
    }

    /// The questions, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Asked> {
        self.steps.iter().filter_map(|step| match step {
            Step::Question(asked) => Some(asked),
            _ => None,
        })
    }

    /// A breath after each question; in seconds.
    fn gap_after(&self, step: &Step) -> u32 {
        match step {
            Step::Question(_) => self.extra_time.stretch(time::BETWEEN),
            _ => 0,
        }
    }
}

impl Step {
    /// All the time it may take, reading and probes included; in seconds.
    pub fn seconds(&self) -> u32 {
        match self {
            Step::Intro { seconds } | Step::CandidateQuestions { seconds } | Step::Close { seconds } => *seconds,
            Step::Question(asked) => asked.seconds(),
        }
    }

    fn times(&mut self) -> Vec<&mut u32> {
        match self {
            Step::Intro { seconds } | Step::CandidateQuestions { seconds } | Step::Close { seconds } => vec![seconds],
            Step::Question(asked) => {
                vec![&mut asked.read_seconds, &mut asked.answer_seconds, &mut asked.probe_seconds]
            }
        }
    }
}

impl Asked {
    /// All the time it may take: reading, the answer and every probe; in seconds.
    pub fn seconds(&self) -> u32 {
        let probes = self.probes.saturating_mul(self.probe_seconds);
        self.read_seconds.saturating_add(self.answer_seconds).saturating_add(probes)
    }
}

impl ExtraTime {
    /// Whether every time is the usual one.
    pub fn is_none(&self) -> bool {
        *self == ExtraTime::default()
    }

    /// A time with the factor, rounded down, so that the parts never exceed the whole.
    pub fn stretch(self, seconds: u32) -> u32 {
        u32::try_from(u64::from(seconds) * u64::from(self.0) / 100).unwrap_or(u32::MAX)
    }

    /// The time that, stretched, gave this one; exact for factors of 100 and more.
    fn relax(self, seconds: u32) -> u32 {
        u32::try_from((u64::from(seconds) * 100).div_ceil(u64::from(self.0.max(1)))).unwrap_or(u32::MAX)
    }
}
