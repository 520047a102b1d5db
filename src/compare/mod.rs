//! Two attempts set beside each other, or many: what moved, by which words, under which conditions, and whether other questions
//! would have moved as much. Like is compared with like: questions that were asked in both attempts stand apart from the others,
//! and those whose model answer had been read apart again.
//!
//! Attempts come in as the present rubrics judge them ([`Present`]). Plain values with their evidence go out; the wording is in
//! `report`.

mod asked;
mod chance;
mod condition;
mod criteria;
mod many;
mod once;
mod repeat;
mod sum;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;

use crate::attempt::rescore::Present;
use crate::content::Dimension;
use crate::scoring::scorecard::Mille;

pub use asked::Take;
pub use chance::{Chance, Verdict};
use condition::conditions;
pub use condition::{Aspect, Condition};
pub use criteria::{Credit, CriterionChange, FlagChange};
pub use many::{Column, Many};
pub use once::Cell;
pub use repeat::{Repeat, Standing};
pub use sum::{CompetencyChange, Sum};

/// A share then and now; none where there is nothing to take it of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Change {
    /// In the first attempt.
    pub then: Option<Mille>,
    /// In the second.
    pub now: Option<Mille>,
}

impl Change {
    /// What was gained (above 0) or lost, in thousandths; none where one side is missing.
    pub fn difference(self) -> Option<i32> {
        let (then, now) = (self.then?, self.now?);
        Some(i32::try_from(now.0).unwrap_or(i32::MAX) - i32::try_from(then.0).unwrap_or(i32::MAX))
    }
}

/// A dimension, then and now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct DimensionChange {
    /// Which.
    pub id: Dimension,
    /// Its mean over the questions that count and ask for it.
    #[serde(flatten)]
    pub change: Change,
}

/// Two attempts.
#[derive(Debug)]
pub struct Comparison<'a> {
    /// The first; usually the earlier one.
    pub then: &'a Present,
    /// The second.
    pub now: &'a Present,
    /// What else was different, in order of weight.
    pub conditions: Vec<Condition>,
    /// Whether both had the same questions under the same clock.
    pub same_plan: bool,
    /// The attempts as wholes.
    pub whole: Sum,
    /// Each question that was asked in both, in the order of the second.
    pub repeats: Vec<Repeat<'a>>,
    /// Over the repeats that are like for like; none where there is none.
    pub like_for_like: Option<Sum>,
    /// Over the repeats whose model answer had been shown; none where there is none.
    pub after_model_answer: Option<Sum>,
    /// Questions that were asked in one attempt only, by topic and level, then by level alone.
    pub once: Vec<Cell>,
}

impl<'a> Comparison<'a> {
    /// Compares two attempts. `shown` says when the candidate first saw which question's model answer.
    pub fn of(then: &'a Present, now: &'a Present, shown: &BTreeMap<String, Timestamp>) -> Self {
        let (before, after) = (asked::takes(then), asked::takes(now));
        let later = then.attempt.started.max(now.attempt.started);
        let was_shown = |question: &str| shown.get(question).is_some_and(|first| *first < later);
        let same_time = then.attempt.plan.extra_time == now.attempt.plan.extra_time;
        let setting = repeat::Setting { same_time, was_shown: &was_shown };
        let repeats = repeat::repeats(&before, &after, &setting);
        let of = |standing: Standing| sum::over(then, now, &repeats, standing);
        Comparison {
            conditions: condition::between(&conditions(&then.attempt), &conditions(&now.attempt)),
            same_plan: then.attempt.plan.fingerprint() == now.attempt.plan.fingerprint(),
            whole: sum::whole((then, &before), (now, &after)),
            like_for_like: of(Standing::LikeForLike),
            after_model_answer: of(Standing::ModelAnswerShown),
            once: once::cells(&before, &after),
            repeats,
            then,
            now,
        }
    }

    /// Whether the first attempt is the later one.
    pub fn is_backwards(&self) -> bool {
        self.then.attempt.started > self.now.attempt.started
    }

    /// Whether the two were judged at different levels, so that their scores mean different things.
    pub fn differs_in_level(&self) -> bool {
        self.then.attempt.plan.level != self.now.attempt.plan.level
    }
}
