//! A plan of one question, for practice.

use super::draw::FORMAT;
use super::time::{self, BETWEEN};
use super::{Asked, ExtraTime, Plan, Pool, Step};
use crate::content::{Level, Question, Section};

/// The id that stands for an interview in such a plan.
const INTERVIEW: &str = "drill";

/// Asks one question, in one of its wordings, without a frame around it and without probes: what was missed is in the feedback,
/// and the question can be answered again at once. The plan lasts as many whole minutes as the box needs.
pub fn single(question: &Question, level: Level, wording: u32, extra_time: ExtraTime) -> Plan {
    let (read, answer) = (time::read(question.wording(wording as usize)), question.minutes * 60);
    let asked = Asked {
        question: question.id.clone(),
        topic: question.topic.clone(),
        section: Section::Core,
        level: level.max(question.level),
        read_seconds: extra_time.stretch(read),
        answer_seconds: extra_time.stretch(answer),
        probes: 0,
        probe_seconds: extra_time.stretch(time::probe(level)),
        wording,
    };
    Plan {
        format: FORMAT,
        interview: INTERVIEW.to_owned(),
        title: "Drill".to_owned(),
        level,
        minutes: (read + answer + BETWEEN).div_ceil(60),
        extra_time,
        seed: 0,
        topics: vec![question.topic.clone()],
        seen: Vec::new(),
        pool: Pool { size: 1, fresh: 1 },
        steps: vec![Step::Question(asked)],
    }
}
