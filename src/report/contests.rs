//! What the candidate contests, quoted: at its question, in a list, and one line at the end. Nothing here looks at scores.

use super::digest::{Digest, QuestionDigest};
use super::quote::shortened;
use super::surface::{Mark, Surface};
use super::words::spoken;
use crate::attempt::contest::Contest;

/// Longest quotation.
const QUOTE: usize = 240;

/// The contests of a question; nothing where there are none.
pub fn write(question: &QuestionDigest<'_>, out: &mut dyn Surface) {
    let mut lines: Vec<String> = question.contests.iter().map(|contest| line(question, contest)).collect();
    lines.extend(uncontested(question));
    if !lines.is_empty() {
        out.heading(3, "What you contest");
        lines.iter().for_each(|line| out.item(Mark::Point, line));
    }
}

/// All contests, each with its number.
pub fn list(digest: &Digest<'_>, out: &mut dyn Surface) {
    for question in digest.questions.iter().filter(|question| !question.contests.is_empty()) {
        out.heading(2, &format!("{}. {}", question.number, question.prompt()));
        for contest in &question.contests {
            out.item(Mark::Point, &format!("contest {}: {}", contest.number, line(question, contest)));
        }
    }
}

/// How many there are, and how they reach the rubric's author; nothing where there are none.
pub fn close(digest: &Digest<'_>, options: &str, out: &mut dyn Surface) {
    let about = match digest.attempt.contests.len() {
        0 => return,
        1 => "your contest, for the rubric's author; it changes no score".to_owned(),
        count => format!("your {count} contests, for the rubric's author; they change no score"),
    };
    out.command(&format!("hotseat{options} contest --export"), &about);
}

/// A criterion's id as words; `star.result` is the story's result.
pub fn criterion_name(id: &str) -> String {
    id.strip_prefix("star.").map_or_else(|| spoken(id), |part| format!("the story's {part}"))
}

fn line(question: &QuestionDigest<'_>, contest: &Contest) -> String {
    let claim = &contest.claim;
    let said = claim.already_said.map(|segment| already_said(question, segment));
    let words = claim.marked.as_ref().map(|marked| format!("you say {} should have counted", quoted(&marked.words)));
    let note = claim.note.as_ref().map(|note| format!("your note: {}", quoted(note)));
    let parts: Vec<String> = [said, words, note].into_iter().flatten().collect();
    format!("{}: contested: {}", criterion_name(&claim.criterion), parts.join("; "))
}

/// Probes answered with "already said" that contest nothing: they asked for nothing in particular, or it was taken back.
fn uncontested(question: &QuestionDigest<'_>) -> Vec<String> {
    let contested = |segment| question.contests.iter().any(|contest| contest.claim.already_said == Some(segment));
    let said = question.answer.segments.iter().enumerate().filter(|(_, segment)| segment.already_said);
    said.filter(|(index, _)| !contested(*index)).map(|(index, _)| already_said(question, index)).collect()
}

fn already_said(question: &QuestionDigest<'_>, segment: usize) -> String {
    let probe = question.answer.segments.get(segment).and_then(|segment| segment.probe);
    let asked = question.bundle.and_then(|bundle| bundle.question.probes.get(probe?));
    format!("you answered \"already said\" to: {}", asked.map_or("a follow-up", |probe| &probe.ask))
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", shortened(words, QUOTE))
}
