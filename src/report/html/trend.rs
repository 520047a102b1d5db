//! Scores over attempts, oldest first.

use askama::Template;
use askama::filters::HtmlSafe;

use super::chart::share;
use crate::attempt::{Attempt, Summary};
use crate::report::surface::harmless;
use crate::report::words::{band_words, day, percent};
use crate::scoring::scorecard::Mille;

/// Scores over attempts.
#[derive(Debug, Template)]
#[template(path = "html/trend.html")]
pub struct Trend {
    dots: Vec<Dot>,
    bands: Vec<Band>,
}

impl HtmlSafe for Trend {}

/// An attempt.
#[derive(Debug)]
struct Dot {
    x: String,
    y: String,
    is_present: bool,
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
            day: day(one.started),
            interview: harmless(&format!("{}, {}", one.title, one.level.name())),
            result: format!("{} ({})", band_words(one.band, one.level), percent(score)),
        };
        let cuts = attempt.bundles.values().next().map_or([0; 3], |bundle| bundle.scale.bands.cuts);
        let bands = (2..).zip(cuts).map(|(number, cut)| Band { y: height(Mille(cut)), number });
        Some(Trend { dots: (0..).zip(scored).map(dot).collect(), bands: bands.collect() })
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
