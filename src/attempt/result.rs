//! What many attempts are told by: a few numbers of each question. Made from an attempt, kept beside it, and made anew whenever
//! the attempt is scored again.

use std::ops::RangeInclusive;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::timeline::{self, StoryTime};
use super::{Attempt, AttemptKind, Judged};
use crate::content::{Bundle, Dimension, Kind, Level};
use crate::plan::{Asked, ExtraTime, Plan};
use crate::scoring::scorecard::Mille;
use crate::scoring::{self, Scorecard};
use crate::session::{Answer, Outcome};

/// The questions of one finished attempt.
#[derive(Debug, Clone, PartialEq)]
pub struct AttemptResults {
    /// The attempt.
    pub attempt: Uuid,
    /// What it is.
    pub kind: AttemptKind,
    /// When it began.
    pub started: Timestamp,
    /// The candidate's level.
    pub level: Level,
    /// What else it was sat as.
    pub frame: Frame,
    /// The overall score of the latest scoring; none: not scorable.
    pub score: Option<Mille>,
    /// Its questions, in the order of its plan.
    pub questions: Vec<QuestionResult>,
}

/// What an attempt was sat as, beside its level: scores of other frames mean other things.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Frame {
    /// The interview's title.
    pub title: String,
    /// How long it was to last, before extra time.
    pub minutes: u32,
    /// Extra time.
    pub extra_time: ExtraTime,
    /// Topics it was narrowed to; empty: all.
    pub topics: Vec<String>,
}

/// One question of a finished attempt. Scores are of the text as it stood at the limit; times are in milliseconds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionResult {
    /// The question.
    pub question: String,
    /// Its topic.
    pub topic: String,
    /// What sort of question it is.
    pub kind: Kind,
    /// The level it was judged at.
    pub level: Level,
    /// What became of it.
    pub outcome: Outcome,
    /// None: nothing was judged, or it is not scorable.
    pub score: Option<Mille>,
    /// 1 to 4; none: no band was given.
    pub band: Option<u8>,
    /// The score before the probes; none where none was answered.
    pub unprompted: Option<Mille>,
    /// By dimension, in the order of [`Dimension::ALL`]; none where it does not weigh, and where the question leaves the mean. They
    /// count as the score does: nothing for a question that was passed over.
    pub dimensions: [Option<Mille>; 4],
    /// Time used, probes included.
    pub used_ms: u64,
    /// Time allowed for what was asked.
    pub allowed_ms: u64,
    /// Time beyond the boxes.
    pub over_ms: u64,
    /// From the start of the answer's box to the first words that earned something; none without a typing record.
    pub first_point_ms: Option<u64>,
    /// How the time of a story was shared; by words where nothing is known of the keys.
    pub story: Option<StoryShares>,
}

/// Shares of a story's time in its four parts, which sum to 1000.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryShares {
    /// Where and when.
    pub situation: Mille,
    /// What the speaker had to achieve.
    pub task: Mille,
    /// What the speaker did.
    pub action: Mille,
    /// What came of it.
    pub result: Mille,
}

/// How stories are usually advised to share their time, in thousandths: situation and task together, action, result.
pub const USUAL_STORY: [RangeInclusive<u32>; 3] = [150..=300, 450..=650, 120..=300];

impl From<Plan> for Frame {
    fn from(plan: Plan) -> Self {
        Frame { title: plan.title, minutes: plan.minutes, extra_time: plan.extra_time, topics: plan.topics }
    }
}

impl StoryShares {
    /// Whether each part has about the share that is usually advised.
    pub fn is_usual(self) -> bool {
        let shares = [self.situation.0 + self.task.0, self.action.0, self.result.0];
        USUAL_STORY.iter().zip(shares).all(|(usual, share)| usual.contains(&share))
    }

    fn of(time: StoryTime) -> Self {
        let [(_, situation), (_, task), (_, action), (_, result)] = time.shares;
        StoryShares { situation, task, action, result }
    }
}

/// One result for each question of the plan, in order.
pub fn results(attempt: &Attempt) -> Vec<QuestionResult> {
    let parts = attempt.plan.questions().zip(&attempt.transcript.answers).zip(&attempt.judged);
    parts.map(|((asked, answer), judged)| result(asked, answer, judged, attempt.bundle(&asked.question))).collect()
}

fn result(asked: &Asked, answer: &Answer, judged: &Judged, bundle: Option<&Bundle>) -> QuestionResult {
    let card = judged.in_time.as_ref();
    QuestionResult {
        question: asked.question.clone(),
        topic: asked.topic.clone(),
        kind: bundle.map_or(Kind::Technical, |bundle| bundle.question.kind),
        level: card.map_or(asked.level, |card| card.level),
        outcome: answer.outcome,
        score: card.and_then(|card| card.score),
        band: card.and_then(|card| card.band),
        unprompted: card.and_then(|card| card.unprompted),
        dimensions: dimensions(asked, answer, card, bundle),
        used_ms: answer.used(),
        allowed_ms: answer.allowed(),
        over_ms: answer.over_time(),
        first_point_ms: card.and_then(|card| timeline::first_point(card, answer)),
        story: card.and_then(|card| timeline::story_time(card, answer)).map(StoryShares::of),
    }
}

fn dimensions(asked: &Asked, answer: &Answer, card: Option<&Scorecard>, bundle: Option<&Bundle>) -> [Option<Mille>; 4] {
    let scored = match (answer.outcome, card, bundle) {
        (Outcome::Answered, Some(card), _) if card.score.is_some() => {
            card.dimensions.iter().map(|one| (one.id, one.score)).collect()
        }
        (Outcome::Skipped | Outcome::Empty, _, Some(bundle)) => {
            scoring::dimensions(bundle, asked.level).into_iter().map(|id| (id, Mille(0))).collect()
        }
        _ => Vec::new(),
    };
    Dimension::ALL.map(|id| scored.iter().find(|(one, _)| *one == id).map(|(_, score)| *score))
}
