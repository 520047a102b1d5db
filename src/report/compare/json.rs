//! A comparison for programs: everything that the others say. `then` is the first attempt, `now` the second; differences are
//! `now` minus `then`, from -1.0 to 1.0, and null where they would mean nothing.

use serde_json::{Value, json};

use crate::attempt::rescore::Present;
use crate::compare::{Cell, Chance, Change, Comparison, Credit, CriterionChange, FlagChange, Repeat, Sum, Take};

/// Version of the format.
const FORMAT: u32 = 1;

/// The whole comparison as one JSON object.
pub fn compare_json(comparison: &Comparison<'_>) -> Value {
    let comparable = !comparison.differs_in_level();
    json!({
        "format": FORMAT,
        "then": side(comparison.then),
        "now": side(comparison.now),
        "backwards": comparison.is_backwards(),
        "same_plan": comparison.same_plan,
        "conditions": comparison.conditions,
        "whole": sum(&comparison.whole, comparable),
        "like_for_like": comparison.like_for_like.as_ref().map(|one| sum(one, true)),
        "after_model_answer": comparison.after_model_answer.as_ref().map(|one| sum(one, true)),
        "questions": comparison.repeats.iter().map(repeat).collect::<Vec<_>>(),
        "asked_once": comparison.once.iter().map(cell).collect::<Vec<_>>(),
    })
}

fn side(side: &Present) -> Value {
    let attempt = &side.attempt;
    json!({
        "attempt": attempt.id,
        "started": attempt.started,
        "interview": attempt.plan.interview,
        "level": attempt.plan.level,
        "minutes": attempt.plan.minutes,
        "extra_time": f64::from(attempt.plan.extra_time.0) / 100.0,
        "plan": attempt.plan.fingerprint().0,
        "overall": attempt.overall(|judged| judged.in_time.as_ref()),
        "overall_as_kept": side.before.as_ref().map(|before| &before.overall),
        "gone": side.gone,
    })
}

fn sum(sum: &Sum, comparable: bool) -> Value {
    let with = |id: Value, one: Change| {
        let mut value = change(one, comparable);
        value["id"] = id;
        value
    };
    json!({
        "questions": sum.questions,
        "overall": change(sum.overall, comparable),
        "bands": sum.bands,
        "unprompted": change(sum.unprompted, comparable),
        "dimensions": sum.dimensions.iter().map(|one| with(json!(one.id), one.change)).collect::<Vec<_>>(),
        "competencies": sum.competencies.iter().map(|one| with(json!(one.id), one.change)).collect::<Vec<_>>(),
        "used_ms": sum.used_ms,
        "chance": comparable.then(|| chance(&sum.chance)),
    })
}

fn chance(chance: &Chance) -> Value {
    let share = |thousandths: f64| thousandths / 1000.0;
    json!({
        "verdict": chance.verdict(),
        "questions": chance.questions,
        "low": chance.interval.map(|interval| share(interval.low)),
        "high": chance.interval.map(|interval| share(interval.high)),
    })
}

fn change(change: Change, comparable: bool) -> Value {
    let difference = change.difference().filter(|_| comparable).map(|difference| f64::from(difference) / 1000.0);
    json!({ "then": change.then, "now": change.now, "difference": difference })
}

fn repeat(repeat: &Repeat<'_>) -> Value {
    let comparable = repeat.is_comparable();
    json!({
        "question": repeat.question(),
        "standing": repeat.standing,
        "score": change(repeat.score, comparable),
        "unprompted": change(repeat.unprompted, comparable),
        "then": take(&repeat.then),
        "now": take(&repeat.now),
        "criteria": repeat.criteria.iter().map(criterion).collect::<Vec<_>>(),
        "red_flags": repeat.red_flags.iter().map(flag).collect::<Vec<_>>(),
    })
}

fn take(take: &Take<'_>) -> Value {
    json!({
        "number": take.number,
        "outcome": take.result.outcome,
        "level": take.result.level,
        "score": take.result.score,
        "band": take.result.band,
        "used_ms": take.result.used_ms,
        "allowed_ms": take.result.allowed_ms,
        "over_ms": take.result.over_ms,
    })
}

fn criterion(one: &CriterionChange<'_>) -> Value {
    json!({
        "id": one.id,
        "dimension": one.dimension,
        "points": one.points,
        "difference": one.difference() as f64 / 1000.0,
        "then": credit(&one.then),
        "now": credit(&one.now),
    })
}

fn credit(credit: &Credit<'_>) -> Value {
    json!({ "credit": credit.share, "evidence": credit.evidence, "withheld": credit.withheld })
}

fn flag(flag: &FlagChange<'_>) -> Value {
    json!({ "id": flag.id, "feedback": flag.feedback, "then": flag.then, "now": flag.now })
}

fn cell(cell: &Cell) -> Value {
    json!({
        "topic": cell.topic,
        "level": cell.level,
        "then": cell.then,
        "now": cell.now,
        "score": change(cell.score, true),
        "dimensions": cell.dimensions,
    })
}
