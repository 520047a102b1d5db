//! The same answers by question, and by the style they are written in.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::agreement::{agreement_within, mean, spearman};
use crate::calibration::judged::Judged;
use crate::calibration::rounded;

/// The answers to one question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuestionFigures {
    /// Which.
    pub question: String,
    /// Rated answers to it.
    pub answers: usize,
    /// How far scores and ratings have the same order.
    pub spearman: Option<f64>,
    /// Share in the same band.
    pub exact: Option<f64>,
}

/// The answers in one style.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StyleFigures {
    /// Which.
    pub style: String,
    /// Rated answers in it.
    pub answers: usize,
    /// Mean band by score.
    pub band: f64,
    /// Mean band by rating.
    pub rated_band: f64,
    /// Mean score.
    pub score: f64,
}

pub(super) fn questions(judged: &[Judged]) -> Vec<QuestionFigures> {
    let groups = grouped(judged, |one| &one.rated.question);
    let figures = |(question, all): (&str, Vec<&Judged>)| {
        let pairs: Vec<_> = all.iter().filter_map(|one| Some((one.rated.rating?, one.score()))).collect();
        let bands: Vec<_> = all.iter().filter_map(|one| Some((one.rated.band?, one.band()))).collect();
        QuestionFigures {
            question: question.to_owned(),
            answers: all.len(),
            spearman: spearman(&pairs).map(rounded),
            exact: agreement_within(&bands, 0).map(rounded),
        }
    };
    groups.into_iter().map(figures).collect()
}

pub(super) fn styles(judged: &[Judged]) -> Vec<StyleFigures> {
    let groups = grouped(judged, |one| &one.rated.style);
    let figures = |(style, all): (&str, Vec<&Judged>)| {
        let of = |value: &dyn Fn(&Judged) -> f64| mean(all.iter().map(|one| value(one))).map_or(0.0, rounded);
        StyleFigures {
            style: style.to_owned(),
            answers: all.len(),
            band: of(&|one| f64::from(one.band())),
            rated_band: of(&|one| f64::from(one.rated.band.unwrap_or(1))),
            score: of(&Judged::score),
        }
    };
    groups.into_iter().filter(|(style, _)| !style.is_empty()).map(figures).collect()
}

fn grouped<'a>(judged: &'a [Judged], by: impl Fn(&'a Judged) -> &'a String) -> BTreeMap<&'a str, Vec<&'a Judged>> {
    let mut groups: BTreeMap<&str, Vec<&Judged>> = BTreeMap::new();
    for one in judged.iter().filter(|one| one.rated.band.is_some()) {
        groups.entry(by(one)).or_default().push(one);
    }
    groups
}
