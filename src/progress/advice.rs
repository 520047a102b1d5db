//! The next three things to practise, each with its reason.

use super::coverage::TopicCoverage;
use super::due::Due;
use super::standing::Standing;
use crate::content::{Dimension, Level};

/// How many things are advised.
const MOST: usize = 3;

/// Something to practise.
#[derive(Debug, Clone, PartialEq)]
pub enum Advice<'a> {
    /// A question that is about to be forgotten.
    Question(Due<'a>),
    /// The weakest dimension of the latest interviews.
    Dimension(Standing<Dimension>),
    /// The weakest topic of the latest interviews.
    Topic(Standing<&'a str>),
    /// A topic of which nothing was seen at the level.
    Unseen {
        /// The topic.
        topic: &'a str,
        /// The level.
        level: Level,
        /// How many questions the bank has there.
        questions: u32,
    },
}

/// What advice rests on.
#[derive(Debug, Clone, Copy)]
pub struct Grounds<'s, 'a> {
    /// What is due, most urgent first.
    pub due: &'s [Due<'a>],
    /// Best first.
    pub dimensions: &'s [Standing<Dimension>],
    /// Best first.
    pub topics: &'s [Standing<&'a str>],
    /// The map.
    pub coverage: &'s [TopicCoverage<'a>],
    /// The level that is practised for; none: nothing was sat yet.
    pub level: Option<Level>,
}

/// At most three things: one of each sort first (a question, a dimension, something new), then more questions and the weakest
/// topic, then more of what is new.
pub fn advice<'a>(grounds: Grounds<'_, 'a>) -> Vec<Advice<'a>> {
    let seen = grounds.due.iter().filter(|due| due.seen > 0);
    let mut questions = seen.cloned().map(Advice::Question);
    let mut unseen = unseen(&grounds).into_iter();
    let dimension = grounds.dimensions.last().copied().map(Advice::Dimension);
    let topic = grounds.topics.last().copied().map(Advice::Topic);
    let first = [questions.next(), dimension, unseen.next(), questions.next(), topic];
    first.into_iter().flatten().chain(questions).chain(unseen).take(MOST).collect()
}

/// Topics of which nothing was seen at the level, those with the most questions there first.
fn unseen<'a>(grounds: &Grounds<'_, 'a>) -> Vec<Advice<'a>> {
    let Some(level) = grounds.level else { return Vec::new() };
    let mut fresh: Vec<_> =
        grounds.coverage.iter().filter(|one| one.at(level).seen == 0 && one.at(level).questions > 0).collect();
    fresh.sort_by_key(|one| std::cmp::Reverse(one.at(level).questions));
    let advice =
        |one: &TopicCoverage<'a>| Advice::Unseen { topic: one.topic, level, questions: one.at(level).questions };
    fresh.into_iter().map(advice).collect()
}
