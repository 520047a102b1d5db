//! The guide as pages to print: one HTML document without scripts that asks nothing of the network. The template escapes
//! everything; what could turn the direction of text is taken out of the whole document.

use std::time::Duration;

use askama::Template;

use super::rating::{mean_of_all, numbers};
use super::{
    GuidePart, NO_RUBRIC, at, criterion_title, flag_words, is_shared, judged, marks, part_words, probe_rule, reserve,
    scope, time_box,
};
use crate::content::fairness::{OffLimits, off_limits};
use crate::content::{Criterion, Probe, ProbeWhen, RedFlag};
use crate::guide::advice::{self, RatingError};
use crate::guide::lettering::short_name;
use crate::guide::{CompetencyRow, Guide, Moment, Part, QuestionPage, rating_pages};
use crate::report::question::capital;
use crate::report::surface::harmless;
use crate::report::words::{band_name, spoken, star_part, weighed};

/// Above so many characters a page of the script is set more densely; above the second, as densely as can still be read.
const DENSE: [usize; 2] = [1800, 2250];

/// Questions that each get a column of the grid of competencies; more are listed by number.
const GRID_COLUMNS: usize = 20;

/// The least and the most of a page's width that one column takes, in percent.
const COLUMNS: std::ops::RangeInclusive<usize> = 50..=66;

/// Lines for writing on a page; as many as are visible depends on the room that is left.
const LINES: usize = 24;

#[derive(Template)]
#[template(path = "html/guide.html")]
struct Pages<'a> {
    guide: &'a Guide<'a>,
    parts: &'a [GuidePart],
}

/// Parts of a guide as one HTML document, for A4 and Letter.
pub fn guide_html(guide: &Guide<'_>, parts: &[GuidePart]) -> String {
    // Rendering into a string cannot fail.
    harmless(&Pages { guide, parts }.render().unwrap_or_default())
}

impl Pages<'_> {
    fn has(&self, part: GuidePart) -> bool {
        self.parts.contains(&part)
    }

    fn title(&self) -> String {
        let what = match self.parts {
            [GuidePart::Sheet] => "Rating sheet",
            [GuidePart::Consensus] => "Consensus sheet",
            _ => "Interviewer's guide",
        };
        format!("{what}: {}", self.guide.plan.title)
    }

    fn is_shared(&self) -> bool {
        is_shared(self.guide, self.parts)
    }

    fn scope(&self) -> String {
        scope(self.guide)
    }

    fn marks(&self) -> String {
        marks(self.guide)
    }

    fn code(&self) -> String {
        self.guide.candidate.as_ref().map(ToString::to_string).unwrap_or_default()
    }

    fn at(&self, time: &Duration) -> String {
        at(*time)
    }

    fn part(&self, moment: &Moment) -> String {
        part_words(self.guide, moment)
    }

    fn reserve(&self) -> String {
        reserve(self.guide)
    }

    /// Whether a column for each question fits the width of the paper.
    fn has_room_for_grid(&self) -> bool {
        self.guide.questions.len() <= GRID_COLUMNS
    }

    /// When to move on from a part that is no question.
    fn until(&self, part: Part) -> String {
        let moment = self.guide.timetable.iter().find(|moment| moment.part == part);
        moment.map_or(String::new(), |moment| at(moment.until))
    }

    fn density(&self, page: &QuestionPage<'_>) -> &'static str {
        let (listen, side) = page.lengths();
        match page.question.prompt.len() + listen + side {
            length if length > DENSE[1] => "densest",
            length if length > DENSE[0] => "dense",
            _ => "",
        }
    }

    /// The share of the page's width that goes to what is listened for, in percent, so that both columns end together.
    fn balance(&self, page: &QuestionPage<'_>) -> usize {
        let (listen, side) = page.lengths();
        (100 * listen / (listen + side).max(1)).clamp(*COLUMNS.start(), *COLUMNS.end())
    }

    fn judged(&self, page: &QuestionPage<'_>) -> String {
        judged(page)
    }

    fn time_box(&self, page: &QuestionPage<'_>) -> String {
        time_box(page)
    }

    fn probe_rule(&self, page: &QuestionPage<'_>) -> String {
        probe_rule(page)
    }

    /// Criteria with their letters under their headings, without empty groups.
    fn groups<'p>(&self, page: &QuestionPage<'p>) -> Vec<(String, Vec<(&'p Criterion, String)>)> {
        let level = page.asked.level;
        let mut letters = (0..).map(short_name);
        let mut lettered =
            |criteria: Vec<&'p Criterion>| criteria.into_iter().zip(letters.by_ref()).collect::<Vec<_>>();
        let groups = [
            (format!("Expected at {level}"), lettered(page.expected())),
            (format!("Beyond {level}: counts as a bonus"), lettered(page.beyond())),
        ];
        groups.into_iter().filter(|(_, criteria)| !criteria.is_empty()).collect()
    }

    fn no_rubric(&self) -> &'static str {
        NO_RUBRIC
    }

    fn criterion(&self, criterion: &Criterion) -> String {
        criterion_title(criterion)
    }

    fn flag_title(&self, flag: &RedFlag) -> String {
        capital(&spoken(&flag.id))
    }

    fn flag(&self, flag: &RedFlag) -> String {
        flag_words(flag)
    }

    /// When a probe is worth asking, shorter than elsewhere.
    fn when(&self, probe: &Probe) -> String {
        match &probe.when_missing {
            ProbeWhen::Criterion(id) => format!("if missing: {}", spoken(id)),
            ProbeWhen::Star(part) => format!("if missing: {}", star_part(*part)),
            ProbeWhen::Always => "at any time".to_owned(),
        }
    }

    fn band(&self, index: &usize) -> String {
        format!("{} {}", index + 1, band_name(u8::try_from(index + 1).unwrap_or(4)))
    }

    fn numbers(&self, questions: &[usize]) -> String {
        numbers(questions)
    }

    /// What a competency's result is made of.
    fn mean_of(&self, row: &CompetencyRow<'_>) -> String {
        let numbers = numbers(&row.questions);
        if row.questions.len() == 1 { format!("question {numbers}") } else { format!("mean of questions {numbers}") }
    }

    /// A competency, with its weight where that is not the usual one.
    fn weighed(&self, row: &CompetencyRow<'_>) -> String {
        weighed(row.title, row.weight)
    }

    fn mean_of_all(&self) -> &'static str {
        mean_of_all(self.guide)
    }

    /// The questions of each page of the rating sheet.
    fn rating_pages(&self) -> Vec<&[QuestionPage<'_>]> {
        rating_pages(self.guide).into_iter().map(|range| &self.guide.questions[range]).collect()
    }

    fn lines(&self) -> std::ops::Range<usize> {
        0..LINES
    }

    fn rules(&self) -> &'static [&'static str] {
        &advice::RULES
    }

    fn errors(&self) -> &'static [RatingError] {
        &advice::RATING_ERRORS
    }

    fn off_limits(&self) -> &'static [OffLimits] {
        off_limits()
    }
}
