//! `hotseat check`: every mistake in interviews and rubrics, with file, line, caret, and what to do.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde_json::json;

use super::context::Context;
use super::output;
use crate::content::check::{Checked, Quality, check};
use crate::content::render::{position, render};
use crate::content::sources::{self, Origin, Source};
use crate::content::{Census, Library, Problem, RubricPlaces, Severity};
use crate::proof::{JudgedSample, prove};
use crate::report;

/// Find mistakes in interviews and rubrics.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Folders that hold `interviews` or `rubrics`; none: yours (--content or configuration file), or else the shipped bank
    #[arg(value_name = "FOLDER")]
    folders: Vec<PathBuf>,
    /// Treat warnings as errors
    #[arg(long)]
    strict: bool,
    /// Check the folders by themselves, without the shipped bank beside them
    #[arg(long, requires = "folders")]
    alone: bool,
    /// Count what there is as well: questions by topic, level and kind, criteria, phrasings, terms, samples and how many
    /// of them lie in their bands
    #[arg(long)]
    stats: bool,
    /// How to print what was found
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// What came of checking.
struct Findings {
    problems: Vec<Problem>,
    samples: Vec<JudgedSample>,
    library: Option<Library>,
}

/// Prints what is wrong on standard output; 1 where there were errors.
pub fn run(context: &Context, args: &CheckArgs) -> anyhow::Result<ExitCode> {
    let folders = if args.folders.is_empty() { context.content()? } else { &args.folders };
    let sources = read(folders, args)?;
    let quality = if folders.is_empty() || args.alone { Quality::All } else { Quality::Own };
    let mut found = findings(&sources, quality);
    if args.strict {
        found.problems = found.problems.into_iter().map(Problem::as_error).collect();
    }
    let census = found.library.as_ref().filter(|_| args.stats).map(Census::of);
    match args.format {
        Format::Text => {
            print_text(&found.problems, &sources);
            if let Some(census) = &census {
                output::emit(&format!("\n{}", report::bank(census, &found.samples, context.style())))?;
            }
        }
        Format::Json => print_json(&found, census.as_ref(), &sources)?,
    }
    let failed = found.problems.iter().any(Problem::is_error);
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// What is wrong with the files, and, where nothing is broken, with how their rubrics judge their own answers.
fn findings(sources: &[Source], quality: Quality) -> Findings {
    let checked = check(sources, quality);
    let broken = checked.has_errors();
    let Checked { library, problems } = checked;
    let mut found = Findings { problems, samples: Vec::new(), library };
    if let Some(library) = found.library.as_ref().filter(|_| !broken) {
        let examined = |places: &RubricPlaces| quality == Quality::All || places.origin == Origin::Own;
        let rubrics = library.places.iter().filter(|(_, places)| examined(places));
        let questions: Vec<String> = rubrics.map(|(question, _)| question.clone()).collect();
        let proven = prove(library, &questions);
        found.problems.extend(proven.problems);
        found.problems.sort_by(Problem::by_place);
        found.samples = proven.samples;
    }
    found
}

fn read(folders: &[PathBuf], args: &CheckArgs) -> anyhow::Result<Vec<Source>> {
    let mut found = if args.alone { Vec::new() } else { sources::shipped() };
    for folder in folders {
        found.extend(sources::folder(folder)?);
    }
    if args.alone {
        // Nothing can be judged without them, and few folders bring their own.
        let constants = |source: &Source| ["rubrics/scale.toml", "rubrics/cues.toml"].contains(&source.path.as_str());
        let brought: Vec<String> = found.iter().map(|source| source.path.clone()).collect();
        let missing = sources::shipped().into_iter().filter(constants);
        found.extend(missing.filter(|source| !brought.contains(&source.path)));
    }
    Ok(found)
}

fn print_text(problems: &[Problem], sources: &[Source]) {
    let width = comfy_table::Table::new().width().map_or(140, usize::from);
    for problem in problems {
        anstream::println!("{}\n", render(problem, sources, width));
    }
    anstream::println!("{}", summary(problems, sources.len()));
}

fn summary(problems: &[Problem], files: usize) -> String {
    let errors = problems.iter().filter(|problem| problem.is_error()).count();
    let checked = count(files, "file");
    match (errors, problems.len() - errors) {
        (0, 0) => format!("{checked} checked: no problems"),
        (0, warnings) => format!("{checked} checked: {}", count(warnings, "warning")),
        (errors, 0) => format!("{checked} checked: {}", count(errors, "error")),
        (errors, warnings) => format!("{checked} checked: {}, {}", count(errors, "error"), count(warnings, "warning")),
    }
}

fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

fn print_json(found: &Findings, census: Option<&Census>, sources: &[Source]) -> anyhow::Result<()> {
    let problems: Vec<_> = found.problems.iter().map(|problem| as_json(problem, sources)).collect();
    let mut report = json!({ "format": 1, "files": sources.len(), "problems": problems });
    if let Some(census) = census {
        report["stats"] = json!({ "bank": census, "samples": found.samples });
    }
    anstream::println!("{}", serde_json::to_string_pretty(&report)?);
    Ok(())
}

fn as_json(problem: &Problem, sources: &[Source]) -> serde_json::Value {
    let place = |place: &crate::content::Place| {
        let text = sources.iter().find(|source| source.name == place.file).map_or("", |source| &source.text);
        let (line, column) = position(text, place.span.start);
        json!({ "file": place.file, "line": line, "column": column, "start": place.span.start, "end": place.span.end })
    };
    let severity = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    json!({
        "severity": severity, "rule": problem.rule, "message": problem.message, "help": problem.help,
        "at": place(&problem.place), "also": problem.also.as_ref().map(place),
    })
}
