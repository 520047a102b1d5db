//! `hotseat panel`: several interviewers' scorecards, combined by arithmetic; and how far the interviewers agree.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::context::Context;
use super::failure::Failure;
use super::format::PageFormat;
use super::output;
use super::page::Destination;
use crate::rating::{Panel, RatingSheet, SheetError, Submitted};
use crate::report::{self, Style, harmless};

/// Combine several interviewers' scorecards
///
/// Of one candidate: the ratings side by side as they were locked, what is 2 or more points apart and should be discussed,
/// and means by competency. Of many: besides, how far the interviewers agree with each other and with the engine. What was not
/// assessed never counts as zero. Scorecards are combined only where all were asked the same: one plan, one level.
///
/// The tool ranks nobody and recommends no hiring. Candidates stand in the order of their codes.
#[derive(Debug, Args)]
pub struct PanelArgs {
    /// Scorecards as `hotseat interview` exports them (JSON); a folder stands for all *.json in it
    #[arg(required = true, value_name = "SCORECARD")]
    scorecards: Vec<PathBuf>,
    /// How to print it [default: by the ending of --output, otherwise terminal]
    #[arg(long, value_enum)]
    format: Option<PageFormat>,
    #[command(flatten)]
    destination: Destination,
}

/// Prints the panel on standard output, or sends it where it is wished.
///
/// # Errors
/// A file cannot be read or is no scorecard, or they may not be combined.
pub fn run(context: &Context, args: &PanelArgs) -> anyhow::Result<ExitCode> {
    let format = args.destination.format(args.format, PageFormat::Terminal)?;
    args.destination.check(format == PageFormat::Html)?;
    let submitted = args.scorecards.iter().map(|path| read(path)).collect::<Result<Vec<_>, _>>()?.concat();
    let panel = Panel::of(&submitted).map_err(|error| Failure::new(harmless(&error.to_string()), ""))?;
    let text = match format {
        PageFormat::Json => serde_json::to_string_pretty(&panel)? + "\n",
        PageFormat::Markdown => report::panel(&panel, Style::Markdown),
        PageFormat::Terminal => report::panel(&panel, context.style()),
        PageFormat::Html => report::panel_page(&panel),
    };
    args.destination.deliver(&text, &format!("panel-{}.html", harmless(&panel.plan.0)))?;
    Ok(ExitCode::SUCCESS)
}

/// The scorecard in a file, or those in a folder, by name.
fn read(path: &Path) -> Result<Vec<Submitted>, Failure> {
    if !path.is_dir() {
        return Ok(vec![scorecard(path)?.map_err(|error| refused(path, &error))?]);
    }
    let mut found = Vec::new();
    for file in files(path)? {
        match scorecard(&file)? {
            Ok(sheet) => found.push(sheet),
            Err(SheetError::Kind) => output::note(&format!("left out: {} is no scorecard", shown(&file))),
            Err(error) => return Err(refused(&file, &error)),
        }
    }
    if found.is_empty() {
        let hint = "give the JSON files that `hotseat interview` wrote";
        return Err(Failure::new(format!("there are no scorecards in {}", shown(path)), hint));
    }
    Ok(found)
}

fn scorecard(file: &Path) -> Result<Result<Submitted, SheetError>, Failure> {
    let bytes = std::fs::read(file).map_err(|error| unreadable(file, &error))?;
    let read = RatingSheet::read(&String::from_utf8_lossy(&bytes));
    Ok(read.map(|sheet| Submitted { name: shown(file), sheet }))
}

/// Files that end in `.json`, by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>();
    let mut paths = paths.map_err(|error| unreadable(folder, &error))?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json") && path.is_file());
    paths.sort();
    Ok(paths)
}

fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("cannot read {}: {error}", shown(path)), "")
}

fn refused(file: &Path, error: &SheetError) -> Failure {
    Failure::new(format!("{}: {}", shown(file), harmless(&error.to_string())), "")
}

fn shown(path: &Path) -> String {
    harmless(&path.display().to_string())
}
