//! Scores over attempts, oldest first. Levels are never mixed: a line joins attempts at the level of this one alone.

use askama::Template;
use askama::filters::HtmlSafe;

use super::chart::share;
use crate::attempt::{Attempt, Summary};
use crate::content::Level;
use crate::report::surface::harmless;
use crate::report::words::{band_words, day, percent};
use crate::scoring::scorecard::Mille;

/// Scores over attempts.
#[derive(Debug, Template)]
#[template(path = "html/trend.html")]
pub struct Trend {
    dots: Vec<Dot>,
    level: Level,
    bands: Vec<Band>,
}

impl HtmlSafe for Trend {}

/// An attempt.
#[derive(Debug)]
struct Dot {
    x: String,
    y: String,
    is_present: bool,
    /// Whether it was sat at the level of this attempt.
    is_joined: bool,
    day: String,
    interview: String,
    result: String,
}

/// Where a band begins.
#[derive(Debug)]
struct Band {
    y: String,
    number: usize,
}

impl Trend {
    /// None where fewer than two attempts have a score.
    pub fn of(attempt: &Attempt, others: &[Summary]) -> Option<Self> {
        let mut scored: Vec<(&Summary, Mille)> = others.iter().filter_map(|one| Some((one, one.score?))).collect();
        scored.sort_by_key(|(one, _)| (one.started, one.id));
        let gaps = scored.len().checked_sub(1).filter(|gaps| *gaps > 0)? as u64;
        let dot = |(place, (one, score)): (u64, (&Summary, Mille))| Dot {
            x: share(place, gaps),
            y: height(score),
            is_present: one.id == attempt.id,
            is_joined: one.level == attempt.plan.level,
            day: day(one.started),
            interview: harmless(&format!("{}, {}", one.title, one.level.name())),
            result: format!("{} ({})", band_words(one.band, one.level), percent(score)),
        };
        let cuts = attempt.bundles.values().next().map_or([0; 3], |bundle| bundle.scale.bands.cuts);
        let bands = (2..).zip(cuts).map(|(number, cut)| Band { y: height(Mille(cut)), number });
        Some(Trend { dots: (0..).zip(scored).map(dot).collect(), level: attempt.plan.level, bands: bands.collect() })
    }

    fn joined(&self) -> Vec<&Dot> {
        self.dots.iter().filter(|dot| dot.is_joined).collect()
    }

    fn has_others(&self) -> bool {
        self.dots.iter().any(|dot| !dot.is_joined)
    }

    fn aloud(&self) -> String {
        let results: Vec<String> = self.dots.iter().map(|dot| format!("{}: {}", dot.day, dot.result)).collect();
        format!("Results, oldest first: {}.", results.join("; "))
    }
}

/// From the top, as SVG counts.
fn height(score: Mille) -> String {
    share(1000u64.saturating_sub(u64::from(score.0)), 1000)
}
