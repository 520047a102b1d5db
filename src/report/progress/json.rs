//! Progress for programs.

use serde_json::{Value, json as object};

use crate::progress::{Advice, Progress};
use crate::report::practice;

/// Version of the format.
const FORMAT: u32 = 1;

/// All of it as one JSON object.
pub fn json(progress: &Progress<'_>) -> Value {
    object!({
        "format": FORMAT,
        "now": progress.moment.now,
        "interview": progress.moment.interview,
        "days_left": progress.moment.days_left(),
        "since": progress.since,
        "mocks": progress.mocks,
        "drills": progress.drills,
        "trends": progress.trends,
        "outdated": progress.outdated,
        "interviews": progress.interviews,
        "pacing": progress.pacing,
        "dimensions": progress.dimensions,
        "topics": progress.topics,
        "coverage": progress.coverage,
        "lost": progress.lost,
        "due": practice::json(&progress.due),
        "next": progress.advice.iter().map(advice).collect::<Vec<_>>(),
    })
}

fn advice(advice: &Advice<'_>) -> Value {
    match advice {
        Advice::Question(due) => object!({ "question": practice::one(due) }),
        Advice::Dimension(standing) => object!({ "dimension": standing }),
        Advice::Story(story) => object!({ "story": story }),
        Advice::Topic(standing) => object!({ "topic": standing }),
        Advice::Unseen { topic, level, questions } => {
            object!({ "unseen": { "topic": topic, "level": level, "questions": questions } })
        }
    }
}
