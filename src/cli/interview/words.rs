//! The candidate's words from files: whose question they answer, and handing them over.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use super::InterviewArgs;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::front::holding::given;
use crate::live::Event;
use crate::rating::transcript::{MarkError, Recording};
use crate::rating::{RatingSheet, Who, Words};
use crate::report::harmless;
use crate::sitting::LiveSitting;

/// `FILE`, or `2=FILE` for one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordsArg {
    /// From 0.
    question: Option<usize>,
    path: PathBuf,
}

impl FromStr for WordsArg {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let numbered = text.split_once('=').and_then(|(number, path)| Some((number.parse::<usize>().ok()?, path)));
        Ok(match numbered {
            Some((number @ 1.., path)) => WordsArg { question: Some(number - 1), path: path.into() },
            _ => WordsArg { question: None, path: text.into() },
        })
    }
}

/// Words by question, from 0.
pub type Said = Vec<(usize, String)>;

/// Whether the files can be read: that is to be known before the interview, not after it. Nothing is read, as a pipe gives its
/// words but once.
///
/// # Errors
/// A file that cannot be read.
pub fn check(args: &[WordsArg]) -> Result<(), Failure> {
    let can_be_read = |path: &Path| std::fs::File::open(path).and_then(|mut file| file.read(&mut []));
    args.iter().try_for_each(|arg| can_be_read(&arg.path).map(drop).map_err(|error| unread(&arg.path, &error)))
}

/// Reads the files. `open_at` says which question was open when, for captions without marks.
///
/// # Errors
/// A file that cannot be read, or words of which nobody knows who says them, or what they answer.
pub fn read(
    args: &InterviewArgs,
    sheet: &RatingSheet,
    open_at: impl Fn(u64) -> Option<usize>,
) -> Result<Said, Failure> {
    let questions: Vec<&str> = sheet.questions.iter().map(|question| question.question.as_str()).collect();
    let (mut said, mut uses_times) = (Said::new(), false);
    let recording = recording(args);
    let open_at = |at| recording.on_clock(at).and_then(&open_at);
    for arg in &args.words {
        let words = of_candidate(arg, sheet, args.speaker.as_deref())?;
        let parts = match arg.question {
            Some(question) if question >= questions.len() => return Err(no_question(arg, question, questions.len())),
            Some(question) => Some(vec![(question, words.text())]),
            None => by_mark(&words, arg, &questions)?,
        };
        uses_times |= parts.is_none();
        said.extend(parts.map_or_else(|| by_time(&words, arg, open_at), Ok)?);
    }
    if recording != Recording::Together && !uses_times {
        return Err(no_times());
    }
    said.retain(|(_, words)| !words.is_empty());
    Ok(joined(said))
}

/// Gives the words to an interview that is open.
///
/// # Errors
/// As [`read`].
pub fn give(sitting: &mut LiveSitting, args: &InterviewArgs) -> anyhow::Result<()> {
    let said = read(args, sitting.sheet(), |at| sitting.live().question_at(at))?;
    tell(&said, args);
    for (question, text) in said {
        sitting.record(Event::WordsGiven { question, text }, sitting.resumes_at())?;
    }
    Ok(())
}

/// What is asked before the engine judges them.
pub const ONCE: &str = "The engine judges these words for good. Are they the candidate's, each at its question?";

/// Says which questions got which words, so that a wrong split and a wrong speaker are seen.
pub fn tell(said: &Said, args: &InterviewArgs) {
    if !args.words.is_empty() {
        let given = said.iter().map(|(question, text)| format!("\n  {}", harmless(&given(question + 1, text))));
        output::note(&format!("The candidate's words:{}", given.collect::<String>()));
    }
}

/// What the candidate says in a file. Whose words are left out is told.
fn of_candidate(arg: &WordsArg, sheet: &RatingSheet, speaker: Option<&str>) -> Result<Words, Failure> {
    let file = arg.path.display();
    let who = Who { candidate: sheet.candidate.clone(), interviewer: sheet.interviewer.clone() };
    let (words, left_out) = Words::read(&text_of(&arg.path)?).of_candidate(&who, speaker).map_err(|error| {
        let hint = "say who the candidate is by the name that stands there: `--speaker NAME`";
        Failure::new(harmless(&format!("{file}: {error}")), hint)
    })?;
    if !left_out.is_empty() {
        output::note(&harmless(&format!("{file}: left out what was said by {}.", left_out.join(", "))));
    }
    Ok(words)
}

fn recording(args: &InterviewArgs) -> Recording {
    let early = args.recording_early.map(Recording::Early);
    early.or(args.recording_late.map(Recording::Late)).unwrap_or_default()
}

/// `1:30` or `1:02:30`, in milliseconds.
pub fn clock(text: &str) -> Result<u64, String> {
    let number = |part: &str| part.parse::<u64>().ok().filter(|_| part.bytes().all(|byte| byte.is_ascii_digit()));
    let parts: Option<Vec<u64>> = text.split(':').map(number).collect();
    let seconds = match parts.as_deref() {
        Some([minutes, seconds @ 0..60]) => minutes.checked_mul(60).and_then(|before| before.checked_add(*seconds)),
        Some([hours, minutes @ 0..60, seconds @ 0..60]) => {
            hours.checked_mul(3600).and_then(|before| before.checked_add(minutes * 60 + seconds))
        }
        _ => None,
    };
    let millis = seconds.and_then(|seconds| seconds.checked_mul(1000));
    millis.ok_or_else(|| "give minutes and seconds as a clock shows them, such as 1:30".to_owned())
}

/// The words after marks; none where there are no marks.
fn by_mark(words: &Words, arg: &WordsArg, questions: &[&str]) -> Result<Option<Said>, Failure> {
    let file = arg.path.display();
    let wrong = |error: MarkError| {
        Failure::new(harmless(&format!("{file}, {error}")), "a mark is a line such as `## 2` before an answer")
    };
    Ok(words.by_question(questions).map_err(wrong)?.map(|parts| parts.parts))
}

/// The words by when they were said.
fn by_time(words: &Words, arg: &WordsArg, open_at: impl Fn(u64) -> Option<usize>) -> Result<Said, Failure> {
    let file = arg.path.display();
    let timed = words.lines().filter_map(|line| Some((open_at(line.at_ms?)?, line.text.clone())));
    let timed: Said = timed.collect();
    let outside = words.lines().count() - timed.len();
    if outside > 0 && !timed.is_empty() {
        let lines = if outside == 1 { "1 line".to_owned() } else { format!("{outside} lines") };
        output::note(&format!("{file}: {lines} said while no question was open, left out."));
    }
    if timed.is_empty() && !words.text().is_empty() {
        return Err(unsplit(words, arg));
    }
    Ok(timed)
}

/// Why no words of a file were given to a question.
fn unsplit(words: &Words, arg: &WordsArg) -> Failure {
    let file = arg.path.display();
    let mark = "put a line `## 2` before the answer to question 2 (in captions as a cue of its own, or between cues), \
                or give 2=FILE for a file with that answer alone";
    match words.lines().any(|line| line.at_ms.is_some()) {
        true => Failure::new(
            format!("by its times, nothing in {file} was said while a question was open"),
            format!("--recording-early 1:30 or --recording-late 1:30 says when the recording began; or {mark}"),
        ),
        false => Failure::new(format!("{file} does not say which words answer which question"), mark),
    }
}

fn no_times() -> Failure {
    Failure::new(
        "no file is split by its times, so it does not matter when the recording began",
        "leave --recording-early or --recording-late out: they are for WebVTT and SRT without marks such as `## 2`",
    )
}

/// One text for each question, in the order of the plan.
fn joined(said: Said) -> Said {
    let mut all = std::collections::BTreeMap::<usize, String>::new();
    for (question, words) in said {
        let text = all.entry(question).or_default();
        let gap = if text.is_empty() { "" } else { "\n" };
        *text = format!("{text}{gap}{words}");
    }
    all.into_iter().collect()
}

fn text_of(path: &Path) -> Result<String, Failure> {
    let bytes = std::fs::read(path).map_err(|error| unread(path, &error))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn unread(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("cannot read {}: {error}", path.display()), "")
}

fn no_question(arg: &WordsArg, question: usize, count: usize) -> Failure {
    let what = format!("there is no question {} for {}", question + 1, arg.path.display());
    Failure::new(what, format!("it has questions 1 to {count}"))
}
