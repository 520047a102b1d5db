//! Many attempts side by side, and which of them can be compared.

use jiff::tz::TimeZone;

use super::Names;
use super::difference::share;
use super::head::condition;
use crate::compare::{Column, Many};
use crate::content::Dimension;
use crate::report::surface::{Mark, Surface};
use crate::report::words::{clock_time, dimension};
use crate::scoring::scorecard::Mille;

pub fn write(many: &Many, zone: &TimeZone, out: &mut dyn Surface) {
    out.heading(1, &format!("{} attempts side by side", many.attempts.len()));
    let labels = labels(many, zone);
    let mut head = vec![""];
    head.extend(labels.iter().map(String::as_str));
    out.table(&head, &rows(many));
    out.paragraph("");
    comparable(many, &labels, out);
    notes(many, &labels, out);
}

/// What tells more.
pub fn next(options: &str, out: &mut dyn Surface) {
    out.heading(2, "Next");
    out.command(&format!("hotseat{options} compare"), "the last two, by the words that earned points");
}

/// Dates; with times where several attempts were begun on one day.
fn labels(many: &Many, zone: &TimeZone) -> Vec<String> {
    let at = |one: &Column, format: &str| one.started.to_zoned(zone.clone()).strftime(format).to_string();
    let days: Vec<String> = many.attempts.iter().map(|one| at(one, "%-d %b %Y")).collect();
    let label = |(one, day): (&Column, &String)| match days.iter().filter(|other| *other == day).count() {
        1 => at(one, "%-d %b"),
        _ => at(one, "%-d %b %H:%M"),
    };
    many.attempts.iter().zip(&days).map(label).collect()
}

fn rows(many: &Many) -> Vec<Vec<String>> {
    let row = |name: &str, cell: &dyn Fn(&Column) -> String| {
        let cells = many.attempts.iter().map(cell);
        std::iter::once(name.to_owned()).chain(cells).collect::<Vec<_>>()
    };
    let mut rows = vec![
        row("interview", &|one| one.title.clone()),
        row("level", &|one| one.level.name().to_owned()),
        row("overall", &|one| share(one.overall.score)),
        row("band", &|one| one.overall.band.map_or(String::new(), |band| band.to_string())),
    ];
    let weighs = |one: &Dimension| many.attempts.iter().any(|column| column.dimension(*one).is_some());
    let dimensions = Dimension::ALL.into_iter().filter(weighs);
    rows.extend(dimensions.map(|one| row(dimension(one), &|column| share(column.dimension(one)))));
    rows.extend(competencies(many).into_iter().map(|(id, title)| row(title, &|one| share(competency(one, id)))));
    rows.push(row("answered", &|one| format!("{} of {}", one.answered[0], one.answered[1])));
    rows.push(row("time used", &|one| clock_time(one.used_ms)));
    rows.push(row("time over", &|one| clock_time(one.over_ms)));
    rows
}

/// Ids and titles, newest interview's first.
fn competencies(many: &Many) -> Vec<(&str, &str)> {
    let mut found: Vec<(&str, &str)> = Vec::new();
    for one in many.attempts.iter().rev().flat_map(|column| &column.overall.competencies) {
        if !found.iter().any(|(id, _)| *id == one.id) {
            found.push((&one.id, &one.title));
        }
    }
    if found.len() > 1 { found } else { Vec::new() }
}

fn competency(column: &Column, id: &str) -> Option<Mille> {
    column.overall.competencies.iter().find(|one| one.id == id)?.score
}

/// Which can be compared: by the conditions of the newest attempt.
fn comparable(many: &Many, labels: &[String], out: &mut dyn Surface) {
    let named = |group: &[usize]| group.iter().map(|place| labels[*place].as_str()).collect::<Vec<_>>().join(", ");
    if let [_] = many.groups.as_slice() {
        let first = many.attempts.first().map(|one| &one.plan);
        let same = many.attempts.iter().all(|one| Some(&one.plan) == first);
        let questions = if same { "the same questions under the same clock" } else { "drawn questions" };
        return out.paragraph(&format!("All were sat under the same conditions, with {questions}."));
    }
    let newest = many.attempts.len().saturating_sub(1);
    for group in &many.groups {
        match group.first().filter(|_| !group.contains(&newest)) {
            None if group.len() == 1 => {
                out.item(Mark::Point, &format!("{}: the newest; no other was sat under its conditions.", named(group)));
            }
            None => out.item(Mark::Point, &format!("Comparable with the newest: {}.", named(group))),
            Some(first) => {
                let names = Names { then: "there", now: "in the newest" };
                let differing = many.between(*first, newest);
                let why: Vec<String> = differing.iter().map(|one| condition(one, names)).collect();
                out.item(Mark::Note, &format!("Not comparable with the newest: {}. {}", named(group), why.join(" ")));
            }
        }
    }
}

fn notes(many: &Many, labels: &[String], out: &mut dyn Surface) {
    for (one, label) in many.attempts.iter().zip(labels) {
        if let Some(kept) = &one.as_kept {
            out.item(
                Mark::Point,
                &format!(
                    "{label}: scored again by the present rubrics; the score of that time was {}.",
                    share(kept.score)
                ),
            );
        }
        if one.gone > 0 {
            let questions = if one.gone == 1 { "answer is" } else { "answers are" };
            out.item(
                Mark::Withheld,
                &format!("{label}: {} {questions} left out, for no rubric judges them any more.", one.gone),
            );
        }
    }
}
