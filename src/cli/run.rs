//! `hotseat run`: from the choice of a level to the report. Written once over [`Front`], for full screen and plain lines.

pub(super) mod before;
mod resume;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use jiff::Timestamp;

use super::context::{Context, Loading};
use super::draw::{Candidate, DrawArgs, LEVELS};
use super::failure::Failure;
use super::output;
use crate::attempt::{Attempt, AttemptKind, Settings};
use crate::content::{Bundle, Level, Library};
use crate::front::{Front, Left};
use crate::plan::{Asked, Plan};
use crate::report;
use crate::session::Rules;
use crate::sitting::{self, Beginning, Script, Sitting};

/// Sit an interview.
#[derive(Debug, Args)]
#[command(after_long_help = LEVELS, mut_arg("note", |note| note.help("A word about the attempt")))]
pub struct RunArgs {
    #[command(flatten)]
    draw: DrawArgs,
    /// Your level; asked for when not given. A frozen plan has its own
    #[arg(long, value_parser = super::levels())]
    level: Option<Level>,
    /// End each answer at its limit, and allow no pauses
    #[arg(long)]
    strict: bool,
    /// When feedback is shown
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = FeedbackAt::End)]
    feedback: FeedbackAt,
    /// Take the answers from this file instead of the keyboard
    #[arg(long, value_name = "FILE")]
    answers: Option<PathBuf>,
    #[command(flatten)]
    labels: super::note::LabelArgs,
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

pub fn run(context: &Context, args: &RunArgs) -> anyhow::Result<ExitCode> {
    context.tell_if_new()?;
    if let Some(file) = &args.answers {
        return run_script(context, args, file);
    }
    let mut loading = context.library_soon()?;
    if context.has_own_content() || args.draw.is_particular() {
        check(args, loading.library()?)?;
    }
    let mut front = context.front()?;
    let sitting = match resume::offered(context, args, front.as_mut())? {
        resume::Offer::Resumed(sitting) => Some(*sitting),
        resume::Offer::Fresh => fresh(context, args, front.as_mut(), loading)?,
        resume::Offer::Leave => None,
    };
    let Some(mut sitting) = sitting else {
        return Ok(ExitCode::SUCCESS);
    };
    sitting.label(&args.labels.labels())?;
    let left = front.sit(&mut sitting);
    drop(front);
    match left? {
        Left::Finished => finish(context, sitting),
        left => {
            output::note("Your answers are kept. `hotseat run` offers to go on where you left.");
            Ok(if left == Left::Interrupted { ExitCode::from(130) } else { ExitCode::SUCCESS })
        }
    }
}

/// Finds out whether this can be sat at all, before the candidate is asked anything.
fn check(args: &RunArgs, library: &Library) -> anyhow::Result<()> {
    args.draw.check(library)?;
    args.draw.frozen(library, args.level).map(drop)
}

/// A new attempt, after the choices that come before the clock. None: the candidate left.
fn fresh(
    context: &Context,
    args: &RunArgs,
    front: &mut dyn Front,
    mut loading: Loading,
) -> anyhow::Result<Option<Sitting>> {
    let mut store = context.store()?;
    let frozen = if args.draw.names_file() { args.draw.frozen(loading.library()?, args.level)? } else { None };
    let chosen = before::Chosen {
        level: frozen.as_ref().map(|plan| plan.level).or(args.level),
        minutes: frozen.as_ref().map(|plan| plan.minutes).or(args.draw.minutes),
        extra_time: args.draw.extra_time.or(frozen.as_ref().map(|plan| plan.extra_time)),
    };
    let Some(chosen) = before::choose(context, &mut store, front, chosen)? else {
        return Ok(None);
    };
    let library = loading.library()?;
    let plan = match frozen {
        Some(plan) => plan,
        None => args.draw.drawn(context, library, &store, chosen.candidate)?,
    };
    if !before::confirm(front, &plan, chosen.pace)? {
        return Ok(None);
    }
    let settings = Settings { rules: rules(args), pace: chosen.pace, ..Settings::default() };
    Ok(Some(Sitting::begin(store, beginning(context, library, plan, settings)?)?))
}

fn run_script(context: &Context, args: &RunArgs, file: &Path) -> anyhow::Result<ExitCode> {
    let script = script(file)?;
    let library = context.library()?;
    let store = context.store()?;
    let plan = match args.draw.frozen(&library, args.level)? {
        Some(plan) => plan,
        None => {
            let level = args.level.ok_or_else(|| Failure::new("--answers needs a level", "add --level mid"))?;
            let extra_time = args.draw.extra_time.unwrap_or_default();
            let candidate = Candidate { level, minutes: args.draw.minutes, extra_time };
            args.draw.drawn(context, &library, &store, candidate)?
        }
    };
    for question in script.questions() {
        if !plan.questions().any(|asked| asked.question == question) {
            output::note(&format!("warning: '{question}' is answered in {} but was not drawn", file.display()));
        }
    }
    let settings = Settings { rules: rules(args), scripted: true, ..Settings::default() };
    let beginning = beginning(context, &library, plan, settings)?;
    let mut sitting = match script.started {
        Some(started) => Sitting::begin_then(store, beginning, started)?,
        None => Sitting::begin(store, beginning)?,
    };
    sitting.label(&args.labels.labels())?;
    sitting::sit(&mut sitting, &script)?;
    finish(context, sitting)
}

/// Reads an answers file.
///
/// # Errors
/// It cannot be read, is no such file, or tells of the future, or of a time from which ids cannot be told.
pub fn script(file: &Path) -> Result<Script, Failure> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| Failure::new(format!("cannot read {}: {error}", file.display()), ""))?;
    let script = Script::parse(&text).map_err(|error| {
        Failure::new(
            format!("{}: {error}", file.display()),
            "an answers file has [[answers]] with question, seconds and answer",
        )
    })?;
    let wrong = match script.started {
        Some(started) if started > Timestamp::now() => "in the future",
        Some(started) if started < Timestamp::UNIX_EPOCH => "before 1970",
        _ => return Ok(script),
    };
    let message = format!("{}: `started` lies {wrong}", file.display());
    Err(Failure::new(message, "say when the interview was sat, or leave it out"))
}

fn rules(args: &RunArgs) -> Rules {
    Rules { strict: args.strict, feedback_each: args.feedback == FeedbackAt::Each }
}

/// Question and rubric of every question of a plan.
///
/// # Errors
/// One of them has no rubric here.
fn bundles(library: &Library, plan: &Plan) -> Result<Vec<Bundle>, Failure> {
    let bundle = |asked: &Asked| {
        library.bundle(&asked.question).ok_or_else(|| {
            let hint = match library.questions.contains_key(&asked.question) {
                true => {
                    "write a rubric for it; without one only an interviewer can rate it: `hotseat interview` asks it"
                }
                false => "add its folder with --content DIR",
            };
            Failure::new(format!("the plan asks '{}', which has no rubric here", asked.question), hint)
        })
    };
    plan.questions().map(bundle).collect()
}

fn beginning(context: &Context, library: &Library, plan: Plan, settings: Settings) -> anyhow::Result<Beginning> {
    let bundles = bundles(library, &plan)?;
    let interview = library.interviews.get(&plan.interview);
    let competencies = interview.map_or_else(Vec::new, |interview| interview.competencies.clone());
    let settings = Settings { competencies, ..settings };
    let profile = context.profile().to_owned();
    Ok(Beginning { kind: AttemptKind::Mock, profile, plan, bundles, settings })
}

fn finish(context: &Context, sitting: Sitting) -> anyhow::Result<ExitCode> {
    let attempt: Attempt = sitting.finish()?;
    output::emit(&report::summary(&attempt, context.style(), context.options()))?;
    Ok(ExitCode::SUCCESS)
}
