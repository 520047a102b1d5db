//! What many attempts tell together: what to practise next, how scores went, how time was used, and what of the bank was seen.
//! The first screen holds what is needed to choose the next practice; the rest is told in full.

mod advice;
mod coverage;
mod json;
mod trends;

use super::practice;
use super::surface::{Mark, Surface};
use super::words::{clock_time, dimension, percent};
use crate::attempt::StoryShares;
use crate::progress::{LevelTrend, Progress, Series, Standing};
use crate::scoring::scorecard::Mille;

pub use coverage::ago;
pub use json::json;

/// Best and weakest things that are named.
const NAMED: usize = 2;

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// About forty lines.
    Screen,
    /// Everything.
    Full,
}

pub fn write(progress: &Progress<'_>, extent: Extent, options: &str, out: &mut dyn Surface) {
    head(progress, out);
    advice::write(progress, options, out);
    trends::write(progress, extent, options, out);
    standings(progress, out);
    pacing(progress, out);
    coverage::write(progress, extent, out);
    if extent == Extent::Full {
        practice::write_due(&progress.due, progress.moment, out);
    }
}

fn head(progress: &Progress<'_>, out: &mut dyn Surface) {
    out.heading(1, "Progress");
    if let Some(first) = progress.trends.first() {
        out.headline(&format!("{}: {}", super::question::capital(first.level.name()), last(first)));
    }
    let since = progress.since.map(|since| since.to_zoned(jiff::tz::TimeZone::UTC).strftime("%-d %B %Y").to_string());
    let counts = [(progress.mocks, "interview"), (progress.drills, "drilled answer")];
    let counts = counts.iter().filter(|(number, _)| *number > 0).map(|(number, thing)| count(*number, thing));
    let counts = counts.collect::<Vec<_>>().join(", ");
    let left = practice::days_left(progress.moment).map_or(String::new(), |words| format!(" {words}"));
    out.paragraph(&format!("{counts} since {}.{left}", since.unwrap_or_default()));
}

/// "75 % in the last interview"; of topics, "secops 69 % when last asked".
fn last(trend: &LevelTrend<'_>) -> String {
    if let Some(point) = trend.overall.last() {
        return format!("{} in the last interview", percent(point.score));
    }
    let last = |series: &Series<&str>| Some(format!("{} {}", series.of, percent(series.points.last()?.score)));
    let topics: Vec<String> = trend.topics.iter().filter_map(last).collect();
    if topics.is_empty() { "not judged".to_owned() } else { format!("{} when last asked", topics.join(", ")) }
}

fn standings(progress: &Progress<'_>, out: &mut dyn Surface) {
    if progress.dimensions.len() + progress.topics.len() < 2 {
        return;
    }
    out.heading(2, &format!("Best and weakest of {}, with the number of answers", count_of_last(progress)));
    let dimensions = progress.dimensions.iter().map(|one| named(dimension(one.of), one));
    ends("dimensions", &dimensions.collect::<Vec<_>>(), out);
    let topics = progress.topics.iter().map(|one| named(one.of, one));
    ends("topics", &topics.collect::<Vec<_>>(), out);
}

/// The ends of a list that stands best first.
fn ends(what: &str, best_first: &[String], out: &mut dyn Surface) {
    let most = NAMED.min(best_first.len() / 2);
    let best = best_first[..most].join(", ");
    let weakest: Vec<&str> = best_first.iter().rev().take(most).map(String::as_str).collect();
    if most > 0 {
        out.item(Mark::Point, &format!("{what}: best {best}; weakest {}", weakest.join(", ")));
    }
}

/// "trade-offs 31 % (18)".
fn named<K>(name: &str, standing: &Standing<K>) -> String {
    format!("{name} {} ({})", percent(standing.score), standing.answers)
}

fn pacing(progress: &Progress<'_>, out: &mut dyn Surface) {
    let pacing = &progress.pacing;
    if pacing.answers == 0 {
        return;
    }
    out.heading(2, &format!("Time, over {}{}", count(pacing.answers, "answer"), at_level(progress)));
    let share = |part: usize| percent(Mille(u32::try_from(part * 1000 / pacing.answers).unwrap_or(1000)));
    out.item(
        Mark::Point,
        &format!(
            "{} ran over their boxes, {} took less than half of them",
            share(pacing.over),
            share(pacing.well_under)
        ),
    );
    if let Some(first) = pacing.first_point_ms {
        let rests_on = count(pacing.first_points, "answer");
        out.item(Mark::Point, &format!("the first point came after {} (median of {rests_on})", clock_time(first)));
    }
    if let Some(story) = pacing.story {
        let stories = count(pacing.stories, "story");
        let usual = "usual advice: 15 to 30, 45 to 65, 12 to 30 %";
        out.item(Mark::Point, &format!("{stories}: {} ({usual}; not scored)", shares(story)));
    }
}

/// "39 % on situation and task, 51 % on own actions, 10 % on the result".
fn shares(story: StoryShares) -> String {
    let before = Mille(story.situation.0 + story.task.0);
    format!(
        "{} on situation and task, {} on own actions, {} on the result",
        percent(before),
        percent(story.action),
        percent(story.result)
    )
}

/// "your last 10 interviews at mid".
fn count_of_last(progress: &Progress<'_>) -> String {
    let level = at_level(progress);
    match progress.interviews {
        1 => format!("your last interview{level}"),
        several => format!("your last {several} interviews{level}"),
    }
}

/// " at mid": the level that is looked at; nothing where there was no interview.
fn at_level(progress: &Progress<'_>) -> String {
    progress.trends.first().map_or(String::new(), |first| format!(" at {}", first.level))
}

/// "1 answer", "2 answers", "3 stories".
fn count(number: usize, thing: &str) -> String {
    match (number, thing.strip_suffix('y')) {
        (1, _) => format!("1 {thing}"),
        (_, Some(stem)) => format!("{number} {stem}ies"),
        _ => format!("{number} {thing}s"),
    }
}
