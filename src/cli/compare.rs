//! `hotseat compare`: what moved between attempts, and whether it is more than the luck of the draw.

use std::process::ExitCode;

use clap::Args;
use jiff::tz::TimeZone;
use serde_json::json;
use uuid::Uuid;

use super::context::Context;
use super::failure::Failure;
use super::format::PageFormat;
use super::naming;
use super::page::Destination;
use crate::attempt::Attempt;
use crate::attempt::rescore::Rescorer;
use crate::compare::{Column, Comparison, Many};
use crate::report::{self, Depth, Style};
use crate::sitting::{ReadError, Shelf};
use crate::store::Store;

/// Compare two attempts: what was gained and lost, and by which words
///
/// Without attempts the last two are compared; one is compared with the last. Name an attempt by `last`, `last~2`, its date
/// (2026-11-03) or the beginning of its id.
///
/// Both are scored by the present rubrics, whatever rubrics they were sat under; nothing is stored (`hotseat rescore` does that).
/// Questions that were asked in both are compared criterion by criterion; those whose model answer you had read before are summed
/// apart; others are compared by topic, level and dimension. Whether a difference is more than the luck of the draw is estimated
/// from how your answers vary from question to question (95 of 100 draws). That covers which questions were drawn, and not the
/// form of the day.
#[derive(Debug, Args)]
pub struct CompareArgs {
    /// Two attempts, the earlier one first
    #[arg(value_name = "ATTEMPT", num_args = 0..=2)]
    attempts: Vec<String>,
    /// The last N attempts side by side
    #[arg(long, value_name = "N", conflicts_with_all = ["attempts", "full"], value_parser = clap::value_parser!(u32).range(2..=12))]
    last: Option<u32>,
    /// Every criterion of every question, with the words of both answers
    #[arg(long)]
    full: bool,
    /// How to print it [default: by the ending of --output, otherwise terminal]
    #[arg(long, value_enum)]
    format: Option<PageFormat>,
    #[command(flatten)]
    destination: Destination,
}

/// # Errors
/// Attempts are unknown or cannot be read, or the content does not load.
pub fn run(context: &Context, args: &CompareArgs) -> anyhow::Result<ExitCode> {
    let format = args.destination.format(args.format, PageFormat::Terminal)?;
    args.destination.check(format == PageFormat::Html)?;
    let store = context.store_to_read()?;
    let (text, name) = match args.last {
        Some(count) => (many(context, &store, count, format)?, "side-by-side.html"),
        None => (two(context, &store, args, format)?, "comparison.html"),
    };
    args.destination.deliver(&text, name)?;
    Ok(ExitCode::SUCCESS)
}

fn two(context: &Context, store: &Store, args: &CompareArgs, format: PageFormat) -> anyhow::Result<String> {
    let mut loading = context.library_soon()?;
    let mut shelf = Shelf::default();
    let [then, now] = chosen(context, store, &args.attempts)?;
    let (then, now) = (load(store, &mut shelf, then)?, load(store, &mut shelf, now)?);
    let rescorer = Rescorer::new(loading.library()?);
    let (then, now) = (rescorer.present(then), rescorer.present(now));
    let shown = store.first_shown(context.profile())?;
    let comparison = Comparison::of(&then, &now, &shown);
    let depth = if args.full { Depth::All } else { Depth::Most };
    let zone = TimeZone::system();
    Ok(match format {
        PageFormat::Terminal => report::comparison(&comparison, depth, &zone, context.style(), context.options()),
        PageFormat::Markdown => report::comparison(&comparison, depth, &zone, Style::Markdown, context.options()),
        PageFormat::Json => format!("{:#}\n", report::compare_json(&comparison)),
        PageFormat::Html => report::comparison_page(&comparison, &zone),
    })
}

/// The last attempts, oldest first; one is in memory at a time.
fn many(context: &Context, store: &Store, count: u32, format: PageFormat) -> anyhow::Result<String> {
    let found = store.attempts(context.profile(), count)?;
    if found.len() < 2 {
        return Err(too_few(found.len()).into());
    }
    let library = context.library()?;
    let (rescorer, mut shelf) = (Rescorer::new(&library), Shelf::default());
    let column = |id| Ok(Column::of(&rescorer.present(load(store, &mut shelf, id)?)));
    let columns = found.iter().rev().map(|one| one.id).map(column).collect::<anyhow::Result<Vec<_>>>()?;
    let many = Many::of(columns);
    let zone = TimeZone::system();
    Ok(match format {
        PageFormat::Terminal => report::side_by_side(&many, &zone, context.style(), context.options()),
        PageFormat::Markdown => report::side_by_side(&many, &zone, Style::Markdown, context.options()),
        PageFormat::Json => format!("{:#}\n", json!({ "format": 1, "attempts": many.attempts, "groups": many.groups })),
        PageFormat::Html => report::side_by_side_page(&many, &zone),
    })
}

fn chosen(context: &Context, store: &Store, names: &[String]) -> anyhow::Result<[Uuid; 2]> {
    match names {
        [] => {
            let last = store.attempts(context.profile(), 2)?;
            match last.as_slice() {
                [now, then] => Ok([then.id, now.id]),
                few => Err(too_few(few.len()).into()),
            }
        }
        [then, now] => Ok([naming::find(context, store, then)?, naming::find(context, store, now)?]),
        [then, ..] => {
            let (then, last) = (naming::find(context, store, then)?, naming::find(context, store, "last")?);
            if then == last {
                let hint = "name another: `hotseat history` lists them";
                return Err(
                    Failure::new("that is the last attempt itself: there is nothing to compare it with", hint).into()
                );
            }
            Ok([then, last])
        }
    }
}

/// As it ended, so that its old score is the one that was told then, however often it was scored since.
fn load(store: &Store, shelf: &mut Shelf, id: Uuid) -> anyhow::Result<Attempt> {
    shelf.load_as_it_ended(store, id).map_err(|error| match error {
        ReadError::Held(id) => {
            let hint = "`hotseat history` lists those that you sat";
            Failure::new(format!("attempt {id} is an interview that you held"), hint).into()
        }
        other => other.into(),
    })
}

fn too_few(kept: usize) -> Failure {
    let kept = if kept == 0 { "none is" } else { "one is" };
    Failure::new(format!("it takes two finished attempts to compare, and {kept} kept"), "sit another: `hotseat run`")
}
