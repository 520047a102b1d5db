//! Attempts as a table for spreadsheets (RFC 4180): a row for each question. What people wrote is text there, never a formula.

use super::digest::{Digest, QuestionDigest};
use super::surface::harmless;
use super::words;
use crate::attempt::{Attempt, QuestionResult, results};
use crate::scoring::scorecard::Mille;

/// How many columns there are.
pub const COLUMNS: usize = 35;

/// The columns. Scores are 0.000 to 1.000, times are in seconds, instants UTC. Columns are added at the end.
pub const HEAD: [&str; COLUMNS] = [
    "attempt",
    "profile",
    "started",
    "interview",
    "title",
    "candidate_level",
    "minutes",
    "extra_time",
    "tags",
    "note",
    "number",
    "question",
    "topic",
    "kind",
    "section",
    "judged_level",
    "outcome",
    "score",
    "band",
    "substance",
    "tools",
    "tradeoffs",
    "star",
    "unprompted",
    "used_seconds",
    "allowed_seconds",
    "over_seconds",
    "first_point_seconds",
    "words",
    "prompt",
    "answer",
    "next_step",
    "next_step_gain",
    "rubric",
    "engine",
];

/// The rows of an attempt, one for each question of its plan.
pub fn csv(attempt: &Attempt, profile: &str) -> Vec<[String; COLUMNS]> {
    let digest = Digest::of(attempt);
    let parts = digest.questions.iter().zip(results(attempt));
    parts.map(|(question, result)| row(attempt, profile, question, &result)).collect()
}

fn row(attempt: &Attempt, profile: &str, question: &QuestionDigest<'_>, result: &QuestionResult) -> [String; COLUMNS] {
    let (plan, card) = (&attempt.plan, question.judged.in_time.as_ref());
    // What was not judged has no share, though it counts as nothing in means.
    let [substance, tools, tradeoffs, star] = result.dimensions.map(|one| share(one.filter(|_| card.is_some())));
    let answer = answer(question);
    let step = card.and_then(|card| card.next_step.as_ref());
    [
        attempt.id.to_string(),
        text(profile),
        attempt.started.to_string(),
        text(&plan.interview),
        text(&plan.title),
        plan.level.name().to_owned(),
        plan.minutes.to_string(),
        (f64::from(plan.extra_time.0) / 100.0).to_string(),
        text(&attempt.labels.tags.join(" ")),
        text(attempt.labels.note.as_deref().unwrap_or_default()),
        question.number.to_string(),
        text(&result.question),
        text(&result.topic),
        words::kind(result.kind).to_owned(),
        words::section(question.asked.section).to_owned(),
        result.level.name().to_owned(),
        result.outcome.name().to_owned(),
        share(result.score),
        result.band.map_or(String::new(), |band| band.to_string()),
        substance,
        tools,
        tradeoffs,
        star,
        share(result.unprompted),
        seconds(result.used_ms),
        seconds(result.allowed_ms),
        seconds(result.over_ms),
        result.first_point_ms.map_or(String::new(), seconds),
        answer.split_whitespace().count().to_string(),
        text(question.prompt()),
        text(&answer),
        text(step.map_or("", |step| &step.say)),
        share(step.map(|step| step.gain)),
        text(card.map_or("", |card| &card.rubric)),
        text(card.map_or("", |card| &card.engine)),
    ]
}

/// All that was written, over-time included; answers to probes after an empty line each.
fn answer(question: &QuestionDigest<'_>) -> String {
    let texts = question.answer.segments.iter().map(|segment| segment.text.trim());
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn share(share: Option<Mille>) -> String {
    share.map_or(String::new(), |share| format!("{}.{:03}", share.0 / 1000, share.0 % 1000))
}

fn seconds(millis: u64) -> String {
    format!("{}.{}", millis / 1000, millis % 1000 / 100)
}

/// Text that no spreadsheet takes for a formula: what could begin one, even behind spaces or quotes, stands behind an apostrophe
/// (OWASP, "CSV Injection"). Where a program parts cells at semicolons, quotes around a cell do not hold: a formula could begin
/// behind each of them, and on every line.
fn text(cell: &str) -> String {
    harmless(cell).split_inclusive([';', '\n']).map(part).collect()
}

fn part(cell: &str) -> String {
    let begins = cell.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '\u{feff}'));
    let is_formula = begins.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if is_formula { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_be_a_formula_stands_behind_an_apostrophe() {
        let formulas = ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\"=1\"", "'=1", "\u{a0}=1", "＝1", "\u{feff}=1"];
        for cell in formulas {
            assert_eq!(text(cell), format!("'{cell}"));
        }
        assert_eq!(text("\t=1"), "' =1");
        assert_eq!(text("a;=1+1; \"@b;c"), "a;'=1+1;' \"@b;c");
        assert_eq!(text("\n=1\n\n- a; -b\r\n\t@c"), "\n'=1\n\n'- a;' -b\n' @c");
        for cell in ["", "I roll back = undo", "1-2", "\na\n\n; \nb", "–"] {
            assert_eq!(text(cell), cell);
        }
    }
}
