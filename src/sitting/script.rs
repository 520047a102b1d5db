//! An interview without a keyboard: answers from a TOML file, on a clock made up from their `seconds`.
//! There is no typing timeline, so the whole text of an answer counts; over-time is told from `seconds`.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::Sitting;
use crate::session::{Event, Screen};
use crate::store::StoreError;

/// Answers by question.
#[derive(Debug, Clone, Default)]
pub struct Script {
    /// When the interview was sat, if not now.
    pub started: Option<Timestamp>,
    answers: BTreeMap<String, ScriptAnswer>,
}

/// Why an answers file cannot be used.
#[derive(Debug, Clone, thiserror::Error)]
pub enum ScriptError {
    /// Not the format; the message shows the place.
    #[error("{0}")]
    Format(String),
    /// A question is answered twice.
    #[error("there are two answers to '{0}'")]
    Twice(String),
    /// An answer to a probe is nothing, or two things.
    #[error("a probe of '{0}' needs either `answer` or `already_said = true`")]
    Probe(String),
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, deserialize_with = "instant")]
    started: Option<Timestamp>,
    #[serde(default)]
    answers: Vec<ScriptAnswer>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct ScriptAnswer {
    question: String,
    #[serde(default)]
    seconds: u32,
    answer: String,
    #[serde(default)]
    probes: Vec<ScriptProbe>,
}

/// Answers to probes stand in the order in which they are asked.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct ScriptProbe {
    #[serde(default)]
    seconds: u32,
    answer: Option<String>,
    #[serde(default)]
    already_said: bool,
}

/// What is done about a question or probe.
#[derive(Debug, Clone, Copy)]
enum Reply<'a> {
    Text(&'a str),
    AlreadySaid,
}

/// An instant with its offset, as a string or as TOML's own date and time.
fn instant<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Timestamp>, D::Error> {
    let text = match toml::Value::deserialize(deserializer)? {
        toml::Value::Datetime(instant) => instant.to_string(),
        toml::Value::String(text) => text,
        other => return Err(D::Error::custom(format!("`started` is a date and time, not {}", other.type_str()))),
    };
    let wrong = |_| D::Error::custom("`started` is a date and time with its zone, such as 2026-10-05T18:30:00Z");
    text.parse().map(Some).map_err(wrong)
}

impl Script {
    /// Reads the format: `[[answers]] question, seconds, answer`, with optional `[[answers.probes]] seconds` and either `answer`
    /// or `already_said = true`; above them `started = 2026-10-05T18:30:00Z` where the interview was sat at another time.
    ///
    /// # Errors
    /// With line and column.
    pub fn parse(text: &str) -> Result<Self, ScriptError> {
        let file: File = toml::from_str(text).map_err(|error| ScriptError::Format(error.to_string()))?;
        let mut answers = BTreeMap::new();
        for answer in file.answers {
            let question = answer.question.clone();
            if answer.probes.iter().any(|probe| probe.answer.is_some() == probe.already_said) {
                return Err(ScriptError::Probe(question));
            }
            if answers.insert(question.clone(), answer).is_some() {
                return Err(ScriptError::Twice(question));
            }
        }
        Ok(Script { started: file.started, answers })
    }

    /// The questions that are answered.
    pub fn questions(&self) -> impl Iterator<Item = &str> {
        self.answers.keys().map(String::as_str)
    }

    /// What is done, and how many seconds it takes.
    fn reply(&self, question: &str, probe: Option<usize>) -> Option<(Reply<'_>, u32)> {
        let answer = self.answers.get(question)?;
        let Some(nth) = probe else { return Some((Reply::Text(&answer.answer), answer.seconds)) };
        let probe = answer.probes.get(nth)?;
        let reply = probe.answer.as_deref().map_or(Reply::AlreadySaid, Reply::Text);
        Some((reply, probe.seconds))
    }
}

/// Sits the whole interview. A question without an answer counts as not answered, and takes no time; without answers to
/// probes none is asked.
pub fn sit(sitting: &mut Sitting, script: &Script) -> Result<(), StoreError> {
    let mut at = 0;
    sitting.record(Event::Started, at)?;
    loop {
        let (index, reading) = match sitting.view(at).screen {
            Screen::Question(view) => (view.index, view.reading.unwrap_or_default()),
            Screen::Done => return Ok(()),
            Screen::NotScorable { .. } => {
                sitting.record(Event::Finished, at)?;
                continue;
            }
            _ => {
                sitting.record(Event::Continued, at)?;
                continue;
            }
        };
        let answer = sitting.transcript().answers[index].clone();
        let probe = answer.segments.len().checked_sub(2);
        let next = probe.map_or(0, |nth| nth + 1);
        sitting.set_probing(script.reply(&answer.question, Some(next)).is_some());
        let Some((reply, seconds)) = script.reply(&answer.question, probe) else {
            sitting.record(Event::Finished, at)?;
            continue;
        };
        at += u64::try_from(reading.as_millis()).unwrap_or(0);
        let end = match reply {
            Reply::Text(text) => {
                sitting.set_text(text, at)?;
                Event::Finished
            }
            Reply::AlreadySaid => Event::AlreadySaid,
        };
        at += u64::from(seconds) * 1000;
        sitting.record(end, at)?;
    }
}
