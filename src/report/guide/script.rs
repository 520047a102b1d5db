//! The script as lines: how to use it, the timetable, the words to say, a section for each question.

use super::{
    NO_RUBRIC, at, criterion_title, flag_words, judged, marks, part_words, probe_rule, reserve, scope, time_box,
};
use crate::content::{Criterion, Rubric};
use crate::guide::lettering::short_name;
use crate::guide::{Guide, QuestionPage, advice};
use crate::report::question::capital;
use crate::report::surface::{Mark, Surface};
use crate::report::words::{band_name, probe_when, spoken};

pub fn write(guide: &Guide<'_>, is_shared: bool, out: &mut dyn Surface) {
    cover(guide, is_shared, out);
    said("Opening words", &guide.opening.words, out);
    guide.opening.note.iter().for_each(|note| out.paragraph(note));
    guide.questions.iter().for_each(|page| question(guide, page, out));
    out.heading(2, "The candidate's questions");
    out.paragraph("Answer what you can, and write down what you promise to find out. Nothing asked here is rated.");
    said("Closing words", guide.closing(), out);
    errors(out);
    off_limits(out);
    out.paragraph(advice::SOURCES);
}

fn cover(guide: &Guide<'_>, is_shared: bool, out: &mut dyn Surface) {
    out.heading(1, &format!("Interviewer's guide: {}", guide.plan.title));
    out.headline(&format!("{}; {}", scope(guide), marks(guide)));
    out.paragraph(&format!("Expected at this level: {}.", guide.plan.level.expectation()));
    out.paragraph(advice::PURPOSE);
    if is_shared {
        out.paragraph(advice::SHARED);
    }
    out.paragraph(&format!("The same guide again: {}", guide.command));
    out.heading(2, "How to ask and how to rate");
    advice::RULES.iter().for_each(|rule| out.item(Mark::Point, rule));
    out.heading(2, "Timetable");
    let rows = guide.timetable.iter().map(|one| vec![at(one.from), at(one.until), part_words(guide, one)]);
    out.table(&["from", "move on at", "part"], &rows.collect::<Vec<_>>());
    out.paragraph(&reserve(guide));
    grid(guide, out);
}

fn grid(guide: &Guide<'_>, out: &mut dyn Surface) {
    out.heading(2, "Which question tells about what");
    let numbers: Vec<String> = guide.questions.iter().map(|page| page.number.to_string()).collect();
    let head: Vec<&str> = std::iter::once("competency").chain(numbers.iter().map(String::as_str)).collect();
    let rows = guide.competencies.iter().map(|row| {
        let cells = guide.questions.iter().map(|page| if row.has(page.number) { "●" } else { "" }.to_owned());
        std::iter::once(row.title.to_owned()).chain(cells).collect()
    });
    out.table(&head, &rows.collect::<Vec<_>>());
}

fn said(title: &str, words: &str, out: &mut dyn Surface) {
    out.heading(2, title);
    out.quote(words);
}

fn question(guide: &Guide<'_>, page: &QuestionPage<'_>, out: &mut dyn Surface) {
    out.heading(2, &format!("Question {} of {}", page.number, guide.questions.len()));
    out.headline(&page.question.prompt);
    out.paragraph(&format!(
        "{}: {}. From {}, move on at {}. {}",
        page.competencies.join(", "),
        judged(page),
        at(page.from),
        at(page.move_on),
        time_box(page),
    ));
    match page.rubric {
        Some(rubric) => judging(page, rubric, out),
        None => out.paragraph(NO_RUBRIC),
    }
    probes(page, out);
    page.rubric.into_iter().for_each(|rubric| flags(rubric, out));
    anchors(page, out);
    out.paragraph("Rating: 1 / 2 / 3 / 4 / not assessed");
    out.paragraph("Evidence, in the candidate's words:");
    out.paragraph("Notes:");
}

fn judging(page: &QuestionPage<'_>, rubric: &Rubric, out: &mut dyn Surface) {
    let level = page.asked.level;
    if rubric.draft {
        out.paragraph("This rubric is a draft: its own samples have not proved it.");
    }
    let (expected, beyond) = (page.expected(), page.beyond());
    ticks(&format!("Listen for, expected at {level}"), page, (0, &expected), out);
    ticks(&format!("Listen for, beyond {level}: counts as a bonus"), page, (expected.len(), &beyond), out);
}

fn ticks(title: &str, page: &QuestionPage<'_>, (first, criteria): (usize, &[&Criterion]), out: &mut dyn Surface) {
    if criteria.is_empty() {
        return;
    }
    out.heading(3, title);
    for (place, criterion) in (first..).zip(criteria) {
        let (key, title) = (short_name(place), criterion_title(criterion));
        let needed = if page.needs(criterion) { " (needed for a 3)" } else { "" };
        out.item(Mark::Point, &format!("☐ {key} {title}{needed}: {}", criterion.feedback));
    }
}

fn probes(page: &QuestionPage<'_>, out: &mut dyn Surface) {
    if page.question.probes.is_empty() {
        return;
    }
    out.heading(3, &format!("Probes, {}", probe_rule(page)));
    for (number, probe) in (1..).zip(&page.question.probes) {
        out.item(Mark::Point, &format!("☐ {number} {}", probe.ask));
        out.detail(&probe_when(&probe.when_missing));
    }
}

fn flags(rubric: &Rubric, out: &mut dyn Surface) {
    if rubric.red_flags.is_empty() {
        return;
    }
    out.heading(3, "Red flags");
    for flag in &rubric.red_flags {
        out.item(Mark::Point, &format!("{}: {}", capital(&spoken(&flag.id)), flag_words(flag)));
    }
}

fn anchors(page: &QuestionPage<'_>, out: &mut dyn Surface) {
    out.heading(3, "Ratings");
    for (band, anchor) in (1..).zip(page.anchors()) {
        out.item(Mark::Point, &format!("{band}, {}: {anchor}", band_name(band)));
    }
}

fn errors(out: &mut dyn Surface) {
    out.heading(2, "Where raters go wrong");
    for error in advice::RATING_ERRORS {
        out.item(Mark::Point, &format!("{}: {}", error.name, error.what));
        out.detail(error.remedy);
    }
}

fn off_limits(out: &mut dyn Surface) {
    out.heading(2, "What not to ask about");
    for topic in crate::content::fairness::off_limits() {
        out.item(Mark::Point, &format!("{}: {}", topic.title, topic.reason));
        out.detail(&format!("What may be asked: {}.", topic.instead));
    }
}
