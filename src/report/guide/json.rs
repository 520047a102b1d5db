//! The guide for programs: everything that is printed, and no empty boxes.

use serde_json::{Value, json};

use super::GuidePart;
use crate::content::Criterion;
use crate::content::fairness::off_limits;
use crate::guide::{Guide, Moment, Part, QuestionPage, advice};

/// Version of the format.
const FORMAT: u32 = 1;

/// A guide as one JSON object; times are in seconds from the start. Without the script, it holds no answers.
pub fn guide_json(guide: &Guide<'_>, parts: &[GuidePart]) -> Value {
    let plan = guide.plan;
    let mut all = json!({
        "format": FORMAT,
        "interview": plan.interview,
        "title": plan.title,
        "level": plan.level,
        "expectation": plan.level.expectation(),
        "minutes": guide.minutes(),
        "fingerprint": plan.usual_fingerprint(),
        "command": guide.command,
        "candidate": guide.candidate.as_ref().map(ToString::to_string),
        "competencies": guide.competencies.iter().map(|row| json!({"title": row.title, "weight": row.weight, "questions": row.questions})).collect::<Vec<_>>(),
        "questions": guide.questions.iter().map(asked).collect::<Vec<_>>(),
    });
    if parts.contains(&GuidePart::Script) {
        merge(&mut all, script(guide));
    }
    all
}

/// What only the interviewer knows.
fn script(guide: &Guide<'_>) -> Value {
    json!({
        "rules": advice::RULES,
        "timetable": guide.timetable.iter().map(moment).collect::<Vec<_>>(),
        "opening": guide.opening.words,
        "closing": guide.closing(),
        "questions": guide.questions.iter().map(question).collect::<Vec<_>>(),
        "rating_errors": advice::RATING_ERRORS.map(|one| json!({"name": one.name, "what": one.what, "remedy": one.remedy})),
        "off_limits": off_limits().iter().map(|topic| {
            json!({"id": topic.id, "title": topic.title, "reason": topic.reason, "instead": topic.instead})
        }).collect::<Vec<_>>(),
    })
}

/// Adds the keys of one object to another, in place of those it has.
fn merge(object: &mut Value, more: Value) {
    if let (Value::Object(object), Value::Object(more)) = (object, more) {
        object.extend(more);
    }
}

fn moment(moment: &Moment) -> Value {
    let (part, number) = match moment.part {
        Part::Opening => ("opening", None),
        Part::Question(number) => ("question", Some(number)),
        Part::CandidateQuestions => ("candidate-questions", None),
        Part::Closing => ("closing", None),
    };
    json!({"from": moment.from.as_secs(), "until": moment.until.as_secs(), "part": part, "question": number})
}

/// A question as it is asked.
fn asked(page: &QuestionPage<'_>) -> Value {
    json!({
        "number": page.number,
        "question": page.question.id,
        "prompt": page.question.prompt,
        "kind": page.question.kind,
        "level": page.asked.level,
        "competencies": page.competencies,
    })
}

/// A question with what is listened for.
fn question(page: &QuestionPage<'_>) -> Value {
    let listed = |criteria: Vec<&Criterion>| criteria.into_iter().map(criterion).collect::<Vec<_>>();
    let mut question = asked(page);
    let judged = json!({
        "from": page.from.as_secs(),
        "move_on": page.move_on.as_secs(),
        "probes_planned": page.asked.probes,
        "probes": page.question.probes,
        "expected": listed(page.expected()),
        "beyond": listed(page.beyond()),
        "red_flags": page.rubric.map(|rubric| rubric.red_flags.iter().map(|flag| {
            json!({"id": flag.id, "why": flag.feedback, "caps": flag.caps})
        }).collect::<Vec<_>>()),
        "anchors": page.rubric.map(|rubric| &rubric.anchors),
    });
    merge(&mut question, judged);
    question
}

fn criterion(criterion: &Criterion) -> Value {
    json!({
        "id": criterion.id,
        "dimension": criterion.dimension,
        "level": criterion.level,
        "required": criterion.required,
        "say": criterion.feedback,
    })
}
