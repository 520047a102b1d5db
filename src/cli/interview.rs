//! `hotseat interview`: holding an interview with somebody, from the plan to the interviewer's scorecard.

mod before;
mod kept;
mod words;

use std::process::ExitCode;

use clap::Args;

use super::context::Context;
use super::draw::{DrawArgs, LEVELS, SEED_FOR_ALL};
use super::failure::Failure;
use super::format::PageFormat;
use super::output;
use super::page::Destination;
use crate::content::{Level, Library};
use crate::front::holding::Courtesy;
use crate::front::{Front, Left, plain::Plain};
use crate::guide::{self, Code, Opening};
use crate::plan::Plan;
use crate::rating::RatingSheet;
use crate::report::{self, Style};
use crate::sitting::LiveSitting;
use crate::tui::FullScreen;
use before::Begun;
pub use kept::begun;
use words::WordsArg;

/// Hold an interview: questions, what to listen for, clocks, ratings, a scorecard
///
/// Everybody gets the same questions in the same order: what was asked before plays no part. Everything is kept as it is typed;
/// --resume goes on after an interruption.
///
/// Each answer is rated 1 to 4 by its anchors, on evidence. The engine may judge the candidate's words (typed along, or from a
/// transcript with --words), but only after the ratings are locked; a later change stands beside the locked rating. The tool ranks
/// nobody and recommends no hiring.
#[derive(Debug, Args)]
#[command(after_long_help = LEVELS, mut_arg("seed", |seed| seed.help(SEED_FOR_ALL)))]
pub struct InterviewArgs {
    #[command(flatten)]
    draw: DrawArgs,
    /// The level that is interviewed for; a frozen plan has its own
    #[arg(long, value_parser = super::levels())]
    level: Option<Level>,
    /// Whom you interview: a code of letters, digits and dashes, no name
    #[arg(long, value_name = "CODE")]
    candidate: Option<Code>,
    /// Who you are: a code as well
    #[arg(long, value_name = "CODE", env = "HOTSEAT_INTERVIEWER")]
    interviewer: Option<Code>,
    /// Copy a filled-in guide: the same questions by lines, without clocks
    #[arg(long)]
    from_paper: bool,
    /// Go on with an interrupted interview: the last one, or the one that begins with ID
    #[arg(long, value_name = "ID", num_args = 0..=1, default_missing_value = "last", conflicts_with_all = ["level", "minutes", "seed", "topic", "candidate", "from_paper"])]
    resume: Option<String>,
    /// The candidate's words, for the second opinion: text with `## 2` lines before each answer, or WebVTT or SRT of the interview;
    /// 2=FILE holds the answer to question 2 alone
    #[arg(long, value_name = "[N=]FILE")]
    words: Vec<WordsArg>,
    /// Who the candidate is where several people speak in those files: the name that stands there
    #[arg(long, value_name = "NAME", requires = "words")]
    speaker: Option<String>,
    /// Where the recording of those captions began before the interview: the time in the recording at which the interview begins,
    /// such as 1:30
    #[arg(long, value_name = "M:SS", requires = "words", conflicts_with = "recording_late", value_parser = words::clock)]
    recording_early: Option<u64>,
    /// Where it began after: the time on the interview's clock at which the recording begins
    #[arg(long, value_name = "M:SS", requires = "words", value_parser = words::clock)]
    recording_late: Option<u64>,
    /// How to print the scorecard [default: by the ending of --output, otherwise JSON in a file, which `hotseat panel` reads,
    /// HTML in a browser]
    #[arg(long, value_enum)]
    format: Option<PageFormat>,
    #[command(flatten)]
    destination: Destination,
    /// List the interviews that were held
    #[arg(long, conflicts_with_all = ["resume", "show", "candidate", "from_paper", "words"])]
    list: bool,
    /// Print a kept scorecard: the last one, or the one that begins with ID; with --words the engine judges these
    #[arg(long, value_name = "ID", num_args = 0..=1, default_missing_value = "last", conflicts_with_all = ["resume", "candidate", "from_paper"])]
    show: Option<String>,
    /// Do not ask before the engine judges the words of a kept scorecard
    #[arg(long, requires_all = ["show", "words"])]
    yes: bool,
    /// Change a rating of a kept scorecard: question 2 to band 3. The locked rating stays, and so does every change
    #[arg(long, value_name = "N=BAND", requires_all = ["show", "because"], value_parser = kept::change)]
    revise: Option<(usize, u8)>,
    /// Why it is changed
    #[arg(long, value_name = "TEXT", requires = "revise")]
    because: Option<String>,
}

/// # Errors
/// Nothing to hold or to show; a code or a file that cannot be used.
pub fn run(context: &Context, args: &InterviewArgs) -> anyhow::Result<ExitCode> {
    if args.list {
        return kept::list(context, args.format);
    }
    args.destination.check(format(args)? == PageFormat::Html)?;
    if let Some(name) = &args.show {
        return kept::show(context, args, name);
    }
    context.tell_if_new()?;
    words::check(&args.words)?;
    let library = context.library()?;
    let Some(begun) = before::begin(context, args, &library)? else {
        return Ok(ExitCode::SUCCESS);
    };
    hold(context, args, &library, begun)
}

fn hold(context: &Context, args: &InterviewArgs, library: &Library, begun: Begun) -> anyhow::Result<ExitCode> {
    let Begun { mut sitting, mut front } = begun;
    words::give(&mut sitting, args)?;
    let courtesy = courtesy(library, sitting.live().plan());
    let id = kept::short(sitting.id());
    let left = front.hold(&mut sitting, &courtesy);
    drop(front);
    match left? {
        Left::Finished => finish(context, args, sitting),
        left => {
            output::note(&format!("Everything is kept. `hotseat interview --resume {id}` goes on where you left."));
            Ok(if left == Left::Interrupted { ExitCode::from(130) } else { ExitCode::SUCCESS })
        }
    }
}

fn courtesy(library: &Library, plan: &Plan) -> Courtesy {
    let Some(interview) = library.interviews.get(&plan.interview) else { return Courtesy::default() };
    let Opening { words, note } = Opening::of(library, plan, interview);
    Courtesy { opening: [words].into_iter().chain(note).collect(), closing: guide::closing(interview).to_owned() }
}

/// Full screen where there is one; paper is copied by lines.
fn front(context: &Context, from_paper: bool) -> anyhow::Result<Box<dyn Front>> {
    let full = context.is_full_screen() && !from_paper;
    Ok(if full { Box::new(FullScreen::new()?) } else { Box::new(Plain::new()?) })
}

fn finish(context: &Context, args: &InterviewArgs, sitting: LiveSitting) -> anyhow::Result<ExitCode> {
    let sheet = sitting.finish()?;
    if args.destination.is_elsewhere() {
        output::emit(&report::rating(&sheet, context.style()))?;
    }
    deliver(context, args, &sheet)?;
    let (options, id) = (context.options(), kept::short(sheet.id));
    output::note(&format!(
        "Kept. To print it again, or with --output FILE to export it as JSON:\n  hotseat{options} interview --show {id}"
    ));
    Ok(ExitCode::SUCCESS)
}

/// How the scorecard is written. A file is JSON unless its name says otherwise: `hotseat panel` reads that.
fn format(args: &InterviewArgs) -> Result<PageFormat, Failure> {
    let usual = match args.destination.is_browser() {
        true => PageFormat::Html,
        false if args.destination.is_elsewhere() => PageFormat::Json,
        false => PageFormat::Terminal,
    };
    args.destination.format(args.format, usual)
}

/// Sends the scorecard where it is wished.
fn deliver(context: &Context, args: &InterviewArgs, sheet: &RatingSheet) -> anyhow::Result<()> {
    let text = match format(args)? {
        PageFormat::Terminal => report::rating(sheet, context.style()),
        PageFormat::Markdown => report::rating(sheet, Style::Markdown),
        PageFormat::Json => format!("{:#}\n", report::rating_json(sheet)),
        PageFormat::Html => report::rating_page(sheet),
    };
    args.destination.deliver(&text, &format!("scorecard-{}.html", sheet.id))
}
