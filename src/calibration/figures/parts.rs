//! Agreement on parts of the whole: dimensions, and the parts of a story.

use serde::Serialize;

use crate::agreement::{Recognition, spearman};
use crate::calibration::judged::Judged;
use crate::calibration::rated::{Rated, StarRating};
use crate::calibration::rounded;
use crate::content::Dimension;
use crate::scoring::StarScore;
use crate::scoring::scorecard::Mille;

/// A part of a story is there from this share on, by rating and by score.
const THERE: f64 = 0.5;

/// One dimension.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DimensionFigures {
    /// Which.
    pub dimension: Dimension,
    /// Answers that were rated in it, and are scored in it at their level.
    pub answers: usize,
    /// How far scores and ratings have the same order.
    pub spearman: Option<f64>,
}

/// One part of a story, recognised or not.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartFigures {
    /// `situation`, `task`, `action`, `result`, or `measured`.
    pub part: &'static str,
    /// How often it is there, and how often it was recognised.
    #[serde(flatten)]
    pub counts: Recognition,
    /// Share of what was recognised that is there.
    pub precision: Option<f64>,
    /// Share of what is there that was recognised.
    pub recall: Option<f64>,
    /// Their harmonic mean.
    pub f1: Option<f64>,
    /// Share of stories on which rating and score agree.
    pub agreement: Option<f64>,
}

type Rating = fn(&Rated) -> Option<f64>;

const DIMENSIONS: [(Dimension, Rating); 2] =
    [(Dimension::Tools, |rated| rated.tools), (Dimension::Tradeoffs, |rated| rated.tradeoffs)];

pub(super) fn dimensions(judged: &[Judged]) -> Vec<DimensionFigures> {
    let figures = DIMENSIONS.into_iter().map(|(dimension, rating)| {
        let score =
            |one: &Judged| one.card.dimensions.iter().find(|score| score.id == dimension).map(|one| one.score.0);
        let pair = |one: &Judged| Some((rating(&one.rated)?, f64::from(score(one)?)));
        let pairs: Vec<(f64, f64)> = judged.iter().filter_map(pair).collect();
        DimensionFigures { dimension, answers: pairs.len(), spearman: spearman(&pairs).map(rounded) }
    });
    figures.filter(|figures| figures.answers > 0).collect()
}

type Part = (&'static str, fn(&StarRating) -> f64, fn(&StarScore) -> Mille);

const PARTS: [Part; 4] = [
    ("situation", |rated| rated.situation, |scored| scored.situation),
    ("task", |rated| rated.task, |scored| scored.task),
    ("action", |rated| rated.action, |scored| scored.action),
    ("result", |rated| rated.result, |scored| scored.result),
];

pub(super) fn star(judged: &[Judged]) -> Vec<PartFigures> {
    let stories = || judged.iter().filter_map(|one| Some((&one.rated, one.card.star.as_ref()?)));
    let parts = PARTS.into_iter().map(|(part, rating, score)| {
        let pair = |(rated, scored): (&Rated, &StarScore)| {
            Some((rating(rated.star.as_ref()?) >= THERE, f64::from(score(scored).0) / 1000.0 >= THERE))
        };
        (part, Recognition::of(stories().filter_map(pair)))
    });
    let measured = Recognition::of(stories().filter_map(|(rated, scored)| Some((rated.measured?, scored.measured))));
    let all = parts.chain([("measured", measured)]).filter(|(_, counts)| counts.all() > 0);
    all.map(|(part, counts)| PartFigures {
        part,
        counts,
        precision: counts.precision().map(rounded),
        recall: counts.recall().map(rounded),
        f1: counts.f1().map(rounded),
        agreement: counts.agreement().map(rounded),
    })
    .collect()
}
