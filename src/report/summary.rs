//! One screen: about forty lines that can be read in two minutes.

use super::digest::{Digest, QuestionDigest};
use super::quote::shortened;
use super::surface::{Mark, Surface};
use super::words::{band_name, band_words, clock_time, day, long_time, percent, spoken};
use crate::attempt::{Attempt, Labels};
use crate::content::Level;
use crate::scoring::InterviewScore;
use crate::session::{GapKind, Outcome};

/// Strengths and changes that are shown.
const SHOWN: usize = 3;
/// Longest wording of a question in a table.
const TITLE: usize = 32;

pub fn write(digest: &Digest<'_>, options: &str, out: &mut dyn Surface) {
    head(digest, out);
    strengths(digest, out);
    changes(digest, out);
    questions(digest, out);
    notes(digest, out);
    next(digest, options, out);
}

/// The interview, the level, the length and the day.
pub fn title(attempt: &Attempt) -> String {
    let plan = &attempt.plan;
    let date = day(attempt.started);
    let extra = if plan.extra_time.0 == 100 {
        String::new()
    } else {
        format!(", extra time ×{}", f64::from(plan.extra_time.0) / 100.0)
    };
    format!("{}, {}, {} minutes{extra}, {date}", plan.title, plan.level.name(), plan.minutes)
}

pub fn head(digest: &Digest<'_>, out: &mut dyn Surface) {
    out.heading(1, &title(digest.attempt));
    out.headline(&overall(digest));
    labels(&digest.attempt.labels, out);
    let is_draft = |one: &&QuestionDigest<'_>| one.bundle.is_some_and(|bundle| bundle.rubric.draft);
    let drafts: Vec<String> = digest.questions.iter().filter(is_draft).map(|one| one.number.to_string()).collect();
    if !drafts.is_empty() {
        out.paragraph(&format!("Judged by draft rubrics: question {}.", drafts.join(", ")));
    }
}

fn labels(labels: &Labels, out: &mut dyn Surface) {
    if !labels.tags.is_empty() {
        out.paragraph(&format!("Tags: {}", labels.tags.join(", ")));
    }
    if let Some(note) = &labels.note {
        out.paragraph(&format!("Note: {note}"));
    }
}

fn overall(digest: &Digest<'_>) -> String {
    let level = digest.attempt.plan.level;
    let words = |score: &InterviewScore| match score.score {
        Some(share) => format!("{} ({})", band_words(score.band, level), percent(share)),
        None => "nothing to score".to_owned(),
    };
    match &digest.complete {
        Some(complete) => {
            format!("Overall in time: {}; with what you wrote over time: {}", words(&digest.in_time), words(complete))
        }
        None => format!("Overall: {}", words(&digest.in_time)),
    }
}

/// The words that earned the most.
pub fn strengths(digest: &Digest<'_>, out: &mut dyn Surface) {
    let strengths = digest.strengths(SHOWN);
    if strengths.is_empty() {
        return;
    }
    out.heading(2, "What worked");
    for strength in strengths {
        out.item(
            Mark::Earned,
            &format!("question {}, {}: \"{}\"", strength.number, spoken(strength.criterion), strength.words),
        );
    }
}

/// The changes worth most.
pub fn changes(digest: &Digest<'_>, out: &mut dyn Surface) {
    let changes = digest.changes(SHOWN);
    if changes.is_empty() {
        return;
    }
    out.heading(2, "The changes worth most");
    for (number, step) in changes {
        let band = step.band.map_or(String::new(), |band| format!(", to band {band}"));
        out.item(Mark::Step, &format!("question {number} (+{}{band}): {}", percent(step.gain), step.say));
    }
}

fn questions(digest: &Digest<'_>, out: &mut dyn Surface) {
    out.heading(2, "Questions");
    let level = digest.attempt.plan.level;
    let rows: Vec<Vec<String>> = digest.questions.iter().map(|question| row(question, level).to_vec()).collect();
    out.table(&["", "question", "result", "time"], &rows);
}

/// A question, with its result and time.
pub fn row(question: &QuestionDigest<'_>, level: Level) -> [String; 4] {
    let time = match question.answer.segments.is_empty() {
        true => String::new(),
        false => format!(
            "{} of {}{}",
            clock_time(question.used()),
            clock_time(question.allowed()),
            if question.over_time() > 0 { ", over" } else { "" }
        ),
    };
    [question.number.to_string(), shortened(question.prompt(), TITLE), result(question, Some(level)), time]
}

/// The result of a question, in a few words. The level it was judged at is named unless it is the one that goes without saying.
pub fn result(question: &QuestionDigest<'_>, understood: Option<Level>) -> String {
    let band = |band: Option<u8>| match (band, understood) {
        (Some(band), Some(level)) if level == question.asked.level => format!("{band}, {}", band_name(band)),
        (band, _) => band_words(band, question.asked.level),
    };
    match (question.answer.outcome, &question.judged.in_time, &question.judged.complete) {
        (Outcome::NotReached, ..) => "not reached".into(),
        (Outcome::Skipped, ..) => "skipped: I don't know".into(),
        (Outcome::Empty, ..) => "nothing written".into(),
        (_, Some(card), _) if card.score.is_none() => "not scorable".into(),
        (_, Some(card), Some(complete)) if card.band != complete.band => {
            format!("{}; {} over time", band(card.band), complete.band.unwrap_or(0))
        }
        (_, Some(card), _) => band(card.band),
        (_, None, _) => "not judged".into(),
    }
}

/// What is to be known about how the sitting went.
pub fn notes(digest: &Digest<'_>, out: &mut dyn Surface) {
    let transcript = &digest.attempt.transcript;
    let mut notes = Vec::new();
    if transcript.ended_early {
        notes.push(format!(
            "Ended at minute {} of {}.",
            transcript.used / 60_000,
            digest.attempt.plan.total().as_secs() / 60
        ));
    }
    let unreached = digest.numbers(Outcome::NotReached).len();
    if unreached > 0 {
        notes.push(format!("{unreached} not reached: left out of the result."));
    }
    if !digest.numbers(Outcome::Skipped).is_empty() || !digest.numbers(Outcome::Empty).is_empty() {
        notes.push("Skipped and empty answers count 0.".into());
    }
    if !digest.in_time.not_scorable.is_empty() {
        notes.push("Answers that could not be scored are left out of the result.".into());
    }
    for (kind, word) in [(GapKind::Interruption, "interruption"), (GapKind::Pause, "pause")] {
        let gaps: Vec<u64> = transcript.gaps.iter().filter(|gap| gap.kind == kind).map(|gap| gap.length).collect();
        if !gaps.is_empty() {
            let plural = if gaps.len() == 1 { "" } else { "s" };
            let total = long_time(gaps.iter().sum());
            notes.push(format!("{} {word}{plural}, {total} in all, on no clock.", gaps.len()));
        }
    }
    if !notes.is_empty() {
        out.paragraph("");
        out.paragraph(&notes.join(" "));
    }
}

fn next(digest: &Digest<'_>, options: &str, out: &mut dyn Surface) {
    let weakest = digest.changes(1).first().map(|(number, _)| *number);
    out.heading(2, "Next");
    match weakest {
        Some(number) => out.command(
            &format!("hotseat{options} report --question {number}"),
            "what earned points there, what did not, and a model answer",
        ),
        None => out.command(&format!("hotseat{options} report --full"), "every question with its model answer"),
    }
}
