//! What the candidate reads. The wording is written once, over a [`Surface`]: a terminal, plain lines, or Markdown.
//! Pure: an attempt goes in, text comes out. About the answer, never about the person.

mod bank;
mod calibration;
mod compare;
mod contests;
mod csv;
mod digest;
mod explain;
mod full;
mod guide;
mod html;
mod json;
mod moved;
mod panel;
mod practice;
mod progress;
mod question;
mod quote;
mod raise;
mod rating;
mod sheet;
mod summary;
mod surface;
mod words;

pub use calibration::Detail;
pub use compare::{Depth, compare_json};
pub use contests::criterion_name;
pub use csv::{COLUMNS as CSV_COLUMNS, HEAD as CSV_HEAD, csv};
pub use digest::{Digest, QuestionDigest};
pub use guide::{GuidePart, guide_html, guide_json};
pub use html::{html, panel::page as panel_page, rating::page as rating_page};
pub use json::json;
pub use practice::{Practised, coming, counted, days_left, json as due_json};
pub use progress::{Extent, json as progress_json};
pub use quote::shortened;
pub use rating::json as rating_json;
pub use surface::{Markdown, Plain, Surface, Terminal, grid, harmless};
pub use words::{band_words, clock_time, counted as how_many, kind as kind_words, percent};

use jiff::tz::TimeZone;

use crate::attempt::{Attempt, Tally};
use crate::calibration::Calibration;
use crate::compare::{Comparison, Many};
use crate::content::{Bundle, Census, Question, Rubric};
use crate::guide::Guide;
use crate::progress::{Due, Moment, Progress};
use crate::proof::JudgedSample;
use crate::rating::{Panel, RatingSheet};
use crate::scoring::Scorecard;

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// For a terminal of so many columns, with colour codes (which the output takes out where they are not wanted).
    Terminal {
        /// Columns.
        width: usize,
    },
    /// Lines without tables or drawing.
    Plain,
    /// CommonMark.
    Markdown,
}

impl Style {
    fn surface(self) -> Box<dyn Surface> {
        match self {
            Style::Terminal { width } => Box::new(Terminal::new(width)),
            Style::Plain => Box::new(Plain::default()),
            Style::Markdown => Box::new(Markdown::default()),
        }
    }
}

/// One screen: strengths, bands, the three changes worth most, what to do next.
/// `options` are those that suggested commands need again.
pub fn summary(attempt: &Attempt, style: Style, options: &str) -> String {
    let mut surface = style.surface();
    let digest = Digest::of(attempt);
    summary::write(&digest, options, surface.as_mut());
    contests::close(&digest, options, surface.as_mut());
    surface.finish()
}

/// What is contested, with its numbers; empty where nothing is.
pub fn contests(attempt: &Attempt, style: Style) -> String {
    let mut surface = style.surface();
    contests::list(&Digest::of(attempt), surface.as_mut());
    surface.finish()
}

/// Everything: the summary, then every question.
/// `options` are those that suggested commands need again.
pub fn full(attempt: &Attempt, style: Style, options: &str) -> String {
    let mut surface = style.surface();
    full::write(&Digest::of(attempt), options, surface.as_mut());
    surface.finish()
}

/// One question, by its number from 1; none where there is no such number.
pub fn question(attempt: &Attempt, number: usize, style: Style) -> Option<String> {
    let digest = Digest::of(attempt);
    let found = digest.questions.get(number.checked_sub(1)?)?;
    let mut surface = style.surface();
    question::write(found, surface.as_mut());
    Some(surface.finish())
}

/// A scorecard on its own, without an attempt around it.
pub fn scorecard(card: &Scorecard, bundle: &Bundle, answer: &str, style: Style) -> String {
    let mut surface = style.surface();
    question::write_card(card, bundle, answer, surface.as_mut());
    surface.finish()
}

/// A scorecard, explained: the answer with its words marked, then every rule that saw them, and the sum. `colour` says whether
/// a terminal will show any; where not, marks stand in brackets.
pub fn explain(card: &Scorecard, bundle: &Bundle, answer: &str, style: Style, colour: bool) -> String {
    let mut surface: Box<dyn Surface> = match style {
        Style::Terminal { width } if !colour => Box::new(Terminal::new(width).without_colour()),
        _ => style.surface(),
    };
    explain::write(card, bundle, answer, surface.as_mut());
    surface.finish()
}

/// Two attempts beside each other, with dates as a time zone has them.
/// `options` are those that suggested commands need again.
pub fn comparison(comparison: &Comparison<'_>, depth: Depth, zone: &TimeZone, style: Style, options: &str) -> String {
    let mut surface = style.surface();
    compare::write(comparison, depth, zone, surface.as_mut());
    if depth == Depth::Most {
        compare::next(comparison, options, surface.as_mut());
    }
    surface.finish()
}

/// Two attempts beside each other as one page, complete in itself.
pub fn comparison_page(comparison: &Comparison<'_>, zone: &TimeZone) -> String {
    html::comparison(comparison, zone)
}

/// Many attempts side by side, with dates as a time zone has them.
/// `options` are those that suggested commands need again.
pub fn side_by_side(many: &Many, zone: &TimeZone, style: Style, options: &str) -> String {
    let mut surface = style.surface();
    compare::many::write(many, zone, surface.as_mut());
    compare::many::next(options, surface.as_mut());
    surface.finish()
}

/// Many attempts side by side as one page, complete in itself.
pub fn side_by_side_page(many: &Many, zone: &TimeZone) -> String {
    html::side_by_side(many, zone)
}

/// What judging attempts anew has moved, and why. Beside these `current` attempts needed nothing, and `left` could not be judged.
pub fn moved(tally: &Tally, current: usize, left: usize, zone: &TimeZone, style: Style) -> String {
    let mut surface = style.surface();
    moved::write(tally, current, left, zone, surface.as_mut());
    surface.finish()
}

/// A few lines between questions: the band, what earned it, the one next step.
pub fn brief(card: &Scorecard, bundle: &Bundle) -> Vec<String> {
    question::brief(card, bundle)
}

/// How far scores agree with ratings, for authors of rubrics.
pub fn calibration(calibration: &Calibration<'_>, detail: Detail, style: Style) -> String {
    let mut surface = style.surface();
    calibration::write(calibration, detail, surface.as_mut());
    surface.finish()
}

/// What many attempts tell together.
/// `options` are those that suggested commands need again.
pub fn progress(progress: &Progress<'_>, extent: Extent, style: Style, options: &str) -> String {
    let mut surface = style.surface();
    progress::write(progress, extent, options, surface.as_mut());
    surface.finish()
}

/// What should be practised, most urgent first, and why.
pub fn due(due: &[Due<'_>], moment: Moment, style: Style) -> String {
    let mut surface = style.surface();
    practice::write_due(due, moment, surface.as_mut());
    surface.finish()
}

/// What was practised, and when each question comes again.
pub fn drill(practised: &[Practised<'_>], moment: Moment, style: Style) -> String {
    let mut surface = style.surface();
    practice::write_practised(practised, moment, surface.as_mut());
    surface.finish()
}

/// What a bank holds, and how far its samples lie in their bands, for its authors.
pub fn bank(census: &Census, samples: &[JudgedSample], style: Style) -> String {
    let mut surface = style.surface();
    bank::write(census, samples, surface.as_mut());
    surface.finish()
}

/// A question as the bank holds it, before anybody has answered. The rubric gives away what is listened for: leave it out for
/// a candidate who wants to be asked.
pub fn sheet(question: &Question, rubric: Option<&Rubric>, style: Style) -> String {
    let mut surface = style.surface();
    sheet::write(question, rubric, surface.as_mut());
    surface.finish()
}

/// An interviewer's scorecard: the mechanical summary, then every question with its evidence.
pub fn rating(sheet: &RatingSheet, style: Style) -> String {
    let mut surface = style.surface();
    rating::write(sheet, surface.as_mut());
    surface.finish()
}

/// Several interviewers' scorecards side by side, what to discuss, and how far the interviewers agree.
pub fn panel(panel: &Panel, style: Style) -> String {
    let mut surface = style.surface();
    panel::write(panel, surface.as_mut());
    surface.finish()
}

/// Parts of an interviewer's guide, in the order given.
pub fn guide(guide: &Guide<'_>, parts: &[GuidePart], style: Style) -> String {
    let mut surface = style.surface();
    guide::write(guide, parts, surface.as_mut());
    surface.finish()
}
