//! The report for programs: everything that the others say, with the scorecards in the form of `hotseat score`.

use serde_json::{Value, json};

use super::digest::{Digest, QuestionDigest};
use crate::attempt::Attempt;
use crate::attempt::contest::Contest;

/// Version of the format.
const FORMAT: u32 = 1;

/// The whole report as one JSON object.
pub fn json(attempt: &Attempt) -> Value {
    let digest = Digest::of(attempt);
    json!({
        "format": FORMAT,
        "attempt": attempt.id,
        "started": attempt.started,
        "ended": attempt.ended,
        "interview": attempt.plan.interview,
        "level": attempt.plan.level,
        "minutes": attempt.plan.minutes,
        "extra_time": f64::from(attempt.plan.extra_time.0) / 100.0,
        "seed": attempt.plan.seed,
        "tags": attempt.labels.tags,
        "note": attempt.labels.note,
        "overall": digest.in_time,
        "overall_with_overtime": digest.complete,
        "dimensions": digest.dimensions().into_iter().map(|(id, score)| json!({"id": id, "score": score})).collect::<Vec<_>>(),
        "questions": digest.questions.iter().map(question).collect::<Vec<_>>(),
        "gaps": attempt.transcript.gaps,
        "ended_early": attempt.transcript.ended_early,
    })
}

fn question(question: &QuestionDigest<'_>) -> Value {
    json!({
        "number": question.number,
        "question": question.asked.question,
        "section": question.asked.section,
        "level": question.asked.level,
        "prompt": question.prompt(),
        "outcome": question.answer.outcome,
        "asked_again": question.answer.asked,
        "used_ms": question.used(),
        "allowed_ms": question.allowed(),
        "over_time": question.over_time() > 0,
        "over_time_ms": question.over_time(),
        "segments": question.answer.segments.iter().map(|segment| json!({
            "probe": segment.probe,
            "text": segment.text,
            "in_time": segment.official(),
            "already_said": segment.already_said,
        })).collect::<Vec<_>>(),
        "scorecard": question.judged.in_time,
        "scorecard_with_overtime": question.judged.complete,
        "contests": question.contests.iter().map(|one| contest(one)).collect::<Vec<_>>(),
    })
}

/// The segment that holds the words; `already_said` is the segment of the probe that was answered so.
fn contest(contest: &Contest) -> Value {
    let claim = &contest.claim;
    let marked = claim.marked.as_ref();
    json!({
        "number": contest.number,
        "criterion": claim.criterion,
        "already_said": claim.already_said,
        "segment": marked.map(|marked| marked.segment),
        "start": marked.map(|marked| marked.span.start),
        "end": marked.map(|marked| marked.span.end),
        "text": marked.map(|marked| &marked.words),
        "note": claim.note,
        "made": contest.made,
    })
}
