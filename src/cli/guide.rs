//! `hotseat guide`: what an interviewer takes into the room. It is the same for every candidate.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::context::Context;
use super::draw::{DrawArgs, Fixed};
use super::failure::Failure;
use super::output;
use crate::content::Level;
use crate::guide::{CandidateCode, Guide};
use crate::report::{self, GuidePart, Style};

/// Print the interviewer's guide: script, what to listen for, rating sheets.
///
/// The same command prints the same guide for every candidate: what was asked before plays no part, and the seed is 1 unless told
/// otherwise. For paper: `--format html --output guide.html`, opened in a browser and printed, on A4 or Letter.
#[derive(Debug, Args)]
pub struct GuideArgs {
    #[command(flatten)]
    draw: DrawArgs,
    /// The level that is interviewed for; a frozen plan has its own
    #[arg(long, value_parser = super::levels())]
    level: Option<Level>,
    /// Print this code for the candidate: letters, digits and dashes, no name
    #[arg(long, value_name = "CODE")]
    candidate: Option<CandidateCode>,
    /// What to print: the script is needed once, a sheet for each candidate and interviewer, a consensus for each candidate
    #[arg(long, value_enum, default_value_t = Part::All)]
    part: Part,
    /// How to print it
    #[arg(long, value_enum, default_value_t = GuideFormat::Terminal)]
    format: GuideFormat,
    /// Write it to this file
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// What to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Questions, times, what to listen for
    Script,
    /// One interviewer's ratings: two pages
    Sheet,
    /// The ratings of several interviewers, and what they agree on
    Consensus,
    /// All of these
    All,
}

/// How a guide is printed; for paper, as HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum GuideFormat {
    Terminal,
    Markdown,
    Html,
    Json,
}

/// # Errors
/// No level, an unknown interview, a file that cannot be written.
pub fn run(context: &Context, args: &GuideArgs) -> anyhow::Result<ExitCode> {
    let library = context.library()?;
    let Fixed { plan, command } = args.draw.fixed(&library, args.level, "guide")?;
    let command = command + &context.content_options();
    let guide = Guide::of(&library, &plan, command)
        .ok_or_else(|| {
            Failure::new(format!("`{}` is not in the bank", plan.interview), "`hotseat list` shows what is")
        })?
        .with_candidate(args.candidate.clone());
    let text = text(&guide, args, context);
    match &args.output {
        None => output::emit(&text)?,
        Some(path) => {
            output::write_new(path, &text)?;
            output::note(&written(args, &path.display().to_string()));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn text(guide: &Guide<'_>, args: &GuideArgs, context: &Context) -> String {
    let parts: &[GuidePart] = match args.part {
        Part::Script => &[GuidePart::Script],
        Part::Sheet => &[GuidePart::Sheet],
        Part::Consensus => &[GuidePart::Consensus],
        Part::All => &GuidePart::ALL,
    };
    match args.format {
        GuideFormat::Json => format!("{:#}\n", report::guide_json(guide, parts)),
        GuideFormat::Html => report::guide_html(guide, parts),
        GuideFormat::Markdown => report::guide(guide, parts, Style::Markdown),
        // A file has no colours.
        GuideFormat::Terminal if args.output.is_some() => report::guide(guide, parts, Style::Plain),
        GuideFormat::Terminal => report::guide(guide, parts, context.style()),
    }
}

fn written(args: &GuideArgs, path: &str) -> String {
    match args.format {
        GuideFormat::Html => format!("{path} is written. Open it in a browser and print it, on A4 or Letter."),
        _ => format!("{path} is written."),
    }
}
