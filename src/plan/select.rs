//! As many wishes as the time allows.
//!
//! Where it is too short, core wishes go first, the last one first; then shorter questions without probes are taken; then the
//! opener goes, then the story. Where time is left, core wishes are repeated and probes come back.

use super::pool::{Preference, Questions, Used};
use super::time;
use super::wish::Wish;
use crate::content::{Level, Question, Section};

/// A question that will be asked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Granted<'a> {
    pub section: Section,
    pub question: &'a Question,
    pub probes: u32,
    /// Probes that may be added where time is left.
    more_probes: u32,
}

/// Questions chosen so far, and the time that is left for more; in seconds.
#[derive(Debug, Clone)]
struct Selection<'a, 'p> {
    questions: &'p Questions<'a>,
    level: Level,
    left: u32,
    used: Used<'a>,
    granted: Vec<Granted<'a>>,
}

/// Chooses questions for the wishes within so many seconds; none: not one fits. The result is in order of the wishes, with repeated
/// ones last.
pub(super) fn select<'a>(
    questions: &Questions<'a>,
    wishes: &[Wish],
    level: Level,
    seconds: u32,
) -> Option<Vec<Granted<'a>>> {
    let empty = Selection { questions, level, left: seconds, used: Used::default(), granted: Vec::new() };
    let mut selection = whole(&empty, wishes).or_else(|| short(&empty, wishes))?;
    selection.repeat_core(wishes);
    selection.add_probes();
    Some(selection.granted)
}

/// All wishes as they stand, less some of the core.
fn whole<'a, 'p>(empty: &Selection<'a, 'p>, wishes: &[Wish]) -> Option<Selection<'a, 'p>> {
    let core = wishes.iter().filter(|wish| wish.section == Section::Core).count();
    let others = wishes.len() - core;
    let fewest = usize::from(others == 0);
    (fewest..=core).rev().find_map(|core| empty.clone().grant(&with_core(wishes, core), Preference::Suiting))
}

/// Shorter questions, and in the end only one.
fn short<'a, 'p>(empty: &Selection<'a, 'p>, wishes: &[Wish]) -> Option<Selection<'a, 'p>> {
    let without = |sections: &[Section]| -> Vec<&Wish> {
        wishes.iter().filter(|wish| !sections.contains(&wish.section)).collect()
    };
    let parts = [
        without(&[Section::Core]),
        without(&[Section::Core, Section::Opener]),
        without(&[Section::Core, Section::Opener, Section::Behavioural]),
    ];
    let alone = wishes.iter().map(|wish| vec![wish]);
    parts
        .into_iter()
        .chain(alone)
        .filter(|part| !part.is_empty())
        .find_map(|part| empty.clone().grant(&part, Preference::Short))
}

/// The wishes with only the first so many of the core.
fn with_core(wishes: &[Wish], core: usize) -> Vec<&Wish> {
    let mut left = core;
    let keep = |wish: &&Wish| {
        let is_core = wish.section == Section::Core;
        let keep = !is_core || left > 0;
        left -= usize::from(is_core && left > 0);
        keep
    };
    wishes.iter().filter(keep).collect()
}

impl<'a> Selection<'a, '_> {
    /// Grants all of these wishes, or fails. Those that are hardest to grant draw first: fixed ones, the hardest, the story,
    /// the opener, the core.
    fn grant(mut self, wishes: &[&Wish], preference: Preference) -> Option<Self> {
        let mut order: Vec<usize> = (0..wishes.len()).collect();
        order.sort_by_key(|index| rank(wishes[*index]));
        let mut granted: Vec<(usize, Granted<'a>)> = Vec::new();
        for index in order {
            match self.draw(wishes[index], preference) {
                Draw::Granted(one) => granted.push((index, one)),
                Draw::PoolExhausted => {}
                Draw::TooLong => return None,
            }
        }
        granted.sort_by_key(|(index, _)| *index);
        self.granted = granted.into_iter().map(|(_, one)| one).collect();
        (!self.granted.is_empty()).then_some(self)
    }

    fn draw(&mut self, wish: &Wish, preference: Preference) -> Draw<'a> {
        let is_fixed = |question: &Question| wish.fixed.as_ref().is_none_or(|id| *id == question.id);
        let bare = |question: &Question| time::question(question, 0, self.level);
        let fits = |question: &Question| match preference {
            Preference::Suiting => is_fixed(question),
            Preference::Short => is_fixed(question) && bare(question) <= self.left,
        };
        let Some(question) = self.questions.best(wish, &self.used, preference, fits) else {
            let is_exhausted = self.questions.best(wish, &self.used, preference, is_fixed).is_none();
            return if is_exhausted { Draw::PoolExhausted } else { Draw::TooLong };
        };
        let most = wish.probes.min(u32::try_from(question.probes.len()).unwrap_or(u32::MAX));
        let probes = if preference == Preference::Suiting { most } else { 0 };
        let Some(left) = self.left.checked_sub(time::question(question, probes, self.level)) else {
            return Draw::TooLong;
        };
        self.left = left;
        self.questions.take(question, &mut self.used);
        Draw::Granted(Granted { section: wish.section, question, probes, more_probes: most - probes })
    }

    /// Asks more of the core's sort while there is time, beginning with the first wish that was left out.
    fn repeat_core(&mut self, wishes: &[Wish]) {
        let core: Vec<&Wish> = wishes.iter().filter(|wish| wish.section == Section::Core).collect();
        let kept = self.granted.iter().filter(|one| one.section == Section::Core).count();
        for (round, wish) in core.iter().cycle().enumerate().skip(kept) {
            let again = Wish { label: format!("{}+{round}", wish.label), fixed: None, ..(*wish).clone() };
            match self.draw(&again, Preference::Suiting) {
                Draw::Granted(one) => self.granted.push(one),
                Draw::PoolExhausted => return,
                Draw::TooLong => match self.draw(&again, Preference::Short) {
                    Draw::Granted(one) => self.granted.push(one),
                    Draw::PoolExhausted | Draw::TooLong => return,
                },
            }
        }
    }

    /// Gives back the probes that were left out, while there is time: the hardest question's first.
    fn add_probes(&mut self) {
        let probe = time::probe(self.level);
        let mut order: Vec<usize> = (0..self.granted.len()).collect();
        order.sort_by_key(|index| self.granted[*index].section != Section::Hardest);
        for index in order {
            let granted = &mut self.granted[index];
            let added = granted.more_probes.min(self.left / probe);
            granted.probes += added;
            granted.more_probes -= added;
            self.left -= added * probe;
        }
    }
}

/// What came of a wish.
enum Draw<'a> {
    Granted(Granted<'a>),
    /// Every question is asked already.
    PoolExhausted,
    /// There are questions, and none is short enough.
    TooLong,
}

fn rank(wish: &Wish) -> (bool, u8) {
    let section = match wish.section {
        Section::Hardest => 0,
        Section::Behavioural => 1,
        Section::Opener => 2,
        Section::Core => 3,
    };
    (wish.fixed.is_none(), section)
}
