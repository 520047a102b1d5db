//! How far interviewers agree with each other, and the engine with them, over all candidates: each figure with its interval, or with
//! the reason why there is none. A unit is one answer: a question of a candidate.

use serde::Serialize;

use super::{Candidate, PanelQuestion};
use crate::agreement::{Interval, Metric, above_others, agreement_within, alpha, interval, mean, weighted_kappa};

/// Resamples behind each interval.
pub const ROUNDS: usize = 1000;
/// Where they begin.
const SEED: u64 = 1;
/// Where so many candidates have answers to compare, whole candidates are drawn again: answers of one candidate are not
/// independent of each other. Where fewer do, single answers are.
pub const CLUSTERS: usize = 5;

/// How far raters agree.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Raters {
    /// How often answers were drawn again for the intervals.
    pub rounds: usize,
    /// Krippendorff's alpha, ordinal, over all interviewers.
    pub alpha: Figure,
    /// Each two interviewers.
    pub pairs: Vec<Agreement>,
    /// Each interviewer against the others on the same answers.
    pub leniency: Vec<Leniency>,
    /// The engine's second opinions against the ratings locked before; none where there are none.
    pub engine: Option<Agreement>,
}

/// A figure with its 95 % interval.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Figure {
    /// None where it is not defined.
    pub value: Option<f64>,
    /// Lower end of the interval; none where there is too little to say.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// What was drawn again for the interval: `candidates` or `answers`.
    pub resampled: Option<&'static str>,
    /// Answers behind it.
    pub answers: usize,
    /// Why there is no value.
    pub because: Option<&'static str>,
}

/// How far two raters agree.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Agreement {
    /// One; `people` beside the engine.
    pub first: String,
    /// The other; `engine` for second opinions.
    pub second: String,
    /// Kappa with quadratic weights.
    pub kappa: Figure,
    /// The share of answers with the same band.
    pub exact: Option<f64>,
    /// The share with the same or a neighbouring band.
    pub adjacent: Option<f64>,
}

/// How much higher an interviewer rates than the others.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Leniency {
    /// The interviewer's code.
    pub interviewer: String,
    /// In bands; positive is lenient.
    pub difference: Figure,
}

/// Bands of one answer, one for each interviewer of the panel.
type Unit = Vec<Option<u8>>;
/// A statistic over units.
type Statistic<'a> = &'a dyn Fn(&[&Unit]) -> Option<f64>;

impl Raters {
    /// Of candidates who were rated by some of these interviewers.
    pub fn of(candidates: &[Candidate], interviewers: &[String]) -> Self {
        let ratings = Ratings { candidates: candidates.iter().map(|one| units(one, interviewers)).collect() };
        let opinions = Ratings { candidates: candidates.iter().map(opinions).collect() };
        let firsts = 0..interviewers.len();
        let pairs = firsts.flat_map(|first| (first + 1..interviewers.len()).map(move |second| (first, second)));
        let names = |(first, second): (usize, usize)| [interviewers[first].as_str(), interviewers[second].as_str()];
        let leniency = |(rater, interviewer): (usize, &String)| Leniency {
            interviewer: interviewer.clone(),
            difference: ratings.leniency(rater),
        };
        Raters {
            rounds: ROUNDS,
            alpha: ratings.alpha(),
            pairs: pairs.map(|pair| ratings.agreement(names(pair), pair)).collect(),
            leniency: interviewers.iter().enumerate().map(leniency).collect(),
            engine: opinions.all().next().map(|_| opinions.agreement(["people", "engine"], (0, 1))),
        }
    }
}

/// One row for each question of a candidate.
fn units(candidate: &Candidate, interviewers: &[String]) -> Vec<Unit> {
    let band = |question: &PanelQuestion, interviewer: &String| {
        question.voices.iter().find(|voice| voice.interviewer == *interviewer)?.initial
    };
    let unit = |question| interviewers.iter().map(|interviewer| band(question, interviewer)).collect();
    candidate.questions.iter().map(unit).collect()
}

/// Each rating beside what the engine said on the same scorecard.
fn opinions(candidate: &Candidate) -> Vec<Unit> {
    let voices = candidate.questions.iter().flat_map(|question| &question.voices);
    let both = voices.filter_map(|voice| Some(vec![Some(voice.initial?), Some(voice.second_opinion?)]));
    both.collect()
}

/// All units, by candidate.
struct Ratings {
    candidates: Vec<Vec<Unit>>,
}

impl Ratings {
    fn all(&self) -> impl Iterator<Item = &Unit> {
        self.candidates.iter().flatten()
    }

    fn agreement(&self, [first, second]: [&str; 2], pair: (usize, usize)) -> Agreement {
        let shared = self.compared(|unit| both(unit, pair).is_some());
        let bands = |units: &[&Unit]| units.iter().filter_map(|unit| both(unit, pair)).collect::<Vec<_>>();
        let all = bands(&shared.concat());
        Agreement {
            first: first.to_owned(),
            second: second.to_owned(),
            kappa: figure(&shared, &|units| weighted_kappa(&bands(units))),
            exact: agreement_within(&all, 0),
            adjacent: agreement_within(&all, 1),
        }
    }

    fn alpha(&self) -> Figure {
        figure(&self.compared(|unit| unit.iter().flatten().count() > 1), &|units| {
            let given = units.iter().map(|unit| unit.iter().flatten().copied().collect());
            alpha(&given.collect::<Vec<Vec<u8>>>(), Metric::Ordinal)
        })
    }

    fn leniency(&self, rater: usize) -> Figure {
        figure(&self.compared(|unit| above_others(unit, rater).is_some()), &|units| {
            mean(units.iter().filter_map(|unit| above_others(unit, rater)))
        })
    }

    /// The answers that a figure is about, by candidate. Who has none of them says nothing about it, and is not drawn.
    fn compared(&self, is_compared: impl Fn(&Unit) -> bool) -> Vec<Vec<&Unit>> {
        let own = self.candidates.iter().map(|units| units.iter().filter(|unit| is_compared(unit)).collect());
        own.filter(|units: &Vec<&Unit>| !units.is_empty()).collect()
    }
}

/// A statistic over answers, by candidate.
fn figure(candidates: &[Vec<&Unit>], statistic: Statistic<'_>) -> Figure {
    let all = candidates.concat();
    let answers = all.len();
    let because = |because| Figure { answers, because: Some(because), ..Figure::default() };
    if answers < 2 {
        return because("fewer than two answers have two ratings to compare");
    }
    let Some(value) = statistic(&all) else {
        return because("all ratings are the same, so there is nothing to tell apart");
    };
    let (resampled, sure) = sure(candidates, &all, statistic);
    let (low, high) = (sure.map(|sure| rounded(sure.low)), sure.map(|sure| rounded(sure.high)));
    Figure { value: Some(rounded(value)), low, high, resampled: sure.map(|_| resampled), answers, because: None }
}

/// What is drawn again, and between what the statistic lies then.
fn sure(candidates: &[Vec<&Unit>], all: &[&Unit], statistic: Statistic<'_>) -> (&'static str, Option<Interval>) {
    if candidates.len() < CLUSTERS {
        let drawn = |drawn: &[&&Unit]| statistic(&drawn.iter().map(|unit| **unit).collect::<Vec<_>>());
        return ("answers", interval(all, ROUNDS, SEED, drawn));
    }
    let drawn =
        |drawn: &[&Vec<&Unit>]| statistic(&drawn.iter().flat_map(|units| units.iter().copied()).collect::<Vec<_>>());
    ("candidates", interval(candidates, ROUNDS, SEED, drawn))
}

/// To four decimals: more would be noise, and might differ between platforms.
fn rounded(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}

/// The bands of an answer that both raters rated.
fn both(unit: &Unit, (first, second): (usize, usize)) -> Option<(u8, u8)> {
    (*unit.get(first)?).zip(*unit.get(second)?)
}
