//! How long everything takes, in seconds before extra time. Every constant of planning stands here.

use crate::content::{Level, Question};

/// A breath between a question and what follows it.
pub(super) const BETWEEN: u32 = 10;

/// The longest interview that can be planned.
pub const LONGEST_MINUTES: u32 = 480;

/// What an interview of this length and more gives to its frame; a shorter one gives in proportion.
const FULL_LENGTH: u32 = 45 * 60;
const INTRO: u32 = 120;
const CANDIDATE_QUESTIONS: u32 = 240;
const CLOSE: u32 = 60;

/// One part in so many of the whole time stays unplanned.
const RESERVE_SHARE: u32 = 20;

/// Reading: a start, and so many words a second.
const READ_START: u32 = 5;
const READ_WORDS_PER_SECOND: u32 = 3;

/// What is not for questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frame {
    pub intro: u32,
    pub candidate_questions: u32,
    pub close: u32,
    reserve: u32,
    whole: u32,
}

impl Frame {
    /// The frame of an interview of so many minutes, in steps of five seconds.
    pub fn of(minutes: u32) -> Self {
        let whole = minutes * 60;
        let share = |full: u32| full * whole.min(FULL_LENGTH) / FULL_LENGTH / 5 * 5;
        Frame {
            intro: share(INTRO),
            candidate_questions: share(CANDIDATE_QUESTIONS),
            close: share(CLOSE),
            reserve: whole / RESERVE_SHARE,
            whole,
        }
    }

    /// What is left for questions.
    pub fn for_questions(self) -> u32 {
        self.whole - self.intro - self.candidate_questions - self.close - self.reserve
    }

    /// What comes after the last question.
    pub fn ending(self) -> u32 {
        self.candidate_questions + self.close
    }

    /// The whole interview.
    pub fn whole(self) -> u32 {
        self.whole
    }
}

/// The shortest interview, in minutes, that leaves so many seconds for questions; none: not even the longest does.
pub(super) fn minutes_for(seconds: u32) -> Option<u32> {
    (1..=LONGEST_MINUTES).find(|minutes| Frame::of(*minutes).for_questions() >= seconds)
}

/// Time to read a question before the answer's clock starts by itself.
pub(super) fn read(prompt: &str) -> u32 {
    let words = u32::try_from(prompt.split_whitespace().count()).unwrap_or(u32::MAX);
    READ_START + words.div_ceil(READ_WORDS_PER_SECOND)
}

/// Time box of a probe: juniors are asked for less.
pub(super) fn probe(level: Level) -> u32 {
    match level {
        Level::Junior => 45,
        Level::Mid | Level::Senior | Level::Staff => 60,
    }
}

/// What a question takes with so many probes, and the breath after it.
pub(super) fn question(question: &Question, probes: u32, level: Level) -> u32 {
    read(&question.prompt) + question.minutes * 60 + probes * probe(level) + BETWEEN
}
