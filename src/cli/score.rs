//! `hotseat score`: one answer, or JSON Lines by the million, judged by the rubric of a question.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::content::nearest::suggest;
use crate::content::{Level, Library};
use crate::scoring::{CriterionScore, Judge, Scorecard, Segment};

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
pub fn run(args: &ScoreArgs, library: &Library) -> anyhow::Result<ExitCode> {
    let input = input(args.file.as_deref())?;
    match &args.question {
        Some(question) => one(question, args.level, input, args.format, library),
        None => batch(args.level, input, library),
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
    question: &str,
    level: Option<Level>,
    input: Box<dyn BufRead>,
    format: Format,
    library: &Library,
) -> anyhow::Result<ExitCode> {
    let Some(bundle) = library.bundle(question) else { bail!(unknown(question, library)) };
    let mut bytes = Vec::new();
    input.take(LONGEST_ANSWER).read_to_end(&mut bytes).context("cannot read the answer")?;
    let answer = String::from_utf8_lossy(&bytes);
    let level = level.unwrap_or(bundle.question.level);
    let card = Judge::new(&bundle).score(&[Segment::answer(&answer)], level);
    let text = match format {
        Format::Json => serde_json::to_string_pretty(&card)?,
        Format::Terminal => readable(&card, &bundle.question.prompt),
    };
    quiet_when_closed(writeln!(anstream::stdout(), "{text}"))?;
    Ok(ExitCode::SUCCESS)
}

fn unknown(question: &str, library: &Library) -> String {
    let help = suggest(question, library.rubrics.keys().map(String::as_str));
    format!("there is no question `{question}` with a rubric: {help}")
}

/// A reader that has seen enough (`| head`) is no failure.
fn quiet_when_closed(written: io::Result<()>) -> io::Result<()> {
    written.or_else(|error| if error.kind() == ErrorKind::BrokenPipe { Ok(()) } else { Err(error) })
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
    for line in input.split(b'\n') {
        let line = line.context("cannot read the batch")?;
        let line = String::from_utf8_lossy(&line);
        if line.trim().is_empty() {
            continue;
        }
        let (result, judged) = bench.line(&line, level);
        all_judged &= judged;
        match writeln!(output, "{result}") {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(ExitCode::SUCCESS),
            written => written?,
        }
    }
    Ok(if all_judged { ExitCode::SUCCESS } else { ExitCode::FAILURE })
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

/// A scorecard to read: band and score, what earned, what is missing, and the next step.
fn readable(card: &Scorecard, prompt: &str) -> String {
    let mut lines = vec![plain(prompt), String::new(), headline(card)];
    lines.extend(card.caps.iter().map(|cap| format!("  at most band {}: {}", cap.band, cap.because)));
    for dimension in &card.dimensions {
        let name = format!("{:?}", dimension.id).to_lowercase();
        lines.push(format!("  {name:<10} {:>3} %  of {:>2} %", dimension.score.0 / 10, dimension.weight.0 / 10));
    }
    lines.push(String::new());
    lines.extend(
        card.criteria.iter().filter(|criterion| criterion.expected || criterion.credit.0 > 0).flat_map(criterion),
    );
    for flag in &card.red_flags {
        let words: Vec<String> = flag.evidence.iter().map(|hit| format!("\"{}\"", plain(&hit.text))).collect();
        lines.push(format!("  !  {} -{} %: {}  {}", flag.id, flag.penalty.0 / 10, words.join(", "), flag.feedback));
    }
    if let Some(step) = &card.next_step {
        let band = step.band.map(|band| format!(", band {band}")).unwrap_or_default();
        lines.push(String::new());
        lines.push(format!("Next: {} (+{} %{band})", step.say, step.gain.0 / 10));
    }
    lines.join("\n")
}

fn headline(card: &Scorecard) -> String {
    let names: Vec<String> = card.flags.iter().map(name).collect();
    let flags = if names.is_empty() { String::new() } else { format!("  [{}]", names.join(", ")) };
    let sure = if card.low_confidence { "  (low confidence)" } else { "" };
    match (card.band, card.score) {
        (Some(band), Some(score)) => format!("Band {band} of 4, {} %{sure}{flags}", score.0 / 10),
        (None, Some(score)) => format!("No band, {} %{flags}", score.0 / 10),
        _ => format!("Not scored{flags}"),
    }
}

fn name(flag: &impl Serialize) -> String {
    serde_json::to_value(flag).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn criterion(criterion: &CriterionScore) -> Vec<String> {
    let mark = match criterion.credit.0 {
        1000.. => "+",
        0 => "-",
        _ => "~",
    };
    let words: Vec<String> = criterion.evidence.iter().take(3).map(|hit| format!("\"{}\"", plain(&hit.text))).collect();
    let shown = if words.is_empty() { criterion.feedback.clone() } else { words.join(", ") };
    let mut lines = vec![format!("  {mark}  {}: {shown}", criterion.id)];
    let withheld = criterion.withheld.iter().filter(|_| criterion.credit.0 < 1000).take(3);
    lines.extend(
        withheld.map(|hit| format!("       \"{}\" not counted in full: {}", plain(&hit.text), plain(&hit.because))),
    );
    lines
}

/// Text of the answer, safe to print: no control characters reach the terminal.
fn plain(text: &str) -> String {
    let spaced = text.chars().map(|ch| if ch.is_whitespace() { ' ' } else { ch });
    let visible: String = spaced.filter(|ch| !ch.is_control()).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}
