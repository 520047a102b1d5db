//! How scores went, attempt by attempt. Only mock interviews, for drills have no overall result; and level by level, for the same
//! answer is worth less where more is expected.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;

use super::knowledge::is_seen;
use super::selection::Interviews;
use super::{Asking, Results, Selection};
use crate::attempt::{AttemptResults, Frame, QuestionResult};
use crate::content::{Dimension, Level};
use crate::scoring::scorecard::Mille;
use crate::session::Outcome;

/// The interviews at one level.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LevelTrend<'a> {
    /// The level they were held at.
    pub level: Level,
    /// How many there were in all; where only some topics are asked about, those that asked about them.
    pub attempts: usize,
    /// The latest ones, oldest first: those that all scores here are of.
    pub interviews: Vec<Interview<'a>>,
    /// Their overall scores; empty where only some topics are asked about.
    pub overall: Vec<Point>,
    /// The mean of each dimension, in each of them.
    pub dimensions: Vec<Series<Dimension>>,
    /// The mean of each topic, in each of them that asked about it; sorted by topic.
    pub topics: Vec<Series<&'a str>>,
}

/// An interview of which scores are told.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Interview<'a> {
    /// When it began.
    pub at: Timestamp,
    /// What it was sat as.
    #[serde(flatten)]
    pub frame: &'a Frame,
}

/// Scores of one thing over time; an interview that has none is left out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Series<K> {
    /// What was scored.
    pub of: K,
    /// Its scores, oldest first.
    pub points: Vec<Point>,
}

/// The score of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Point {
    /// When the attempt began.
    pub at: Timestamp,
    /// The score.
    pub score: Mille,
}

/// One trend for each level at which there were interviews that asked about the topics; the level of the latest interview first.
pub(super) fn trends<'a>(selection: &Selection<'_>, results: &Results<'a>, asking: &Asking<'_>) -> Vec<LevelTrend<'a>> {
    let trend = |some: &Interviews<'_>| trend(some.level, some.count, &results.of(&some.latest), asking);
    selection.interviews.iter().map(trend).collect()
}

/// What a question counts in a mean; none: it was not reached, or could not be judged.
pub(super) fn counted(result: &QuestionResult) -> Option<Mille> {
    match result.outcome {
        Outcome::Answered => result.score,
        outcome => is_seen(outcome).then_some(Mille(0)),
    }
}

fn trend<'a>(level: Level, attempts: usize, shown: &[&'a AttemptResults], asking: &Asking<'_>) -> LevelTrend<'a> {
    let overall = |one: &&AttemptResults| Some(Point { at: one.started, score: one.score? });
    let whole = if asking.topics.is_empty() { shown } else { &[] };
    LevelTrend {
        level,
        attempts,
        interviews: shown.iter().map(|one| Interview { at: one.started, frame: &one.frame }).collect(),
        overall: whole.iter().filter_map(overall).collect(),
        dimensions: dimensions(shown, asking),
        topics: topics(shown, asking),
    }
}

fn dimensions(attempts: &[&AttemptResults], asking: &Asking<'_>) -> Vec<Series<Dimension>> {
    let of = |index: usize| {
        let point = |one: &&AttemptResults| {
            let scores = asking.results(one).filter_map(|result| result.dimensions[index]);
            Some(Point { at: one.started, score: mean(scores)? })
        };
        attempts.iter().filter_map(point).collect::<Vec<_>>()
    };
    let series = Dimension::ALL.into_iter().enumerate().map(|(index, dimension)| (dimension, of(index)));
    series.filter(|(_, points)| !points.is_empty()).map(|(of, points)| Series { of, points }).collect()
}

fn topics<'a>(attempts: &[&'a AttemptResults], asking: &Asking<'_>) -> Vec<Series<&'a str>> {
    let mut series: BTreeMap<&str, Vec<Point>> = BTreeMap::new();
    for one in attempts {
        let mut scores: BTreeMap<&str, Vec<Mille>> = BTreeMap::new();
        for result in asking.results(one) {
            scores.entry(&result.topic).or_default().extend(counted(result));
        }
        for (topic, scores) in scores {
            let point = mean(scores.into_iter()).map(|score| Point { at: one.started, score });
            series.entry(topic).or_default().extend(point);
        }
    }
    let judged = series.into_iter().filter(|(_, points)| !points.is_empty());
    judged.map(|(of, points)| Series { of, points }).collect()
}

/// None of nothing.
pub(super) fn mean(scores: impl Iterator<Item = Mille>) -> Option<Mille> {
    let (sum, count) = scores.fold((0_u64, 0_u64), |(sum, count), score| (sum + u64::from(score.0), count + 1));
    let mean = (sum + count / 2).checked_div(count)?;
    Some(Mille(u32::try_from(mean).unwrap_or(1000)))
}
