//! The single answers, with all that explains their scores.

use std::collections::BTreeMap;

use serde::Serialize;

use super::judged::Judged;
use super::rounded;
use crate::agreement::ranks;
use crate::scoring::Scorecard;

/// One answer.
#[derive(Debug, Clone, Serialize)]
pub struct Case<'a> {
    /// Its name.
    pub answer: &'a str,
    /// The question.
    pub question: &'a str,
    /// How it is written; may be empty.
    pub style: &'a str,
    /// Its rating, as given.
    pub rating: Option<f64>,
    /// The band of its rating.
    pub rated_band: Option<u8>,
    /// The band of its score; 1 where none was given.
    pub band: u8,
    /// Its score.
    pub score: f64,
    /// Places between its ranks by rating and by score, among the answers to the same question.
    pub displaced: f64,
    /// What earned, what was withheld, and what held the band down.
    pub scorecard: &'a Scorecard,
}

/// All answers, in their order.
pub fn each(judged: &[Judged]) -> Vec<Case<'_>> {
    let displaced = displacements(judged);
    let case = |(one, displaced): (_, f64)| case(one, displaced);
    judged.iter().zip(displaced).map(case).collect()
}

/// The answers farthest from their ratings: by bands first, then by displacement. Those where nothing differs are left out.
pub fn worst(judged: &[Judged], most: usize) -> Vec<Case<'_>> {
    let distance = |case: &Case<'_>| case.rated_band.map_or(0, |rated| rated.abs_diff(case.band));
    let mut cases: Vec<Case<'_>> = each(judged);
    cases.retain(|case| case.rated_band.is_some() && (distance(case) > 0 || case.displaced > 0.0));
    cases.sort_by(|a, b| distance(b).cmp(&distance(a)).then(b.displaced.total_cmp(&a.displaced)));
    cases.truncate(most);
    cases
}

fn case(one: &Judged, displaced: f64) -> Case<'_> {
    Case {
        answer: &one.rated.id,
        question: &one.rated.question,
        style: &one.rated.style,
        rating: one.rated.rating,
        rated_band: one.rated.band,
        band: one.band(),
        score: rounded(one.score()),
        displaced,
        scorecard: &one.card,
    }
}

/// Of every answer; 0 for those without a rating.
fn displacements(judged: &[Judged]) -> Vec<f64> {
    let mut questions: BTreeMap<&str, Vec<(usize, f64, f64)>> = BTreeMap::new();
    for (index, one) in judged.iter().enumerate() {
        if let Some(rating) = one.rated.rating {
            questions.entry(&one.rated.question).or_default().push((index, rating, one.score()));
        }
    }
    let mut displaced = vec![0.0; judged.len()];
    for answers in questions.values() {
        let rated = ranks(&answers.iter().map(|(_, rating, _)| *rating).collect::<Vec<_>>());
        let scored = ranks(&answers.iter().map(|(.., score)| *score).collect::<Vec<_>>());
        for ((index, ..), (rated, scored)) in answers.iter().zip(rated.iter().zip(scored)) {
            displaced[*index] = (rated - scored).abs();
        }
    }
    displaced
}
