//! The judges of a batch, shared by all threads: each is compiled when its question is first met, and then kept.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::lines::{LONGEST, Line};
use super::unknown;
use crate::content::{Level, Library};
use crate::scoring::{Judge, Scorecard, Segment};

/// An answer, as a line of a batch gives it.
#[derive(Debug, Deserialize)]
struct Answer {
    question: String,
    level: Option<Level>,
    answer: String,
    seconds: Option<f64>,
}

/// A scorecard with the id of its line.
#[derive(Serialize)]
struct Judged<'a> {
    id: &'a Value,
    #[serde(flatten)]
    card: Scorecard,
    #[serde(skip_serializing_if = "Option::is_none")]
    seconds: Option<f64>,
}

/// The result of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// One JSON object on one line, without the line end.
    pub line: String,
    /// Whether it is a scorecard; otherwise it says what is wrong.
    pub judged: bool,
}

/// Judges for every question with a rubric.
#[derive(Debug)]
pub struct Bench {
    library: Library,
    /// By question; a place for each from the start, so that no thread waits for another but for the judge it needs itself.
    judges: BTreeMap<String, OnceLock<Option<(Judge, Level)>>>,
    /// The candidate's level, where a line names none.
    level: Option<Level>,
}

impl Bench {
    /// Judges nobody has been called for yet.
    pub fn new(library: Library, level: Option<Level>) -> Self {
        let judges = library.rubrics.keys().map(|question| (question.clone(), OnceLock::new())).collect();
        Bench { library, judges, level }
    }

    /// Judges a line.
    pub fn judge(&self, line: &Line) -> Verdict {
        let Line::Whole(bytes) = line else {
            return Verdict::failed(&Value::Null, &format!("the line is longer than {} MiB", LONGEST >> 20));
        };
        let value: Value = match serde_json::from_str(&String::from_utf8_lossy(bytes)) {
            Ok(value) => value,
            Err(error) => return Verdict::failed(&Value::Null, &format!("not JSON: {error}")),
        };
        let id = value.get("id").cloned().unwrap_or(Value::Null);
        let answer = Answer::deserialize(value).map_err(|error| error.to_string());
        match answer.and_then(|answer| self.scored(&id, &answer)) {
            Ok(line) => Verdict { line, judged: true },
            Err(problem) => Verdict::failed(&id, &problem),
        }
    }

    fn scored(&self, id: &Value, answer: &Answer) -> Result<String, String> {
        let (judge, own) = self.of(&answer.question).ok_or_else(|| unknown(&answer.question, &self.library))?;
        let card = judge.score(&[Segment::answer(&answer.answer)], answer.level.or(self.level).unwrap_or(*own));
        serde_json::to_string(&Judged { id, card, seconds: answer.seconds }).map_err(|error| error.to_string())
    }

    /// The judge of a question, with the question's own level.
    fn of(&self, question: &str) -> Option<&(Judge, Level)> {
        let compiled = || self.library.bundle(question).map(|bundle| (Judge::new(&bundle), bundle.question.level));
        self.judges.get(question)?.get_or_init(compiled).as_ref()
    }
}

impl Verdict {
    /// What is wrong with a line.
    pub fn failed(id: &Value, problem: &str) -> Self {
        Verdict { line: json!({ "id": id, "error": problem }).to_string(), judged: false }
    }
}
