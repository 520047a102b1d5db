//! `hotseat export`: attempts as files for other programs, and for `hotseat import`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use indicatif::ProgressBar;
use uuid::Uuid;

use super::context::Context;
use super::output::{self, Target};
use crate::archive::{self, Body, Head};
use crate::attempt::{Attempt, State};
use crate::report::{self, Style};
use crate::sitting;
use crate::store::Store;

/// Write attempts for other programs
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// The attempts: `last`, `last~2`, or the beginning of an id [default: all of the profile]
    attempts: Vec<String>,
    /// Attempts of all profiles
    #[arg(long, conflicts_with = "attempts")]
    all_profiles: bool,
    /// What to write
    #[arg(long, value_enum, default_value_t = ExportFormat::Json)]
    format: ExportFormat,
    /// Write to this new file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ExportFormat {
    /// Everything that is kept, unfinished attempts too; `hotseat import` reads it
    Json,
    /// A table with a row for each question of each finished attempt
    Csv,
    /// The full reports of finished attempts, one after the other
    Markdown,
}

pub fn run(context: &Context, args: &ExportArgs) -> anyhow::Result<ExitCode> {
    let store = context.store_to_read()?;
    let ids = chosen(context, &store, args)?;
    let mut target = Target::open(args.output.as_deref())?;
    let progress = output::progress("writing attempts", ids.len());
    let count = match args.format {
        ExportFormat::Json => json(context, &store, args, &ids, &mut target, &progress)?,
        ExportFormat::Csv => csv(&store, &ids, &mut target, &progress)?,
        ExportFormat::Markdown => markdown(&store, &ids, &mut target, &progress)?,
    };
    progress.finish_and_clear();
    target.close()?;
    if count == 0 {
        output::note("There is nothing to export. `hotseat run` begins an attempt.");
    } else if let Some(file) = &args.output {
        let plural = if count == 1 { "" } else { "s" };
        output::note(&format!("Written, with {count} attempt{plural}: {}", file.display()));
    }
    Ok(ExitCode::SUCCESS)
}

/// The attempts that were named, or all; by id.
fn chosen(context: &Context, store: &Store, args: &ExportArgs) -> anyhow::Result<Vec<Uuid>> {
    if args.attempts.is_empty() {
        return Ok(store.ids((!args.all_profiles).then(|| context.profile()))?);
    }
    let named = args.attempts.iter().map(|name| store.find(context.profile(), name));
    let mut ids = named.collect::<Result<Vec<_>, _>>()?;
    ids.sort();
    ids.dedup();
    Ok(ids)
}

fn json(
    context: &Context,
    store: &Store,
    args: &ExportArgs,
    ids: &[Uuid],
    target: &mut Target,
    progress: &ProgressBar,
) -> anyhow::Result<usize> {
    target.put(&archive::opening(&head(context, store, args, ids)?))?;
    for (index, id) in ids.iter().enumerate() {
        let mut attempt = store.kept_attempt(*id)?;
        if attempt.state == State::Finished {
            attempt.report = report(store, *id);
        }
        target.put(&archive::entry(&attempt, index == 0))?;
        progress.inc(1);
    }
    target.put(archive::closing())?;
    Ok(ids.len())
}

/// What is remembered of a person goes along with all their attempts, not with single ones.
fn head(context: &Context, store: &Store, args: &ExportArgs, ids: &[Uuid]) -> anyhow::Result<Head> {
    let mut profiles = store.kept_profiles()?;
    profiles.retain(|profile| args.all_profiles || profile.name == context.profile());
    if !args.attempts.is_empty() {
        for profile in &mut profiles {
            (profile.settings, profile.shown) = Default::default();
        }
    }
    Ok(Head { profiles, bundles: store.kept_bundles(ids)? })
}

/// The reader's part; none where it cannot be told, which is no reason to keep the attempt back.
fn report(store: &Store, id: Uuid) -> Option<Body> {
    let attempt = sitting::load(store, id).ok()?;
    Body::of(report::json(&attempt).to_string()).ok()
}

fn csv(store: &Store, ids: &[Uuid], target: &mut Target, progress: &ProgressBar) -> anyhow::Result<usize> {
    let builder = || csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let mut table = builder();
    table.write_record(report::CSV_HEAD)?;
    target.put(&String::from_utf8(table.into_inner()?)?)?;
    each(store, ids, progress, |profile, attempt| {
        let mut table = builder();
        for row in report::csv(attempt, profile) {
            table.write_record(row)?;
        }
        target.put(&String::from_utf8(table.into_inner()?)?)
    })
}

fn markdown(store: &Store, ids: &[Uuid], target: &mut Target, progress: &ProgressBar) -> anyhow::Result<usize> {
    let mut rule = "";
    each(store, ids, progress, |_, attempt| {
        target.put(&format!("{rule}{}", report::full(attempt, Style::Markdown)))?;
        rule = "\n---\n\n";
        Ok(())
    })
}

/// Does something with every finished attempt that can be read; how many there were.
fn each(
    store: &Store,
    ids: &[Uuid],
    progress: &ProgressBar,
    mut work: impl FnMut(&str, &Attempt) -> anyhow::Result<()>,
) -> anyhow::Result<usize> {
    let mut count = 0;
    for id in ids {
        let kept = store.attempt(*id)?;
        progress.inc(1);
        if kept.state != State::Finished {
            continue;
        }
        match sitting::load(store, *id) {
            Ok(attempt) => work(&kept.profile, &attempt)?,
            Err(error) => {
                progress.suspend(|| output::note(&format!("warning: left out: {error}")));
                continue;
            }
        }
        count += 1;
    }
    Ok(count)
}
