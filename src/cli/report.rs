//! `hotseat report`: what an attempt was worth, and why.

use std::process::ExitCode;

use clap::Args;

use super::context::Context;
use super::failure::Failure;
use super::format::PageFormat;
use super::page::Destination;
use super::{naming, shown};
use crate::attempt::Attempt;
use crate::report::{self, Style};
use crate::sitting;
use crate::store::Store;

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
    /// How to print it [default: by the ending of --output, otherwise terminal]
    #[arg(long, value_enum)]
    format: Option<PageFormat>,
    #[command(flatten)]
    destination: Destination,
}

/// Attempts in the trend, the newest ones.
const TREND: u32 = 20;

pub fn run(context: &Context, args: &ReportArgs) -> anyhow::Result<ExitCode> {
    let format = args.destination.format(args.format, PageFormat::Terminal)?;
    refuse(args, format)?;
    let store = context.store()?;
    let id = naming::find(context, &store, &args.attempt)?;
    let attempt = sitting::load(&store, id)?;
    let text = match format {
        PageFormat::Terminal => lines(&attempt, args, context.style(), context.options())?,
        PageFormat::Markdown => lines(&attempt, args, Style::Markdown, context.options())?,
        PageFormat::Json => format!("{:#}\n", report::json(&attempt)),
        PageFormat::Html => page(context, &store, &attempt)?,
    };
    args.destination.deliver(&text, &format!("report-{id}.html"))?;
    shown::remember(context, explained(&attempt, args, format));
    Ok(ExitCode::SUCCESS)
}

/// Wishes that do not go together.
fn refuse(args: &ReportArgs, format: PageFormat) -> Result<(), Failure> {
    let is_page = format == PageFormat::Html;
    args.destination.check(is_page)?;
    if is_page && args.question.is_some() {
        return Err(Failure::new("a page has all questions", "leave out `--question`, or `--format html`"));
    }
    Ok(())
}

fn page(context: &Context, store: &Store, attempt: &Attempt) -> anyhow::Result<String> {
    Ok(report::html(attempt, &store.attempts(context.profile(), TREND)?, context.options()))
}

fn lines(attempt: &Attempt, args: &ReportArgs, style: Style, options: &str) -> Result<String, Failure> {
    match args.question {
        Some(number) => report::question(attempt, number, style).ok_or_else(|| {
            let count = attempt.plan.questions().count();
            Failure::new(
                format!("there is no question {number} in this attempt"),
                format!("it has questions 1 to {count}"),
            )
        }),
        None if args.full => Ok(report::full(attempt, style, options)),
        None => Ok(report::summary(attempt, style, options)),
    }
}

/// The questions of which a model answer was printed.
fn explained<'a>(attempt: &'a Attempt, args: &ReportArgs, format: PageFormat) -> impl Iterator<Item = &'a String> {
    let (number, all) = match format {
        PageFormat::Json => (None, false),
        PageFormat::Html => (None, true),
        PageFormat::Terminal | PageFormat::Markdown => (args.question, args.full),
    };
    let questions = (1..).zip(attempt.plan.questions());
    questions.filter(move |(at, _)| all || number == Some(*at)).map(|(_, asked)| &asked.question)
}
