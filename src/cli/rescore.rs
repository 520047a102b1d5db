//! `hotseat rescore`: attempts under the present rubrics. What they scored before stays beside it.

mod lanes;

use std::collections::HashSet;
use std::io::IsTerminal;
use std::process::ExitCode;

use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use lanes::Anew;

use super::context::Context;
use super::format::Format;
use super::rubrics::Rubrics;
use super::{naming, output};
use crate::attempt::rescore::Rescorer;
use crate::attempt::{Attempt, AttemptKind, AttemptMove, Tally};
use crate::report::{self, Style};
use crate::sitting::Shelf;
use crate::store::{Filter, Store};

/// Score attempts again by the present rubrics
///
/// Without names: all finished attempts of the profile. Answers are kept as they were typed, so they can be judged by rubrics that
/// came later. Old scores stay in the data file; lists and reports show the new ones. Attempts that the present rubrics have judged
/// already are left alone. Questions that are gone leave the sum and are counted: if they stand in a folder of yours, add it with
/// --content. Each attempt is stored by itself, so this can be interrupted and begun again at any time.
///
/// Attempts that cannot be read, or none of whose questions is known, are named and left as they are, and rubrics that are kept
/// damaged are named; the exit code is 1 then.
#[derive(Debug, Args)]
pub struct RescoreArgs {
    /// Only these: `last`, `last~2`, a date (2026-11-03), or the beginning of an id
    #[arg(value_name = "ATTEMPT")]
    attempts: Vec<String>,
    /// Say what would move, and store nothing
    #[arg(long)]
    dry_run: bool,
    /// How to print what moved
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
}

/// What came of it.
#[derive(Default, Serialize)]
struct Outcome {
    tally: Tally,
    /// Judged by the present rubrics already.
    current: usize,
    /// None of their answers can be judged any more, so they keep their scores.
    kept: Vec<Uuid>,
    unread: Vec<Unread>,
    /// Rubrics that attempts were judged by and that are kept damaged, by fingerprint.
    damaged: Vec<String>,
}

/// An attempt that cannot be read.
#[derive(Serialize)]
struct Unread {
    attempt: Uuid,
    because: String,
}

impl Outcome {
    /// Takes note of an attempt; gives it back where it was judged anew.
    fn add(&mut self, id: Uuid, anew: Anew) -> Option<Attempt> {
        match anew {
            Anew::Current => self.current += 1,
            Anew::Gone => self.kept.push(id),
            Anew::Unread(because) => self.unread.push(Unread { attempt: id, because }),
            Anew::Judged(judged) => {
                let (attempt, before) = *judged;
                let now = attempt.overall(|judged| judged.in_time.as_ref()).score;
                let moved = AttemptMove { attempt: id, started: attempt.started, then: before.overall.score, now };
                self.tally.add(moved, &before.moved);
                return Some(attempt);
            }
        }
        None
    }

    /// How many could not be judged.
    fn left(&self) -> usize {
        self.kept.len() + self.unread.len()
    }

    fn is_whole(&self) -> bool {
        self.left() == 0 && self.damaged.is_empty()
    }
}

/// # Errors
/// A name is unknown, the content does not load, or the data file cannot be written.
pub fn run(context: &Context, args: &RescoreArgs) -> anyhow::Result<ExitCode> {
    let mut store = context.store_to_read()?;
    let attempts = chosen(context, &store, &args.attempts)?;
    let library = context.library()?;
    let (mut shelf, mut outcome) = (Shelf::default(), Outcome::default());
    let bar = progress(context, attempts.len());
    lanes::judge(context, &library, &attempts, |id, anew| {
        if let Some(attempt) = outcome.add(id, anew).filter(|_| !args.dry_run) {
            shelf.rescore(&mut store, &attempt, Timestamp::now())?;
        }
        bar.inc(1);
        Ok(())
    })?;
    bar.finish_and_clear();
    // Attempts that are judged by the present rubrics already are not read, and their reports need these.
    let rubrics = Rubrics::of(&store, store.bundles_of(&attempts)?);
    outcome.damaged = rubrics.damaged.into_iter().map(|(name, _)| name).collect();
    tell(context, args, &outcome)?;
    Ok(if outcome.is_whole() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Each of them once: they are judged side by side.
fn chosen(context: &Context, store: &Store, names: &[String]) -> anyhow::Result<Vec<Uuid>> {
    if !names.is_empty() {
        let mut found = names.iter().map(|name| naming::find(context, store, name)).collect::<Result<Vec<_>, _>>()?;
        let mut seen = HashSet::new();
        found.retain(|id| seen.insert(*id));
        return Ok(found);
    }
    let sat = Filter { kinds: [AttemptKind::Mock, AttemptKind::Drill], ..Filter::default() };
    Ok(store.history(context.profile(), &sat)?.into_iter().rev().map(|one| one.id).collect())
}

/// Whether all answers of an attempt were judged by the present rubrics. Found out without reading the attempt, which takes much
/// longer.
pub fn is_current(store: &Store, rescorer: &Rescorer<'_>, id: Uuid) -> anyhow::Result<bool> {
    let Some(judged) = store.judged_by(id)? else { return Ok(false) };
    let mut cards = judged.cards.iter();
    Ok(judged.answered == judged.cards.len()
        && cards.all(|[question, rubric, engine]| rescorer.is_present(question, rubric, engine)))
}

fn tell(context: &Context, args: &RescoreArgs, outcome: &Outcome) -> anyhow::Result<()> {
    for one in &outcome.unread {
        output::note(&format!("left as it is: {}", report::harmless(&one.because)));
    }
    for id in &outcome.kept {
        output::note(&format!(
            "left as it is: attempt {id}: none of its questions is known here (add --content FOLDER)"
        ));
    }
    for rubric in &outcome.damaged {
        output::note(&format!("warning: rubric {rubric} is kept damaged (`hotseat data check` tells more)"));
    }
    if args.dry_run {
        output::note("A dry run: nothing was stored.");
    }
    let zone = TimeZone::system();
    let moved = |style: Style| report::moved(&outcome.tally, outcome.current, outcome.left(), &zone, style);
    output::emit(&match args.format {
        Format::Terminal => moved(context.style()),
        Format::Markdown => moved(Style::Markdown),
        Format::Json => format!("{:#}\n", json!({ "format": 1, "dry_run": args.dry_run, "outcome": outcome })),
    })
}

/// Drawn on standard error, and only where that is a terminal.
fn progress(context: &Context, all: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("judging anew {bar:30} {human_pos} of {human_len}, {eta} left");
    let bar = ProgressBar::new(all as u64).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    if context.is_plain() || !std::io::stderr().is_terminal() {
        bar.set_draw_target(ProgressDrawTarget::hidden());
    }
    bar
}
