//! How far scores and ratings agree, and how sure that is.

mod groups;
mod parts;

use std::collections::BTreeMap;

use serde::Serialize;

use super::bench::side_by_side;
use super::judged::Judged;
use super::{SEED, rounded};
use crate::agreement::{
    agreement_within, interval, mean, order, spearman, standardised_mean_difference, weighted_kappa,
};
pub use groups::{QuestionFigures, StyleFigures};
pub use parts::{DimensionFigures, PartFigures};

/// Resamples behind each interval.
pub const ROUNDS: usize = 1000;
/// From so many questions, whole questions are drawn again: answers to one question are judged by one rubric, and so not
/// independent of each other. With fewer, single answers are.
pub const CLUSTERS: usize = 5;
/// Pairs whose ratings are this far apart should be scored in the same order.
pub const APART: f64 = 1.0;

/// How far scores and ratings agree.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figures {
    /// Answers that were judged.
    pub answers: usize,
    /// Of these, with a rating; the others have claims or single criteria only.
    pub rated: usize,
    /// Of these, without a band (another language, a copied model answer): they count as band 1.
    pub without_band: usize,
    /// Questions that they answer.
    pub questions: usize,
    /// What was drawn again for the intervals: `questions` or `answers`.
    pub resampled: &'static str,
    /// How often.
    pub rounds: usize,
    /// The figures that say it all.
    pub headline: Vec<Estimate>,
    /// Answers by band: rows are rated, columns scored.
    pub confusion: [[usize; 4]; 4],
    /// By question.
    pub by_question: Vec<QuestionFigures>,
    /// By style, where there are styles.
    pub by_style: Vec<StyleFigures>,
    /// Dimensions that were rated.
    pub dimensions: Vec<DimensionFigures>,
    /// Parts of stories that were rated, `measured` last.
    pub star: Vec<PartFigures>,
}

/// A figure with its 95 % interval.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Estimate {
    /// Its name.
    pub figure: &'static str,
    /// None where it is not defined.
    pub value: Option<f64>,
    /// Lower end of the interval.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
}

/// A rated answer in numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    question: usize,
    /// Rating and score.
    pair: (f64, f64),
    /// Rated and scored band.
    bands: (u8, u8),
}

type Question = Vec<Point>;
type Statistic = fn(&[Question]) -> Option<f64>;

const HEADLINE: [(&str, Statistic); 7] = [
    ("quadratic-weighted-kappa", |all| weighted_kappa(&bands(all))),
    ("exact-agreement", |all| agreement_within(&bands(all), 0)),
    ("adjacent-agreement", |all| agreement_within(&bands(all), 1)),
    ("spearman", |all| spearman(&pairs(all))),
    ("spearman-within-questions", |all| mean(all.iter().filter_map(|one| spearman(&pairs(std::slice::from_ref(one)))))),
    ("pairs-in-order", |all| {
        all.iter().map(|one| order(&pairs(std::slice::from_ref(one)), APART)).sum::<crate::agreement::Order>().share()
    }),
    ("standardised-mean-difference", |all| {
        let bands: Vec<(f64, f64)> = bands(all).into_iter().map(|(a, b)| (f64::from(a), f64::from(b))).collect();
        standardised_mean_difference(&bands)
    }),
];

fn bands(questions: &[Question]) -> Vec<(u8, u8)> {
    questions.iter().flatten().map(|point| point.bands).collect()
}

fn pairs(questions: &[Question]) -> Vec<(f64, f64)> {
    questions.iter().flatten().map(|point| point.pair).collect()
}

/// All figures of judged answers.
pub fn figures(judged: &[Judged]) -> Figures {
    let questions = by_question(judged);
    let mut confusion = [[0; 4]; 4];
    for (rated, scored) in bands(&questions) {
        confusion[usize::from(rated.clamp(1, 4)) - 1][usize::from(scored.clamp(1, 4)) - 1] += 1;
    }
    let all: std::collections::BTreeSet<&str> = judged.iter().map(|one| one.rated.question.as_str()).collect();
    Figures {
        answers: judged.len(),
        rated: questions.iter().map(Vec::len).sum(),
        without_band: judged.iter().filter(|one| one.rated.band.is_some() && one.card.band.is_none()).count(),
        questions: all.len(),
        resampled: if questions.len() >= CLUSTERS { "questions" } else { "answers" },
        rounds: ROUNDS,
        headline: side_by_side(&HEADLINE, |(figure, statistic)| estimate(figure, *statistic, &questions)),
        confusion,
        by_question: groups::questions(judged),
        by_style: groups::styles(judged),
        dimensions: parts::dimensions(judged),
        star: parts::star(judged),
    }
}

fn estimate(figure: &'static str, statistic: Statistic, questions: &[Question]) -> Estimate {
    let sure = if questions.len() >= CLUSTERS {
        interval(questions, ROUNDS, SEED, |drawn| {
            statistic(&drawn.iter().map(|question| (*question).clone()).collect::<Vec<_>>())
        })
    } else {
        let points: Vec<Point> = questions.iter().flatten().copied().collect();
        interval(&points, ROUNDS, SEED, |drawn| statistic(&regrouped(drawn)))
    };
    Estimate {
        figure,
        value: statistic(questions).map(rounded),
        low: sure.map(|sure| rounded(sure.low)),
        high: sure.map(|sure| rounded(sure.high)),
    }
}

fn by_question(judged: &[Judged]) -> Vec<Question> {
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    judged.iter().for_each(|one| {
        numbers.entry(&one.rated.question).or_default();
    });
    numbers.values_mut().enumerate().for_each(|(index, number)| *number = index);
    let point = |one: &Judged| {
        Some(Point {
            question: *numbers.get(one.rated.question.as_str())?,
            pair: (one.rated.rating?, one.score()),
            bands: (one.rated.band?, one.band()),
        })
    };
    let points: Vec<Point> = judged.iter().filter_map(point).collect();
    regrouped(&points.iter().collect::<Vec<_>>())
}

fn regrouped(points: &[&Point]) -> Vec<Question> {
    let mut questions: BTreeMap<usize, Question> = BTreeMap::new();
    points.iter().for_each(|point| questions.entry(point.question).or_default().push(**point));
    questions.into_values().collect()
}
