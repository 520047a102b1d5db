//! `hotseat score`: one answer, or JSON Lines by the million, judged by the rubric of a question.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::context::Context;
use super::output;
use crate::content::nearest::suggest;
use crate::content::{Level, Library};
use crate::report;
use crate::scoring::{Judge, Scorecard, Segment};

/// Judge an answer by the rubric of its question.
#[derive(Debug, Args)]
pub struct ScoreArgs {
    /// The question that was answered
    #[arg(long, value_name = "ID", required_unless_present = "batch", conflicts_with = "batch")]
    question: Option<String>,
    /// The candidate's level; without it, the question's own
    #[arg(long, value_parser = super::levels())]
    level: Option<Level>,
    /// Read JSON Lines ({"id", "question", "level"?, "answer", "seconds"?}) and write one result a line
    #[arg(long)]
    batch: bool,
    /// How to print the scorecard of one answer
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
    /// The answer, or the JSON Lines; without it, standard input
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Terminal,
    Json,
}

/// More of an answer than this is not read; scoring keeps less.
const LONGEST_ANSWER: u64 = 1 << 20;

/// Prints scorecards on standard output; 1 where lines of a batch could not be judged.
///
/// # Errors
/// The question is unknown, or the input cannot be read.
pub fn run(context: &Context, args: &ScoreArgs) -> anyhow::Result<ExitCode> {
    let input = input(args.file.as_deref())?;
    let library = context.library()?;
    match &args.question {
        Some(question) => one(context, args, question, input, &library),
        None => batch(args.level, input, &library),
    }
}

fn input(file: Option<&Path>) -> anyhow::Result<Box<dyn BufRead>> {
    match file {
        Some(path) => {
            let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
            Ok(Box::new(BufReader::new(file)))
        }
        None => Ok(Box::new(io::stdin().lock())),
    }
}

fn one(
    context: &Context,
    args: &ScoreArgs,
    question: &str,
    input: Box<dyn BufRead>,
    library: &Library,
) -> anyhow::Result<ExitCode> {
    let Some(bundle) = library.bundle(question) else { bail!(unknown(question, library)) };
    let mut bytes = Vec::new();
    input.take(LONGEST_ANSWER).read_to_end(&mut bytes).context("cannot read the answer")?;
    let answer = String::from_utf8_lossy(&bytes);
    let level = args.level.unwrap_or(bundle.question.level);
    let card = Judge::new(&bundle).score(&[Segment::answer(&answer)], level);
    output::emit(&match args.format {
        Format::Json => serde_json::to_string_pretty(&card)? + "\n",
        Format::Terminal => report::scorecard(&card, &bundle, &answer, context.style()),
    })?;
    Ok(ExitCode::SUCCESS)
}

fn unknown(question: &str, library: &Library) -> String {
    let help = suggest(question, library.rubrics.keys().map(String::as_str));
    format!("there is no question `{question}` with a rubric: {help}")
}

/// A line of a batch.
#[derive(Debug, Deserialize)]
struct Line {
    question: String,
    level: Option<Level>,
    answer: String,
    seconds: Option<f64>,
}

/// A scorecard with the id of its line.
#[derive(Serialize)]
struct Judged<'a> {
    id: &'a Value,
    #[serde(flatten)]
    card: Scorecard,
    #[serde(skip_serializing_if = "Option::is_none")]
    seconds: Option<f64>,
}

/// Judges of the questions met so far.
struct Bench<'a> {
    library: &'a Library,
    judges: BTreeMap<String, (Judge, Level)>,
}

fn batch(level: Option<Level>, input: Box<dyn BufRead>, library: &Library) -> anyhow::Result<ExitCode> {
    let mut bench = Bench { library, judges: BTreeMap::new() };
    let mut output = io::stdout().lock();
    let mut all_judged = true;
    // Drawn on standard error, and only where that is a terminal.
    let progress = ProgressBar::new_spinner().with_style(progress_style());
    for line in input.split(b'\n') {
        let line = line.context("cannot read the batch")?;
        let line = String::from_utf8_lossy(&line);
        if line.trim().is_empty() {
            continue;
        }
        let (result, judged) = bench.line(&line, level);
        all_judged &= judged;
        progress.inc(1);
        match writeln!(output, "{result}") {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(ExitCode::SUCCESS),
            written => written?,
        }
    }
    progress.finish_and_clear();
    Ok(if all_judged { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn progress_style() -> ProgressStyle {
    ProgressStyle::with_template("{spinner} {human_pos} answers judged, {per_sec}")
        .unwrap_or_else(|_| ProgressStyle::default_spinner())
}

impl Bench<'_> {
    /// The result of a line, and whether it could be judged.
    fn line(&mut self, line: &str, level: Option<Level>) -> (String, bool) {
        let value: Value = match serde_json::from_str(line) {
            Ok(value) => value,
            Err(error) => return (failed(&Value::Null, &format!("not JSON: {error}")), false),
        };
        let id = value.get("id").cloned().unwrap_or(Value::Null);
        let judged = Line::deserialize(value).map_err(|error| error.to_string());
        match judged.and_then(|line| self.judge(&id, &line, level)) {
            Ok(result) => (result, true),
            Err(problem) => (failed(&id, &problem), false),
        }
    }

    fn judge(&mut self, id: &Value, line: &Line, level: Option<Level>) -> Result<String, String> {
        if !self.judges.contains_key(&line.question) {
            let bundle = self.library.bundle(&line.question).ok_or_else(|| unknown(&line.question, self.library))?;
            let judge = (Judge::new(&bundle), bundle.question.level);
            self.judges.insert(line.question.clone(), judge);
        }
        let Some((judge, own)) = self.judges.get(&line.question) else { return Err("no judge".to_owned()) };
        let card = judge.score(&[Segment::answer(&line.answer)], line.level.or(level).unwrap_or(*own));
        serde_json::to_string(&Judged { id, card, seconds: line.seconds }).map_err(|error| error.to_string())
    }
}

fn failed(id: &Value, problem: &str) -> String {
    json!({ "id": id, "error": problem }).to_string()
}
