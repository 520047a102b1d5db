//! Contested answers as cases for `hotseat calibrate`: one for each answer, complete in itself.

use std::ops::Range;

use serde::Serialize;

use super::contest::{Claim, Marked};
use super::{Attempt, Judged, wording};
use crate::content::Level;
use crate::plan::Asked;
use crate::session::{Answer, Segment};

/// A contested answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Case<'a> {
    /// `<attempt>/<question>`.
    pub answer_id: String,
    /// The question.
    pub question_id: &'a str,
    /// The level it was judged at.
    pub level: Level,
    /// All that was written, answers to probes after an empty line each.
    pub answer: String,
    /// Time used, probes included.
    pub seconds: u64,
    /// What should have counted.
    pub claims: Vec<CaseClaim<'a>>,
}

/// A criterion that should have been met, with the bytes of the answer that should have met it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseClaim<'a> {
    /// The criterion.
    pub criterion: &'a str,
    /// First byte of the words.
    pub start: usize,
    /// One past their last byte.
    pub end: usize,
    /// The words. Where "already said" alone stands for them: all that was said before that.
    pub text: String,
    /// A word of the candidate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<&'a str>,
    /// The probe that was answered with "already said", as it was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub already_said: Option<&'a str>,
}

/// The contested answers of an attempt, in the order of its plan.
pub fn cases(attempt: &Attempt) -> Vec<Case<'_>> {
    let parts = attempt.plan.questions().zip(&attempt.transcript.answers).zip(&attempt.judged);
    let cases = parts.map(|((asked, answer), judged)| case(attempt, asked, answer, judged));
    cases.filter(|case| !case.claims.is_empty()).collect()
}

fn case<'a>(attempt: &'a Attempt, asked: &'a Asked, answer: &'a Answer, judged: &'a Judged) -> Case<'a> {
    let whole = Whole::of(&answer.segments);
    let claims = attempt.contests_of(&asked.question).map(|contest| &contest.claim);
    let claims = claims.filter_map(|claim| case_claim(attempt, answer, &whole, claim)).collect();
    Case {
        answer_id: format!("{}/{}", attempt.id, asked.question),
        question_id: &asked.question,
        level: judged.in_time.as_ref().map_or(asked.level, |card| card.level),
        answer: whole.text,
        seconds: answer.segments.iter().map(|segment| segment.used(segment.deadline)).sum::<u64>() / 1000,
        claims,
    }
}

fn case_claim<'a>(attempt: &'a Attempt, answer: &'a Answer, whole: &Whole, claim: &'a Claim) -> Option<CaseClaim<'a>> {
    let words = match (&claim.marked, claim.already_said) {
        (Some(marked), _) => whole.range(marked)?,
        (None, Some(probe)) => 0..whole.end_before(probe),
        (None, None) => return None,
    };
    let asked = claim.already_said.and_then(|probe| answer.segments.get(probe)?.probe);
    let question = attempt.bundles.get(&claim.question).map(|bundle| &bundle.question);
    Some(CaseClaim {
        criterion: &claim.criterion,
        start: words.start,
        end: words.end,
        text: whole.text.get(words)?.to_owned(),
        note: claim.note.as_deref(),
        already_said: question.and_then(|question| wording(question, asked)),
    })
}

/// The segments of an answer as one text.
struct Whole {
    text: String,
    /// Where each segment stands in it.
    places: Vec<Range<usize>>,
}

impl Whole {
    fn of(segments: &[Segment]) -> Self {
        let mut whole = Whole { text: String::new(), places: Vec::new() };
        for segment in segments {
            let is_blank = segment.text.trim().is_empty();
            if !is_blank && !whole.text.is_empty() {
                whole.text.push_str("\n\n");
            }
            let start = whole.text.len();
            whole.text.push_str(if is_blank { "" } else { &segment.text });
            whole.places.push(start..whole.text.len());
        }
        whole
    }

    fn range(&self, marked: &Marked) -> Option<Range<usize>> {
        let start = self.places.get(marked.segment)?.start;
        Some(start + marked.span.start..start + marked.span.end)
    }

    /// The end of what was said before a segment.
    fn end_before(&self, segment: usize) -> usize {
        self.places.iter().take(segment).map(|place| place.end).max().unwrap_or(0)
    }
}
