//! `hotseat progress`: what many attempts tell together.

use std::process::ExitCode;

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::civil::Date;

use super::context::Context;
use super::failure::Failure;
use super::format::Format;
use super::{history, output, rescore};
use crate::attempt::rescore::Rescorer;
use crate::attempt::{AttemptKind, AttemptOutline};
use crate::content::Library;
use crate::content::nearest::suggest;
use crate::progress::{self, Asking, Progress, Selection};
use crate::report::{self, Extent, Style};
use crate::sitting;
use crate::store::{Filter, Store};

/// So many attempts without results are made up for in silence; for more, a bar is shown.
const SILENT: usize = 50;

/// Show how scores went, how time was used, and what to practise next
///
/// Trends are of mock interviews at one level; what was seen, how time was used and what is due count drills as well. The level
/// of the latest interview comes first, and levels are never mixed.
#[derive(Debug, Args)]
pub struct ProgressArgs {
    /// Only this topic (may be given more than once)
    #[arg(long, value_name = "TOPIC")]
    topic: Vec<String>,
    /// Look at so many of the latest interviews
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..))]
    last: u32,
    /// As it stood at the end of this day
    #[arg(long, value_name = "DATE", value_parser = history::date)]
    as_of: Option<Date>,
    /// Everything: all levels, all topics, all that is due
    #[arg(long)]
    full: bool,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
}

pub fn run(context: &Context, args: &ProgressArgs) -> anyhow::Result<ExitCode> {
    let mut loading = context.library_soon()?;
    let mut store = context.store_to_read()?;
    let mut attempts = attempts(context, &mut store)?;
    let library = loading.library()?;
    known_topics(&args.topic, library)?;
    let mut moment = context.moment(None)?;
    if let Some(day) = args.as_of {
        moment.now = history::end_of_day(day);
        attempts.retain(|attempt| attempt.started < moment.now);
    }
    let asking = Asking { topics: &args.topic, last: usize::try_from(args.last).unwrap_or(usize::MAX), moment };
    let looked_at = Selection::of(&attempts, &asking).attempts();
    let outdated = outdated(&store, library, &looked_at)?;
    let results = looked_at.into_iter().map(|one| store.results(one)).collect::<Result<Vec<_>, _>>()?;
    let progress = Progress { outdated, ..Progress::of(&attempts, &results, library, &asking) };
    let extent = if args.full { Extent::Full } else { Extent::Screen };
    output::emit(&match args.format {
        Format::Json => format!("{:#}\n", report::progress_json(&progress)),
        _ if attempts.is_empty() => output::completed(nothing(context, &store, args.as_of)?),
        Format::Markdown => report::progress(&progress, extent, Style::Markdown, context.options()),
        Format::Terminal => report::progress(&progress, extent, context.style(), context.options()),
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Why there is nothing to tell.
fn nothing(context: &Context, store: &Store, as_of: Option<Date>) -> anyhow::Result<&'static str> {
    let kinds = [AttemptKind::Mock, AttemptKind::Drill];
    let kept = store.history(context.profile(), &Filter { kinds, limit: 1, ..Filter::default() })?;
    Ok(match as_of {
        _ if kept.is_empty() => "Nothing is finished yet. `hotseat run` begins an interview.\n",
        Some(_) => "Nothing was finished by then.\n",
        None => {
            "There are finished attempts, and none of them can be read: `hotseat data check` tells what is wrong.\n"
        }
    })
}

/// How many interviews among these were judged by other rubrics or rules than the present ones.
fn outdated(store: &Store, library: &Library, looked_at: &[&AttemptOutline]) -> anyhow::Result<usize> {
    let rescorer = Rescorer::new(library);
    let mut outdated = 0;
    for one in looked_at.iter().filter(|one| one.kind == AttemptKind::Mock) {
        outdated += usize::from(!rescore::is_current(store, &rescorer, one.attempt)?);
    }
    Ok(outdated)
}

/// Finished mock interviews and drills, oldest first. Those of earlier versions get their results first; what cannot be read is
/// named on standard error and left out.
pub fn attempts(context: &Context, store: &mut Store) -> anyhow::Result<Vec<AttemptOutline>> {
    let mut all = outlines(context, store)?;
    if all.iter().any(|one| one.questions.is_empty()) {
        fill(context, store)?;
        all = outlines(context, store)?;
        all.retain(|one| !one.questions.is_empty());
    }
    Ok(all)
}

fn outlines(context: &Context, store: &Store) -> anyhow::Result<Vec<AttemptOutline>> {
    let kinds = [AttemptKind::Mock, AttemptKind::Drill];
    let lists = kinds.map(|kind| store.outlines(context.profile(), kind));
    Ok(progress::in_order(lists.into_iter().collect::<Result<_, _>>()?))
}

fn fill(context: &Context, store: &mut Store) -> anyhow::Result<()> {
    let bar = ProgressBar::hidden();
    let unread = sitting::fill_results(store, context.profile(), |done, all| {
        if done == 1 && all > SILENT {
            show(&bar, all);
        }
        bar.set_position(done as u64);
    })?;
    bar.finish_and_clear();
    unread.iter().for_each(|error| output::note(&format!("left out: {error}")));
    Ok(())
}

/// # Errors
/// A topic that the content does not have.
pub fn known_topics(topics: &[String], library: &Library) -> Result<(), Failure> {
    let mut known: Vec<&str> = library.questions.values().map(|question| question.topic.as_str()).collect();
    known.sort_unstable();
    known.dedup();
    match topics.iter().find(|topic| !known.contains(&topic.as_str())) {
        None => Ok(()),
        Some(unknown) => Err(Failure::new(format!("there is no topic '{unknown}'"), suggest(unknown, known))),
    }
}

fn show(bar: &ProgressBar, all: usize) {
    let style = ProgressStyle::with_template("looking at earlier attempts {bar:30} {pos} of {len}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.set_length(all as u64);
    bar.set_draw_target(indicatif::ProgressDrawTarget::stderr());
}
