//! Which question suits a wish best. Questions are ranked, never shuffled: each has its own chance number for each wish, so that
//! a question added to the bank changes a draw only where it comes first itself.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::wish::Wish;
use super::{Options, Pool};
use crate::content::{Interview, Level, Library, Question};

/// The questions that may be asked, and what is known about them.
#[derive(Debug)]
pub(super) struct Questions<'a> {
    /// Sorted by id.
    pub all: Vec<&'a Question>,
    /// Those that always stand in a slot.
    fixed: BTreeSet<&'a str>,
    level: Level,
    seed: u64,
    seen: BTreeSet<&'a str>,
    competencies: BTreeMap<&'a str, &'a str>,
}

/// What a plan has asked so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Used<'a> {
    questions: BTreeSet<&'a str>,
    topics: BTreeMap<&'a str, u32>,
    competencies: BTreeMap<&'a str, u32>,
}

/// How a question is chosen among those that suit a wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Preference {
    /// By the wish.
    Suiting,
    /// By the wish's kind and level, and then the shortest.
    Short,
}

impl<'a> Questions<'a> {
    /// The questions of an interview, narrowed to topics where there are any.
    pub fn of(library: &'a Library, interview: &'a Interview, options: &'a Options) -> Self {
        let fixed = fixed(interview, options.level);
        let in_interview = |question: &Question| {
            interview.questions.contains(&question.id)
                || interview.topics.contains(&question.topic)
                || fixed.contains(&*question.id)
        };
        let in_topics = |question: &Question| options.topics.is_empty() || options.topics.contains(&question.topic);
        let competencies =
            interview.competencies.iter().flat_map(|group| group.topics.iter().map(|topic| (&**topic, &*group.id)));
        Questions {
            fixed: fixed.clone(),
            all: library.questions.values().filter(|question| in_interview(question) && in_topics(question)).collect(),
            level: options.level,
            seed: options.seed,
            seen: options.seen.iter().map(String::as_str).collect(),
            competencies: competencies.collect(),
        }
    }

    /// Leaves out what is more than one level above the candidate: nobody is asked that, unless the interview insists.
    pub fn within_reach(mut self) -> Self {
        let highest = self.level as usize + 1;
        self.all.retain(|question| question.level as usize <= highest || self.fixed.contains(&*question.id));
        self
    }

    /// Leaves out kinds that nothing wishes for: an interview of stories asks for stories, however much time is left. Keeps all
    /// where nothing would be left.
    pub fn of_wished_kinds(mut self, wishes: &[Wish]) -> Self {
        let wished = |question: &&Question| {
            wishes.iter().any(|wish| wish.kinds.contains(&question.kind)) || self.fixed.contains(&*question.id)
        };
        let kept: Vec<&Question> = self.all.iter().copied().filter(wished).collect();
        if !kept.is_empty() {
            self.all = kept;
        }
        self
    }

    /// Questions that suit at least one wish in kind and, give or take one, level; and how many of them are fresh.
    pub fn size(&self, wishes: &[Wish]) -> Pool {
        let suits = |question: &&&Question| {
            wishes.iter().any(|wish| {
                wish.kinds.contains(&question.kind) && off_level(question.level, wish.level) <= NEAR
                    || wish.fixed.as_ref() == Some(&question.id)
            })
        };
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Pool {
            size: count(self.all.iter().filter(suits).count()),
            fresh: count(self.all.iter().filter(suits).filter(|question| !self.is_seen(question)).count()),
        }
    }

    /// Questions of the pool that had been seen; sorted.
    pub fn seen(&self) -> Vec<String> {
        self.all.iter().filter(|question| self.is_seen(question)).map(|question| question.id.clone()).collect()
    }

    /// The unused question that suits a wish best, among those that `fits` lets through.
    ///
    /// What comes first weighs most, so what is relaxed first stands last: the right kind; not far from the right level; not
    /// seen lately; the right level (one below rather than one above); the right length; a topic, then a competency, asked
    /// about least; chance.
    pub fn best(
        &self,
        wish: &Wish,
        used: &Used<'a>,
        preference: Preference,
        fits: impl Fn(&Question) -> bool,
    ) -> Option<&'a Question> {
        let free =
            self.all.iter().copied().filter(|question| !used.questions.contains(&*question.id) && fits(question));
        let misfit = |question: &Question| {
            let off_level = off_level(question.level, wish.level);
            let length = match preference {
                Preference::Suiting => off_range(question.minutes, wish.minutes),
                Preference::Short => question.minutes,
            };
            let kind = !wish.kinds.contains(&question.kind);
            let spread = used.times_asked_about(question, &self.competencies);
            (kind, off_level > NEAR, self.is_seen(question), off_level, length, spread)
        };
        free.min_by(|a, b| {
            let by_chance = || self.chance(wish, a).cmp(&self.chance(wish, b));
            misfit(a).cmp(&misfit(b)).then_with(by_chance)
        })
    }

    /// Notes that a question is asked.
    pub fn take(&self, question: &'a Question, used: &mut Used<'a>) {
        used.questions.insert(&question.id);
        *used.topics.entry(&question.topic).or_default() += 1;
        if let Some(competency) = self.competencies.get(&*question.topic) {
            *used.competencies.entry(competency).or_default() += 1;
        }
    }

    fn is_seen(&self, question: &Question) -> bool {
        self.seen.contains(&*question.id)
    }

    fn chance(&self, wish: &Wish, question: &Question) -> [u8; 32] {
        *blake3::hash(format!("{}/{}/{}", self.seed, wish.label, question.id).as_bytes()).as_bytes()
    }
}

fn fixed(interview: &Interview, level: Level) -> BTreeSet<&str> {
    let slots = interview.slots.get(&level).into_iter().flatten();
    slots.filter_map(|slot| slot.question.as_deref()).collect()
}

impl Used<'_> {
    fn times_asked_about(&self, question: &Question, competencies: &BTreeMap<&str, &str>) -> (u32, u32) {
        let competency = competencies.get(&*question.topic).and_then(|competency| self.competencies.get(competency));
        (self.topics.get(&*question.topic).copied().unwrap_or(0), competency.copied().unwrap_or(0))
    }
}

/// The largest value of [`off_level`] that is only one level away.
const NEAR: usize = 2;

/// How far a level is off: 0 right, 1 one below, 2 one above, more for more.
fn off_level(level: Level, wanted: Level) -> usize {
    let distance = (level as usize).abs_diff(wanted as usize);
    match level.cmp(&wanted) {
        Ordering::Equal => 0,
        Ordering::Less => 2 * distance - 1,
        Ordering::Greater => 2 * distance,
    }
}

/// How many minutes a time box is too short or too long.
fn off_range(minutes: u32, (shortest, longest): (u32, u32)) -> u32 {
    shortest.saturating_sub(minutes).max(minutes.saturating_sub(longest))
}
