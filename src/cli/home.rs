//! `hotseat` alone: what happened last, what to do next.

use std::process::ExitCode;

use super::context::Context;
use super::{history, output};
use crate::attempt::AttemptKind;

/// What is said to somebody who has not sat anything.
const NEW: &str = "hotseat: timed mock interviews in the terminal, scored by rubrics you can read.\n\
                   Nothing is finished yet.\n";

pub fn run(context: &Context) -> anyhow::Result<ExitCode> {
    let store = context.store_to_read()?;
    let last = store.attempts(context.profile(), 1)?;
    let mut text = last.first().map_or(NEW.to_owned(), |last| format!("Last: {}\n", history::line(last)));
    text += "\n";
    let open = store.unfinished(context.profile(), AttemptKind::Mock)?;
    let resume = open.first().map(|open| {
        ("run --resume", format!("go on with {}, stopped at minute {}", open.title, open.clock.as_secs() / 60))
    });
    // Where nothing was sat, only a terminal could ask for the level.
    let drill = if last.is_empty() { "drill --level mid" } else { "drill" };
    let commands = [
        ("run", "sit an interview"),
        ("plan", "see what would be asked"),
        (drill, "practise what is due"),
        ("progress", "see how it goes"),
        ("report", "read the last report"),
        ("--help", "everything else"),
    ];
    for (command, about) in resume.into_iter().chain(commands.map(|(command, about)| (command, about.to_owned()))) {
        text += &format!("  hotseat{} {command:<17} {about}\n", context.options());
    }
    output::emit(&text)?;
    Ok(ExitCode::SUCCESS)
}
