//! What a candidate knows of the bank: each question that was seen, with its latest answer and how well it is remembered. Mock
//! interviews and drills count alike, at whatever level they were judged: what was recalled was recalled.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;

use super::memory::{Memory, Rating};
use super::moment::{Moment, days};
use crate::attempt::{AttemptOutline, QuestionOutline};
use crate::content::{Level, Library};
use crate::scoring::scorecard::Mille;
use crate::session::Outcome;

/// A question that was seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Known<'a> {
    /// Its topic.
    pub topic: &'a str,
    /// Its own level; of a question that the bank has lost, the level it was judged at.
    pub level: Level,
    /// How often it was seen.
    pub seen: u32,
    /// When it was last seen.
    pub last: Timestamp,
    /// What came of it, the last time that could be judged.
    pub latest: Option<Latest>,
}

/// The latest judgement of a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Latest {
    /// When it was answered.
    pub at: Timestamp,
    /// The level it was judged at.
    pub level: Level,
    /// 1 to 4; 1 where no answer was given.
    pub band: u8,
    /// 0 where no answer was given.
    pub score: Mille,
    /// Whether an answer was given.
    pub answered: bool,
    /// How well it is remembered since.
    pub memory: Memory,
}

/// All that was seen, by question.
#[derive(Debug, Clone, PartialEq)]
pub struct Knowledge<'a> {
    /// By question.
    pub known: BTreeMap<&'a str, Known<'a>>,
    /// The moment for which it is told.
    pub moment: Moment,
}

impl<'a> Knowledge<'a> {
    /// From all attempts, oldest first.
    pub fn of(attempts: &'a [AttemptOutline], library: &'a Library, moment: Moment) -> Self {
        // In no order while they are looked up again and again.
        let mut known: HashMap<&str, Known<'_>> = HashMap::new();
        for attempt in attempts {
            let seen = attempt.questions.iter().filter(|result| is_seen(result.outcome));
            for result in seen {
                let entry =
                    known.entry(&result.asked.question).or_insert_with(|| unseen(result, library, attempt.started));
                entry.see(result, attempt.started);
            }
        }
        Knowledge { known: known.into_iter().collect(), moment }
    }

    /// When a question comes again; none: it has never been judged.
    pub fn due(&self, question: &str) -> Option<Timestamp> {
        let latest = self.known.get(question)?.latest?;
        Some(self.moment.due(latest.memory, latest.at))
    }
}

impl Known<'_> {
    fn see(&mut self, result: &QuestionOutline, at: Timestamp) {
        self.seen += 1;
        self.last = at;
        let answered = result.outcome == Outcome::Answered;
        let band = if answered { result.band } else { Some(1) };
        // An answer that could not be judged says nothing about what is known.
        let Some(band) = band else { return };
        let rating = Rating::of_band(band);
        let memory = match self.latest {
            None => Memory::first(rating),
            Some(before) => before.memory.again(rating, days(at.duration_since(before.at))),
        };
        self.latest =
            Some(Latest { at, level: result.level, band, score: result.score.unwrap_or_default(), answered, memory });
    }
}

fn unseen<'a>(result: &'a QuestionOutline, library: &'a Library, at: Timestamp) -> Known<'a> {
    let question = library.questions.get(&result.asked.question);
    Known {
        topic: question.map_or(&result.asked.topic, |question| &question.topic),
        level: question.map_or(result.level, |question| question.level),
        seen: 0,
        last: at,
        latest: None,
    }
}

/// Whether a question was shown for long enough to count.
pub(super) fn is_seen(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Answered | Outcome::Empty | Outcome::Skipped)
}
