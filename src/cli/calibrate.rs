//! `hotseat calibrate`: how well scores agree with people's ratings of the same answers.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;

use super::context::Context;
use super::failure::Failure;
use super::format::Format;
use super::output;
use crate::calibration::{self, Bench, CAUTION, Calibration, Fit, Judged, LineProblem, Rated, rated};
use crate::content::Library;
use crate::content::nearest::suggest;
use crate::report::{self, Detail, Style};

/// Compare scores with people's ratings of the same answers
///
/// For authors of rubrics: how far scores and ratings agree, each figure with a 95 % interval, and the answers that are farthest
/// apart, with the words that earned. Changes nothing. Ratings of synthetic answers say little about real candidates.
///
/// RATED.jsonl has one JSON object a line: `id`, `question`, `answer`, and `rating` from 0 to 4 (bands are cut at 0.95, 2.25 and
/// 3.35). Besides, as far as known: `level` (without it, the question's own), `style`, `tools` and `tradeoffs` (0 to 4), `star`
/// (`situation`, `task`, `action`, `result`: 0 to 1 each), `measured` (true or false), `criteria` ({"criterion-id": true}, somebody's
/// judgement of single criteria) and `claims` (as `hotseat contest --export` writes them). A line with criteria or claims needs
/// no rating. Lines that cannot be judged are named, and the rest is judged: then the exit code is 1.
#[derive(Debug, Args)]
pub struct CalibrateArgs {
    /// Rated answers, `-` for standard input; without it, the samples of the rubrics (with --content: of that folder's)
    #[arg(value_name = "RATED.jsonl")]
    file: Option<PathBuf>,
    /// Only answers to this question, with its criteria and each useless pattern of theirs
    #[arg(long, value_name = "ID")]
    question: Option<String>,
    /// How far each criterion tells good answers from bad, and how many of its patterns are dead or redundant
    #[arg(long)]
    criteria: bool,
    /// Explain so many of the answers that are farthest from their ratings
    #[arg(long, value_name = "N", default_value_t = 5)]
    worst: usize,
    /// Explain every answer
    #[arg(long, conflicts_with = "worst")]
    each: bool,
    /// Propose cut scores, cross-validated by question
    #[arg(long)]
    fit: bool,
    /// Change every answer in ways that must not pay, or must not matter, and judge it again
    #[arg(long)]
    attacks: bool,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
}

/// Prints figures on standard output; 1 where lines could not be judged.
///
/// # Errors
/// The file cannot be read, the question is unknown, or nothing is left to judge.
pub fn run(context: &Context, args: &CalibrateArgs) -> anyhow::Result<ExitCode> {
    let text = args.file.as_deref().map(read).transpose()?;
    let library = context.library()?;
    let (mut answers, problems) = match &text {
        Some(text) => rated::read(text, &library),
        None => (rated::samples(&library, context.has_own_content()), Vec::new()),
    };
    name(&problems, args.file.as_deref());
    if let Some(question) = &args.question {
        known(question, &library)?;
        answers.retain(|one| one.question == *question);
    }
    if answers.is_empty() && problems.is_empty() {
        return Err(nothing(args).into());
    }
    let judged = judge(&answers, &library);
    let calibration = calibrated(context, args, &library, &judged, problems)?;
    output::emit(&match args.format {
        Format::Json => serde_json::to_string_pretty(&calibration)? + "\n",
        Format::Markdown => report::calibration(&calibration, detail(args), Style::Markdown),
        Format::Terminal => report::calibration(&calibration, detail(args), context.style()),
    })?;
    Ok(if calibration.problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn read(path: &Path) -> anyhow::Result<String> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        std::io::stdin().lock().read_to_end(&mut bytes).context("cannot read standard input")?;
    } else {
        bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn name(problems: &[LineProblem], file: Option<&Path>) {
    let file = file.map(|file| file.display().to_string()).unwrap_or_default();
    problems.iter().for_each(|problem| output::note(&format!("{file}:{}: {}", problem.line, problem.message)));
}

fn known(question: &str, library: &Library) -> Result<(), Failure> {
    if library.rubrics.contains_key(question) {
        return Ok(());
    }
    let help = suggest(question, library.rubrics.keys().map(String::as_str));
    Err(Failure::new(format!("there is no question `{question}` with a rubric"), help))
}

fn nothing(args: &CalibrateArgs) -> Failure {
    let hint = match args.file {
        Some(_) => "`hotseat calibrate --help` shows what a line holds",
        None => "give a file of rated answers",
    };
    Failure::new("there are no rated answers", hint)
}

fn judge(answers: &[Rated], library: &Library) -> (Bench, Vec<Judged>) {
    let bench = Bench::new(library, answers);
    let bar = output::progress("judging", answers.len());
    let judged = calibration::judged(answers, &bench, &|| bar.inc(1));
    bar.finish_and_clear();
    (bench, judged)
}

fn calibrated<'a>(
    context: &Context,
    args: &CalibrateArgs,
    library: &Library,
    (bench, judged): &'a (Bench, Vec<Judged>),
    problems: Vec<LineProblem>,
) -> anyhow::Result<Calibration<'a>> {
    let criteria = match args.criteria || args.question.is_some() {
        true => Some(calibration::criteria(judged, library, &context.sources()?)),
        false => None,
    };
    Ok(Calibration {
        format: 1,
        figures: calibration::figures(judged),
        worst: calibration::worst(judged, args.worst),
        each: args.each.then(|| calibration::each(judged)),
        criteria,
        fit: if args.fit { Some(fit(library, judged)?) } else { None },
        attacks: args.attacks.then(|| {
            let bar = output::progress("attacking", calibration::attacks::trials(judged.len()));
            let attacks = calibration::attacks(judged, bench, &|| bar.inc(1));
            bar.finish_and_clear();
            attacks
        }),
        problems,
        caution: CAUTION,
    })
}

fn fit(library: &Library, judged: &[Judged]) -> anyhow::Result<Fit> {
    let rated: Vec<Rated> = judged.iter().map(|one| one.rated.clone()).filter(|one| one.band.is_some()).collect();
    let bar = output::progress("fitting", rated.len());
    let uncut = calibration::fit::uncut(&rated, library, &|| bar.inc(1));
    bar.finish_and_clear();
    let fit = calibration::fit(&uncut, library.scale.bands.cuts);
    fit.ok_or_else(|| Failure::new("cuts need answers rated for different bands", "rate weak answers as well").into())
}

fn detail(args: &CalibrateArgs) -> Detail {
    Detail { samples: args.file.is_none(), patterns: args.question.is_some() }
}
