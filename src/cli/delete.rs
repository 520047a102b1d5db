//! `hotseat delete`: attempts that go for good.

use std::process::ExitCode;

use clap::Args;
use jiff::tz::TimeZone;
use uuid::Uuid;

use super::confirm::{confirm, counted};
use super::context::Context;
use super::{naming, output, page};
use crate::attempt::{AttemptKind, State};
use crate::report::harmless;
use crate::store::{Store, StoredAttempt};

/// Delete attempts for good
#[derive(Debug, Args)]
pub struct DeleteArgs {
    /// The attempts: `last`, `last~2`, a date (2026-11-03), or the beginning of an id
    #[arg(required = true, value_name = "ATTEMPT")]
    attempts: Vec<String>,
    /// Do not ask
    #[arg(long, short)]
    yes: bool,
}

/// # Errors
/// An attempt is unknown or runs in another window, or there is nobody to ask; nothing is deleted then.
pub fn run(context: &Context, args: &DeleteArgs) -> anyhow::Result<ExitCode> {
    let mut store = context.store()?;
    let named = args.attempts.iter().map(|name| naming::find(context, &store, name));
    let mut ids = named.collect::<Result<Vec<Uuid>, _>>()?;
    ids.sort();
    ids.dedup();
    // Held until the end, so that none of them is gone on with meanwhile.
    let _leases =
        ids.iter().filter(|id| is_open(&store, **id)).map(|id| store.lease(*id)).collect::<Result<Vec<_>, _>>()?;
    for id in &ids {
        output::note(&format!("  {}", described(&store, *id)));
    }
    let question = format!("Delete {} with all answers, scores and notes, for good?", counted(ids.len(), "attempt"));
    if confirm(&question, args.yes)? {
        page::forget()?;
        let deleted = store.delete(&ids)?;
        output::emit(&format!("{} deleted.\n", counted(deleted, "attempt")))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn is_open(store: &Store, id: Uuid) -> bool {
    store.attempt(id).is_ok_and(|attempt| attempt.state == State::Open)
}

/// An attempt in any state as one line, readable or not.
pub fn described(store: &Store, id: Uuid) -> String {
    match store.attempt(id) {
        Ok(attempt) => line(&attempt),
        Err(error) => format!("{id}  ({})", harmless(&error.to_string())),
    }
}

fn line(attempt: &StoredAttempt) -> String {
    let when = attempt.started.to_zoned(TimeZone::system()).strftime("%Y-%m-%d %H:%M");
    let kind = match attempt.kind {
        AttemptKind::Mock => "",
        AttemptKind::Drill => "drill: ",
        AttemptKind::Live => "held: ",
    };
    let state = match attempt.state {
        State::Finished => "",
        State::Open => ", unfinished",
        State::Abandoned => ", given up",
    };
    let (title, profile) = (harmless(&attempt.plan.title), harmless(&attempt.profile));
    format!("{}  {when}, {kind}{title}, {}{state}, by {profile}", attempt.id, attempt.plan.level)
}
