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
use crate::attempt::AttemptKind;
use crate::attempt::rescore::{Present, Rescorer};
use crate::compare::{Column, Comparison, Many};
use crate::report::{self, Depth, Style};
use crate::sitting;
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
    /// The last N attempts side by side (as terminal, markdown or json)
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
    let text = match args.last {
        Some(count) => many(context, &store, count, format)?,
        None => two(context, &store, args, format)?,
    };
    args.destination.deliver(&text, "comparison.html")?;
    Ok(ExitCode::SUCCESS)
}

fn two(context: &Context, store: &Store, args: &CompareArgs, format: PageFormat) -> anyhow::Result<String> {
    let [then, now] = chosen(context, store, &args.attempts)?;
    let library = context.library()?;
    let mut rescorer = Rescorer::new(&library);
    let (then, now) = (present(store, &mut rescorer, then)?, present(store, &mut rescorer, now)?);
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
    let mut rescorer = Rescorer::new(&library);
    let column = |id| present(store, &mut rescorer, id).map(|present| Column::of(&present));
    let columns = found.iter().rev().map(|one| one.id).map(column).collect::<anyhow::Result<Vec<_>>>()?;
    let many = Many::of(columns);
    let zone = TimeZone::system();
    Ok(match format {
        PageFormat::Terminal => report::side_by_side(&many, &zone, context.style(), context.options()),
        PageFormat::Markdown => report::side_by_side(&many, &zone, Style::Markdown, context.options()),
        PageFormat::Json => format!("{:#}\n", json!({ "format": 1, "attempts": many.attempts, "groups": many.groups })),
        PageFormat::Html => {
            let hint = "`--last` has terminal, markdown and json";
            return Err(Failure::new("a page compares two attempts", hint).into());
        }
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

fn present(store: &Store, rescorer: &mut Rescorer<'_>, id: Uuid) -> anyhow::Result<Present> {
    if store.attempt(id)?.kind == AttemptKind::Live {
        let hint = "`hotseat history` lists those that you sat";
        return Err(Failure::new(format!("attempt {id} is an interview that you held"), hint).into());
    }
    Ok(rescorer.present(sitting::load(store, id)?))
}

fn too_few(kept: usize) -> Failure {
    let kept = if kept == 0 { "none is" } else { "one is" };
    Failure::new(format!("it takes two finished attempts to compare, and {kept} kept"), "sit another: `hotseat run`")
}
