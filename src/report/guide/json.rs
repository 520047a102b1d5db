//! The guide for programs: everything that is printed, and no empty boxes.

use serde_json::{Value, json};

use crate::content::Criterion;
use crate::content::fairness::off_limits;
use crate::guide::{Guide, Moment, Part, QuestionPage, advice};

/// Version of the format.
const FORMAT: u32 = 1;

/// The whole guide as one JSON object; times are in seconds from the start.
pub fn guide_json(guide: &Guide<'_>) -> Value {
    let plan = guide.plan;
    json!({
        "format": FORMAT,
        "interview": plan.interview,
        "title": plan.title,
        "level": plan.level,
        "expectation": plan.level.expectation(),
        "minutes": guide.minutes(),
        "fingerprint": plan.fingerprint(),
        "command": guide.command,
        "candidate": guide.candidate.as_ref().map(ToString::to_string),
        "rules": advice::RULES,
        "timetable": guide.timetable.iter().map(moment).collect::<Vec<_>>(),
        "competencies": guide.competencies.iter().map(|row| json!({"title": row.title, "questions": row.questions})).collect::<Vec<_>>(),
        "opening": guide.opening(),
        "questions": guide.questions.iter().map(question).collect::<Vec<_>>(),
        "closing": guide.closing(),
        "rating_errors": advice::RATING_ERRORS.map(|one| json!({"name": one.name, "what": one.what, "remedy": one.remedy})),
        "off_limits": off_limits().iter().map(|topic| {
            json!({"id": topic.id, "title": topic.title, "reason": topic.reason, "instead": topic.instead})
        }).collect::<Vec<_>>(),
    })
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

fn question(page: &QuestionPage<'_>) -> Value {
    let listed = |criteria: Vec<&Criterion>| criteria.into_iter().map(criterion).collect::<Vec<_>>();
    json!({
        "number": page.number,
        "question": page.question.id,
        "prompt": page.question.prompt,
        "kind": page.question.kind,
        "level": page.asked.level,
        "competencies": page.competencies,
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
    })
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
