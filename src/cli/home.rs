//! `hotseat` alone: what happened last, what to do next.

use std::process::ExitCode;

use super::context::Context;
use super::{history, output};
use crate::attempt::AttemptKind;

pub fn run(context: &Context) -> anyhow::Result<ExitCode> {
    let store = context.store_to_read()?;
    let mut text = String::new();
    // Where nothing was sat, only a terminal could ask for the level.
    let mut drill = "drill            ";
    match store.attempts(context.profile(), 1)?.first() {
        Some(last) => text += &format!("Last: {}\n", history::line(last)),
        None => {
            drill = "drill --level mid";
            text += "hotseat: timed mock interviews in the terminal, scored by rubrics you can read.\nNothing is finished yet.\n"
        }
    }
    text += "\n";
    let name = format!("hotseat{}", context.options());
    if let Some(open) = store.unfinished(context.profile(), AttemptKind::Mock)?.first() {
        text += &format!(
            "  {name} run --resume     go on with {}, stopped at minute {}\n",
            open.title,
            open.clock.as_secs() / 60
        );
    }
    text += &format!("  {name} run              sit an interview\n  {name} plan             see what would be asked\n");
    text += &format!("  {name} {drill} practise what is due\n  {name} progress         see how it goes\n");
    text += &format!("  {name} report           read the last report\n  {name} --help           everything else\n");
    output::emit(&text)?;
    Ok(ExitCode::SUCCESS)
}
