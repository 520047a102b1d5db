//! How people name attempts: the beginning of an id, `last`, `last~2`, or the day they were sat on.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use uuid::Uuid;

use super::context::Context;
use super::failure::Failure;
use super::history::{end_of_day, midnight};
use crate::attempt::{AttemptKind, Summary};
use crate::store::{Filter, Store};

/// Sittings, whatever their length.
const SAT: [AttemptKind; 2] = [AttemptKind::Mock, AttemptKind::Drill];

/// Finds an attempt of the profile.
///
/// # Errors
/// Nothing goes by that name, or several attempts do; each says what to type instead.
pub fn find(context: &Context, store: &Store, name: &str) -> anyhow::Result<Uuid> {
    match date(name) {
        Some(day) => on_day(context, store, day),
        None => Ok(store.find(context.profile(), name)?),
    }
}

/// A day in the only form that cannot be mistaken for an id: those have no dash after four digits.
fn date(name: &str) -> Option<Date> {
    (name.len() == 10).then(|| name.parse().ok()).flatten()
}

/// As `last` does, a day names interviews; drills only where there was no interview on it.
fn on_day(context: &Context, store: &Store, day: Date) -> anyhow::Result<Uuid> {
    let filter = Filter { kinds: SAT, since: Some(midnight(day)), until: Some(end_of_day(day)), ..Filter::default() };
    let mut begun = store.history(context.profile(), &filter)?;
    if begun.iter().any(|one| one.kind == AttemptKind::Mock) {
        begun.retain(|one| one.kind == AttemptKind::Mock);
    }
    match begun.as_slice() {
        [] => Err(none_on(context, store, day)?.into()),
        [only] => Ok(only.id),
        several => {
            let listed: Vec<String> = several.iter().map(|one| format!("\n    {}", named(one))).collect();
            let message = format!("{} attempts were begun on {day}", several.len());
            Err(Failure::new(message, format!("name one by its id:{}", listed.concat())).into())
        }
    }
}

/// Says which attempts were begun next before and next after.
fn none_on(context: &Context, store: &Store, day: Date) -> anyhow::Result<Failure> {
    let all = store.history(context.profile(), &Filter { kinds: SAT, ..Filter::default() })?;
    let begun = |one: &Summary| one.started.to_zoned(TimeZone::system()).date();
    let after = all.iter().rfind(|one| begun(one) > day);
    let before = all.iter().find(|one| begun(one) < day);
    let near: Vec<String> = [before, after].into_iter().flatten().map(|one| begun(one).to_string()).collect();
    let hint = match near.as_slice() {
        [] => "sit an interview first: `hotseat run`".to_owned(),
        near => format!("nearest: {}; `hotseat history` lists all", near.join(" and ")),
    };
    Ok(Failure::new(format!("no attempt was begun on {day}"), hint))
}

/// An attempt as a line to choose from.
pub fn named(one: &Summary) -> String {
    let when = one.started.to_zoned(TimeZone::system()).strftime("%Y-%m-%d %H:%M:%S");
    format!("{}  {when}, {}, {}", one.id, crate::report::harmless(&one.title), one.level)
}
