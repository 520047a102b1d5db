//! Which criteria tell answers apart, and which of their patterns are of use.

mod patterns;

use serde::Serialize;

use super::judged::Judged;
use super::rounded;
use crate::agreement::Recognition;
use crate::content::sources::Source;
use crate::content::{Bundle, Criterion, Dimension, Library};
use patterns::{Lines, pattern_reports};
pub use patterns::{PatternReport, Use};

/// One criterion, over all answers to its question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CriterionReport {
    /// The question.
    pub question: String,
    /// The criterion's id.
    pub criterion: String,
    /// What it belongs to.
    pub dimension: Dimension,
    /// The rubric's file.
    pub file: Option<String>,
    /// The line of its id, from 1.
    pub line: Option<usize>,
    /// All answers.
    pub all: Credited,
    /// Answers rated for band 4.
    pub strong: Credited,
    /// Answers rated for band 3 or 4.
    pub good: Credited,
    /// Answers rated for band 1: what they are credited with is false credit, or says little.
    pub bad: Credited,
    /// Ids of answers rated for band 4 that are expected to meet it and are not credited.
    pub missed_by: Vec<String>,
    /// Ids of answers rated for band 1 that are credited.
    pub credited_in_bad: Vec<String>,
    /// Against people's judgement of this very criterion, where there is one.
    pub labelled: Option<Labelled>,
    /// How many authors claim to have met it.
    pub claims: usize,
    /// Claims that earn nothing.
    pub claims_not_credited: Vec<Uncredited>,
    /// Its patterns, in the rubric's order.
    pub patterns: Vec<PatternReport>,
}

/// How many of some answers are credited.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Credited {
    /// With some credit.
    pub credited: usize,
    /// In all.
    pub of: usize,
}

/// A criterion against people's judgement.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Labelled {
    /// The counts.
    #[serde(flatten)]
    pub counts: Recognition,
    /// Share of what is credited that people see as well.
    pub precision: Option<f64>,
    /// Share of what people see that is credited.
    pub recall: Option<f64>,
}

/// A claim that earns nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Uncredited {
    /// The answer's id.
    pub answer: String,
    /// The words that are to have met the criterion.
    pub text: String,
}

impl CriterionReport {
    /// How many of its patterns are of this use.
    pub fn count(&self, wanted: Use) -> usize {
        self.patterns.iter().filter(|pattern| pattern.verdict == wanted).count()
    }
}

/// All criteria of the questions that were answered; `sources` tell the lines.
pub fn criteria(judged: &[Judged], library: &Library, sources: &[Source]) -> Vec<CriterionReport> {
    let mut questions: Vec<&str> = judged.iter().map(|one| one.rated.question.as_str()).collect();
    questions.sort_unstable();
    questions.dedup();
    questions.into_iter().flat_map(|question| of_question(question, judged, library, sources)).collect()
}

fn of_question(question: &str, judged: &[Judged], library: &Library, sources: &[Source]) -> Vec<CriterionReport> {
    let Some(bundle) = library.bundle(question) else { return Vec::new() };
    let answers: Vec<&Judged> = judged.iter().filter(|one| one.rated.question == question).collect();
    let lines = Lines::of(question, library, sources);
    let criteria = bundle.rubric.criteria.iter().enumerate();
    criteria.map(|(index, criterion)| report(index, criterion, &bundle, &answers, &lines)).collect()
}

fn report(
    index: usize,
    criterion: &Criterion,
    bundle: &Bundle,
    answers: &[&Judged],
    lines: &Lines<'_>,
) -> CriterionReport {
    let score = |one: &&Judged| {
        one.card.criteria.get(index).map_or((false, false), |score| (score.credit.0 > 0, score.expected))
    };
    let count = |among: &dyn Fn(u8) -> bool| {
        let some = answers.iter().filter(|one| one.rated.band.is_some_and(among));
        some.fold(Credited::default(), |sum, one| Credited {
            credited: sum.credited + usize::from(score(one).0),
            of: sum.of + 1,
        })
    };
    let ids = |wanted: &dyn Fn(&&&Judged) -> bool| {
        answers.iter().filter(|one| wanted(one)).map(|one| one.rated.id.clone()).collect()
    };
    let claims =
        || answers.iter().flat_map(|one| one.rated.claims.iter().zip(&one.claims_met).map(move |claim| (one, claim)));
    let own_claims = || claims().filter(|(_, (claim, _))| claim.criterion == criterion.id);
    let labels =
        Recognition::of(answers.iter().filter_map(|one| Some((*one.rated.criteria.get(&criterion.id)?, score(one).0))));
    CriterionReport {
        question: bundle.question.id.clone(),
        criterion: criterion.id.clone(),
        dimension: criterion.dimension,
        file: lines.file(),
        line: lines.of_criterion(&criterion.id),
        all: Credited { credited: answers.iter().filter(|one| score(one).0).count(), of: answers.len() },
        strong: count(&|band| band == 4),
        good: count(&|band| band >= 3),
        bad: count(&|band| band == 1),
        missed_by: ids(&|one| one.rated.band == Some(4) && score(one) == (false, true)),
        credited_in_bad: ids(&|one| one.rated.band == Some(1) && score(one).0),
        labelled: (labels.all() > 0).then(|| Labelled {
            counts: labels,
            precision: labels.precision().map(rounded),
            recall: labels.recall().map(rounded),
        }),
        claims: own_claims().count(),
        claims_not_credited: own_claims()
            .filter(|(_, (_, met))| !**met)
            .map(|(one, (claim, _))| Uncredited { answer: one.rated.id.clone(), text: claim.text.clone() })
            .collect(),
        patterns: pattern_reports(index, criterion, answers, lines),
    }
}
