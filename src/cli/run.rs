//! `hotseat run`: from the choice of a level to the report. Written once over [`Front`], for full screen and plain lines.

mod before;
mod resume;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::context::Context;
use super::failure::Failure;
use super::output;
use crate::attempt::{Attempt, Settings};
use crate::content::{Level, Library};
use crate::front::{Front, Left, plain::Plain};
use crate::plan::{self, ExtraTime, Plan};
use crate::report;
use crate::session::{Pace, Rules};
use crate::sitting::{self, Beginning, Script, Sitting};
use crate::store::Store;
use crate::tui::FullScreen;

/// Questions of so many recent attempts are avoided while the pool lasts.
const REMEMBERED_ATTEMPTS: u32 = 5;

/// Sit an interview.
#[derive(Debug, Args)]
pub struct RunArgs {
    /// An interview or topic of the bank, or a frozen plan (a .toml file)
    #[arg(value_name = "INTERVIEW|PLAN", default_value = "devops-engineer")]
    what: String,
    /// Your level; asked for when not given
    #[arg(long, value_enum)]
    level: Option<Level>,
    /// How long the interview lasts
    #[arg(long, value_name = "N")]
    minutes: Option<u32>,
    /// Only questions of this topic (may be given more than once)
    #[arg(long, value_name = "TOPIC")]
    topic: Vec<String>,
    /// Draw by this number instead of by chance: the same number gives the same questions
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// End each answer at its limit, and allow no pauses
    #[arg(long)]
    strict: bool,
    /// Stretch every time by this factor; it changes no score
    #[arg(long, value_name = "FACTOR", value_parser = parse_extra_time)]
    extra_time: Option<ExtraTime>,
    /// When feedback is shown
    #[arg(long, value_enum, default_value_t = FeedbackAt::End)]
    feedback: FeedbackAt,
    /// Take the answers from this file instead of the keyboard
    #[arg(long, value_name = "FILE")]
    answers: Option<PathBuf>,
    /// Go on with an interrupted attempt: the last one, or the one that begins with ID
    #[arg(long, value_name = "ID", num_args = 0..=1, default_missing_value = "last", conflicts_with_all = ["answers", "seed", "level", "minutes", "topic"])]
    resume: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FeedbackAt {
    /// After each question, off the clock
    Each,
    /// In the report at the end
    End,
}

/// 1, 1.25, 1.5 or 2.
pub fn parse_extra_time(text: &str) -> Result<ExtraTime, String> {
    match text {
        "1" | "1.0" => Ok(ExtraTime(100)),
        "1.25" => Ok(ExtraTime(125)),
        "1.5" => Ok(ExtraTime(150)),
        "2" | "2.0" => Ok(ExtraTime(200)),
        _ => Err("1, 1.25, 1.5 or 2".into()),
    }
}

pub fn run(context: &Context, args: &RunArgs) -> anyhow::Result<ExitCode> {
    if let Some(file) = &args.answers {
        return run_script(context, args, file);
    }
    let mut front: Box<dyn Front> =
        if context.is_full_screen() { Box::new(FullScreen::new()?) } else { Box::new(Plain::new()) };
    let sitting = match resume::offered(context, args, front.as_mut())? {
        resume::Offer::Resumed(sitting) => Some(*sitting),
        resume::Offer::Fresh => fresh(context, args, front.as_mut())?,
        resume::Offer::Leave => None,
    };
    let Some(mut sitting) = sitting else { return Ok(ExitCode::SUCCESS) };
    let left = front.sit(&mut sitting);
    drop(front);
    match left? {
        Left::Finished => finish(context, sitting),
        Left::Open => {
            output::note("Your answers are kept. `hotseat run` offers to go on where you left.");
            Ok(ExitCode::SUCCESS)
        }
        Left::Interrupted => Ok(ExitCode::from(130)),
    }
}

/// A new attempt, after the choices that come before the clock. None: the candidate left.
fn fresh(context: &Context, args: &RunArgs, front: &mut dyn Front) -> anyhow::Result<Option<Sitting>> {
    let library = context.library()?;
    let mut store = context.store()?;
    let frozen = frozen_plan(&library, &args.what)?;
    let chosen = before::Chosen {
        level: frozen.as_ref().map(|plan| plan.level).or(args.level),
        minutes: frozen.as_ref().map(|plan| plan.minutes).or(args.minutes),
        extra_time: args.extra_time.or(frozen.as_ref().map(|plan| plan.extra_time)),
    };
    let Some(chosen) = before::choose(context, &mut store, front, chosen)? else { return Ok(None) };
    let plan = match frozen {
        Some(plan) => plan,
        None => drawn(context, args, &library, &store, &chosen)?,
    };
    if !before::confirm(front, &plan, chosen.pace)? {
        return Ok(None);
    }
    let settings = Settings { rules: rules(args), pace: chosen.pace, scripted: false };
    Ok(Some(begin(context, &library, store, plan, settings)?))
}

fn run_script(context: &Context, args: &RunArgs, file: &Path) -> anyhow::Result<ExitCode> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| Failure::new(format!("cannot read {}: {error}", file.display()), ""))?;
    let script = Script::parse(&text).map_err(|error| {
        Failure::new(
            format!("{}: {error}", file.display()),
            "an answers file has [[answers]] with question, seconds and answer",
        )
    })?;
    let library = context.library()?;
    let store = context.store()?;
    let plan = match frozen_plan(&library, &args.what)? {
        Some(plan) => plan,
        None => {
            let level = args.level.ok_or_else(|| Failure::new("--answers needs a level", "add --level mid"))?;
            let chosen = before::Choice {
                level,
                minutes: args.minutes,
                extra_time: args.extra_time.unwrap_or_default(),
                pace: Pace::default(),
            };
            drawn(context, args, &library, &store, &chosen)?
        }
    };
    for question in script.questions() {
        if !plan.questions().any(|asked| asked.question == question) {
            output::note(&format!("warning: '{question}' is answered in {} but was not drawn", file.display()));
        }
    }
    let settings = Settings { rules: rules(args), pace: Pace::default(), scripted: true };
    let mut sitting = begin(context, &library, store, plan, settings)?;
    sitting::sit(&mut sitting, &script)?;
    finish(context, sitting)
}

fn rules(args: &RunArgs) -> Rules {
    Rules { strict: args.strict, feedback_each: args.feedback == FeedbackAt::Each }
}

/// The plan in a file, where one is named.
fn frozen_plan(library: &Library, what: &str) -> anyhow::Result<Option<Plan>> {
    let path = Path::new(what);
    if path.extension().is_none_or(|ending| ending != "toml") {
        return Ok(None);
    }
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failure::new(format!("cannot read {what}: {error}"), "`hotseat plan --output FILE` writes a plan"))?;
    Ok(Some(Plan::thaw(&text, library)?))
}

fn drawn(
    context: &Context,
    args: &RunArgs,
    library: &Library,
    store: &Store,
    chosen: &before::Choice,
) -> anyhow::Result<Plan> {
    let seen = match args.seed {
        Some(_) => Vec::new(),
        None => store.recent_questions(context.profile(), REMEMBERED_ATTEMPTS)?,
    };
    let options = plan::Options {
        level: chosen.level,
        minutes: chosen.minutes,
        topics: args.topic.clone(),
        seed: args.seed.unwrap_or_else(before::seed_of_now),
        extra_time: chosen.extra_time,
        seen,
    };
    Ok(plan::draw(library, &args.what, &options)?)
}

fn begin(
    context: &Context,
    library: &Library,
    store: Store,
    plan: Plan,
    settings: Settings,
) -> anyhow::Result<Sitting> {
    let bundle = |asked: &plan::Asked| {
        library.bundle(&asked.question).ok_or_else(|| {
            Failure::new(
                format!("the plan asks '{}', which has no rubric here", asked.question),
                "add its folder with --content DIR",
            )
        })
    };
    let bundles = plan.questions().map(bundle).collect::<Result<Vec<_>, _>>()?;
    let profile = context.profile().to_owned();
    Ok(Sitting::begin(store, Beginning { profile, plan, bundles, settings })?)
}

fn finish(context: &Context, sitting: Sitting) -> anyhow::Result<ExitCode> {
    let attempt: Attempt = sitting.finish()?;
    output::emit(&report::summary(&attempt, context.style()))?;
    Ok(ExitCode::SUCCESS)
}
