//! Practice: what is due and why, and what came of a drill.

use jiff::Timestamp;
use serde_json::{Value, json as object};

use super::quote::shortened;
use super::surface::{Mark, Surface};
use super::words::{band_name, percent};
use crate::content::{Level, Question};
use crate::progress::{Due, Moment, Reason};
use crate::scoring::scorecard::Mille;

/// Longest wording of a question in a table.
const TITLE: usize = 34;
/// Longest wording of a question in a line of its own.
const PROMPT: usize = 70;

/// A question that was practised.
#[derive(Debug, Clone, PartialEq)]
pub struct Practised<'a> {
    /// The question.
    pub question: &'a Question,
    /// 1 to 4: the band it had before, and the level it was judged at; none: it had not been judged before.
    pub before: Option<(u8, Level)>,
    /// The level it was judged at now.
    pub level: Level,
    /// The bands it got, in order; none: not judged.
    pub now: Vec<Option<u8>>,
    /// When it comes again; none: it has never been judged.
    pub again: Option<Timestamp>,
}

pub fn write_due(due: &[Due<'_>], moment: Moment, out: &mut dyn Surface) {
    if due.is_empty() {
        return;
    }
    out.heading(2, &format!("Due now: {}", counted(due.iter())));
    if let Some(words) = days_left(moment) {
        out.paragraph(&words);
    }
    if due.iter().any(|one| one.seen > 0) {
        out.paragraph("Weak answers come first, then what is most likely forgotten, then what was never seen.");
    }
    for one in due {
        let question = one.question;
        let place = format!("{} ({}, {} min)", question.topic, question.level, question.minutes);
        out.item(Mark::Point, &format!("{place}: {}{}", because(one.reason), recall(one)));
        out.detail(&format!("\"{}\"", shortened(&question.prompt, PROMPT)));
    }
}

pub fn write_practised(practised: &[Practised<'_>], moment: Moment, out: &mut dyn Surface) {
    out.heading(1, "Drill");
    let row = |one: &Practised<'_>| {
        let now: Vec<String> = one.now.iter().map(|band| band_in_words(*band)).collect();
        vec![
            shortened(&one.question.prompt, TITLE),
            before(one),
            now.join(", then "),
            one.again.map_or(String::new(), |again| coming(moment, again)),
        ]
    };
    out.table(&["question", "before", "now", "comes again"], &practised.iter().map(row).collect::<Vec<_>>());
    if let Some(words) = days_left(moment) {
        out.item(Mark::Point, &words);
    }
}

/// "2, partial"; with its level where that was another: what a band asks for differs by level.
fn before(one: &Practised<'_>) -> String {
    match one.before {
        None => "never seen".to_owned(),
        Some((band, level)) if level == one.level => band_in_words(Some(band)),
        Some((band, level)) => format!("{} (at {level})", band_in_words(Some(band))),
    }
}

/// Due questions as JSON.
pub fn json(due: &[Due<'_>]) -> Value {
    due.iter().map(one).collect()
}

/// One due question as JSON: what it is, with the keys of its reason beside.
pub fn one(due: &Due<'_>) -> Value {
    let question = due.question;
    let mut value = object!({
        "question": question.id,
        "topic": question.topic,
        "level": question.level,
        "minutes": question.minutes,
        "prompt": question.prompt,
        "seen": due.seen,
    });
    let reason = serde_json::to_value(due.reason).unwrap_or_default();
    if let (Some(value), Value::Object(reason)) = (value.as_object_mut(), reason) {
        value.extend(reason);
    }
    value
}

/// "weak (band 1) 12 days ago, due for 9 days".
pub fn because(reason: Reason) -> String {
    match reason {
        Reason::Forgotten { band, answered, days_since, days_due, .. } => {
            let how = if answered { format!("{} (band {band})", band_name(band)) } else { "not answered".to_owned() };
            format!("{how} {}, {}", super::progress::ago(days_since), due_for(days_due))
        }
        Reason::NeverSeen { topic_score: Some(score) } => format!("never seen; the topic is at {}", percent(score)),
        Reason::NeverSeen { topic_score: None } => "never seen, as all of its topic".to_owned(),
        Reason::Opener => "an easy start".to_owned(),
    }
}

/// ", 71 % likely to be recalled": why it stands where it does.
fn recall(due: &Due<'_>) -> String {
    match due.reason {
        Reason::Forgotten { retrievability, .. } => {
            let chance = Mille((retrievability * 1000.0).round() as u32);
            format!(", {} likely to be recalled", percent(chance))
        }
        Reason::NeverSeen { .. } | Reason::Opener => String::new(),
    }
}

/// "Your interview is in 12 days."; none: no date is set, or it is over.
pub fn days_left(moment: Moment) -> Option<String> {
    Some(match moment.days_left()? {
        0 => "Your interview is today.".to_owned(),
        1 => "Your interview is tomorrow: 1 day left.".to_owned(),
        days => format!("Your interview is in {days} days."),
    })
}

fn due_for(days: u32) -> String {
    match days {
        0 => "due today".to_owned(),
        1 => "due for 1 day".to_owned(),
        _ => format!("due for {days} days"),
    }
}

/// "3 to recall, 12 new".
pub fn counted<'d>(due: impl Iterator<Item = &'d Due<'d>>) -> String {
    let (seen, new): (Vec<_>, Vec<_>) = due.partition(|one| one.seen > 0);
    let parts = [(seen.len(), "to recall"), (new.len(), "new")];
    let parts = parts.iter().filter(|(number, _)| *number > 0).map(|(number, what)| format!("{number} {what}"));
    parts.collect::<Vec<_>>().join(", ")
}

fn band_in_words(band: Option<u8>) -> String {
    band.map_or("no band".to_owned(), |band| format!("{band}, {}", band_name(band)))
}

/// "in 3 days, 24 Nov".
pub fn coming(moment: Moment, again: Timestamp) -> String {
    let date = again.to_zoned(jiff::tz::TimeZone::UTC).strftime("%-d %b").to_string();
    match moment.days_until(again).round() as u32 {
        0 => "today".to_owned(),
        1 => format!("in 1 day, {date}"),
        days => format!("in {days} days, {date}"),
    }
}
