//! The commands, one file each; errors and exit codes.

mod calibrate;
mod check;
mod compare;
mod config;
mod confirm;
mod contest;
mod context;
mod data;
mod delete;
mod draft;
mod draw;
mod drill;
mod export;
mod failure;
mod format;
mod guide;
mod history;
mod home;
mod import;
mod interview;
mod list;
mod naming;
mod new;
mod note;
mod output;
mod page;
mod panel;
mod plan;
mod progress;
mod report;
mod rescore;
mod rubrics;
mod run;
mod score;
mod shell;
mod show;
mod shown;

use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand};

use crate::content::Level;
use crate::plan::PlanError;
use context::{Context, Shared};
use failure::Failure;

/// Timed mock interviews in the terminal, scored by rubrics you can read.
///
/// Without a command: what happened last, and what to do next. Results go to standard output, everything else to standard error.
#[derive(Debug, Parser)]
#[command(name = "hotseat", version, max_term_width = 100, after_help = config::HELP)]
struct Cli {
    #[command(flatten)]
    shared: Shared,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    // Commands without a line here tell more than a line, and so does their help.
    /// Sit an interview
    Run(run::RunArgs),
    Drill(drill::DrillArgs),
    /// Show what would be asked, and when
    Plan(plan::PlanArgs),

    /// Show the report of an attempt
    Report(report::ReportArgs),
    /// Mark words of an answer that should have counted
    ///
    /// Without --words it asks, line by line: which question, which criterion, which words. A contest changes no score; it shows in
    /// the report, and helps the rubric's author.
    Contest(contest::ContestArgs),
    /// List attempts
    History(history::HistoryArgs),
    Compare(compare::CompareArgs),
    Progress(progress::ProgressArgs),
    Rescore(rescore::RescoreArgs),

    Note(note::NoteArgs),
    /// Delete attempts for good
    Delete(delete::DeleteArgs),
    /// Write attempts for other programs: JSON that can be imported again, CSV, Markdown
    Export(export::ExportArgs),
    Import(import::ImportArgs),
    /// Show where things are kept; back up, check and prune them; see to profiles
    Data(data::DataArgs),

    Guide(guide::GuideArgs),
    Interview(Box<interview::InterviewArgs>),
    Panel(panel::PanelArgs),

    /// List interviews, topics, questions or terms
    List(list::ListArgs),
    /// Show a question: how it is asked and, with --reveal, what is listened for
    Show(show::ShowArgs),
    /// Judge an answer by the rubric of its question, or JSON Lines of answers
    Score(score::ScoreArgs),
    /// Find every mistake in interviews and rubrics
    Check(check::CheckArgs),
    Calibrate(calibrate::CalibrateArgs),
    New(new::NewArgs),

    Completions(shell::CompletionsArgs),
    Man(shell::ManArgs),
}

/// Runs the program on the arguments of the process.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    match dispatch(cli) {
        Ok(code) => code,
        Err(error) => {
            explain(&error);
            ExitCode::from(2)
        }
    }
}

/// A level by its name, for every command that takes one.
fn levels() -> impl clap::builder::TypedValueParser<Value = Level> {
    PossibleValuesParser::new(Level::ALL.map(Level::name)).map(|name| {
        // The parser lets only these names through.
        Level::ALL.into_iter().find(|level| level.name() == name).unwrap_or(Level::Mid)
    })
}

fn dispatch(cli: Cli) -> anyhow::Result<ExitCode> {
    let context = Context::new(cli.shared);
    match cli.command {
        None => home::run(&context),
        Some(Command::Run(args)) => run::run(&context, &args),
        Some(Command::Drill(args)) => drill::run(&context, &args),
        Some(Command::Plan(args)) => plan::run(&context, &args),
        Some(Command::Report(args)) => report::run(&context, &args),
        Some(Command::Contest(args)) => contest::run(&context, &args),
        Some(Command::History(args)) => history::run(&context, &args),
        Some(Command::Compare(args)) => compare::run(&context, &args),
        Some(Command::Progress(args)) => progress::run(&context, &args),
        Some(Command::Rescore(args)) => rescore::run(&context, &args),
        Some(Command::Note(args)) => note::run(&context, &args),
        Some(Command::Delete(args)) => delete::run(&context, &args),
        Some(Command::Export(args)) => export::run(&context, &args),
        Some(Command::Import(args)) => import::run(&context, &args),
        Some(Command::Data(args)) => data::run(&context, &args),
        Some(Command::Guide(args)) => guide::run(&context, &args),
        Some(Command::Interview(args)) => interview::run(&context, &args),
        Some(Command::Panel(args)) => panel::run(&context, &args),
        Some(Command::List(args)) => list::run(&context, &args),
        Some(Command::Show(args)) => show::run(&context, &args),
        Some(Command::Score(args)) => score::run(&context, &args),
        Some(Command::Check(args)) => check::run(&context, &args),
        Some(Command::Calibrate(args)) => calibrate::run(&context, &args),
        Some(Command::New(args)) => new::run(&args),
        Some(Command::Completions(args)) => shell::completions(&args),
        Some(Command::Man(args)) => shell::man(&args),
    }
}

/// Says what is wrong and what to do, on standard error.
fn explain(error: &anyhow::Error) {
    output::note(&format!("hotseat: {error}"));
    let mut said = error.to_string();
    for cause in error.chain().skip(1).map(ToString::to_string) {
        // Many a message ends with that of its cause.
        if !said.contains(&cause) {
            output::note(&format!("  because: {cause}"));
            said = cause;
        }
    }
    if let Some(hint) = hint(error) {
        output::note(&format!("  try: {hint}"));
    }
}

fn hint(error: &anyhow::Error) -> Option<String> {
    error.chain().find_map(|cause| {
        if let Some(failure) = cause.downcast_ref::<Failure>() {
            return Some(failure.hint().to_owned()).filter(|hint| !hint.is_empty());
        }
        if let Some(PlanError::UnknownInterview { .. }) = cause.downcast_ref() {
            return Some("content of your own is named with `--content FOLDER`".to_owned());
        }
        cause.downcast_ref::<crate::store::StoreError>().and_then(crate::store::StoreError::hint)
    })
}
