//! How much of the bank was seen, by topic and level.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;

use super::Asking;
use super::knowledge::{Knowledge, Known};
use crate::content::{Level, Library};

/// A topic of the bank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TopicCoverage<'a> {
    /// The topic.
    pub topic: &'a str,
    /// One for each of [`Level::ALL`], by the questions' own levels.
    pub levels: [Cell; 4],
}

/// The questions of one topic and level.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// How many the bank has.
    pub questions: u32,
    /// How many of them were seen.
    pub seen: u32,
    /// How often any of them was seen.
    pub times: u32,
    /// 1 to 4: the band of the latest answer that could be judged, 1 for none given.
    pub band: Option<u8>,
    /// When that was.
    pub last: Option<Timestamp>,
    /// Whole days since then.
    pub days_since: Option<u32>,
}

/// All topics of the bank, sorted. Questions that it has lost are none of them.
pub fn coverage<'a>(knowledge: &Knowledge<'a>, library: &'a Library, asking: &Asking<'_>) -> Vec<TopicCoverage<'a>> {
    let mut topics: BTreeMap<&str, [Cell; 4]> = BTreeMap::new();
    for question in library.questions.values() {
        topics.entry(&question.topic).or_default()[question.level as usize].questions += 1;
    }
    for (_, known) in knowledge.known.iter().filter(|(question, _)| library.questions.contains_key(**question)) {
        topics.entry(known.topic).or_default()[known.level as usize].add(known, knowledge);
    }
    let wanted = topics.into_iter().filter(|(topic, _)| asking.wants(topic));
    wanted.map(|(topic, levels)| TopicCoverage { topic, levels }).collect()
}

/// How many questions were seen that the bank does not have, or not any more.
pub fn lost(knowledge: &Knowledge<'_>, library: &Library, asking: &Asking<'_>) -> usize {
    let wanted = knowledge.known.iter().filter(|(_, known)| asking.wants(known.topic));
    wanted.filter(|(question, _)| !library.questions.contains_key(**question)).count()
}

impl Cell {
    fn add(&mut self, known: &Known<'_>, knowledge: &Knowledge<'_>) {
        self.seen += 1;
        self.times += known.seen;
        if let Some(latest) = known.latest.filter(|latest| Some(latest.at) > self.last) {
            self.band = Some(latest.band);
            self.last = Some(latest.at);
            self.days_since = Some(knowledge.moment.days_since(latest.at) as u32);
        }
    }
}

impl TopicCoverage<'_> {
    /// How many of its questions were seen.
    pub fn seen(&self) -> u32 {
        self.levels.iter().map(|cell| cell.seen).sum()
    }

    /// The cell of a level.
    pub fn at(&self, level: Level) -> Cell {
        self.levels[level as usize]
    }

    /// The worst band of its levels; none: nothing was judged.
    pub fn worst(&self) -> Option<u8> {
        self.levels.iter().filter_map(|cell| cell.band).min()
    }
}
