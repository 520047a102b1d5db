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

impl Repeat<'_> {
    /// The question.
    pub fn question(&self) -> &str {
        &self.now.result.question
    }
}

/// Pairs the questions of both attempts, in the order of the second.
pub(super) fn repeats<'a>(then: &[Take<'a>], now: &[Take<'a>], was_shown: impl Fn(&str) -> bool) -> Vec<Repeat<'a>> {
    let pairs = now.iter().filter_map(|now| {
        let then = then.iter().find(|then| then.result.question == now.result.question)?;
        Some(repeat(then, now, was_shown(&now.result.question)))
    });
    pairs.collect()
}

fn repeat<'a>(then: &Take<'a>, now: &Take<'a>, was_shown: bool) -> Repeat<'a> {
    let standing = match (then.counts(), now.counts()) {
        (None, _) | (_, None) => Standing::NotCounted,
        _ if then.result.level != now.result.level => Standing::OtherLevel,
        _ if was_shown => Standing::ModelAnswerShown,
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
