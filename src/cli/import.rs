//! `hotseat import`: attempts from files that `hotseat export` wrote. What is kept already stays as it is.

mod source;
mod taking;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::context::Context;
use super::output;
use source::Source;
use taking::{Told, take_in};

/// Take in attempts from files that `hotseat export` wrote
///
/// An attempt that is there already is not taken in again; where its note, tags, contests or scores differ, those here stay, and
/// that is said. One that is damaged, or that went on differently on another machine, is refused, and the others are taken in.
/// Scores are judged anew, where this version of the program knows the rules they were made by: those that come out otherwise are
/// named, and taken in as they are. The exit code is 1 where anything was refused or came out otherwise.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// The files; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// # Errors
/// A file is no file of attempts, or not whole: nothing of it is kept then. An attempt that is refused, or has scores that its
/// rubrics do not give here, is told on standard error, and the exit code is 1.
pub fn run(context: &Context, args: &ImportArgs) -> anyhow::Result<ExitCode> {
    let mut store = context.store()?;
    let mut told = Told::default();
    for file in &args.files {
        let source = Source::open(file)?;
        take_in(&mut store, &source, context.named_profile(), &mut told)?;
    }
    output::emit(&told.text())?;
    Ok(if told.refused + told.doubtful == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
