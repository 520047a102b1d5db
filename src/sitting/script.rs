//! An interview without a keyboard: answers from a TOML file, on a clock made up from their `seconds`.
//! There is no typing timeline, so the whole text of an answer counts; over-time is told from `seconds`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Sitting;
use crate::session::{Event, Screen};
use crate::store::StoreError;

/// Answers by question.
#[derive(Debug, Clone, Default)]
pub struct Script {
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
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
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
    answer: String,
}

impl Script {
    /// Reads the format: `[[answers]] question, seconds, answer`, with optional `[[answers.probes]] seconds, answer`.
    ///
    /// # Errors
    /// With line and column.
    pub fn parse(text: &str) -> Result<Self, ScriptError> {
        let file: File = toml::from_str(text).map_err(|error| ScriptError::Format(error.to_string()))?;
        let mut answers = BTreeMap::new();
        for answer in file.answers {
            let question = answer.question.clone();
            if answers.insert(question.clone(), answer).is_some() {
                return Err(ScriptError::Twice(question));
            }
        }
        Ok(Script { answers })
    }

    /// The questions that are answered.
    pub fn questions(&self) -> impl Iterator<Item = &str> {
        self.answers.keys().map(String::as_str)
    }

    fn text(&self, question: &str, probe: Option<usize>) -> Option<(&str, u32)> {
        let answer = self.answers.get(question)?;
        match probe {
            None => Some((&answer.answer, answer.seconds)),
            Some(nth) => answer.probes.get(nth).map(|probe| (probe.answer.as_str(), probe.seconds)),
        }
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
        sitting.set_probing(script.text(&answer.question, Some(next)).is_some());
        let Some((text, seconds)) = script.text(&answer.question, probe) else {
            sitting.record(Event::Finished, at)?;
            continue;
        };
        at += u64::try_from(reading.as_millis()).unwrap_or(0);
        sitting.set_text(text, at)?;
        at += u64::from(seconds) * 1000;
        sitting.record(Event::Finished, at)?;
    }
}
