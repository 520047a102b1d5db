//! Scores over attempts, oldest first. Scales are never mixed: a line joins attempts at the interview and level of this one alone.

use askama::Template;
use askama::filters::HtmlSafe;

use super::chart::share;
use crate::attempt::{Attempt, Summary};
use crate::content::Level;
use crate::report::surface::harmless;
use crate::report::words::{band_words, day, length, percent};
use crate::scoring::scorecard::Mille;

/// Scores over attempts.
#[derive(Debug, Template)]
#[template(path = "html/trend.html")]
pub struct Trend {
    dots: Vec<Dot>,
    interview: String,
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
    scale: Scale,
    day: String,
    interview: String,
    result: String,
}

/// How an attempt's score stands to that of this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scale {
    /// It was sat at the same interview and level, under the same conditions.
    Same,
    /// It was longer or shorter, with other extra time, or narrowed to other topics.
    OtherConditions,
    /// More or less was expected.
    OtherLevel,
    /// Other topics were asked about.
    OtherInterview,
}

impl Scale {
    fn of(one: &Summary, attempt: &Attempt) -> Self {
        let plan = &attempt.plan;
        if one.level != plan.level {
            Scale::OtherLevel
        } else if one.title != plan.title {
            Scale::OtherInterview
        } else if (one.minutes, one.extra_time, &one.topics) != (plan.minutes, plan.extra_time, &plan.topics) {
            Scale::OtherConditions
        } else {
            Scale::Same
        }
    }
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
        let days: Vec<String> = scored.iter().map(|(one, _)| day(one.started)).collect();
        let gaps = scored.len().checked_sub(1).filter(|gaps| *gaps > 0)? as u64;
        let dot = |(place, (one, score)): (u64, (&Summary, Mille))| Dot {
            x: share(place, gaps),
            y: height(score),
            is_present: one.id == attempt.id,
            scale: Scale::of(one, attempt),
            day: when(one, &days),
            interview: harmless(&interview(one)),
            result: format!("{} ({})", band_words(one.band, one.level), percent(score)),
        };
        let cuts = attempt.bundles.values().next().map_or([0; 3], |bundle| bundle.scale.bands.cuts);
        let bands = (2..).zip(cuts).map(|(number, cut)| Band { y: height(Mille(cut)), number });
        Some(Trend {
            dots: (0..).zip(scored).map(dot).collect(),
            interview: harmless(&attempt.plan.title),
            level: attempt.plan.level,
            bands: bands.collect(),
        })
    }

    fn of_scale(&self, scale: Scale) -> Vec<&Dot> {
        self.dots.iter().filter(|dot| dot.scale == scale).collect()
    }

    /// What the line joins and small marks are, where not all are on one scale.
    fn apart(&self) -> String {
        let count = |scale| self.of_scale(scale).len();
        let mut said = String::new();
        if count(Scale::Same) == self.dots.len() {
            return said;
        }
        if count(Scale::Same) > 1 {
            let same = if count(Scale::OtherConditions) > 0 { ", under the same conditions" } else { "" };
            said = format!(" The line joins those of {} at {}{same}.", self.interview, self.level);
        }
        if count(Scale::OtherConditions) > 0 {
            said += " Small grey diamonds had another length, extra time or choice of topics.";
        }
        if count(Scale::OtherInterview) > 0 {
            said += " Small grey squares are other interviews, with other topics.";
        }
        if count(Scale::OtherLevel) > 0 {
            said += " Small grey rings are at other levels, where more or less is expected.";
        }
        said
    }

    fn aloud(&self) -> String {
        let told = |dot: &Dot| match dot.scale {
            Scale::OtherInterview | Scale::OtherConditions => {
                format!("{}: {}, in {}", dot.day, dot.result, dot.interview)
            }
            Scale::Same | Scale::OtherLevel => format!("{}: {}", dot.day, dot.result),
        };
        let results: Vec<String> = self.dots.iter().map(told).collect();
        format!("Results, oldest first: {}.", results.join("; "))
    }
}

/// "9 November 2026"; with the time where another was sat on that day.
fn when(one: &Summary, days: &[String]) -> String {
    let day = day(one.started);
    let is_alone = days.iter().filter(|other| **other == day).count() == 1;
    let time = one.started.strftime("%H:%M UTC");
    if is_alone { day } else { format!("{day}, {time}") }
}

/// "DevOps engineer, mid, 30 min ×1.5": what makes one attempt another thing than the next.
fn interview(one: &Summary) -> String {
    format!("{}, {}, {}", one.title, one.level, length(one.minutes, one.extra_time, &one.topics))
}

/// From the top, as SVG counts.
fn height(score: Mille) -> String {
    share(1000u64.saturating_sub(u64::from(score.0)), 1000)
}
