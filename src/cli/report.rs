//! `hotseat report`: what an attempt was worth, and why.

use std::process::ExitCode;

use clap::Args;

use super::context::Context;
use super::failure::Failure;
use super::format::Format;
use super::{naming, output, shown};
use crate::attempt::Attempt;
use crate::report::{self, Style};
use crate::sitting;

/// Show the report of an attempt.
#[derive(Debug, Args)]
pub struct ReportArgs {
    /// The attempt: `last`, `last~2`, a date (2026-11-03), or the beginning of its id
    #[arg(default_value = "last")]
    attempt: String,
    /// Everything, with every question and its model answer
    #[arg(long)]
    full: bool,
    /// Only this question, by its number
    #[arg(long, value_name = "N", conflicts_with = "full")]
    question: Option<usize>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
}

pub fn run(context: &Context, args: &ReportArgs) -> anyhow::Result<ExitCode> {
    let store = context.store()?;
    let id = naming::find(context, &store, &args.attempt)?;
    let attempt = sitting::load(&store, id)?;
    let style = match args.format {
        Format::Terminal => context.style(),
        Format::Markdown => Style::Markdown,
        Format::Json => {
            output::emit(&format!("{:#}\n", report::json(&attempt)))?;
            return Ok(ExitCode::SUCCESS);
        }
    };
    let text = match args.question {
        Some(number) => report::question(&attempt, number, style).ok_or_else(|| {
            let count = attempt.plan.questions().count();
            Failure::new(
                format!("there is no question {number} in this attempt"),
                format!("it has questions 1 to {count}"),
            )
        })?,
        None if args.full => report::full(&attempt, style),
        None => report::summary(&attempt, style),
    };
    output::emit(&text)?;
    shown::remember(context, explained(&attempt, args));
    Ok(ExitCode::SUCCESS)
}

/// The questions of which a model answer was printed.
fn explained<'a>(attempt: &'a Attempt, args: &ReportArgs) -> impl Iterator<Item = &'a String> {
    let (full, number) = (args.full, args.question);
    let questions = (1..).zip(attempt.plan.questions());
    questions.filter(move |(at, _)| full || number == Some(*at)).map(|(_, asked)| &asked.question)
}
