//! The next three things to practise, each with its reason.

use super::coverage::TopicCoverage;
use super::due::Due;
use super::standing::Standing;
use crate::attempt::StoryShares;
use crate::content::{Dimension, Level};
use crate::scoring::scorecard::Mille;

/// How many things are advised.
const MOST: usize = 3;

/// Something to practise.
#[derive(Debug, Clone, PartialEq)]
pub enum Advice<'a> {
    /// A question that is about to be forgotten.
    Question(Due<'a>),
    /// The weakest dimension of the latest interviews.
    Dimension(Standing<Dimension>),
    /// How the time of stories was shared, where that is not as usually advised.
    Story(StoryShares),
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
    /// How the time of stories was shared; none: no story was told.
    pub story: Option<StoryShares>,
    /// The least score of a strong answer: a dimension with it needs no advice.
    pub strong: Mille,
    /// The level that is practised for; none: nothing was sat yet.
    pub level: Option<Level>,
}

/// At most three things: one of each sort first (a question, a dimension that is not strong or else the shape of stories, something
/// new), then more questions and the weakest topic, then more of what is new.
pub fn advice<'a>(grounds: Grounds<'_, 'a>) -> Vec<Advice<'a>> {
    let seen = grounds.due.iter().filter(|due| due.seen > 0);
    let mut questions = seen.cloned().map(Advice::Question);
    let mut unseen = unseen(&grounds).into_iter();
    let weakest = grounds.dimensions.last().copied().filter(|weakest| weakest.score < grounds.strong);
    let story = grounds.story.filter(|story| !story.is_usual());
    let manner = weakest.map(Advice::Dimension).or(story.map(Advice::Story));
    // A topic that nothing is due of cannot be practised: the bank may have lost it.
    let is_due = |one: &&Standing<&str>| grounds.due.iter().any(|due| due.question.topic == one.of);
    let topic = grounds.topics.iter().rev().find(is_due).copied().map(Advice::Topic);
    let first = [questions.next(), manner, unseen.next(), questions.next(), topic];
    first.into_iter().flatten().chain(questions).chain(unseen).take(MOST).collect()
}

/// Topics of which nothing was seen at the level, in the order in which drills would ask about them.
fn unseen<'a>(grounds: &Grounds<'_, 'a>) -> Vec<Advice<'a>> {
    let Some(level) = grounds.level else { return Vec::new() };
    let due: Vec<_> = grounds.due.iter().filter(|due| due.seen == 0).collect();
    let turn = |topic: &str| due.iter().position(|due| due.question.topic == topic).unwrap_or(usize::MAX);
    let mut fresh: Vec<_> =
        grounds.coverage.iter().filter(|one| one.at(level).seen == 0 && one.at(level).questions > 0).collect();
    fresh.sort_by_key(|one| turn(one.topic));
    let advice =
        |one: &TopicCoverage<'a>| Advice::Unseen { topic: one.topic, level, questions: one.at(level).questions };
    fresh.into_iter().map(advice).collect()
}
