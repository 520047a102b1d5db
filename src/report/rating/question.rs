//! One question of a scorecard: the rating, what it rests on, and what the engine said afterwards.

use crate::rating::{Heard, Note, RatedQuestion, Tick};
use crate::report::quote::shortened;
use crate::report::surface::{Mark, Surface};
use crate::report::words::{band_name, band_words, clock_time, flag, percent, spoken};
use crate::scoring::{CriterionScore, Scorecard};

/// In the place of a second opinion.
const NOT_JUDGED: &str =
    "Second opinion: none. There is no rubric for this question, so the engine does not judge these words.";

/// Longest quotation.
const QUOTE: usize = 160;

pub fn write(number: usize, question: &RatedQuestion, out: &mut dyn Surface) {
    out.heading(2, &format!("{number}. {}", question.prompt));
    body(question, out);
}

/// What stands under the question's wording.
pub fn body(question: &RatedQuestion, out: &mut dyn Surface) {
    out.headline(&headline(question));
    for revised in question.revisions() {
        let to = band_words(Some(revised.band), question.level);
        out.item(Mark::Point, &format!("changed later{} to {to}: {}", at(revised.at_ms), revised.because));
    }
    if question.without_rubric && question.rating.is_some() {
        out.paragraph(&format!("No rubric: rated by what is expected at {}.", question.level));
    }
    question
        .ticks
        .iter()
        .for_each(|tick| out.item(mark(tick.heard), &format!("{}{}", tick_words(tick), at(tick.at_ms))));
    for probe in &question.probes {
        out.item(Mark::Point, &format!("asked{}: {}", at(probe.at_ms), probe.ask));
    }
    question.notes.iter().for_each(|note| out.item(Mark::Point, &format!("note{}: {}", at(note.at_ms), note.text)));
    if let Some(words) = &question.candidate_words {
        out.heading(3, "The candidate's words");
        out.quote(words);
    }
    match &question.second_opinion {
        Some(card) => second_opinion(card, out),
        None if question.without_rubric && question.candidate_words.is_some() => out.paragraph(NOT_JUDGED),
        None => {}
    }
}

/// The rating with its evidence, or why there is none.
fn headline(question: &RatedQuestion) -> String {
    let Some(given) = &question.rating else { return rating(question) };
    let open = if given.locked { "" } else { " (not locked yet)" };
    let said = if given.evidence.is_empty() { String::new() } else { format!(": {}", given.evidence) };
    format!("{}{open}{said}", band_words(Some(given.band), question.level))
}

/// "3, solid", "3, solid; later 2", "not assessed: no time".
pub fn rating(question: &RatedQuestion) -> String {
    match (question.initial(), &question.revised) {
        (Some(band), Some(revised)) => format!("{band}, {}; later {}", band_name(band), revised.band),
        (Some(band), None) => format!("{band}, {}", band_name(band)),
        (None, _) => format!("not assessed: {}", question.unassessed().unwrap_or_default()),
    }
}

/// What a rating rests on, in a line for each sort: words, ticks, notes. For several interviewers side by side.
pub fn evidence(words: &str, ticks: &[Tick], notes: &[Note]) -> Vec<String> {
    let ticks: Vec<String> = ticks.iter().map(tick_words).collect();
    let notes: Vec<String> = notes.iter().map(|note| shortened(&note.text, QUOTE)).collect();
    let lines = [("", words.to_owned()), ("ticked: ", ticks.join(", ")), ("notes: ", notes.join("; "))];
    lines.into_iter().filter(|(_, line)| !line.is_empty()).map(|(name, line)| format!("{name}{line}")).collect()
}

/// A criterion, and how it was heard.
fn tick_words(tick: &Tick) -> String {
    let how = match tick.heard {
        Heard::Heard => "",
        Heard::AfterProbe => " (after a probe)",
        Heard::Contradicted => " (contradicted)",
    };
    format!("{}{how}", spoken(&tick.criterion))
}

fn mark(heard: Heard) -> Mark {
    match heard {
        Heard::Heard | Heard::AfterProbe => Mark::Earned,
        Heard::Contradicted => Mark::Withheld,
    }
}

/// " at 4:05"; nothing on paper.
fn at(millis: Option<u64>) -> String {
    millis.map_or(String::new(), |millis| format!(" at {}", clock_time(millis)))
}

/// The engine's band and what it heard; what it missed is a question for the rubric, not for the candidate.
fn second_opinion(card: &Scorecard, out: &mut dyn Surface) {
    out.heading(3, "Second opinion, shown after the rating was locked");
    let share = card.score.map_or("not scorable".to_owned(), percent);
    out.paragraph(&format!("The engine: {} ({share}).", band_words(card.band, card.level)));
    card.criteria.iter().filter(|one| one.credit.0 > 0).for_each(|one| heard(one, out));
    for hit in &card.red_flags {
        out.item(Mark::Costs, &format!("{}: {}", spoken(&hit.id), hit.feedback));
    }
    card.flags.iter().for_each(|one| out.item(Mark::Point, flag(*one)));
}

fn heard(criterion: &CriterionScore, out: &mut dyn Surface) {
    let words = criterion.evidence.first().map(|one| format!(": \"{}\"", shortened(&one.text, QUOTE)));
    out.item(Mark::of(criterion.credit), &format!("{}{}", spoken(&criterion.id), words.unwrap_or_default()));
}
