//! Many attempts side by side as one page: how shares went as charts, then all of them as a table with a column for each attempt.

use askama::Template;
use jiff::tz::TimeZone;

use super::curves::{Curves, Look};
use crate::compare::Many;
use crate::report::compare::many::{Shares, comparable, head, interview, numbers, rows, shares};
use crate::report::question::capital;
use crate::report::surface::{Html, harmless};
use crate::report::words::percent;

/// Pixels of the chart of overall scores, and of those of dimensions.
const HEIGHTS: [u32; 2] = [200, 110];

/// The page of attempts side by side.
pub fn side_by_side(many: &Many, zone: &TimeZone) -> String {
    super::rendered(&Page::of(many, zone))
}

#[derive(Template)]
#[template(path = "html/many.html")]
struct Page {
    title: String,
    head: Html,
    overall: Option<Curves>,
    scales: Vec<Scale>,
    dimensions: Vec<Curves>,
    columns: usize,
    rows: Vec<Vec<String>>,
    comparable: Html,
}

/// Attempts at one interview and level, by how they are drawn.
struct Scale {
    look: Look,
    name: String,
    attempts: String,
    is_joined: bool,
}

impl Page {
    fn of(many: &Many, zone: &TimeZone) -> Self {
        let kinds = many.scales();
        let all = shares(many);
        let (overall, dimensions) = all.split_at(all.len().min(1));
        let curves = |one: &Shares, height: u32| curves(many, &kinds, one, height);
        Page {
            title: format!("{} attempts side by side", many.attempts.len()),
            head: Html::of(|out| head(many, zone, out)),
            overall: overall.first().and_then(|one| curves(one, HEIGHTS[0])),
            scales: (0..).zip(&kinds).map(|(kind, places)| Scale::of(many, kind, places)).collect(),
            dimensions: dimensions.iter().filter_map(|one| curves(one, HEIGHTS[1])).collect(),
            columns: many.attempts.len(),
            rows: rows(many).iter().map(|row| row.iter().map(|cell| harmless(cell)).collect()).collect(),
            comparable: Html::of(|out| comparable(many, out)),
        }
    }
}

impl Scale {
    fn of(many: &Many, kind: usize, places: &[usize]) -> Self {
        Scale { look: Look::of(kind), name: name(many, places), attempts: numbers(places), is_joined: places.len() > 1 }
    }
}

/// The interview and level of some attempts.
fn name(many: &Many, places: &[usize]) -> String {
    let first = places.first().and_then(|place| many.attempts.get(*place));
    first.map_or(String::new(), |one| harmless(&interview(one)))
}

fn curves(many: &Many, kinds: &[Vec<usize>], one: &Shares, height: u32) -> Option<Curves> {
    Curves::of(capital(&one.name), aloud(many, kinds, one), height, &one.of, kinds)
}

/// "Overall, oldest first: 1: 41 %, 3: 52 %"; where there are several kinds, each with its name.
fn aloud(many: &Many, kinds: &[Vec<usize>], one: &Shares) -> String {
    let told = |place: &usize| Some(format!("{}: {}", place + 1, percent((*one.of.get(*place)?)?)));
    let of = |places: &Vec<usize>| places.iter().filter_map(told).collect::<Vec<_>>().join(", ");
    let named = |places: &Vec<usize>| format!("{}: {}", name(many, places), of(places));
    let all: Vec<String> = match kinds {
        [only] => vec![of(only)],
        several => several.iter().filter(|places| !of(places).is_empty()).map(named).collect(),
    };
    format!("{}, oldest first: {}.", capital(&one.name), all.join("; "))
}
