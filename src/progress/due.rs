//! What to practise now: what is about to be forgotten, then what has never been seen.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;

use super::knowledge::{Knowledge, Known, Latest};
use crate::content::{Kind, Level, Library, Question};
use crate::scoring::scorecard::Mille;

/// The least band of an answer that is as good as its level asks for.
const SOLID: u8 = 3;

/// What a topic is taken for that nothing was seen of: weak topics come before it, strong ones after it.
const UNKNOWN: Mille = Mille(500);

/// A question that should be practised.
#[derive(Debug, Clone, PartialEq)]
pub struct Due<'a> {
    /// The question.
    pub question: &'a Question,
    /// How often it was seen.
    pub seen: u32,
    /// Why it should be practised.
    pub reason: Reason,
}

/// Why a question should be practised.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum Reason {
    /// It is about to be forgotten.
    Forgotten {
        /// 1 to 4: how it was answered the last time.
        band: u8,
        /// Whether it was answered then.
        answered: bool,
        /// Whole days since.
        days_since: u32,
        /// Whole days for which it has been due.
        days_due: u32,
        /// The probability, 0 to 1, that it is still remembered.
        retrievability: f64,
    },
    /// It has never been seen.
    NeverSeen {
        /// The mean score of its topic's latest answers; none: nothing of the topic was seen.
        topic_score: Option<Mille>,
    },
    /// Nothing has been seen yet, and this is an easy start.
    Opener,
}

/// What should be practised at a level, most urgent first; of these topics only, where any are named.
///
/// First what was seen and is due: weak answers before others, and of these the least likely to be remembered first. Then
/// questions of the level that were never seen, of the weakest topics first and from each topic in turn. Where nothing was ever seen: easy
/// questions, one topic after the other.
pub fn due<'a>(knowledge: &Knowledge<'_>, library: &'a Library, level: Level, topics: &[String]) -> Vec<Due<'a>> {
    let wanted = |question: &&Question| topics.is_empty() || topics.contains(&question.topic);
    let questions: Vec<&Question> = library.questions.values().filter(wanted).collect();
    if knowledge.known.is_empty() {
        return openers(&questions, level);
    }
    let mut due = forgotten(knowledge, &questions, level);
    due.extend(never_seen(knowledge, &questions, level));
    due
}

/// When the first question comes again of those that were seen and are not due yet; none: there is none.
pub fn next(knowledge: &Knowledge<'_>, library: &Library, level: Level, topics: &[String]) -> Option<Timestamp> {
    let wanted = |question: &&Question| topics.is_empty() || topics.contains(&question.topic);
    let near = library.questions.values().filter(wanted).filter(|question| is_near(question, level));
    near.filter_map(|question| knowledge.due(&question.id)).filter(|due| *due > knowledge.moment.now).min()
}

/// An interview at a level also asks one level below and one above.
fn is_near(question: &Question, level: Level) -> bool {
    (question.level as usize).abs_diff(level as usize) <= 1
}

fn forgotten<'a>(knowledge: &Knowledge<'_>, questions: &[&'a Question], level: Level) -> Vec<Due<'a>> {
    let near = questions.iter().filter(|question| is_near(question, level));
    let due = near.filter_map(|question| {
        let known = knowledge.known.get(&*question.id)?;
        Some(Due { question, seen: known.seen, reason: forgetting(knowledge, known.latest?)? })
    });
    let mut due: Vec<Due<'_>> = due.collect();
    due.sort_by(|one, other| {
        let weak_first = other.is_weak().cmp(&one.is_weak());
        weak_first.then(one.retrievability().total_cmp(&other.retrievability()))
    });
    due
}

/// None: it is not due yet.
fn forgetting(knowledge: &Knowledge<'_>, latest: Latest) -> Option<Reason> {
    let moment = knowledge.moment;
    let due = moment.due(latest.memory, latest.at);
    (due <= moment.now).then(|| Reason::Forgotten {
        band: latest.band,
        answered: latest.answered,
        days_since: moment.days_since(latest.at) as u32,
        days_due: moment.days_since(due) as u32,
        retrievability: latest.memory.retrievability(moment.days_since(latest.at)),
    })
}

fn never_seen<'a>(knowledge: &Knowledge<'_>, questions: &[&'a Question], level: Level) -> Vec<Due<'a>> {
    let scores = topic_scores(knowledge);
    let fresh = |question: &&&Question| question.level == level && !knowledge.known.contains_key(&*question.id);
    let due = |question: &'a Question| {
        let topic_score = scores.get(&*question.topic).copied();
        Due { question, seen: 0, reason: Reason::NeverSeen { topic_score } }
    };
    let rank = |question: &Question| scores.get(&*question.topic).copied().unwrap_or(UNKNOWN);
    in_turn(questions.iter().filter(fresh).copied(), rank).into_iter().map(due).collect()
}

fn openers<'a>(questions: &[&'a Question], level: Level) -> Vec<Due<'a>> {
    let below = (level as usize).checked_sub(1).and_then(|index| Level::ALL.get(index)).copied().unwrap_or(level);
    let told = |question: &&&Question| question.kind != Kind::Behavioural;
    let easy: Vec<&Question> = questions.iter().filter(told).filter(|one| one.level == below).copied().collect();
    let own = || questions.iter().filter(|one| one.level == level).copied().collect();
    let chosen = if easy.is_empty() { own() } else { easy };
    let opener = |question| Due { question, seen: 0, reason: Reason::Opener };
    in_turn(chosen.into_iter(), |question| Mille(question.minutes)).into_iter().map(opener).collect()
}

/// One question of each topic, then the next of each; topics by the rank of the question, shorter questions first.
fn in_turn<'a>(questions: impl Iterator<Item = &'a Question>, rank: impl Fn(&Question) -> Mille) -> Vec<&'a Question> {
    let mut sorted: Vec<&Question> = questions.collect();
    sorted.sort_by_key(|question| (&question.topic, question.minutes, &question.id));
    let mut turns: BTreeMap<&str, u32> = BTreeMap::new();
    let mut ranked: Vec<_> = sorted
        .into_iter()
        .map(|question| {
            let turn = turns.entry(&question.topic).or_default();
            *turn += 1;
            (*turn, rank(question), &question.topic, question)
        })
        .collect();
    ranked.sort_by_key(|(turn, rank, topic, _)| (*turn, *rank, *topic));
    ranked.into_iter().map(|(.., question)| question).collect()
}

/// The mean score of the latest answers to each topic.
fn topic_scores<'a>(knowledge: &Knowledge<'a>) -> BTreeMap<&'a str, Mille> {
    let mut sums: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for (known, latest) in knowledge.known.values().filter_map(judged) {
        let (sum, count) = sums.entry(known.topic).or_default();
        (*sum, *count) = (*sum + latest.score.0, *count + 1);
    }
    sums.into_iter().map(|(topic, (sum, count))| (topic, Mille(sum / count.max(1)))).collect()
}

fn judged<'k, 'a>(known: &'k Known<'a>) -> Option<(&'k Known<'a>, Latest)> {
    Some((known, known.latest?))
}

impl Due<'_> {
    /// Whether it was seen, and answered below what is expected of the level.
    pub fn is_weak(&self) -> bool {
        matches!(self.reason, Reason::Forgotten { band, .. } if band < SOLID)
    }

    /// The probability, 0 to 1, that it is still remembered; 0 for what was never seen.
    pub fn retrievability(&self) -> f64 {
        match self.reason {
            Reason::Forgotten { retrievability, .. } => retrievability,
            Reason::NeverSeen { .. } | Reason::Opener => 0.0,
        }
    }
}
