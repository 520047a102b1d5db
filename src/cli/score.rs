//! `hotseat score`: one answer, or JSON Lines by the million, judged by the rubric of a question.

mod batch;
mod bench;
mod lines;

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use clap::Args;

use super::context::Context;
use super::format::Format;
use super::output;
use crate::content::nearest::suggest;
use crate::content::{Level, Library};
use crate::report::{self, Style};
use crate::scoring::{Judge, Segment};

/// Judge an answer by the rubric of its question.
#[derive(Debug, Args)]
pub struct ScoreArgs {
    /// The question that was answered
    #[arg(long, value_name = "ID", required_unless_present = "batch", conflicts_with = "batch")]
    question: Option<String>,
    /// The candidate's level; without it, the question's own
    #[arg(long, value_parser = super::levels())]
    level: Option<Level>,
    /// Read JSON Lines ({"id", "question", "level"?, "answer", "seconds"?}) and write one result a line, in the same order
    #[arg(long)]
    batch: bool,
    /// How many threads judge a batch; without it, one for each core
    #[arg(long, value_name = "N", conflicts_with = "question", value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: Option<u16>,
    /// Show the answer with the words that counted marked in it, every rule that saw them, and how the score adds up
    #[arg(long, conflicts_with = "batch")]
    explain: bool,
    /// How to print the scorecard of one answer
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
    /// The answer, or the JSON Lines; without it, standard input
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

/// More of an answer than this is not read; scoring keeps less.
const LONGEST_ANSWER: u64 = 1 << 20;

/// Prints scorecards on standard output; 1 where lines of a batch could not be judged.
///
/// # Errors
/// The question is unknown, or the input cannot be read.
pub fn run(context: &Context, args: &ScoreArgs) -> anyhow::Result<ExitCode> {
    let input = input(args.file.as_deref())?;
    let library = context.library()?;
    match &args.question {
        Some(question) => one(context, args, question, input, &library),
        None => {
            let threads = args.threads.map_or_else(batch::all_cores, usize::from);
            batch::run(library, args.level, input, threads, context.is_plain())
        }
    }
}

fn input(file: Option<&Path>) -> anyhow::Result<Box<dyn Read + Send>> {
    match file {
        Some(path) => {
            let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
            Ok(Box::new(file))
        }
        None => Ok(Box::new(io::stdin())),
    }
}

fn one(
    context: &Context,
    args: &ScoreArgs,
    question: &str,
    input: Box<dyn Read + Send>,
    library: &Library,
) -> anyhow::Result<ExitCode> {
    let Some(bundle) = library.bundle(question) else { bail!(unknown(question, library)) };
    let mut bytes = Vec::new();
    input.take(LONGEST_ANSWER).read_to_end(&mut bytes).context("cannot read the answer")?;
    let answer = String::from_utf8_lossy(&bytes);
    let level = args.level.unwrap_or(bundle.question.level);
    let card = Judge::new(&bundle).score(&[Segment::answer(&answer)], level);
    let style = match args.format {
        Format::Terminal => context.style(),
        Format::Markdown => Style::Markdown,
        Format::Json => {
            output::emit(&(serde_json::to_string_pretty(&card)? + "\n"))?;
            return Ok(ExitCode::SUCCESS);
        }
    };
    output::emit(&match args.explain {
        true => report::explain(&card, &bundle, &answer, style, output::has_colour()),
        false => report::scorecard(&card, &bundle, &answer, style),
    })?;
    Ok(ExitCode::SUCCESS)
}

fn unknown(question: &str, library: &Library) -> String {
    let help = suggest(question, library.rubrics.keys().map(String::as_str));
    format!("there is no question `{question}` with a rubric (`--content FOLDER` adds your own): {help}")
}
