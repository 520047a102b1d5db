//! What a shell and `man` want to know of the program.

use std::process::ExitCode;

use clap::{Args, CommandFactory};

use super::{Cli, output};

/// Print completions for a shell.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// The shell to print them for
    shell: clap_complete::Shell,
}

pub fn completions(args: &CompletionsArgs) -> anyhow::Result<ExitCode> {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "hotseat", &mut text);
    output::emit(&String::from_utf8_lossy(&text))?;
    Ok(ExitCode::SUCCESS)
}

pub fn man() -> anyhow::Result<ExitCode> {
    let mut text = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut text)?;
    output::emit(&String::from_utf8_lossy(&text))?;
    Ok(ExitCode::SUCCESS)
}
