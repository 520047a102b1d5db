//! Criterion by criterion: what was gained and lost between two answers to the same question, with the words behind it.

use crate::content::{Dimension, StarPart};
use crate::scoring::scorecard::Mille;
use crate::scoring::{CriterionScore, Evidence, FlagHit, Scorecard, StarScore, Withheld};

/// A criterion, or a part of the story, then and now.
#[derive(Debug, Clone)]
pub struct CriterionChange<'a> {
    /// The criterion, or a part of the story (`star.result`).
    pub id: String,
    /// Its dimension.
    pub dimension: Dimension,
    /// Its weight within the dimension; 1 for each part of a story.
    pub points: u32,
    /// What to say next time; empty for parts of a story.
    pub feedback: &'a str,
    /// In the first attempt.
    pub then: Credit<'a>,
    /// In the second.
    pub now: Credit<'a>,
}

/// What was earned, and by which words.
#[derive(Debug, Clone, Default)]
pub struct Credit<'a> {
    /// How much of it.
    pub share: Mille,
    /// The words that earned it.
    pub evidence: Vec<&'a Evidence>,
    /// Words that would have earned it, but for a reason.
    pub withheld: &'a [Withheld],
}

/// A misconception, then and now.
#[derive(Debug, Clone)]
pub struct FlagChange<'a> {
    /// Which red flag of the rubric.
    pub id: &'a str,
    /// Why it is wrong.
    pub feedback: &'a str,
    /// The words in the first attempt; none: not voiced.
    pub then: Option<&'a FlagHit>,
    /// The words in the second.
    pub now: Option<&'a FlagHit>,
}

impl CriterionChange<'_> {
    /// What was gained (above 0) or lost, in thousandths of the criterion.
    pub fn difference(&self) -> i64 {
        i64::from(self.now.share.0) - i64::from(self.then.share.0)
    }

    /// The same, weighed.
    pub fn worth(&self) -> i64 {
        self.difference() * i64::from(self.points)
    }
}

/// Every criterion of two scorecards of one question. Without a card nothing was earned.
pub(super) fn changes<'a>(then: Option<&'a Scorecard>, now: Option<&'a Scorecard>) -> Vec<CriterionChange<'a>> {
    let criteria = now.or(then).map_or(&[][..], |card| &card.criteria);
    let mut all: Vec<_> = criteria.iter().map(|one| change(one, then, now)).collect();
    all.extend(story(then, now));
    all
}

fn change<'a>(one: &'a CriterionScore, then: Option<&'a Scorecard>, now: Option<&'a Scorecard>) -> CriterionChange<'a> {
    let credit = |card: Option<&'a Scorecard>| {
        let found = card.and_then(|card| card.criteria.iter().find(|other| other.id == one.id));
        found.map_or(Credit::default(), |found| Credit {
            share: found.credit,
            evidence: found.evidence.iter().collect(),
            withheld: &found.withheld,
        })
    };
    CriterionChange {
        id: one.id.clone(),
        dimension: one.dimension,
        points: one.points,
        feedback: &one.feedback,
        then: credit(then),
        now: credit(now),
    }
}

fn story<'a>(then: Option<&'a Scorecard>, now: Option<&'a Scorecard>) -> Vec<CriterionChange<'a>> {
    let of = |card: Option<&'a Scorecard>| card.and_then(|card| card.star.as_ref());
    let (then, now) = (of(then), of(now));
    if then.or(now).is_none() {
        return Vec::new();
    }
    let parts = [StarPart::Situation, StarPart::Task, StarPart::Action, StarPart::Result];
    let change = |part: StarPart| CriterionChange {
        id: format!("star.{}", part_name(part)),
        dimension: Dimension::Star,
        points: 1,
        feedback: "",
        then: then.map_or(Credit::default(), |star| told(star, part)),
        now: now.map_or(Credit::default(), |star| told(star, part)),
    };
    parts.into_iter().map(change).collect()
}

fn told(star: &StarScore, part: StarPart) -> Credit<'_> {
    let share = match part {
        StarPart::Situation => star.situation,
        StarPart::Task => star.task,
        StarPart::Action => star.action,
        StarPart::Result => star.result,
    };
    let evidence = star.evidence.iter().filter(|(one, _)| *one == part).map(|(_, evidence)| evidence);
    Credit { share, evidence: evidence.collect(), withheld: &[] }
}

fn part_name(part: StarPart) -> &'static str {
    match part {
        StarPart::Situation => "situation",
        StarPart::Task => "task",
        StarPart::Action => "action",
        StarPart::Result => "result",
    }
}

/// Every misconception of two scorecards of one question.
pub(super) fn flags<'a>(then: Option<&'a Scorecard>, now: Option<&'a Scorecard>) -> Vec<FlagChange<'a>> {
    let hits = |card: Option<&'a Scorecard>| card.map_or(&[][..], |card| card.red_flags.as_slice());
    let (then, now) = (hits(then), hits(now));
    let only_then = then.iter().filter(|one| !now.iter().any(|other| other.id == one.id));
    let flag = |one: &'a FlagHit| FlagChange {
        id: &one.id,
        feedback: &one.feedback,
        then: then.iter().find(|other| other.id == one.id),
        now: now.iter().find(|other| other.id == one.id),
    };
    now.iter().chain(only_then).map(flag).collect()
}
