//! `hotseat` alone: what happened last, what to do next.

use std::process::ExitCode;

use super::context::Context;
use super::{history, interview, output};
use crate::attempt::AttemptKind;
use crate::report::harmless;
use crate::store::Store;

/// Before what a command is for, where the command fills the line.
const GAP: &str = "                          ";

pub fn run(context: &Context) -> anyhow::Result<ExitCode> {
    let store = context.store_to_read()?;
    let mut text = String::new();
    let last = store.attempts(context.profile(), 1)?;
    let is_new = last.is_empty();
    match last.first() {
        Some(last) => text += &format!("Last: {}\n", history::line(last)),
        None => {
            text += "hotseat: timed mock interviews in the terminal, scored by rubrics you can read.\nNothing was sat yet.\n"
        }
    }
    text += "\n";
    let name = format!("hotseat{}", context.options());
    text += &held(context, &store, &name)?;
    if let Some(open) = store.unfinished(context.profile(), AttemptKind::Mock)?.first() {
        text += &format!(
            "  {name} run --resume     go on with {}, stopped at minute {}\n",
            open.title,
            open.clock.as_secs() / 60
        );
    }
    text += &format!("  {name} run              sit an interview\n  {name} plan             see what would be asked\n");
    text += &format!("  {name} drill            practise what is due\n  {name} progress         see how it goes\n");
    if is_new {
        text += &format!(
            "  {name} guide            for interviewers: a script to print; `{name} interview` holds it live\n"
        );
    }
    text += &format!("  {name} report           read the last report\n  {name} --help           everything else\n");
    output::emit(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// What became of the interviews that were held: the one that was interrupted last, or nothing.
fn held(context: &Context, store: &Store, name: &str) -> anyhow::Result<String> {
    let open = store.unfinished(context.profile(), AttemptKind::Live)?;
    let Some(last) = open.first() else { return Ok(String::new()) };
    let (id, sheet) = (interview::short(last.id), interview::begun(store, last.id)?);
    let who = harmless(&format!("{} by {}", sheet.candidate, sheet.interviewer));
    let others = match open.len() {
        1 => String::new(),
        _ => format!("; `{name} interview --list` shows {} more", open.len() - 1),
    };
    let minute = last.clock.as_secs() / 60;
    Ok(format!(
        "  {name} interview --resume {id}\n{GAP}go on with the interview of {who}, stopped at minute {minute}{others}\n"
    ))
}
