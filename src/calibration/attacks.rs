//! What must not pay (gaming), and what must not matter (characters, spelling, repetition): every rated answer is changed and
//! judged again.

mod gaming;
mod neutral;

use serde::Serialize;

use super::bench::{Bench, side_by_side};
use super::judged::Judged;
use super::rounded;
use crate::content::Bundle;

pub(super) type Change = fn(&str, &Bundle) -> String;

/// What became of the changed answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Attacks {
    /// What must not pay.
    pub gaming: Vec<Inflation>,
    /// What must not matter.
    pub neutral: Vec<Variation>,
}

/// What an attack gains.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Inflation {
    /// Its name.
    pub attack: &'static str,
    /// What it does.
    pub about: &'static str,
    /// Answers it was tried on.
    pub answers: usize,
    /// Mean change of the score, losses included.
    pub mean_change: f64,
    /// Mean gain, with losses counted as none: what it pays those who would gain.
    pub mean_gain: f64,
    /// Answers that gained a band or more.
    pub rose: usize,
    /// Answers that gained more than a band.
    pub rose_more: usize,
    /// The most bands that an answer gained.
    pub most_bands: u8,
    /// The answer whose score gained most; none where none gained.
    pub most: Option<Changed>,
}

/// What a change that must not matter does.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Variation {
    /// Its name.
    pub change: &'static str,
    /// What it does.
    pub about: &'static str,
    /// Answers whose text it changes.
    pub answers: usize,
    /// Of these, answers whose score changed.
    pub changed: usize,
    /// The answer whose score changed most, either way.
    pub most: Option<Changed>,
}

/// An answer whose score changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Changed {
    /// Its id.
    pub answer: String,
    /// By how much of the whole.
    pub change: f64,
}

/// Before and after, in thousandths and bands.
struct Trial<'a> {
    answer: &'a str,
    gain: i64,
    bands: i8,
}

/// How many answers are judged for `answers` rated ones, at most.
pub fn trials(answers: usize) -> usize {
    answers * (gaming::ALL.len() + neutral::ALL.len())
}

/// Tries everything on all answers; `done` is called after each.
pub fn attacks(judged: &[Judged], bench: &Bench, done: &(dyn Fn() + Sync)) -> Attacks {
    Attacks {
        gaming: gaming::ALL
            .iter()
            .map(|(name, about, change)| inflation(name, about, &tried(judged, bench, *change, done)))
            .collect(),
        neutral: neutral::ALL
            .iter()
            .map(|(name, about, change)| variation(name, about, &tried(judged, bench, *change, done)))
            .collect(),
    }
}

/// The answers that a change leaves as they are stand for nothing, and are left out.
fn tried<'a>(judged: &'a [Judged], bench: &Bench, change: Change, done: &(dyn Fn() + Sync)) -> Vec<Trial<'a>> {
    let trials = side_by_side(judged, |one| {
        let changed = change(&one.rated.answer, bench.bundle(&one.rated.question)?);
        let card = (changed != one.rated.answer).then(|| bench.score(&one.rated, &changed)).flatten();
        done();
        let card = card?;
        Some(Trial {
            answer: &one.rated.id,
            gain: i64::from(card.score.unwrap_or_default().0) - i64::from(one.points()),
            bands: card.band.unwrap_or(1) as i8 - one.band() as i8,
        })
    });
    trials.into_iter().flatten().collect()
}

fn inflation(attack: &'static str, about: &'static str, trials: &[Trial<'_>]) -> Inflation {
    let mean = |of: fn(i64) -> i64| {
        let sum: i64 = trials.iter().map(|trial| of(trial.gain)).sum();
        rounded(sum as f64 / 1000.0 / trials.len().max(1) as f64)
    };
    Inflation {
        attack,
        about,
        answers: trials.len(),
        mean_change: mean(|gain| gain),
        mean_gain: mean(|gain| gain.max(0)),
        rose: trials.iter().filter(|trial| trial.bands >= 1).count(),
        rose_more: trials.iter().filter(|trial| trial.bands > 1).count(),
        most_bands: trials.iter().map(|trial| trial.bands.max(0).unsigned_abs()).max().unwrap_or_default(),
        most: most(trials, |gain| gain),
    }
}

fn variation(change: &'static str, about: &'static str, trials: &[Trial<'_>]) -> Variation {
    Variation {
        change,
        about,
        answers: trials.len(),
        changed: trials.iter().filter(|trial| trial.gain != 0).count(),
        most: most(trials, i64::abs),
    }
}

/// The first of those that are the most by some measure, where that is more than nothing.
fn most(trials: &[Trial<'_>], measure: fn(i64) -> i64) -> Option<Changed> {
    let found = trials.iter().rev().max_by_key(|trial| measure(trial.gain))?;
    (measure(found.gain) > 0).then(|| Changed { answer: found.answer.to_owned(), change: found.gain as f64 / 1000.0 })
}
