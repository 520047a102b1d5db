//! `hotseat` alone: what happened last, what to do next.

use std::process::ExitCode;

use super::context::Context;
use super::{history, interview, output};
use crate::attempt::{AttemptKind, Unfinished};
use crate::report::harmless;
use crate::store::Store;

/// What is said to somebody who has not sat anything.
const NEW: &str = "hotseat: timed mock interviews in the terminal, scored by rubrics you can read.\n\
                   Nothing was sat yet.\n";

pub fn run(context: &Context) -> anyhow::Result<ExitCode> {
    let store = context.store_to_read()?;
    let last = store.attempts(context.profile(), 1)?;
    let mut text = last.first().map_or(NEW.to_owned(), |last| format!("Last: {}\n", history::line(last)));
    text += "\n";
    let is_new = last.is_empty();
    // Where nothing was sat, only a terminal could ask for the level.
    let drill = if is_new { "drill --level mid" } else { "drill" };
    let always = [
        ("run", "sit an interview"),
        ("plan", "see what would be asked"),
        (drill, "practise what is due"),
        ("progress", "see how it goes"),
        ("report", "read the last report"),
    ];
    let interviewers = ("guide --level mid", "for interviewers: a script to print; `interview` is the same, live");
    let rest = is_new.then_some(interviewers).into_iter().chain([("--help", "everything else")]);
    let always = always.into_iter().chain(rest).map(|(command, about)| (command, about.to_owned()));
    for (command, about) in open(context, &store)?.into_iter().chain(always) {
        text += &format!("  hotseat{} {command:<19} {about}\n", context.options());
    }
    output::emit(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// What was interrupted last, sat or held, and how to go on with it.
fn open(context: &Context, store: &Store) -> anyhow::Result<Vec<(&'static str, String)>> {
    let sat = store.unfinished(context.profile(), AttemptKind::Mock)?;
    let sat = sat.first().map(|one| ("run --resume", format!("go on with {}, {}", one.title, stopped(one))));
    let held = store.unfinished(context.profile(), AttemptKind::Live)?;
    let Some(last) = held.first() else { return Ok(sat.into_iter().collect()) };
    let sheet = interview::begun(store, last.id)?;
    let who = harmless(&format!("{} by {}", sheet.candidate, sheet.interviewer));
    let others = if held.len() > 1 { format!(", the last of {}", held.len()) } else { String::new() };
    let about = format!("go on with the interview of {who}, {}{others}", stopped(last));
    Ok(sat.into_iter().chain([("interview --resume", about)]).collect())
}

fn stopped(one: &Unfinished) -> String {
    format!("stopped at minute {}", one.clock.as_secs() / 60)
}
