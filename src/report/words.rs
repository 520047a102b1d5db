//! Numbers and names as people say them.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::attempt::timeline::{Doing, Measure};
use crate::content::{Dimension, Kind, Level, ProbeWhen, Section, StarPart, Weight};
use crate::plan::ExtraTime;
use crate::scoring::AnswerFlag;
use crate::scoring::scorecard::Mille;

/// "3, solid for mid".
pub fn band_words(band: Option<u8>, level: Level) -> String {
    match band {
        Some(band) => format!("{band}, {} for {}", band_name(band), level.name()),
        None => "no band".into(),
    }
}

/// The word for a band.
pub fn band_name(band: u8) -> &'static str {
    match band {
        1 => "weak",
        2 => "partial",
        3 => "solid",
        _ => "strong",
    }
}

/// "71 %".
pub fn percent(share: Mille) -> String {
    format!("{} %", whole_percent(share))
}

/// 71.
pub fn whole_percent(share: Mille) -> u32 {
    (share.0 + 5) / 10
}

/// Milliseconds as `4:05`.
pub fn clock_time(millis: u64) -> String {
    let seconds = millis.saturating_add(500) / 1000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// "30 min ×1.5, only kubernetes": how long an interview was to last, and what it was narrowed to.
pub fn length(minutes: u32, extra_time: ExtraTime, topics: &[String]) -> String {
    let extra = match extra_time.0 {
        100 => String::new(),
        hundredths => format!(" ×{}", f64::from(hundredths) / 100.0),
    };
    let only = if topics.is_empty() { String::new() } else { format!(", only {}", topics.join(", ")) };
    format!("{minutes} min{extra}{only}")
}

/// "3 May 2026".
pub fn day(moment: Timestamp) -> String {
    moment.to_zoned(TimeZone::UTC).strftime("%-d %B %Y").to_string()
}

/// A span of time away from the keyboard, from seconds to days.
pub fn long_time(millis: u64) -> String {
    let minutes = millis / 60_000;
    match minutes {
        0 => format!("{} s", millis / 1000),
        1..=119 => format!("{minutes} min"),
        120..=2879 => format!("{} h", minutes / 60),
        _ => format!("{} days", minutes / 1440),
    }
}

/// A criterion's id as words.
pub fn spoken(id: &str) -> String {
    id.replace('-', " ")
}

/// A dimension, for people.
pub fn dimension(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Substance => "substance",
        Dimension::Tools => "tools and means",
        Dimension::Tradeoffs => "trade-offs",
        Dimension::Star => "story (STAR)",
    }
}

/// A part of a story, for people.
pub fn star_part(part: StarPart) -> &'static str {
    match part {
        StarPart::Situation => "situation",
        StarPart::Task => "task",
        StarPart::Action => "own actions",
        StarPart::Result => "result",
    }
}

/// When a probe is worth asking.
pub fn probe_when(when: &ProbeWhen) -> String {
    match when {
        ProbeWhen::Criterion(id) => format!("when the answer lacks: {}", spoken(id)),
        ProbeWhen::Star(part) => format!("when the story lacks: {}", star_part(*part)),
        ProbeWhen::Always => "at any time".to_owned(),
    }
}

/// A part of the interview, for people.
pub fn section(section: Section) -> &'static str {
    match section {
        Section::Opener => "opener",
        Section::Core => "core",
        Section::Hardest => "hardest",
        Section::Behavioural => "behavioural",
    }
}

/// What a flag means, as a sentence about the answer.
pub fn flag(flag: AnswerFlag) -> &'static str {
    match flag {
        AnswerFlag::Empty => "Nothing was written.",
        AnswerFlag::TooShort => "The answer is very short: there is little to judge.",
        AnswerFlag::KeywordList => "Most of the answer is a list of terms; say what is done with them.",
        AnswerFlag::QuestionEcho => "Most of the words are the question's own.",
        AnswerFlag::Scrambled => "The words stand in no order that can be read.",
        AnswerFlag::ModelCopy => "This is the model answer: it is scored, but gives no band.",
        AnswerFlag::OtherLanguage => "This does not read as English; only English answers are scored.",
        AnswerFlag::Truncated => "Only the first 20,000 characters were read.",
        AnswerFlag::NotRecognised => {
            "Nothing was recognised. Judge the answer yourself by the four descriptions below."
        }
    }
}

/// A kind of question, for people.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Technical => "technical",
        Kind::Design => "design",
        Kind::Behavioural => "behavioural",
    }
}

/// A competency's title, with its weight where that is not the usual one.
pub fn weighed(title: &str, weight: Weight) -> String {
    if weight.is_one() { title.to_owned() } else { format!("{title} (weight {})", weight.share()) }
}

/// ", every time by 1.5"; nothing at usual times.
pub fn extra_time(factor: ExtraTime) -> String {
    if factor.is_none() { String::new() } else { format!(", every time by {factor}") }
}

/// To two decimals, halves away from zero, as people round who work it out by hand: 0.125 is 0.13.
pub fn two_decimals(value: f64) -> f64 {
    // What was 2.125 before it was divided and added up may lie a hair below.
    const HAIR: f64 = 1e-9;
    ((value.abs() + HAIR) * 100.0).round().copysign(value) / 100.0
}

/// "1 answer", "3 answers".
pub fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// What time went on, for people.
pub fn doing(doing: Doing) -> &'static str {
    match doing {
        Doing::Reading => "reading",
        Doing::Typing => "typing",
        Doing::Thinking => "thinking",
        Doing::Answering => "answering",
    }
}

/// What the parts of a story are measured in.
pub fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Time => "How the story shared its time",
        Measure::Words => "How the story shared its words",
    }
}
