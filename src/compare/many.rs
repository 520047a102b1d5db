//! Many attempts side by side, and which of them can be compared with one another.

use jiff::Timestamp;
use serde::Serialize;
use uuid::Uuid;

use super::asked;
use super::condition::{Condition, SatUnder, are_alike, between, conditions};
use super::sum::mean;
use crate::attempt::rescore::Present;
use crate::content::{Dimension, Level};
use crate::scoring::InterviewScore;
use crate::scoring::scorecard::Mille;

/// Attempts side by side.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Many {
    /// In the order given.
    pub attempts: Vec<Column>,
    /// Places of attempts that were sat under the same conditions; each attempt is in one group.
    pub groups: Vec<Vec<usize>>,
}

/// An attempt in a few numbers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
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
    /// The score by the present rubrics.
    pub overall: InterviewScore,
    /// The score as it was kept, where another rubric or other rules gave it.
    pub as_kept: Option<InterviewScore>,
    /// By dimension, in the order of [`Dimension::ALL`]; none where it does not weigh.
    pub dimensions: [Option<Mille>; 4],
    /// Time used for answers, in milliseconds.
    pub used_ms: u64,
    /// Time beyond the boxes, in milliseconds.
    pub over_ms: u64,
    /// Questions that were answered, and how many were planned.
    pub answered: [usize; 2],
    /// Answers that no present rubric judges.
    pub gone: usize,
    /// Attempts with the same fingerprint had the same questions under the same clock.
    pub plan: String,
    /// What it was sat under.
    #[serde(skip)]
    conditions: [SatUnder; 8],
}

impl Column {
    /// Looks at an attempt.
    pub fn of(present: &Present) -> Self {
        let attempt = &present.attempt;
        let takes = asked::takes(present);
        let dimension = |index: usize| mean(takes.iter().filter_map(|take| take.result.dimensions[index]));
        Column {
            id: attempt.id,
            started: attempt.started,
            interview: attempt.plan.interview.clone(),
            title: attempt.plan.title.clone(),
            level: attempt.plan.level,
            overall: attempt.overall(|judged| judged.in_time.as_ref()),
            as_kept: present.before.as_ref().map(|before| before.overall.clone()),
            dimensions: std::array::from_fn(dimension),
            used_ms: takes.iter().map(|take| take.result.used_ms).sum(),
            over_ms: takes.iter().map(|take| take.result.over_ms).sum(),
            answered: [attempt.answered(), takes.len()],
            gone: present.gone.len(),
            plan: attempt.plan.fingerprint().0,
            conditions: conditions(attempt),
        }
    }

    /// A dimension's mean.
    pub fn dimension(&self, dimension: Dimension) -> Option<Mille> {
        let index = Dimension::ALL.iter().position(|one| *one == dimension)?;
        self.dimensions[index]
    }
}

impl Many {
    /// Groups attempts by what they were sat under.
    pub fn of(attempts: Vec<Column>) -> Self {
        let groups = grouped(&attempts, |one, other| are_alike(&one.conditions, &other.conditions));
        Many { attempts, groups }
    }

    /// Places of attempts at the same interview and level: scores of others stand on another scale. Each attempt is in one group.
    pub fn scales(&self) -> Vec<Vec<usize>> {
        grouped(&self.attempts, |one, other| (one.level, &one.interview) == (other.level, &other.interview))
    }

    /// Places of attempts that had the same questions under the same clock. Each attempt is in one group.
    pub fn same_questions(&self) -> Vec<Vec<usize>> {
        grouped(&self.attempts, |one, other| one.plan == other.plan)
    }

    /// What two of them differ in.
    pub fn between(&self, then: usize, now: usize) -> Vec<Condition> {
        let (Some(then), Some(now)) = (self.attempts.get(then), self.attempts.get(now)) else { return Vec::new() };
        between(&then.conditions, &now.conditions)
    }
}

/// Places of attempts by what they have in common, in the order of the first of each group.
fn grouped(attempts: &[Column], is_alike: impl Fn(&Column, &Column) -> bool) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (place, one) in attempts.iter().enumerate() {
        let alike = |group: &&mut Vec<usize>| group.first().is_some_and(|first| is_alike(&attempts[*first], one));
        match groups.iter_mut().find(alike) {
            Some(group) => group.push(place),
            None => groups.push(vec![place]),
        }
    }
    groups
}
