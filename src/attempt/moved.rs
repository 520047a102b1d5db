//! What judging anew has moved, and why; and the sum of that over many attempts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Serialize, Serializer};
use uuid::Uuid;

use super::{Attempt, Judged};
use crate::content::{Bundle, Criterion, Dimension, Level};
use crate::scoring::Scorecard;
use crate::scoring::scorecard::Mille;

/// Why an answer is judged in another way than it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The question's rubric, or a term, cue or constant that it rests on, has changed.
    Rubric,
    /// The rules of scoring have changed.
    Engine,
    /// The question is gone: nothing judges the answer any more.
    Gone,
    /// The question was gone, and is there again.
    Back,
}

/// An answer that another rubric or other rules have judged, even where they came to the same score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// The question.
    pub question: String,
    /// Why.
    pub why: Why,
    /// The score until now; none: not scorable, or gone.
    pub then: Option<Mille>,
    /// The score by the present rubrics; none: not scorable, or gone.
    pub now: Option<Mille>,
    /// Criteria of both rubrics whose credit is another one now, in the present rubric's order.
    pub criteria: Vec<CriterionMove>,
    /// What is asked for in another way now; empty where only words, terms or constants are others.
    pub revisions: Vec<Revision>,
}

/// What an answer is asked for in another way than it was.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Revision {
    /// It is judged at another level.
    Level(Then<Level>),
    /// A criterion is new.
    Added(String),
    /// A criterion is gone.
    Removed(String),
    /// A criterion has another weight within its dimension.
    Points(String, Then<u32>),
    /// A criterion counts in another dimension.
    Dimension(String, Then<Dimension>),
    /// A criterion is expected from another level on.
    Expected(String, Then<Level>),
    /// A criterion is required now, or no longer is.
    Required(String, Then<bool>),
}

/// A value then and now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Then<T> {
    /// Until now.
    pub then: T,
    /// By the present rubric.
    pub now: T,
}

impl<T: PartialEq> Then<T> {
    /// None where both are the same.
    fn of(then: T, now: T) -> Option<Self> {
        (then != now).then_some(Then { then, now })
    }
}

/// A criterion that the same words meet more, or less, than before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CriterionMove {
    /// The criterion.
    pub id: String,
    /// Credit until now.
    pub then: Mille,
    /// Credit by the present rubric.
    pub now: Mille,
}

/// What has moved between how an attempt was judged and how it is judged anew, by these bundles.
pub(super) fn moved(old: &Attempt, anew: &[Judged], bundles: &BTreeMap<String, Arc<Bundle>>) -> Vec<Moved> {
    let pairs = old.plan.questions().zip(old.judged.iter().zip(anew));
    let moved = pairs.filter_map(|(asked, (then, now))| {
        let (then, now) = (then.in_time.as_ref(), now.in_time.as_ref());
        let moved = question(&asked.question, then, now)?;
        let rubrics = old.bundles.get(&asked.question).zip(bundles.get(&asked.question));
        let revisions = match (then.zip(now), rubrics) {
            (Some((then, now)), Some((old, new))) => revisions((then.level, old), (now.level, new)),
            _ => Vec::new(),
        };
        Some(Moved { revisions, ..moved })
    });
    moved.collect()
}

/// How another level and other criteria ask for other things.
fn revisions((then_at, old): (Level, &Bundle), (now_at, new): (Level, &Bundle)) -> Vec<Revision> {
    let (then, now) = (&old.rubric.criteria, &new.rubric.criteria);
    let has = |criteria: &[Criterion], id: &str| criteria.iter().any(|one| one.id == id);
    let removed = then.iter().filter(|one| !has(now, &one.id)).map(|one| Revision::Removed(one.id.clone()));
    let present = now.iter().flat_map(|one| match then.iter().find(|old| old.id == one.id) {
        Some(before) => revised((old.question.level, before), (new.question.level, one)),
        None => vec![Revision::Added(one.id.clone())],
    });
    let level = Then::of(then_at, now_at).map(Revision::Level);
    level.into_iter().chain(present).chain(removed).collect()
}

/// Each criterion with its question's level: from there on it is expected where nothing else is said.
fn revised((then_from, old): (Level, &Criterion), (now_from, new): (Level, &Criterion)) -> Vec<Revision> {
    let id = || new.id.clone();
    let with_question = (old.level, new.level) == (then_from, now_from);
    let revisions = [
        Then::of(old.points, new.points).map(|points| Revision::Points(id(), points)),
        Then::of(old.dimension, new.dimension).map(|dimension| Revision::Dimension(id(), dimension)),
        Then::of(old.level, new.level).filter(|_| !with_question).map(|level| Revision::Expected(id(), level)),
        Then::of(old.required, new.required).map(|required| Revision::Required(id(), required)),
    ];
    revisions.into_iter().flatten().collect()
}

fn question(question: &str, then: Option<&Scorecard>, now: Option<&Scorecard>) -> Option<Moved> {
    let why = match (then, now) {
        (None, None) => return None,
        (Some(_), None) => Why::Gone,
        (None, Some(_)) => Why::Back,
        (Some(then), Some(now)) if then.rubric != now.rubric => Why::Rubric,
        (Some(then), Some(now)) if then.engine != now.engine => Why::Engine,
        _ => return None,
    };
    let score = |card: Option<&Scorecard>| card.and_then(|card| card.score);
    let criteria = then.zip(now).map_or(Vec::new(), |(then, now)| criteria(then, now));
    let revisions = Vec::new();
    Some(Moved { question: question.to_owned(), why, then: score(then), now: score(now), criteria, revisions })
}

fn criteria(then: &Scorecard, now: &Scorecard) -> Vec<CriterionMove> {
    let moved = now.criteria.iter().filter_map(|one| {
        let old = then.criteria.iter().find(|old| old.id == one.id)?;
        Some(CriterionMove { id: one.id.clone(), then: old.credit, now: one.credit })
    });
    moved.filter(|one| one.then != one.now).collect()
}

/// What has moved over many attempts; holds little of each, however many they are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Attempts that were judged anew.
    pub attempts: u32,
    /// Of these, attempts whose overall score rose.
    pub raised: u32,
    /// Attempts whose overall score fell.
    pub lowered: u32,
    /// Attempts that had an overall score both times.
    pub scored: u32,
    /// The sum of their changes, in thousandths.
    pub change: i64,
    /// The highest and the lowest of their changes, in thousandths; zeroes where there is none.
    pub widest: [i32; 2],
    /// Attempts whose overall score is another one now, in the order in which they were judged.
    pub moved: Vec<AttemptMove>,
    /// Answers by why they are judged in another way.
    pub why: BTreeMap<Why, u32>,
    /// Changes by question.
    pub questions: BTreeMap<String, Swing>,
    /// What is asked for in another way, by question.
    pub revisions: BTreeMap<String, BTreeSet<Revision>>,
    /// Changes by question and criterion, written `question/criterion`.
    #[serde(serialize_with = "by_path")]
    pub criteria: BTreeMap<(String, String), Swing>,
}

/// An attempt whose overall score is another one now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct AttemptMove {
    /// The attempt.
    pub attempt: Uuid,
    /// When it began.
    pub started: Timestamp,
    /// The score until now; none: not scorable, or all of it was gone.
    pub then: Option<Mille>,
    /// The score by the present rubrics.
    pub now: Option<Mille>,
}

impl AttemptMove {
    /// How far it moved, in thousandths; none where one side is missing.
    pub fn change(&self) -> Option<i64> {
        Some(i64::from(self.now?.0) - i64::from(self.then?.0))
    }
}

/// How often something moved which way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Swing {
    /// How often it rose.
    pub raised: u32,
    /// How often it fell.
    pub lowered: u32,
}

impl Tally {
    /// Adds an attempt, with what moved in it.
    pub fn add(&mut self, attempt: AttemptMove, moved: &[Moved]) {
        self.attempts += 1;
        if attempt.then != attempt.now {
            self.moved.push(attempt);
        }
        if let Some(change) = attempt.change() {
            self.raised += u32::from(change > 0);
            self.lowered += u32::from(change < 0);
            self.change += change;
            let change = i32::try_from(change).unwrap_or_default();
            let [high, low] = if self.scored == 0 { [change; 2] } else { self.widest };
            self.widest = [high.max(change), low.min(change)];
            self.scored += 1;
        }
        moved.iter().for_each(|one| self.add_question(one));
    }

    fn add_question(&mut self, moved: &Moved) {
        *self.why.entry(moved.why).or_default() += 1;
        if let (Some(then), Some(now)) = (moved.then, moved.now) {
            self.questions.entry(moved.question.clone()).or_default().add(then, now);
        }
        if !moved.revisions.is_empty() {
            self.revisions.entry(moved.question.clone()).or_default().extend(moved.revisions.iter().cloned());
        }
        for one in &moved.criteria {
            self.criteria.entry((moved.question.clone(), one.id.clone())).or_default().add(one.then, one.now);
        }
    }
}

impl Swing {
    fn add(&mut self, then: Mille, now: Mille) {
        self.raised += u32::from(now > then);
        self.lowered += u32::from(now < then);
    }

    /// How often it moved.
    pub fn times(self) -> u32 {
        self.raised + self.lowered
    }
}

fn by_path<S: Serializer>(criteria: &BTreeMap<(String, String), Swing>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(criteria.iter().map(|((question, id), swing)| (format!("{question}/{id}"), swing)))
}
