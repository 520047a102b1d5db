//! What an interview would like to ask: its slots, made concrete for one level; or, where it has none, an interview on its topics.

use crate::content::{Interview, Kind, Level, Question, Section, Slot, SlotLevel};

/// A place for a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wish {
    /// Tells wishes apart, so that each draws by itself.
    pub label: String,
    pub section: Section,
    pub kinds: Vec<Kind>,
    /// The question's own level.
    pub level: Level,
    /// Shortest and longest time box, in minutes.
    pub minutes: (u32, u32),
    pub probes: u32,
    /// A question that always stands here.
    pub fixed: Option<String>,
}

/// From so many minutes on, a question is a hard one of its level.
const HARD_MINUTES: u32 = 6;

/// The interview's slots for a level. None: it has none, and its topics are asked about in rising level.
pub(super) fn of_slots(interview: &Interview, level: Level) -> Option<Vec<Wish>> {
    let slots = interview.slots.get(&level).filter(|slots| !slots.is_empty())?;
    Some(slots.iter().enumerate().map(|(number, slot)| of_slot(number, slot, level)).collect())
}

fn of_slot(number: usize, slot: &Slot, level: Level) -> Wish {
    Wish {
        label: number.to_string(),
        section: slot.section,
        kinds: slot.kinds.clone(),
        level: relative(level, slot.level),
        minutes: slot.minutes,
        probes: slot.probes,
        fixed: slot.question.clone(),
    }
}

/// An interview on given topics: an easier question, one or more of the candidate's own level, one above, and a story where
/// the pool has one.
pub(super) fn of_topics(pool: &[&Question], level: Level) -> Vec<Wish> {
    let stories = pool.iter().filter(|question| question.kind == Kind::Behavioural).count();
    let only_stories = stories == pool.len();
    let kinds = if only_stories { vec![Kind::Behavioural] } else { vec![Kind::Technical, Kind::Design] };
    let wish = |label: &str, section, kinds: &[Kind], relation, probes| Wish {
        label: label.to_owned(),
        section,
        kinds: kinds.to_vec(),
        level: relative(level, relation),
        // Between questions of one level, the longer one is the harder one.
        minutes: if section == Section::Hardest { (HARD_MINUTES, u32::MAX) } else { (0, u32::MAX) },
        probes,
        fixed: None,
    };
    let mut wishes = vec![
        wish("opener", Section::Opener, &kinds, SlotLevel::Below, 0),
        wish("core", Section::Core, &kinds, SlotLevel::Own, 1),
        wish("hardest", Section::Hardest, &kinds, SlotLevel::Above, 1),
    ];
    if stories > 0 && !only_stories {
        wishes.push(wish("behavioural", Section::Behavioural, &[Kind::Behavioural], SlotLevel::Own, 1));
    }
    wishes
}

/// A level relative to the candidate's; at the ends of the scale, the candidate's own.
fn relative(level: Level, relation: SlotLevel) -> Level {
    let steps = match relation {
        SlotLevel::Below => -1,
        SlotLevel::Own => 0,
        SlotLevel::Above => 1,
    };
    (level as usize).checked_add_signed(steps).and_then(|index| Level::ALL.get(index)).copied().unwrap_or(level)
}
