//! Several interviewers' scorecards side by side, as one page.

use askama::Template;

use crate::rating::Panel;
use crate::rating::panel::{Candidate, PanelQuestion};
use crate::report::panel;
use crate::report::surface::{Html, harmless};

/// Each band and the middle of its quarter of the scale.
const BANDS: [(u8, &str); 4] = [(1, "12.5%"), (2, "37.5%"), (3, "62.5%"), (4, "87.5%")];

/// The page of a panel.
pub fn page(panel: &Panel) -> String {
    // Writing into a string does not fail. Its tables have many columns: on a phone, lines may end at every space.
    Page::of(panel).render().unwrap_or_default()
}

#[derive(Template)]
#[template(path = "html/panel.html")]
struct Page {
    title: String,
    head: Html,
    candidates: Vec<Sheet>,
    raters: Html,
    plan: String,
}

/// What the interviewers of one candidate say.
struct Sheet {
    name: String,
    headline: String,
    columns: Vec<String>,
    rows: Vec<Row>,
    rest: Html,
}

/// The ratings of one answer.
struct Row {
    cells: Vec<String>,
    discuss: bool,
    scale: Scale,
}

/// The ratings on a line from 1 to 4.
struct Scale {
    /// Ends of the line between the lowest and the highest.
    line: Option<(&'static str, &'static str)>,
    dots: Vec<Dot>,
}

struct Dot {
    /// Place on the scale.
    x: &'static str,
    /// From there, in pixels: dots of the same band stand side by side.
    aside: i32,
}

impl Page {
    fn of(panel: &Panel) -> Self {
        Page {
            title: harmless(&panel::title(panel)),
            head: Html::of(|out| panel::head(panel, out)),
            candidates: panel.candidates.iter().map(Sheet::of).collect(),
            raters: Html::of(|out| panel::raters::write(panel, out)),
            plan: harmless(&panel.plan.0),
        }
    }
}

impl Sheet {
    fn of(candidate: &Candidate) -> Self {
        let row = |(number, question)| Row::of(number, question);
        Sheet {
            name: harmless(&panel::name(candidate)),
            headline: panel::headline(candidate),
            columns: panel::columns(candidate).into_iter().map(harmless).collect(),
            rows: (1..).zip(&candidate.questions).map(row).collect(),
            rest: Html::of(|out| panel::rest(candidate, out)),
        }
    }
}

impl Row {
    fn of(number: usize, question: &PanelQuestion) -> Self {
        let cells = panel::row(number, question);
        Row {
            cells: cells.iter().map(|cell| harmless(cell)).collect(),
            discuss: question.discuss,
            scale: Scale::of(&question.voices.iter().filter_map(|voice| voice.initial).collect::<Vec<_>>()),
        }
    }
}

impl Scale {
    fn of(bands: &[u8]) -> Self {
        let ends = bands.iter().min().zip(bands.iter().max()).filter(|(low, high)| low < high);
        Scale {
            line: ends.map(|(low, high)| (place(*low), place(*high))),
            dots: bands.iter().enumerate().map(|(index, _)| Dot::of(bands, index)).collect(),
        }
    }
}

impl Dot {
    fn of(bands: &[u8], index: usize) -> Self {
        const DIAMETER: i32 = 9;
        let alike = |some: &[u8]| some.iter().filter(|band| **band == bands[index]).count() as i32;
        let (before, all) = (alike(&bands[..index]), alike(bands));
        Dot { x: place(bands[index]), aside: (2 * before + 1 - all) * DIAMETER / 2 }
    }
}

fn place(band: u8) -> &'static str {
    BANDS.iter().find(|(known, _)| *known == band).map_or("50%", |(_, x)| *x)
}
