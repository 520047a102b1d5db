//! Under which conditions an attempt was sat, and in which of them two differ.

use serde::Serialize;

use crate::attempt::Attempt;

/// Something that makes scores mean different things, heaviest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// The candidate's level: more is expected at a higher one.
    Level,
    /// The interview: other topics.
    Interview,
    /// Topics that it was narrowed to.
    Topics,
    /// How long it was to last, before extra time.
    Length,
    /// Extra time.
    ExtraTime,
    /// Strict (answers end at their limit) or practice.
    Rules,
    /// Feedback after each question or at the end.
    Feedback,
    /// Typed in the session or taken from a file.
    Answers,
}

/// A condition that was another one in each attempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Condition {
    /// Which.
    pub aspect: Aspect,
    /// In the first attempt, in a few words.
    pub then: String,
    /// In the second.
    pub now: String,
}

/// What an attempt was sat under, in one aspect.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SatUnder {
    aspect: Aspect,
    /// The same in attempts that were sat alike.
    is: String,
    /// For people, in a few words.
    words: String,
}

/// What an attempt was sat under, heaviest first. An interview is told by its id: titles change, and may be shared.
pub(super) fn conditions(attempt: &Attempt) -> [SatUnder; 8] {
    let (plan, settings) = (&attempt.plan, &attempt.settings);
    let either = |is: bool, yes: &str, no: &str| if is { yes.to_owned() } else { no.to_owned() };
    let topics = if plan.topics.is_empty() { "all".to_owned() } else { plan.topics.join(", ") };
    [
        (Aspect::Level, plan.level.name().to_owned()),
        (Aspect::Interview, plan.interview.clone()),
        (Aspect::Topics, topics),
        (Aspect::Length, format!("{} minutes", plan.minutes)),
        (Aspect::ExtraTime, extra_time(plan.extra_time.0)),
        (Aspect::Rules, either(settings.rules.strict, "strict", "practice")),
        (Aspect::Feedback, either(settings.rules.feedback_each, "after each question", "at the end")),
        (Aspect::Answers, either(settings.scripted, "from a file", "typed")),
    ]
    .map(|(aspect, is)| {
        let words = if aspect == Aspect::Interview { plan.title.clone() } else { is.clone() };
        SatUnder { aspect, is, words }
    })
}

fn extra_time(hundredths: u32) -> String {
    if hundredths == 100 { "none".to_owned() } else { format!("×{}", f64::from(hundredths) / 100.0) }
}

/// Whether two attempts were sat alike.
pub(super) fn are_alike(one: &[SatUnder], other: &[SatUnder]) -> bool {
    one.iter().zip(other).all(|(one, other)| one.is == other.is)
}

/// The conditions in which two attempts differ.
pub(super) fn between(then: &[SatUnder], now: &[SatUnder]) -> Vec<Condition> {
    let differing = then.iter().zip(now).filter(|(then, now)| then.is != now.is);
    differing.map(|(then, now)| condition(then, now)).collect()
}

fn condition(then: &SatUnder, now: &SatUnder) -> Condition {
    let words = |one: &SatUnder| match then.words == now.words {
        true => format!("{} ({})", one.words, one.is),
        false => one.words.clone(),
    };
    Condition { aspect: then.aspect, then: words(then), now: words(now) }
}
