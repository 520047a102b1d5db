//! How scores went, level by level: what counts at one level is not compared with another.

use super::{Extent, count};
use crate::progress::{Interview, LevelTrend, Point, Progress, Series};
use crate::report::compare::many::numbers;
use crate::report::quote::shortened;
use crate::report::surface::{ChartRow, Mark, Surface};
use crate::report::words::{dimension, length, percent};
use crate::scoring::scorecard::Mille;

/// Topics on the first screen.
const TOPICS: usize = 3;

/// Interviews on the first screen.
const INTERVIEWS: usize = 3;

/// Signs of an interview's title beside a chart.
const TITLE: usize = 28;

pub fn write(progress: &Progress<'_>, extent: Extent, options: &str, out: &mut dyn Surface) {
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
    if progress.outdated > 0 {
        let interviews = count(progress.outdated, "interview");
        out.item(
            Mark::Note,
            &format!("{interviews} judged by other rubrics than the present ones; to judge all alike:"),
        );
        out.typed(&format!("hotseat{options} rescore"));
    }
}

fn trend(trend: &LevelTrend<'_>, extent: Extent, out: &mut dyn Surface) {
    let overall = overall(trend, extent);
    let dimensions = trend.dimensions.iter().map(|series| row(dimension(series.of), &series.points, trend));
    let topics = chosen(trend, extent).into_iter().map(|series| row(series.of, &series.points, trend));
    let rows: Vec<ChartRow> = overall.into_iter().chain(dimensions).chain(topics).collect();
    if rows.is_empty() {
        return;
    }
    let (shown, level) = (trend.interviews.len(), trend.level);
    let order = if shown > 1 { ", oldest first" } else { "" };
    out.heading(2, &format!("{} at {level}{order}", interviews(shown, trend.attempts)));
    out.charts(&rows);
    let has_gaps = rows.iter().any(|row| row.shares.contains(&None));
    let gaps = has_gaps.then(|| "A dot or a dash: another interview was sat, or nothing of it was asked.".to_owned());
    let said: Vec<String> = [apart(trend, extent), conditions(trend), gaps].into_iter().flatten().collect();
    if !said.is_empty() {
        out.aside(&said.join(" "));
    }
}

/// A row for each interview, for one asks about other topics than another: where another one was sat, it has none.
fn overall(trend: &LevelTrend<'_>, extent: Extent) -> Vec<ChartRow> {
    match titles(trend).as_slice() {
        [] => Vec::new(),
        [_] => vec![row("overall", &trend.overall, trend)],
        several => several.iter().take(told(extent)).map(|title| of_one(title, trend)).collect(),
    }
}

/// Titles of interviews that have an overall score, that of the latest first.
fn titles<'a>(trend: &LevelTrend<'a>) -> Vec<&'a str> {
    let mut titles: Vec<&str> = Vec::new();
    for one in trend.interviews.iter().rev().filter(|one| score(&trend.overall, one).is_some()) {
        if !titles.contains(&one.frame.title.as_str()) {
            titles.push(&one.frame.title);
        }
    }
    titles
}

fn of_one(title: &str, trend: &LevelTrend<'_>) -> ChartRow {
    let own = |one: &Interview<'_>| score(&trend.overall, one).filter(|_| one.frame.title == title);
    ChartRow {
        label: format!("overall, {}", shortened(title, TITLE)),
        shares: trend.interviews.iter().map(own).collect(),
    }
}

/// Interviews that have a row.
fn told(extent: Extent) -> usize {
    if extent == Extent::Full { usize::MAX } else { INTERVIEWS }
}

/// What sets several interviews apart; none: there is but one.
fn apart(trend: &LevelTrend<'_>, extent: Extent) -> Option<String> {
    let interviews = Some(titles(trend).len()).filter(|count| *count > 1)?;
    let more = match interviews.saturating_sub(told(extent)) {
        0 => String::new(),
        left => format!(" Left out: {} (--full).", count(left, "interview")),
    };
    Some(format!(
        "Interviews ask about different topics, so each has scores of its own; the other lines are over all of them.{more}"
    ))
}

/// Which were sat under other conditions than the latest, by their numbers; none: all were sat alike.
fn conditions(trend: &LevelTrend<'_>) -> Option<String> {
    let length = |one: &Interview<'_>| length(one.frame.minutes, one.frame.extra_time, &one.frame.topics);
    let latest = length(trend.interviews.last()?);
    let mut others: Vec<(String, Vec<usize>)> = Vec::new();
    for (place, one) in trend.interviews.iter().map(length).enumerate().filter(|(_, one)| *one != latest) {
        match others.iter_mut().find(|(other, _)| *other == one) {
            Some((_, places)) => places.push(place),
            None => others.push((one, vec![place])),
        }
    }
    let others: Vec<String> = others.iter().map(|(one, places)| format!("{one} in {}", numbers(places))).collect();
    let said =
        format!("Not all had the conditions of the latest ({latest}): {}, counted from the oldest.", others.join("; "));
    (!others.is_empty()).then_some(said)
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

/// A share for each interview, so that the rows stand in line.
fn row(label: &str, points: &[Point], trend: &LevelTrend<'_>) -> ChartRow {
    let shares = trend.interviews.iter().map(|one| score(points, one)).collect();
    ChartRow { label: label.to_owned(), shares }
}

fn score(points: &[Point], interview: &Interview<'_>) -> Option<Mille> {
    points.iter().find(|point| point.at == interview.at).map(|point| point.score)
}

/// "6 interviews", "The last 2 of 6 interviews".
fn interviews(shown: usize, all: usize) -> String {
    match shown {
        _ if shown == all => count(all, "interview"),
        1 => format!("The last of {all} interviews"),
        _ => format!("The last {shown} of {all} interviews"),
    }
}

fn other(trend: &LevelTrend<'_>) -> String {
    let last = trend.overall.last().map_or(String::new(), |point| format!(", the last {}", percent(point.score)));
    format!("{} at {}{last}", count(trend.attempts, "interview"), trend.level)
}
