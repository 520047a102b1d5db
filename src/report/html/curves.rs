//! Shares over attempts as a chart: a mark for each attempt, over its number. A line joins marks of one kind alone; kinds differ
//! in the form of their marks and in the dashes of their lines, not in colour.

use askama::Template;
use askama::filters::HtmlSafe;

use super::chart::share;
use crate::report::words::percent;
use crate::scoring::scorecard::Mille;

/// Forms of marks, around their middle, in pixels. Filled and hollow ones make twelve kinds: as many as there can be attempts.
const FORMS: [&str; 6] = [
    "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z",
    "M-3.5-3.5h7v7h-7z",
    "M0-5L4.75 3.5h-9.5z",
    "M0-5L5 0 0 5-5 0z",
    "M0 5L4.75-3.5h-9.5z",
    "M-1.5-5h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5z",
];

/// Sorts of lines; the first is not dashed.
const LINES: usize = 4;

/// By what a kind is known.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The form of its marks.
    pub form: &'static str,
    /// Whether they are hollow.
    pub is_hollow: bool,
    /// Which line joins them; 0 is not dashed.
    pub line: usize,
}

impl Look {
    /// Of a kind, by its place among them.
    pub fn of(kind: usize) -> Self {
        Look { form: FORMS[kind % FORMS.len()], is_hollow: kind / FORMS.len() % 2 == 1, line: kind % LINES }
    }
}

/// Shares over attempts.
#[derive(Debug, Template)]
#[template(path = "html/curves.html")]
pub struct Curves {
    /// Of what.
    pub name: String,
    /// All that it shows, in words.
    pub aloud: String,
    /// In pixels.
    pub height: u32,
    numbers: Vec<String>,
    steps: Vec<Step>,
    dots: Vec<Dot>,
}

impl HtmlSafe for Curves {}

/// An attempt.
#[derive(Debug)]
struct Dot {
    x: String,
    y: String,
    look: Look,
    told: String,
}

/// From one mark of a kind to the next.
#[derive(Debug)]
struct Step {
    from: [String; 2],
    to: [String; 2],
    line: usize,
}

/// A share of an attempt, by its place.
type Point = (usize, Mille);

impl Curves {
    /// `kinds` holds the places of the attempts of each kind; none where there is no share.
    pub fn of(
        name: String,
        aloud: String,
        height: u32,
        shares: &[Option<Mille>],
        kinds: &[Vec<usize>],
    ) -> Option<Self> {
        let places = shares.len().saturating_sub(1) as u64;
        let at =
            |(place, one): Point| [share(place as u64, places), share(1000_u64.saturating_sub(u64::from(one.0)), 1000)];
        let (mut steps, mut dots) = (Vec::new(), Vec::new());
        for (kind, look) in kinds.iter().zip((0..).map(Look::of)) {
            let points: Vec<Point> = kind.iter().filter_map(|place| Some((*place, (*shares.get(*place)?)?))).collect();
            let step = |pair: &[Point]| Step { from: at(pair[0]), to: at(pair[1]), line: look.line };
            steps.extend(points.windows(2).map(step));
            dots.extend(points.into_iter().map(|point| dot(point, at(point), look)));
        }
        let numbers = (0..shares.len() as u64).map(|place| share(place, places)).collect();
        (!dots.is_empty()).then_some(Curves { name, aloud, height, numbers, steps, dots })
    }
}

fn dot((place, share): Point, [x, y]: [String; 2], look: Look) -> Dot {
    Dot { x, y, look, told: format!("{}: {}", place + 1, percent(share)) }
}
