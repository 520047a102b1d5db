//! What a shell and `man` want to know of the program.

use std::process::ExitCode;

use clap::{Args, CommandFactory};

use super::failure::Failure;
use super::{Cli, output};
use crate::content::nearest::suggest;

/// Print completions for a shell
///
/// For example: `hotseat completions bash > ~/.local/share/bash-completion/completions/hotseat`
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

/// Print the manual page
///
/// Each command has a page of its own: `hotseat man run`, `hotseat man data restore`.
#[derive(Debug, Args)]
pub struct ManArgs {
    /// The command whose page to print; without it, that of hotseat, which names them all
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

pub fn man(args: &ManArgs) -> anyhow::Result<ExitCode> {
    let mut command = &mut Cli::command();
    command.build();
    for name in &args.command {
        let known: Vec<String> = command.get_subcommands().map(|one| one.get_name().to_owned()).collect();
        let unknown =
            || Failure::new(format!("there is no command `{name}`"), suggest(name, known.iter().map(String::as_str)));
        command = command.find_subcommand_mut(name).ok_or_else(unknown)?;
    }
    let mut text = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut text)?;
    output::emit(&String::from_utf8_lossy(&text))?;
    Ok(ExitCode::SUCCESS)
}
