//! Questions that were asked in both attempts.

use serde::Serialize;

use super::Change;
use super::asked::Take;
use super::criteria::{self, CriterionChange, FlagChange};

/// What a repeat can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// The same question at the same level, counted both times.
    LikeForLike,
    /// The same, and its model answer had been shown before the later attempt began.
    ModelAnswerShown,
    /// It was judged at different levels, so the scores mean different things.
    OtherLevel,
    /// There was extra time in one attempt, or more of it: more fits a longer box.
    OtherTime,
    /// It left the mean of one attempt at least: not reached, not scorable, or its rubric is gone.
    NotCounted,
}

/// A question that was asked in both attempts.
#[derive(Debug, Clone)]
pub struct Repeat<'a> {
    /// What it can tell.
    pub standing: Standing,
    /// In the first attempt.
    pub then: Take<'a>,
    /// In the second.
    pub now: Take<'a>,
    /// The score with the follow-ups, as it counts.
    pub score: Change,
    /// The score before the follow-ups.
    pub unprompted: Change,
    /// Each criterion and part of the story, in the rubric's order.
    pub criteria: Vec<CriterionChange<'a>>,
    /// Misconceptions that were voiced in either.
    pub red_flags: Vec<FlagChange<'a>>,
}

impl Standing {
    /// Those whose scores mean different things: they are in no sum, and are not subtracted.
    pub const APART: [Standing; 2] = [Standing::OtherLevel, Standing::OtherTime];
}

impl Repeat<'_> {
    /// Whether the two scores mean the same.
    pub fn is_comparable(&self) -> bool {
        !Standing::APART.contains(&self.standing)
    }

    /// The question.
    pub fn question(&self) -> &str {
        &self.now.result.question
    }
}

/// Pairs the questions of both attempts, in the order of the second.
pub(super) fn repeats<'a>(then: &[Take<'a>], now: &[Take<'a>], setting: &Setting<'_>) -> Vec<Repeat<'a>> {
    let pairs = now.iter().filter_map(|now| {
        let then = then.iter().find(|then| then.result.question == now.result.question)?;
        Some(repeat(then, now, setting))
    });
    pairs.collect()
}

/// What is known of two attempts beside their questions.
pub(super) struct Setting<'a> {
    /// Whether both had the same extra time.
    pub same_time: bool,
    /// Whether the model answer of a question had been shown.
    pub was_shown: &'a dyn Fn(&str) -> bool,
}

fn repeat<'a>(then: &Take<'a>, now: &Take<'a>, setting: &Setting<'_>) -> Repeat<'a> {
    let standing = match (then.counts(), now.counts()) {
        (None, _) | (_, None) => Standing::NotCounted,
        _ if then.result.level != now.result.level => Standing::OtherLevel,
        _ if !setting.same_time => Standing::OtherTime,
        _ if (setting.was_shown)(&now.result.question) => Standing::ModelAnswerShown,
        _ => Standing::LikeForLike,
    };
    Repeat {
        standing,
        score: Change { then: then.counts(), now: now.counts() },
        unprompted: Change { then: then.counts_unprompted(), now: now.counts_unprompted() },
        criteria: criteria::changes(then.card, now.card),
        red_flags: criteria::flags(then.card, now.card),
        then: then.clone(),
        now: now.clone(),
    }
}
