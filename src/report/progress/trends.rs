//! How scores went, level by level: what counts at one level is not compared with another.

use super::{Extent, count};
use crate::progress::{LevelTrend, Point, Progress, Series};
use crate::report::quote::shortened;
use crate::report::surface::{ChartRow, Surface};
use crate::report::words::{dimension, percent};

/// Topics on the first screen.
const TOPICS: usize = 3;

/// Interviews on the first screen.
const INTERVIEWS: usize = 3;

/// Signs of an interview's title beside a chart.
const TITLE: usize = 28;

pub fn write(progress: &Progress<'_>, extent: Extent, out: &mut dyn Surface) {
    let Some((first, others)) = progress.trends.split_first() else { return };
    trend(first, extent, out);
    match extent {
        Extent::Full => others.iter().for_each(|other| trend(other, extent, out)),
        Extent::Screen if others.is_empty() => {}
        Extent::Screen => {
            let others: Vec<String> = others.iter().map(other).collect();
            out.aside(&format!("Apart from these: {} (--full).", others.join("; ")));
        }
    }
}

fn trend(trend: &LevelTrend<'_>, extent: Extent, out: &mut dyn Surface) {
    let dimensions = trend.dimensions.iter().map(|series| series.points.len());
    let topics = trend.topics.iter().map(|series| series.points.len());
    let shown = dimensions.chain(topics).max().unwrap_or(0).max(trend.overall.len());
    if shown == 0 {
        return;
    }
    let of = match (shown, trend.attempts) {
        (1, all) if all > 1 => format!("the last of {all}"),
        (_, all) if shown < all => format!("the last {shown} of {all}"),
        _ => shown.to_string(),
    };
    let order = if shown > 1 { ", oldest first" } else { "" };
    out.heading(2, &format!("{} at {}{order}", interviews(&of, trend.attempts), trend.level));
    let overall = overall(trend, extent);
    let dimensions = trend.dimensions.iter().map(|series| row(dimension(series.of), &series.points));
    let topics = chosen(trend, extent).into_iter().map(|series| row(series.of, &series.points));
    out.charts(&overall.into_iter().chain(dimensions).chain(topics).collect::<Vec<_>>());
    let titles = titles(trend);
    if titles.len() > 1 {
        out.aside(&apart(titles.len(), extent));
    }
}

/// A row for each interview, for one asks about other topics than another: where another one was sat, it has none.
fn overall(trend: &LevelTrend<'_>, extent: Extent) -> Vec<ChartRow> {
    match titles(trend).as_slice() {
        [] => Vec::new(),
        [_] => vec![row("overall", &trend.overall)],
        several => several.iter().take(told(extent)).map(|title| of_one(title, trend)).collect(),
    }
}

/// Titles of interviews, that of the latest score first.
fn titles<'a>(trend: &LevelTrend<'a>) -> Vec<&'a str> {
    let mut titles: Vec<&str> = Vec::new();
    for title in trend.interviews.iter().rev() {
        if !titles.contains(title) {
            titles.push(title);
        }
    }
    titles
}

fn of_one(title: &str, trend: &LevelTrend<'_>) -> ChartRow {
    let all = trend.overall.iter().zip(&trend.interviews);
    ChartRow {
        label: format!("overall, {}", shortened(title, TITLE)),
        shares: all.map(|(point, of)| Some(point.score).filter(|_| *of == title)).collect(),
    }
}

/// Interviews that have a row.
fn told(extent: Extent) -> usize {
    if extent == Extent::Full { usize::MAX } else { INTERVIEWS }
}

/// What sets so many interviews apart.
fn apart(interviews: usize, extent: Extent) -> String {
    let more = match interviews.saturating_sub(told(extent)) {
        0 => String::new(),
        left => format!(" Left out: {} (--full).", count(left, "interview")),
    };
    format!(
        "Interviews ask about different topics, so each has scores of its own: a dot or a dash stands where another one \
         was sat. The other lines are over all of them.{more}"
    )
}

/// On the first screen, the topics that were asked about most often.
fn chosen<'t, 'a>(trend: &'t LevelTrend<'a>, extent: Extent) -> Vec<&'t Series<&'a str>> {
    let mut topics: Vec<_> = trend.topics.iter().collect();
    if extent == Extent::Screen {
        topics.retain(|series| series.points.len() > 1);
        topics.sort_by_key(|series| std::cmp::Reverse(series.points.len()));
        topics.truncate(TOPICS);
    }
    topics
}

fn row(label: &str, points: &[Point]) -> ChartRow {
    ChartRow { label: label.to_owned(), shares: points.iter().map(|point| Some(point.score)).collect() }
}

/// "1 interview", "The last 2 of 6 interviews".
fn interviews(of: &str, all: usize) -> String {
    format!("{} interview{}", super::super::question::capital(of), if all == 1 { "" } else { "s" })
}

fn other(trend: &LevelTrend<'_>) -> String {
    let last = trend.overall.last().map_or(String::new(), |point| format!(", the last {}", percent(point.score)));
    format!("{} at {}{last}", count(trend.attempts, "interview"), trend.level)
}
