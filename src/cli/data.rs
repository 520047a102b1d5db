//! `hotseat data`: where things are kept, and looking after them.

mod backup;
mod check;
mod place;
mod profiles;
mod prune;
mod restore;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::context::Context;
use super::format::ListFormat;

/// Show where things are kept, and look after them
#[derive(Debug, Args)]
pub struct DataArgs {
    #[command(subcommand)]
    task: Option<Task>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = ListFormat::Terminal)]
    format: ListFormat,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Copy everything into one new file; sessions may go on meanwhile
    Backup {
        /// The copy [default: hotseat-DATE-TIME.db in this folder]
        file: Option<PathBuf>,
    },
    /// Put a backup back; what is kept now stays in a file beside it
    Restore {
        /// A file that `hotseat data backup` wrote
        file: PathBuf,
        /// Do not ask
        #[arg(long, short)]
        yes: bool,
    },
    /// Look for damage: the file, every record, every rubric, every attempt, every score
    Check,
    /// Take away what nobody needs: attempts that were given up, old unfinished ones, leftovers
    Prune {
        /// Days after which an unfinished attempt is old
        #[arg(long, value_name = "DAYS", default_value_t = 30)]
        older_than: u32,
        /// Do not ask
        #[arg(long, short)]
        yes: bool,
    },
    /// List profiles with their attempts
    Profiles {
        /// How to print them
        #[arg(long, value_enum, default_value_t = ListFormat::Terminal)]
        format: ListFormat,
    },
    /// Give a profile another name
    RenameProfile {
        /// Its name
        old: String,
        /// Its name from now on
        #[arg(value_parser = clap::builder::NonEmptyStringValueParser::new())]
        new: String,
    },
    /// Delete a profile with all its attempts, for good
    DeleteProfile {
        /// Its name
        name: String,
        /// Do not ask
        #[arg(long, short)]
        yes: bool,
    },
}

pub fn run(context: &Context, args: &DataArgs) -> anyhow::Result<ExitCode> {
    match &args.task {
        None => place::run(context, args.format),
        Some(Task::Backup { file }) => backup::run(context, file.as_deref()),
        Some(Task::Restore { file, yes }) => restore::run(context, file, *yes),
        Some(Task::Check) => check::run(context),
        Some(Task::Prune { older_than, yes }) => prune::run(context, *older_than, *yes),
        Some(Task::Profiles { format }) => profiles::list(context, *format),
        Some(Task::RenameProfile { old, new }) => profiles::rename(context, old, new),
        Some(Task::DeleteProfile { name, yes }) => profiles::delete(context, name, *yes),
    }
}
