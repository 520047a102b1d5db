//! Cut scores that agree best with the ratings, and how well such cuts hold for questions they were not fitted on.
//!
//! A band is the cut that a score reaches, held down by caps. Each answer is judged twice more, so that neither its score nor
//! its caps depend on the cuts in force: with cuts out of reach nothing is held down, and with cuts of 0 every cap is named.

use std::collections::BTreeMap;

use serde::Serialize;

use super::bench::{Bench, side_by_side};
use super::rated::Rated;
use super::rounded;
use crate::agreement::{agreement_within, weighted_kappa};
use crate::content::Library;

mod search;

use search::best;

/// No score reaches this.
const OUT_OF_REACH: u32 = 1001;

/// Proposed cut scores. Nothing is written anywhere.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fit {
    /// Rated answers it rests on.
    pub answers: usize,
    /// The cuts in force, in thousandths.
    pub current: [u32; 3],
    /// How they do.
    pub with_current: Agreement,
    /// The proposed cuts.
    pub cuts: [u32; 3],
    /// How they do on the answers they were fitted on.
    pub in_sample: Agreement,
    /// Cuts fitted on all questions but one do so on that one, over all questions; none for a single question.
    pub out_of_sample: Option<Agreement>,
    /// Lowest and highest of each cut over these fits.
    pub range: Option<[[u32; 2]; 3]>,
}

/// How far bands agree.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Agreement {
    /// Quadratic weighted kappa.
    pub kappa: Option<f64>,
    /// Share in the same band.
    pub exact: Option<f64>,
    /// Share at most one band apart.
    pub adjacent: Option<f64>,
}

/// A rated answer, judged as if there were no cuts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uncut {
    /// The question.
    pub question: String,
    /// Its score, in thousandths, with nothing held down.
    pub score: u32,
    /// The highest band that its caps leave within reach.
    pub cap: u8,
    /// The band of its rating.
    pub rated: u8,
}

impl Uncut {
    /// Its band by some cuts.
    pub fn band(&self, cuts: &[u32; 3]) -> u8 {
        (1 + cuts.iter().filter(|cut| self.score >= **cut).count() as u8).min(self.cap)
    }
}

/// Judges rated answers as if there were no cuts; `done` is called after each.
pub fn uncut(rated: &[Rated], library: &Library, done: &(dyn Fn() + Sync)) -> Vec<Uncut> {
    let free = Bench::with_cuts(library, rated, [OUT_OF_REACH; 3]);
    let capped = Bench::with_cuts(library, rated, [0; 3]);
    let judged = side_by_side(rated, |one| {
        let (score, caps) = (free.score(one, &one.answer)?.score, capped.score(one, &one.answer)?.caps);
        done();
        Some(Uncut {
            question: one.question.clone(),
            score: score.unwrap_or_default().0,
            cap: caps.iter().map(|cap| cap.band).min().unwrap_or(4),
            rated: one.band?,
        })
    });
    judged.into_iter().flatten().collect()
}

/// The cuts that agree best: highest kappa, then most in the same band, then farthest from any score. None where all ratings
/// are of one band.
pub fn fit(answers: &[Uncut], current: [u32; 3]) -> Option<Fit> {
    let all: Vec<&Uncut> = answers.iter().collect();
    let cuts = best(&all)?;
    let folds = folds(answers);
    let left_out: Vec<(u8, u8)> = folds.iter().flat_map(|(cuts, out)| bands(out, cuts)).collect();
    let ends = |index: usize| {
        let cuts = || folds.iter().map(|(cuts, _)| cuts[index]);
        [cuts().min().unwrap_or_default(), cuts().max().unwrap_or_default()]
    };
    Some(Fit {
        answers: answers.len(),
        current,
        with_current: agreement(&bands(&all, &current)),
        cuts,
        in_sample: agreement(&bands(&all, &cuts)),
        out_of_sample: (!left_out.is_empty()).then(|| agreement(&left_out)),
        range: (!folds.is_empty()).then(|| [ends(0), ends(1), ends(2)]),
    })
}

/// The cuts fitted without each question, with its answers.
fn folds(answers: &[Uncut]) -> Vec<([u32; 3], Vec<&Uncut>)> {
    let mut questions: BTreeMap<&str, Vec<&Uncut>> = BTreeMap::new();
    answers.iter().for_each(|one| questions.entry(&one.question).or_default().push(one));
    if questions.len() < 2 {
        return Vec::new();
    }
    let without = |question: &str| answers.iter().filter(|one| one.question != question).collect::<Vec<_>>();
    questions.into_iter().filter_map(|(question, out)| Some((best(&without(question))?, out))).collect()
}

fn bands(answers: &[&Uncut], cuts: &[u32; 3]) -> Vec<(u8, u8)> {
    answers.iter().map(|one| (one.rated, one.band(cuts))).collect()
}

fn agreement(bands: &[(u8, u8)]) -> Agreement {
    Agreement {
        kappa: weighted_kappa(bands).map(rounded),
        exact: agreement_within(bands, 0).map(rounded),
        adjacent: agreement_within(bands, 1).map(rounded),
    }
}
