//! Which attempts are looked at closely. There may be many thousands, and all but these are read in outline only.

use std::collections::BTreeMap;

use super::Asking;
use crate::attempt::{AttemptKind, AttemptOutline};
use crate::content::Level;

/// Attempts that are looked at closely.
#[derive(Debug)]
pub struct Selection<'a> {
    /// Mock interviews by level, the level of the latest one first.
    pub(super) interviews: Vec<Interviews<'a>>,
    /// All attempts at the level of the latest interview since the first of its latest interviews; where there is no interview,
    /// all at the level of the latest attempt.
    pub(super) since: Vec<&'a AttemptOutline>,
}

/// The interviews at one level that asked about the topics.
#[derive(Debug)]
pub(super) struct Interviews<'a> {
    pub level: Level,
    /// How many there were in all.
    pub count: usize,
    /// The latest of them, oldest first.
    pub latest: Vec<&'a AttemptOutline>,
}

impl<'a> Selection<'a> {
    /// From all attempts, oldest first.
    pub fn of(attempts: &'a [AttemptOutline], asking: &Asking<'_>) -> Self {
        let interviews = interviews(attempts, asking);
        let since = since(attempts, interviews.first());
        Selection { interviews, since }
    }

    /// Each of them once.
    pub fn attempts(&self) -> Vec<&'a AttemptOutline> {
        let latest = self.interviews.iter().flat_map(|some| &some.latest);
        let mut all: Vec<&AttemptOutline> = latest.chain(&self.since).copied().collect();
        all.sort_unstable_by_key(|one| one.attempt);
        all.dedup_by_key(|one| one.attempt);
        all
    }
}

fn interviews<'a>(attempts: &'a [AttemptOutline], asking: &Asking<'_>) -> Vec<Interviews<'a>> {
    let mut by_level: BTreeMap<Level, Vec<&AttemptOutline>> = BTreeMap::new();
    for one in attempts.iter().filter(|one| one.kind == AttemptKind::Mock && asking.is_about(one)) {
        by_level.entry(one.level).or_default().push(one);
    }
    let latest = |(level, mut all): (Level, Vec<&'a AttemptOutline>)| {
        let count = all.len();
        Interviews { level, count, latest: all.split_off(count.saturating_sub(asking.last)) }
    };
    let mut levels: Vec<_> = by_level.into_iter().map(latest).collect();
    levels.sort_by_key(|some| std::cmp::Reverse(some.latest.last().map(|last| last.started)));
    levels
}

fn since<'a>(attempts: &'a [AttemptOutline], interviews: Option<&Interviews<'a>>) -> Vec<&'a AttemptOutline> {
    let first = interviews.and_then(|some| some.latest.first());
    let start = first.map_or(0, |first| attempts.partition_point(|one| one.started < first.started));
    let level = interviews.map(|some| some.level).or(super::level(attempts));
    attempts[start..].iter().filter(|one| Some(one.level) == level).collect()
}
