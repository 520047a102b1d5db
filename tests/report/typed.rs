//! Attempts with a typing record: example answers typed word by word, with pauses, a follow-up, and a box that is too short.

use std::collections::BTreeMap;

use hotseat::attempt::{Attempt, AttemptKind, Settings};
use hotseat::content::Library;
use hotseat::plan::Plan;
use hotseat::session::{Event, Rules, Screen};
use hotseat::sitting::{Beginning, Sitting};
use hotseat::store::Store;

use crate::cli::example;

/// Milliseconds for a word; every ninth one is thought about.
const WORD: u64 = 1700;
const THOUGHT: u64 = 14_000;

/// Sits the example of a level. An answer stands for that of its question; one that is empty is skipped.
pub fn attempt(level: &str, instead: &[(usize, &str)]) -> Attempt {
    let library = Library::builtin().unwrap();
    let plan = Plan::thaw(&std::fs::read_to_string(example(&format!("plan-{level}.toml"))).unwrap(), &library).unwrap();
    let bundles = plan.questions().map(|asked| library.bundle(&asked.question).unwrap()).collect();
    let competencies = library.interviews[&plan.interview].competencies.clone();
    let settings = Settings { rules: Rules::default(), competencies, ..Settings::default() };
    let beginning = Beginning { kind: AttemptKind::Mock, profile: "ada".into(), plan, bundles, settings };
    let mut sitting = Sitting::begin(Store::in_memory().unwrap(), beginning).unwrap();
    sit(&mut sitting, &answers(level), instead);
    sitting.finish().unwrap()
}

fn answers(level: &str) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(example(&format!("answers-{level}.toml"))).unwrap();
    let table: toml::Table = toml::from_str(&text).unwrap();
    let text = |answer: &toml::Value, key: &str| answer[key].as_str().unwrap().trim().to_owned();
    let answers = table["answers"].as_array().unwrap().iter();
    answers.map(|answer| (text(answer, "question"), text(answer, "answer"))).collect()
}

fn sit(sitting: &mut Sitting, answers: &BTreeMap<String, String>, instead: &[(usize, &str)]) {
    let mut at = 0;
    sitting.record(Event::Started, at).unwrap();
    loop {
        at += 4000;
        let index = match sitting.view(at).screen {
            Screen::Question(view) => view.index,
            Screen::Done => return,
            Screen::NotScorable { .. } => {
                sitting.record(Event::Finished, at).unwrap();
                continue;
            }
            _ => {
                sitting.record(Event::Continued, at).unwrap();
                continue;
            }
        };
        let answer = &sitting.transcript().answers[index];
        let own = instead.iter().find(|(one, _)| *one == index).map(|(_, text)| (*text).to_owned());
        let text = match answer.segments.len() {
            1 => own.unwrap_or_else(|| answers[&answer.question].clone()),
            _ => "I would weigh it: it costs a day, but without it we would never notice.".to_owned(),
        };
        at = types(sitting, &text, at);
        let end = if text.is_empty() { Event::Skipped } else { Event::Finished };
        sitting.record(end, at).unwrap();
    }
}

fn types(sitting: &mut Sitting, text: &str, mut at: u64) -> u64 {
    let mut ends: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    ends.push(text.len());
    for (count, end) in ends.into_iter().enumerate() {
        at += if count % 27 == 26 { THOUGHT } else { WORD };
        sitting.set_text(&text[..end], at).unwrap();
    }
    at + 2500
}
