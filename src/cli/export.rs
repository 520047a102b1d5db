//! `hotseat export`: attempts as files for other programs, and for `hotseat import`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use indicatif::ProgressBar;
use uuid::Uuid;

use super::confirm::counted;
use super::context::Context;
use super::output::{self, Target};
use super::rubrics::Rubrics;
use super::{format, naming, shown};
use crate::archive::{self, Body, Bundles, Head, KeptAttempt, KeptProfile, rebuild};
use crate::attempt::{Attempt, State};
use crate::report::{self, Style, harmless};
use crate::store::Store;

/// Write attempts for other programs
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// The attempts: `last`, `last~2`, a date (2026-11-03), or the beginning of an id [default: all of the profile]
    #[arg(value_name = "ATTEMPT")]
    attempts: Vec<String>,
    /// Attempts of all profiles
    #[arg(long, conflicts_with = "attempts")]
    all_profiles: bool,
    /// What to write [default: by the ending of --output, otherwise json]
    #[arg(long, value_enum)]
    format: Option<ExportFormat>,
    /// Write to this new file instead of standard output; its ending says what (.json, .csv, .md), unless --format does
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ExportFormat {
    /// Everything that is kept, unfinished attempts too; `hotseat import` reads it
    Json,
    /// A table with a row for each question of each finished attempt; what could begin a formula, on any line, stands behind
    /// an apostrophe
    Csv,
    /// The full reports of finished attempts, one after the other
    Markdown,
}

/// Exit code 1 where an attempt or a rubric could not be read, and was left out.
pub fn run(context: &Context, args: &ExportArgs) -> anyhow::Result<ExitCode> {
    let format = format::chosen(args.format, args.output.as_deref(), ExportFormat::Json)?;
    let store = context.store_to_read()?;
    let ids = chosen(context, &store, args)?;
    let rubrics = Rubrics::of(&store, store.bundles_of(&ids)?);
    for (name, error) in &rubrics.damaged {
        let what = format!("warning: rubric {name} is left out: {error} (`hotseat data check` tells more)");
        output::note(&harmless(&what));
    }
    let head = Head { profiles: profiles(context, &store, args)?, bundles: rubrics.kept };
    let mut export = Export {
        bundles: rubrics.ready,
        store: &store,
        ids: &ids,
        target: Target::open(args.output.as_deref())?,
        progress: output::progress("writing attempts", ids.len()),
        left_out: rubrics.damaged.len(),
    };
    let mut explained = BTreeMap::new();
    let count = match format {
        ExportFormat::Json => export.json(&head)?,
        ExportFormat::Csv => export.csv(&head)?,
        ExportFormat::Markdown => export.markdown(&mut explained)?,
    };
    export.progress.finish_and_clear();
    export.target.close()?;
    for profile in &head.profiles {
        shown::remember_for(context, &profile.name, explained.get(&profile.id).into_iter().flatten());
    }
    if count == 0 && export.left_out == 0 {
        output::note("There is nothing to export. `hotseat run` begins an attempt.");
    } else if let Some(file) = &args.output {
        output::note(&format!("Written, with {}: {}", counted(count, "attempt"), file.display()));
    }
    Ok(if export.left_out == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// The attempts that were named, or all; by id.
fn chosen(context: &Context, store: &Store, args: &ExportArgs) -> anyhow::Result<Vec<Uuid>> {
    if args.attempts.is_empty() {
        return Ok(store.ids((!args.all_profiles).then(|| context.profile()))?);
    }
    let named = args.attempts.iter().map(|name| naming::find(context, store, name));
    let mut ids = named.collect::<Result<Vec<_>, _>>()?;
    ids.sort();
    ids.dedup();
    Ok(ids)
}

/// What is remembered of a person goes along with all their attempts, not with single ones.
fn profiles(context: &Context, store: &Store, args: &ExportArgs) -> anyhow::Result<Vec<KeptProfile>> {
    let mut profiles = store.kept_profiles()?;
    profiles.retain(|profile| args.all_profiles || profile.name == context.profile());
    if !args.attempts.is_empty() {
        for profile in &mut profiles {
            (profile.settings, profile.shown) = Default::default();
        }
    }
    Ok(profiles)
}

/// By profile, the questions whose model answers were written.
type Explained = BTreeMap<Uuid, BTreeSet<String>>;

/// Attempts on their way out. Each of its ways says how many were written.
struct Export<'a> {
    store: &'a Store,
    ids: &'a [Uuid],
    bundles: Bundles,
    target: Target,
    progress: ProgressBar,
    left_out: usize,
}

impl Export<'_> {
    fn json(&mut self, head: &Head) -> anyhow::Result<usize> {
        self.target.put(&archive::opening(head))?;
        let mut count = 0;
        for id in self.ids {
            let Some(mut attempt) = self.kept(*id) else { continue };
            // A report that cannot be told is no reason to keep the attempt back.
            let replayed = rebuild(&attempt, &self.bundles).ok().flatten();
            let finished = replayed.filter(|_| attempt.state == State::Finished);
            attempt.report = finished.and_then(|attempt| Body::of(report::json(&attempt).to_string()).ok());
            self.target.put(&archive::entry(&attempt, count == 0))?;
            count += 1;
        }
        self.target.put(archive::closing())?;
        Ok(count)
    }

    fn csv(&mut self, head: &Head) -> anyhow::Result<usize> {
        let names: BTreeMap<Uuid, &str> =
            head.profiles.iter().map(|profile| (profile.id, profile.name.as_str())).collect();
        self.target.put(&table([report::CSV_HEAD.map(str::to_owned)])?)?;
        self.each(|profile, attempt| {
            let name = names.get(&profile).copied().unwrap_or_default();
            table(report::csv(attempt, name))
        })
    }

    fn markdown(&mut self, explained: &mut Explained) -> anyhow::Result<usize> {
        let mut rule = "";
        self.each(|profile, attempt| {
            let questions = attempt.plan.questions().map(|asked| asked.question.clone());
            explained.entry(profile).or_default().extend(questions);
            let text = format!("{rule}{}", report::full(attempt, Style::Markdown, ""));
            rule = "\n---\n\n";
            Ok(text)
        })
    }

    /// Writes what is made of every finished attempt, and of whose it is.
    fn each(&mut self, mut work: impl FnMut(Uuid, &Attempt) -> anyhow::Result<String>) -> anyhow::Result<usize> {
        let mut count = 0;
        for id in self.ids {
            let Some(kept) = self.kept(*id).filter(|kept| kept.state == State::Finished) else { continue };
            match rebuild(&kept, &self.bundles) {
                Ok(Some(attempt)) => self.target.put(&work(kept.profile, &attempt)?)?,
                Ok(None) => continue,
                Err(error) => {
                    self.leave_out(*id, &error.to_string());
                    continue;
                }
            }
            count += 1;
        }
        Ok(count)
    }

    fn kept(&mut self, id: Uuid) -> Option<KeptAttempt> {
        self.progress.inc(1);
        self.store.kept_attempt(id).map_err(|error| self.leave_out(id, &error.to_string())).ok()
    }

    fn leave_out(&mut self, id: Uuid, why: &str) {
        self.left_out += 1;
        self.progress.suspend(|| output::note(&harmless(&format!("warning: attempt {id} is left out: {why}"))));
    }
}

/// Rows as RFC 4180 has them. All but numbers stand in quotes, for programs that part cells at semicolons.
fn table(rows: impl IntoIterator<Item = [String; report::CSV_COLUMNS]>) -> anyhow::Result<String> {
    let mut table = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .quote_style(csv::QuoteStyle::NonNumeric)
        .from_writer(Vec::new());
    for row in rows {
        table.write_record(row)?;
    }
    Ok(String::from_utf8(table.into_inner()?)?)
}
