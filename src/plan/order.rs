//! In which order the chosen questions are asked: an easy start, the hardest question when the candidate is warm and not yet
//! tired, a story towards the end.

use super::select::Granted;
use super::time::{self, Frame};
use crate::content::{Kind, Level, Section};

/// Between these shares of the time, in thousandths, the hardest question starts or has its middle.
const WINDOW: std::ops::RangeInclusive<u32> = 400..=700;
/// Where its middle stands best.
const BEST: u32 = 550;

/// Puts questions in the order in which they are asked. `rising`: the core goes from easy to hard; otherwise it stays as it is.
pub(super) fn arrange<'a>(granted: Vec<Granted<'a>>, level: Level, frame: Frame, rising: bool) -> Vec<Granted<'a>> {
    let mut parts = Parts::of(granted);
    if rising {
        parts.rise();
    }
    let ways = (0..=parts.core.len()).flat_map(|before| [(before, false), (before, true)]);
    let best = ways.min_by_key(|way| parts.misfit(*way, level, frame));
    parts.ordered(best.unwrap_or_default())
}

/// The questions of an interview by what they are for.
struct Parts<'a> {
    opener: Vec<Granted<'a>>,
    core: Vec<Granted<'a>>,
    hardest: Option<Granted<'a>>,
    stories: Vec<Granted<'a>>,
}

/// How many core questions come before the hardest, and whether the story does.
type Way = (usize, bool);

impl<'a> Parts<'a> {
    fn of(granted: Vec<Granted<'a>>) -> Self {
        let mut parts = Parts { opener: vec![], core: vec![], hardest: None, stories: vec![] };
        for one in granted {
            match one.section {
                Section::Opener => parts.opener.push(one),
                Section::Behavioural => parts.stories.push(one),
                Section::Hardest if parts.hardest.is_none() => parts.hardest = Some(one),
                Section::Core | Section::Hardest => parts.core.push(one),
            }
        }
        if parts.hardest.is_none() {
            parts.hardest = parts.take_hardest_of_core();
        }
        parts
    }

    /// Where no question was wished for as the hardest, the one of the core with the highest level and the longest time box is.
    fn take_hardest_of_core(&mut self) -> Option<Granted<'a>> {
        let weight =
            |one: &Granted<'_>| (one.question.kind != Kind::Behavioural, one.question.level, one.question.minutes);
        let hardest = self.core.iter().map(weight).max()?;
        let position = self.core.iter().position(|one| weight(one) == hardest)?;
        Some(self.core.remove(position))
    }

    /// From easy to hard; the easiest is the opener.
    fn rise(&mut self) {
        let openers = self.opener.len();
        let mut all = [&self.opener[..], &self.core].concat();
        all.sort_by_key(|one| (one.question.level, one.question.minutes, &one.question.id));
        for (position, one) in all.iter_mut().enumerate() {
            one.section = if position < openers { Section::Opener } else { Section::Core };
        }
        self.core = all.split_off(openers);
        self.opener = all;
    }

    fn ordered(&self, (before, story_first): Way) -> Vec<Granted<'a>> {
        let (first, then) = self.core.split_at(before.min(self.core.len()));
        let (early, late) = if story_first { (&self.stories[..], &[][..]) } else { (&[][..], &self.stories[..]) };
        [&self.opener[..], first, early, self.hardest.as_slice(), then, late].concat()
    }

    /// How badly an order places the hardest question. It should stand in the window both of the whole time and of the time
    /// that is planned; then the story should come last; then the middle should be where it stands best.
    fn misfit(&self, way: Way, level: Level, frame: Frame) -> (u32, bool, u32, usize) {
        let order = self.ordered(way);
        let seconds = |one: &Granted<'_>| time::question(one.question, one.probes, level);
        let end = frame.intro + order.iter().map(seconds).sum::<u32>() + frame.ending();
        let Some(hardest) = &self.hardest else {
            return (0, way.1, 0, way.0);
        };
        let earlier = order.iter().take_while(|one| one.question.id != hardest.question.id);
        let start = frame.intro + earlier.map(seconds).sum::<u32>();
        let middle = start + (seconds(hardest) - time::BETWEEN) / 2;
        let is_in_window = |whole: u32| WINDOW.contains(&share(start, whole)) || WINDOW.contains(&share(middle, whole));
        let misses = u32::from(!is_in_window(frame.whole())) + u32::from(!is_in_window(end));
        let distance = share(middle, end).abs_diff(BEST);
        match misses {
            0 => (0, way.1, distance, way.0),
            _ => (misses, false, distance, way.0),
        }
    }
}

fn share(part: u32, whole: u32) -> u32 {
    part * 1000 / whole.max(1)
}
