//! What the author of a bank reads: how much there is of everything, and how far its samples lie in their bands.

use std::collections::BTreeMap;

use super::surface::{Mark, Surface};
use super::words::{dimension, kind};
use crate::content::census::ByLevel;
use crate::content::{Census, Kind, Level};
use crate::proof::JudgedSample;

const KINDS: [Kind; 3] = [Kind::Technical, Kind::Design, Kind::Behavioural];

pub fn write(census: &Census, samples: &[JudgedSample], out: &mut dyn Surface) {
    out.heading(1, &format!("{} questions of {} topics", census.questions.all(), census.topics.len()));
    questions(census, out);
    rubrics(census, out);
    bands(samples, out);
    styles(samples, out);
    strays(samples, out);
}

fn questions(census: &Census, out: &mut dyn Surface) {
    let head: Vec<&str> = ["topic"].into_iter().chain(Level::ALL.map(Level::name)).chain(["all"]).collect();
    let mut rows: Vec<Vec<String>> = census.topics.iter().map(|(topic, counts)| row(topic, counts)).collect();
    rows.push(row("all topics", &census.questions));
    out.table(&head, &rows);
    let kinds = KINDS.map(|one| format!("{} {}", census.questions.of_kind(one), kind(one)));
    out.paragraph(&format!("By topic, level and kind (t, d, b): {}.", kinds.join(", ")));
}

fn row(name: &str, counts: &ByLevel) -> Vec<String> {
    let cells = Level::ALL.map(|level| cell(counts, level));
    std::iter::once(name.to_owned()).chain(cells).chain([counts.all().to_string()]).collect()
}

/// "2t 1b"; a dash where a topic has a gap.
fn cell(counts: &ByLevel, level: Level) -> String {
    let of_level = counts.0.get(&level).into_iter().flatten();
    let parts: Vec<String> = of_level.map(|(one, count)| format!("{count}{}", &kind(*one)[..1])).collect();
    if parts.is_empty() { "–".to_owned() } else { parts.join(" ") }
}

fn rubrics(census: &Census, out: &mut dyn Surface) {
    let rubrics = &census.rubrics;
    out.heading(2, "Rubrics");
    let criteria: usize = rubrics.criteria.values().sum();
    let by_dimension: Vec<String> =
        rubrics.criteria.iter().map(|(one, count)| format!("{count} {}", dimension(*one))).collect();
    out.item(Mark::Point, &format!("{} rubrics, {criteria} criteria: {}", rubrics.count, by_dimension.join(", ")));
    let each = rubrics.phrasings as f64 / criteria.max(1) as f64;
    out.item(
        Mark::Point,
        &format!("{} phrasings, {each:.1} a criterion; {} red flags", rubrics.phrasings, rubrics.red_flags),
    );
    out.item(Mark::Point, &format!("{} terms under {} names, in {} groups", census.terms, census.names, census.groups));
    out.item(Mark::Point, &format!("{} samples, {} of them written blind", rubrics.samples, rubrics.blind));
    out.item(Mark::Point, &format!("{} interviews, topics among them", census.interviews));
}

fn bands(samples: &[JudgedSample], out: &mut dyn Surface) {
    out.heading(2, "Samples, by the band they deserve and the band they reach");
    let count = |deserved: u8, reached: Option<u8>| {
        samples.iter().filter(|one| one.band == deserved && one.reached == reached).count().to_string()
    };
    let reached = [Some(1), Some(2), Some(3), Some(4), None];
    let rows = (1..=4).map(|band| {
        std::iter::once(format!("deserve {band}")).chain(reached.map(|reached| count(band, reached))).collect()
    });
    out.table(&["", "reach 1", "reach 2", "reach 3", "reach 4", "no band"], &rows.collect::<Vec<_>>());
    out.paragraph(&format!("In their band: {}.", share(samples)));
}

fn styles(samples: &[JudgedSample], out: &mut dyn Surface) {
    let mut by_style: BTreeMap<&str, Vec<JudgedSample>> = BTreeMap::new();
    samples.iter().for_each(|one| by_style.entry(&one.style).or_default().push(one.clone()));
    let rows = by_style.iter().map(|(style, of_style)| {
        let name = if style.is_empty() { "(none)" } else { style };
        vec![name.to_owned(), share(of_style)]
    });
    out.table(&["style", "in their band"], &rows.collect::<Vec<_>>());
}

fn strays(samples: &[JudgedSample], out: &mut dyn Surface) {
    let strays: Vec<&JudgedSample> = samples.iter().filter(|one| !is_inside(one)).collect();
    if strays.is_empty() {
        return;
    }
    out.heading(2, "Outside their band");
    for one in strays {
        let reached = one.reached.map_or("no band".to_owned(), |band| format!("band {band}"));
        out.item(Mark::Point, &format!("{} ({}): band {} reaches {reached}", one.question, one.style, one.band));
        out.detail(one.stray.as_deref().unwrap_or("no reason is given"));
    }
}

fn is_inside(sample: &JudgedSample) -> bool {
    sample.reached == Some(sample.band)
}

/// "97 of 100 (97.0 %)".
fn share(samples: &[JudgedSample]) -> String {
    let inside = samples.iter().filter(|one| is_inside(one)).count();
    format!("{inside} of {} ({:.1} %)", samples.len(), 100.0 * inside as f64 / samples.len().max(1) as f64)
}
