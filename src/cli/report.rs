//! `hotseat report`: what an attempt was worth, and why.

use std::process::ExitCode;

use clap::Args;

use super::context::Context;
use super::failure::Failure;
use super::format::Format;
use super::output;
use crate::report::{self, Style};
use crate::sitting;

/// Show the report of an attempt.
#[derive(Debug, Args)]
pub struct ReportArgs {
    /// The attempt: `last`, `last~2`, or the beginning of its id
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
    let id = store.find(context.profile(), &args.attempt)?;
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
    Ok(ExitCode::SUCCESS)
}
