//! Many attempts side by side, and which of them can be compared.

use jiff::tz::TimeZone;

use super::difference::share;
use super::head::condition;
use super::{Names, short_id};
use crate::compare::{Column, Many};
use crate::content::Dimension;
use crate::report::surface::{Mark, Surface};
use crate::report::words::{band_name, clock_time, dimension, whole_percent};
use crate::scoring::scorecard::Mille;

pub fn write(many: &Many, zone: &TimeZone, out: &mut dyn Surface) {
    head(many, zone, out);
    out.paragraph("");
    out.paragraph("Shares in %, by number:");
    let numbers: Vec<String> = (1..=many.attempts.len()).map(|number| number.to_string()).collect();
    let columns: Vec<&str> = std::iter::once("").chain(numbers.iter().map(String::as_str)).collect();
    out.table(&columns, &rows(many));
    out.paragraph("");
    comparable(many, out);
}

/// Which attempts these are.
pub fn head(many: &Many, zone: &TimeZone, out: &mut dyn Surface) {
    let shared = same_interview(many);
    let title = shared.as_ref().map_or(String::new(), |title| format!(": {title}"));
    out.heading(1, &format!("{} attempts side by side{title}", many.attempts.len()));
    (1..).zip(&many.attempts).for_each(|(number, one)| {
        let interview = if shared.is_none() { format!(", {}", interview(one)) } else { String::new() };
        out.item(Mark::Point, &format!("{number}: {}{interview}; {}", begun(one, zone), course(one)));
    });
}

/// Which of them can be compared, and how they were judged.
pub fn comparable(many: &Many, out: &mut dyn Surface) {
    alike(many, out);
    notes(many, out);
}

/// What tells more.
pub fn next(options: &str, out: &mut dyn Surface) {
    out.heading(2, "Next");
    out.command(&format!("hotseat{options} compare"), "the last two, by the words that earned points");
}

/// The interview and level of all of them; none where they differ.
fn same_interview(many: &Many) -> Option<String> {
    let first = interview(many.attempts.first()?);
    many.attempts.iter().all(|one| interview(one) == first).then_some(first)
}

/// "DevOps engineer, mid".
pub fn interview(one: &Column) -> String {
    format!("{}, {}", one.title, one.level)
}

/// "01a10d54-7040, 5 Oct 2026, 18:30".
fn begun(one: &Column, zone: &TimeZone) -> String {
    format!("{}, {}", short_id(one.id), one.started.to_zoned(zone.clone()).strftime("%-d %b %Y, %H:%M"))
}

/// "4 of 4 answered in 12:38; band 2, partial".
fn course(one: &Column) -> String {
    let over = if one.over_ms == 0 { String::new() } else { format!(", {} over time", clock_time(one.over_ms)) };
    let band = one.overall.band.map_or(String::new(), |band| format!("; band {band}, {}", band_name(band)));
    let ([answered, all], used) = (one.answered, clock_time(one.used_ms));
    format!("{answered} of {all} answered in {used}{over}{band}")
}

/// A share of each attempt.
pub struct Shares {
    /// What it is a share of.
    pub name: String,
    /// In the order of the attempts; none where it does not weigh.
    pub of: Vec<Option<Mille>>,
}

impl Shares {
    fn of(many: &Many, name: &str, share: impl Fn(&Column) -> Option<Mille>) -> Self {
        Shares { name: name.to_owned(), of: many.attempts.iter().map(share).collect() }
    }
}

/// The overall score, and dimensions that weigh in any of them.
pub fn shares(many: &Many) -> Vec<Shares> {
    let of = |one: Dimension| Shares::of(many, dimension(one), |column| column.dimension(one));
    let dimensions = Dimension::ALL.into_iter().map(of).filter(|one| one.of.iter().any(Option::is_some));
    std::iter::once(Shares::of(many, "overall", |one| one.overall.score)).chain(dimensions).collect()
}

/// Shares, one attempt beside the other: nothing but numbers, so that twelve fit a line.
pub fn rows(many: &Many) -> Vec<Vec<String>> {
    let number = |share: &Option<Mille>| share.map_or("–".to_owned(), |share| whole_percent(share).to_string());
    let competency = |(id, title)| Shares::of(many, title, |one| competency(one, id));
    let all = shares(many).into_iter().chain(competencies(many).into_iter().map(competency));
    all.map(|one| std::iter::once(one.name).chain(one.of.iter().map(number)).collect()).collect()
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
fn alike(many: &Many, out: &mut dyn Surface) {
    if let [_] = many.groups.as_slice() {
        out.paragraph("All were sat under the same conditions.");
    } else {
        many.groups.iter().for_each(|group| beside_the_newest(many, group, out));
    }
    same_questions(many, out);
}

fn beside_the_newest(many: &Many, group: &[usize], out: &mut dyn Surface) {
    let (newest, named) = (many.attempts.len().saturating_sub(1), numbers(group));
    match group.first().filter(|_| !group.contains(&newest)) {
        None if group.len() == 1 => {
            out.item(Mark::Point, &format!("{named}: the newest; no other was sat under its conditions."));
        }
        None => out.item(Mark::Point, &format!("Comparable with the newest: {named}.")),
        Some(first) => {
            let names = Names { then: "there", now: "in the newest" };
            let differing = many.between(*first, newest);
            let why: Vec<String> = differing.iter().map(|one| condition(one, names)).collect();
            out.item(Mark::Note, &format!("Not comparable with the newest: {named}. {}", why.join(" ")));
        }
    }
}

/// Which had the same questions under the same clock, so that they can be compared question by question.
fn same_questions(many: &Many, out: &mut dyn Surface) {
    let plans = many.same_questions();
    let shared: Vec<String> = plans.iter().filter(|places| places.len() > 1).map(|places| numbers(places)).collect();
    out.paragraph(&match (shared.as_slice(), plans.len()) {
        (_, 1) => "All had the same questions under the same clock.".to_owned(),
        ([], _) => "No two had the same questions under the same clock.".to_owned(),
        (shared, _) => format!("The same questions under the same clock: {}.", shared.join("; ")),
    });
}

/// "1, 2 and 5".
pub fn numbers(places: &[usize]) -> String {
    let numbers: Vec<String> = places.iter().map(|place| (place + 1).to_string()).collect();
    match numbers.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => numbers.concat(),
    }
}

fn notes(many: &Many, out: &mut dyn Surface) {
    for (number, one) in (1..).zip(&many.attempts) {
        if let Some(kept) = &one.as_kept {
            let text = format!(
                "{number}: scored again by the present rubrics; the score of that time was {}.",
                share(kept.score)
            );
            out.item(Mark::Point, &text);
        }
        if one.gone > 0 {
            let questions = if one.gone == 1 { "answer is" } else { "answers are" };
            let text = format!("{number}: {} {questions} left out, for no rubric judges them any more.", one.gone);
            out.item(Mark::Note, &text);
        }
    }
}
