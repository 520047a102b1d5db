//! Several people on one machine.

use std::process::ExitCode;

use jiff::tz::TimeZone;

use crate::cli::confirm::{confirm, counted};
use crate::cli::context::Context;
use crate::cli::format::ListFormat;
use crate::cli::{output, page};
use crate::report::harmless;
use crate::store::ProfileCount;

const HEAD: &[&str] = &["profile", "interviews", "drills", "held", "unfinished", "given up", "last"];

pub fn list(context: &Context, format: ListFormat) -> anyhow::Result<ExitCode> {
    let counts = context.store()?.counts()?;
    output::emit(&match format {
        ListFormat::Json => format!("{:#}\n", serde_json::to_value(&counts)?),
        ListFormat::Terminal => text(context, &counts),
    })?;
    Ok(ExitCode::SUCCESS)
}

/// A table, or lines.
pub fn text(context: &Context, counts: &[ProfileCount]) -> String {
    if counts.is_empty() {
        return output::completed("Nobody has an attempt yet. `hotseat run` begins one.\n");
    }
    if !context.is_plain() {
        return output::table(HEAD, counts.iter().map(cells), context.width());
    }
    let line = |count: &ProfileCount| {
        let labelled: Vec<String> =
            HEAD.iter().zip(cells(count)).map(|(head, cell)| format!("{head}: {cell}")).collect();
        labelled.join("; ") + "\n"
    };
    counts.iter().map(line).collect()
}

fn cells(count: &ProfileCount) -> [String; 7] {
    let day = |at: jiff::Timestamp| at.to_zoned(TimeZone::system()).strftime("%Y-%m-%d").to_string();
    let [mocks, drills, live] = [count.mocks, count.drills, count.live].map(|count| count.to_string());
    let [unfinished, abandoned] = [count.unfinished, count.abandoned].map(|count| count.to_string());
    [harmless(&count.name), mocks, drills, live, unfinished, abandoned, count.last.map_or("never".into(), day)]
}

pub fn rename(context: &Context, old: &str, new: &str) -> anyhow::Result<ExitCode> {
    context.store()?.rename_profile(old, new)?;
    output::emit(&harmless(&format!("The attempts of '{old}' are those of '{new}' now.\n")))?;
    Ok(ExitCode::SUCCESS)
}

/// # Errors
/// Nobody goes by this name, one of the attempts runs, or there is nobody to ask.
pub fn delete(context: &Context, name: &str, yes: bool) -> anyhow::Result<ExitCode> {
    let mut store = context.store()?;
    store.require_profile(name)?;
    let attempts = counted(store.ids(Some(name))?.len(), "attempt");
    let question = format!("Delete the profile '{name}' with {attempts} and all that is remembered, for good?");
    if confirm(&harmless(&question), yes)? {
        page::forget()?;
        store.delete_profile(name)?;
        output::emit(&harmless(&format!("The profile '{name}' is deleted, with {attempts}.\n")))?;
    }
    Ok(ExitCode::SUCCESS)
}
