//! A kept sitting: the plan, what was typed and when, and how it was judged. Reports and comparisons work from this alone.

pub mod case;
pub mod contest;
mod moved;
mod outline;
pub mod passage;
pub mod rescore;
mod result;
mod state;
pub mod timeline;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::content::{Bundle, Competency, Level, Question};
use crate::plan::{ExtraTime, Plan};
use crate::scoring::scorecard::Mille;
use crate::scoring::{InterviewScore, Judge, Scorecard, Segment, interview};
use crate::session::{Answer, Outcome, Pace, Rules, Transcript};
use contest::Contest;
pub use moved::{AttemptMove, CriterionMove, Moved, Revision, Swing, Tally, Then, Why};
pub use outline::{AskedName, AttemptOutline, QuestionOutline};
pub use result::{AttemptResults, Frame, QuestionResult, StoryShares, USUAL_STORY, results};
pub use state::State;

/// How a sitting was run, stored with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Strict or practice; feedback after each question or at the end.
    pub rules: Rules,
    /// Composing speed, by which the words that fit a box are told.
    pub pace: Pace,
    /// Answers came from a file: there is no typing timeline.
    pub scripted: bool,
    /// What the interview's score is averaged over, as the interview file had it at the time.
    pub competencies: Vec<Competency>,
}

/// A sitting with its judgements.
#[derive(Debug, Clone, PartialEq)]
pub struct Attempt {
    /// Its identity.
    pub id: Uuid,
    /// When it began.
    pub started: Timestamp,
    /// When it was finished; none while it can be resumed.
    pub ended: Option<Timestamp>,
    /// How it was run.
    pub settings: Settings,
    /// What was to be asked.
    pub plan: Plan,
    /// What was said.
    pub transcript: Transcript,
    /// The questions and rubrics it was begun with, by question.
    pub bundles: BTreeMap<String, Arc<Bundle>>,
    /// One for each question of the plan, in order.
    pub judged: Vec<Judged>,
    /// What the candidate contests, by number.
    pub contests: Vec<Contest>,
    /// What the candidate says of it.
    pub labels: Labels,
}

/// What the candidate says of an attempt.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labels {
    /// Short names, sorted.
    pub tags: Vec<String>,
    /// A word about it.
    pub note: Option<String>,
}

/// Longest tag, in characters.
const LONGEST_TAG: usize = 40;

/// Whether a tag may be called so.
///
/// # Errors
/// Why not.
pub fn check_tag(name: &str) -> Result<(), String> {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    match name.chars().count() {
        0 => Err("a tag has at least one letter or digit".into()),
        count if count > LONGEST_TAG => Err(format!("a tag has at most {LONGEST_TAG} characters")),
        _ if name.chars().all(fits) => Ok(()),
        _ => Err("a tag has only letters, digits, '-', '_' and '.'".into()),
    }
}

/// How one question was judged.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Judged {
    /// The official result: the text as it stood at the limit. None where nothing was written.
    pub in_time: Option<Scorecard>,
    /// The result with the over-time text; none where there is none.
    pub complete: Option<Scorecard>,
}

impl Judged {
    /// The result with everything that was written.
    pub fn complete(&self) -> Option<&Scorecard> {
        self.complete.as_ref().or(self.in_time.as_ref())
    }
}

impl Attempt {
    /// The interview's score, over one of the results of each question.
    pub fn overall(&self, result: impl Fn(&Judged) -> Option<&Scorecard>) -> InterviewScore {
        let parts = self.plan.questions().zip(&self.transcript.answers).zip(&self.judged);
        let asked = parts.map(|((asked, answer), judged)| interview::Asked {
            question: asked.question.clone(),
            topic: asked.topic.clone(),
            outcome: counted(answer.outcome, result(judged)),
        });
        let Some(bundle) = self.bundles.values().next() else {
            return InterviewScore::default();
        };
        interview::interview(&asked.collect::<Vec<_>>(), &self.settings.competencies, &bundle.scale)
    }

    /// A question and the rubric it was judged by; none where the attempt has lost them.
    pub fn bundle(&self, question: &str) -> Option<&Bundle> {
        self.bundles.get(question).map(|bundle| &**bundle)
    }

    /// How many questions got an answer.
    pub fn answered(&self) -> usize {
        self.transcript.answers.iter().filter(|answer| answer.outcome == Outcome::Answered).count()
    }
}

/// How a question counts in the interview's score.
fn counted(outcome: Outcome, card: Option<&Scorecard>) -> interview::Outcome {
    match (outcome, card) {
        (Outcome::NotReached | Outcome::Open, _) => interview::Outcome::NotReached,
        (Outcome::Skipped, _) => interview::Outcome::Skipped,
        (Outcome::Empty, _) => interview::Outcome::Empty,
        // Its rubric was gone when the attempt was scored again.
        (Outcome::Answered, None) => interview::Outcome::NotScorable,
        (Outcome::Answered, Some(card)) => {
            card.score.map_or(interview::Outcome::NotScorable, interview::Outcome::Scored)
        }
    }
}

/// Judges what was said to one question.
pub fn judge(judge: &Judge, question: &Question, answer: &Answer, level: Level) -> Judged {
    if answer.outcome != Outcome::Answered {
        return Judged::default();
    }
    let card = |official: bool| {
        let text = |segment: &'_ crate::session::Segment| {
            if official { segment.official().to_owned() } else { segment.text.clone() }
        };
        let texts: Vec<String> = answer.segments.iter().map(text).collect();
        let segments: Vec<Segment<'_>> = answer
            .segments
            .iter()
            .zip(&texts)
            .map(|(segment, text)| Segment { probe: wording(question, segment.probe), text })
            .collect();
        judge.score(&segments, level)
    };
    Judged { in_time: Some(card(true)), complete: answer.has_overtime_text().then(|| card(false)) }
}

fn wording(question: &Question, probe: Option<usize>) -> Option<&str> {
    probe.and_then(|probe| question.probes.get(probe)).map(|probe| probe.ask.as_str())
}

/// What an attempt is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AttemptKind {
    /// A mock interview that was sat.
    #[default]
    Mock,
    /// Short practice of single questions.
    Drill,
    /// An interview that was held with somebody else.
    Live,
}

impl AttemptKind {
    /// All of them.
    pub const ALL: [AttemptKind; 3] = [AttemptKind::Mock, AttemptKind::Drill, AttemptKind::Live];

    /// As it is written in files.
    pub fn name(self) -> &'static str {
        match self {
            AttemptKind::Mock => "mock",
            AttemptKind::Drill => "drill",
            AttemptKind::Live => "live",
        }
    }
}

/// A finished attempt, as a line of the history.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary {
    /// The attempt.
    pub id: Uuid,
    /// What it is.
    pub kind: AttemptKind,
    /// When it began.
    pub started: Timestamp,
    /// When it ended.
    pub finished: Timestamp,
    /// The interview's id.
    pub interview: String,
    /// The interview's title.
    pub title: String,
    /// The candidate's level.
    pub level: Level,
    /// How long it was to last, before extra time.
    pub minutes: u32,
    /// Extra time.
    pub extra_time: ExtraTime,
    /// The overall score of the latest scoring; none: not scorable.
    pub score: Option<Mille>,
    /// The overall band of the latest scoring, 1 to 4; none: not scorable.
    pub band: Option<u8>,
    /// Questions that were answered.
    pub answered: u32,
    /// Questions that were planned.
    pub questions: u32,
    /// Attempts with the same fingerprint had the same questions under the same clock.
    pub plan: String,
    /// Topics it was narrowed to; empty: all.
    pub topics: Vec<String>,
    /// The candidate's own labels, sorted.
    pub tags: Vec<String>,
    /// A word of the candidate about it.
    pub note: Option<String>,
    /// What a drill asked; none: it is no drill.
    pub drilled: Option<Drilled>,
}

/// The question of a drill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Drilled {
    /// Its id.
    pub question: String,
    /// Its topic; none: not known without reading the whole drill.
    pub topic: Option<String>,
}

/// An attempt that was interrupted, and can be gone on with.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Unfinished {
    /// The attempt.
    pub id: Uuid,
    /// When it began.
    pub started: Timestamp,
    /// The interview's id.
    pub interview: String,
    /// The interview's title.
    pub title: String,
    /// The candidate's level.
    pub level: Level,
    /// How long it was to last, before extra time.
    pub minutes: u32,
    /// Extra time.
    pub extra_time: ExtraTime,
    /// Where the session clock stood when the attempt was last heard of.
    pub clock: Duration,
    /// When it was last heard of.
    pub last_seen: Timestamp,
    /// Questions that had been shown.
    pub reached: u32,
    /// Questions that were planned.
    pub questions: u32,
}
