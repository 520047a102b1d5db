//! `hotseat guide`: what an interviewer takes into the room. It is the same for every candidate.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::context::Context;
use super::draw::{DrawArgs, Fixed, LEVELS, SEED_FOR_ALL};
use super::failure::Failure;
use super::format::PageFormat;
use super::output;
use super::page::Destination;
use crate::content::Level;
use crate::guide::{Code, Guide};
use crate::report::{self, GuidePart, Style};

/// Print the interviewer's guide: script, what to listen for, rating sheets
///
/// The same command prints the same guide for every candidate: what was asked before plays no part. For paper: `--format html --open` shows it in the browser, to be printed on A4 or Letter.
#[derive(Debug, Args)]
#[command(after_long_help = LEVELS, mut_arg("seed", |seed| seed.help(SEED_FOR_ALL)))]
pub struct GuideArgs {
    #[command(flatten)]
    draw: DrawArgs,
    /// The level that is interviewed for; a frozen plan has its own
    #[arg(long, value_parser = super::levels())]
    level: Option<Level>,
    /// Print this code for the candidate: letters, digits and dashes, no name
    #[arg(long, value_name = "CODE")]
    candidate: Option<Code>,
    /// What to print: the script is needed once, a sheet for each candidate and interviewer, a consensus for each candidate
    #[arg(long, value_enum, default_value_t = Part::All)]
    part: Part,
    /// How to print it [default: by the ending of --output, otherwise terminal]
    #[arg(long, value_enum)]
    format: Option<PageFormat>,
    #[command(flatten)]
    destination: Destination,
}

/// What to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Questions, times, what to listen for
    Script,
    /// One interviewer's ratings: two pages, more for a long interview
    Sheet,
    /// The ratings of several interviewers, and what they agree on
    Consensus,
    /// All of these
    All,
}

/// # Errors
/// No level, an unknown interview, a file that cannot be written.
pub fn run(context: &Context, args: &GuideArgs) -> anyhow::Result<ExitCode> {
    let format = args.destination.format(args.format, PageFormat::Terminal)?;
    args.destination.check(format == PageFormat::Html)?;
    let library = context.library()?;
    let Fixed { plan, command } = args.draw.fixed(&library, args.level, "guide")?;
    let command = command + &context.content_options();
    let guide = Guide::of(&library, &plan, command)
        .ok_or_else(|| {
            Failure::new(format!("`{}` is not in the bank", plan.interview), "`hotseat list` shows what is")
        })?
        .with_candidate(args.candidate.clone());
    args.destination.deliver(&text(&guide, args, format, context), &format!("guide-{}.html", plan.fingerprint().0))?;
    if args.destination.is_elsewhere() && format == PageFormat::Html {
        output::note("For paper: print it from the browser, on A4 or Letter.");
    }
    Ok(ExitCode::SUCCESS)
}

fn text(guide: &Guide<'_>, args: &GuideArgs, format: PageFormat, context: &Context) -> String {
    let parts: &[GuidePart] = match args.part {
        Part::Script => &[GuidePart::Script],
        Part::Sheet => &[GuidePart::Sheet],
        Part::Consensus => &[GuidePart::Consensus],
        Part::All => &GuidePart::ALL,
    };
    match format {
        PageFormat::Json => format!("{:#}\n", report::guide_json(guide, parts)),
        PageFormat::Html => report::guide_html(guide, parts),
        PageFormat::Markdown => report::guide(guide, parts, Style::Markdown),
        // A file has no colours.
        PageFormat::Terminal if args.destination.is_elsewhere() => report::guide(guide, parts, Style::Plain),
        PageFormat::Terminal => report::guide(guide, parts, context.style()),
    }
}
