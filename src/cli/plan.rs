//! `hotseat plan`: what would be asked, and when; and freezing it, so that somebody else is asked the same.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;

use super::context::{Context, quoted};
use super::draw::{Candidate, DrawArgs, LEVELS};
use super::format::ListFormat;
use super::output;
use crate::content::{Level, Library};
use crate::front::wording::{clock_time, section_name};
use crate::plan::{Plan, Step};

/// Show what would be asked, and when.
#[derive(Debug, Args)]
#[command(after_long_help = LEVELS)]
pub struct PlanArgs {
    #[command(flatten)]
    draw: DrawArgs,
    /// The candidate's level; a frozen plan has its own [default: mid]
    #[arg(long, value_parser = super::levels())]
    level: Option<Level>,
    /// Freeze the plan in this new file; `hotseat run FILE` asks exactly this
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = ListFormat::Terminal)]
    format: ListFormat,
}

pub fn run(context: &Context, args: &PlanArgs) -> anyhow::Result<ExitCode> {
    context.tell_if_new()?;
    let library = context.library()?;
    let plan = match args.draw.frozen(&library, args.level)? {
        Some(plan) => plan,
        None => {
            let extra_time = args.draw.extra_time.unwrap_or_default();
            let level = args.level.unwrap_or(Level::Mid);
            let candidate = Candidate { level, minutes: args.draw.minutes, extra_time };
            args.draw.drawn(context, &library, &context.store()?, candidate)?
        }
    };
    if let Some(path) = &args.output {
        // A frozen plan that others may already have is not replaced.
        output::write_new(path, &plan.freeze())?;
        output::note(&format!("`hotseat run {}` asks exactly this.", quoted(&path.to_string_lossy())));
    }
    output::emit(&match args.format {
        ListFormat::Json => format!("{:#}\n", serde_json::to_value(&plan)?),
        ListFormat::Terminal => shown(context, &library, &plan),
    })?;
    Ok(ExitCode::SUCCESS)
}

fn shown(context: &Context, library: &Library, plan: &Plan) -> String {
    let total = plan.total().as_secs() / 60;
    let head = format!(
        "{}, {}, {total} minutes, seed {}. {} of {} questions that fit not seen yet. Fingerprint {}.\n",
        plan.title,
        plan.level.name(),
        plan.seed,
        plan.pool.fresh,
        plan.pool.size,
        plan.fingerprint().0
    );
    let rows: Vec<[String; 4]> =
        plan.steps.iter().zip(plan.clock()).map(|(step, at)| row(library, plan, step, at)).collect();
    let body: String = if context.is_plain() {
        rows.iter()
            .map(|[at, what, time, text]| {
                format!("{at}, {what}, {time}: {text}").trim_end_matches(": ").to_owned() + "\n"
            })
            .collect()
    } else {
        output::table(&["at", "part", "time", "question"], rows, context.width())
    };
    let end = clock_time(plan.planned());
    format!("{head}\n{body}\nThe plan ends at {end}; the rest, up to {total}:00, is reserve.\n")
}

fn row(library: &Library, plan: &Plan, step: &Step, at: Duration) -> [String; 4] {
    let minutes = |seconds: u32| clock_time(Duration::from_secs(u64::from(seconds)));
    let (what, time, text) = match step {
        Step::Intro { seconds } => ("introduction".to_owned(), minutes(*seconds), String::new()),
        Step::CandidateQuestions { seconds } => ("your questions".to_owned(), minutes(*seconds), String::new()),
        Step::Close { seconds } => ("close".to_owned(), minutes(*seconds), String::new()),
        Step::Question(asked) => {
            let probes = match asked.probes {
                0 => String::new(),
                count => format!(" + {count}×{}", minutes(asked.probe_seconds)),
            };
            let prompt = library.questions.get(&asked.question).map_or(&asked.question, |question| &question.prompt);
            let stretch =
                if asked.level > plan.level { format!("; a stretch: {}", asked.level) } else { String::new() };
            let what = format!("{} ({}{stretch})", section_name(asked.section), asked.topic);
            (what, format!("{}{probes}", minutes(asked.answer_seconds)), prompt.clone())
        }
    };
    [clock_time(at), what, time, text]
}
