//! `hotseat contest`: words that should have counted. No score changes by it.

mod export;

use std::io::{BufRead, IsTerminal};
use std::process::ExitCode;

use clap::Args;
use jiff::Timestamp;

use super::context::Context;
use super::failure::Failure;
use super::{naming, output};
use crate::attempt::Attempt;
use crate::attempt::contest::{Claim, contestable};
use crate::attempt::passage::find;
use crate::content::nearest::suggest;
use crate::front::contesting::{Chosen, Contesting, not_found, several};
use crate::report::{self, criterion_name, harmless, shortened};
use crate::scoring::Scorecard;
use crate::sitting;
use crate::store::Store;

/// Mark words of an answer that should have counted.
#[derive(Debug, Args)]
pub struct ContestArgs {
    /// The attempt: `last`, `last~2`, a date (2026-11-03), or the beginning of its id [default: last; with --export all attempts]
    attempt: Option<String>,
    /// The question, by its number or its id
    #[arg(long, value_name = "N|ID")]
    question: Option<String>,
    /// The criterion, as the report names it
    #[arg(long, value_name = "ID", requires = "question")]
    criterion: Option<String>,
    /// The words of your answer that should have counted; line breaks, spaces and case do not matter
    #[arg(long, value_name = "TEXT", requires = "criterion")]
    words: Option<String>,
    /// A word to the rubric's author
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// List the contests of the attempt, with their numbers
    #[arg(long, conflicts_with_all = ["question", "note", "withdraw", "export"])]
    list: bool,
    /// Take a contest back, by its number
    #[arg(long, value_name = "N", conflicts_with_all = ["question", "note", "export"])]
    withdraw: Option<u32>,
    /// Write contested answers as JSON Lines for `hotseat calibrate`, to a new FILE or to standard output
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "-", conflicts_with_all = ["question", "note"])]
    export: Option<std::path::PathBuf>,
}

pub fn run(context: &Context, args: &ContestArgs) -> anyhow::Result<ExitCode> {
    let mut store = context.store()?;
    if let Some(file) = &args.export {
        return export::run(context, &store, args.attempt.as_deref(), file);
    }
    let id = naming::find(context, &store, args.attempt.as_deref().unwrap_or("last"))?;
    let attempt = sitting::load(&store, id)?;
    match (args.withdraw, args.list) {
        (Some(number), _) => withdraw(&mut store, &attempt, number)?,
        (None, true) => list(context, &attempt)?,
        (None, false) => mark(context, &mut store, &attempt, args)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn list(context: &Context, attempt: &Attempt) -> anyhow::Result<()> {
    if attempt.contests.is_empty() {
        output::note("Nothing is contested in this attempt. `hotseat contest` marks words that should have counted.");
    }
    output::emit(&report::contests(attempt, context.style()))
}

fn withdraw(store: &mut Store, attempt: &Attempt, number: u32) -> anyhow::Result<()> {
    if !store.withdraw(attempt.id, number)? {
        let hint = "`hotseat contest --list` shows their numbers";
        return Err(Failure::new(format!("there is no contest {number} in this attempt"), hint).into());
    }
    output::emit(&format!("Contest {number} is taken back.\n"))
}

fn mark(context: &Context, store: &mut Store, attempt: &Attempt, args: &ContestArgs) -> anyhow::Result<()> {
    let mut chosen = Chosen::default();
    if let Some(question) = &args.question {
        let (index, card) = answered(attempt, question)?;
        chosen.criterion = args.criterion.as_ref().map(|name| criterion(card, name)).transpose()?;
        chosen.question = Some(index);
    }
    match (&chosen, &args.words) {
        (Chosen { question: Some(index), criterion: Some(criterion) }, Some(words)) => {
            let claim = claim(attempt, *index, criterion, words)?;
            let kept = keep(store, attempt, Claim { note: args.note.clone(), ..claim })?;
            output::emit(&format!("{kept}\n"))
        }
        _ => ask(context, store, attempt, chosen, args.note.as_ref()),
    }
}

/// An answered question by its number or id, as its place in the plan.
fn answered<'a>(attempt: &'a Attempt, name: &str) -> anyhow::Result<(usize, &'a Scorecard)> {
    let ids = || attempt.plan.questions().map(|asked| asked.question.as_str());
    let by_number = name.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let found = by_number.filter(|index| *index < ids().count()).or_else(|| ids().position(|id| id == name));
    let index = found.ok_or_else(|| {
        Failure::new(format!("this attempt asked no question '{}'", harmless(name)), suggest(name, ids()))
    })?;
    let card = attempt.judged.get(index).and_then(|judged| judged.in_time.as_ref());
    let card = card.ok_or_else(|| {
        Failure::new(format!("question {} was not answered: there are no words to mark", index + 1), "")
    })?;
    Ok((index, card))
}

/// A criterion that did not count in full, by its id or as reports write it.
fn criterion(card: &Scorecard, name: &str) -> anyhow::Result<String> {
    let id = name.trim().to_lowercase().replace(' ', "-");
    let open = contestable(card);
    if let Some(one) = open.iter().find(|one| one.criterion == id) {
        return Ok(one.criterion.to_owned());
    }
    if card.criteria.iter().any(|criterion| criterion.id == id) {
        return Err(Failure::new(format!("'{}' counted in full already", criterion_name(&id)), "").into());
    }
    let known = suggest(&id, open.iter().map(|one| one.criterion));
    Err(Failure::new(format!("the question has no criterion '{}'", harmless(name)), known).into())
}

fn claim(attempt: &Attempt, index: usize, criterion: &str, words: &str) -> anyhow::Result<Claim> {
    let answer = &attempt.transcript.answers[index];
    let texts: Vec<&str> = answer.segments.iter().map(|segment| segment.text.as_str()).collect();
    let found = find(&texts, words).ok_or_else(|| {
        let hint = format!("copy words from your answer; `hotseat report --question {}` shows it", index + 1);
        Failure::new(harmless(&not_found(&texts, words)), hint)
    })?;
    if let Some(twice) = several(found.times) {
        output::note(&twice);
    }
    let (question, criterion) = (answer.question.clone(), criterion.to_owned());
    Ok(Claim { question, criterion, marked: Some(found.marked), ..Claim::default() })
}

/// Keeps a contest; gives what to say of it.
fn keep(store: &mut Store, attempt: &Attempt, claim: Claim) -> anyhow::Result<String> {
    store.contest(attempt.id, std::slice::from_ref(&claim), Timestamp::now())?;
    let words = shortened(claim.marked.as_ref().map_or("", |marked| &marked.words), usize::MAX);
    let criterion = criterion_name(&claim.criterion);
    let kept =
        format!("Marked for {criterion}: \"{words}\". Thank you: this helps the rubric's author. No score changes.");
    Ok(harmless(&kept))
}

/// The dialogue goes to standard error, as in a session by lines.
fn ask(
    context: &Context,
    store: &mut Store,
    attempt: &Attempt,
    chosen: Chosen,
    note: Option<&String>,
) -> anyhow::Result<()> {
    let lines = std::io::stdin().lock().split(b'\n').map_while(Result::ok);
    let lines = lines.map(|line| String::from_utf8_lossy(&line).into_owned());
    let mut contesting = Contesting::new(attempt, lines, |line| say(context, line));
    let mut next = contesting.next(chosen);
    while let Some(claim) = next {
        say(context, &keep(store, attempt, Claim { note: note.cloned(), ..claim })?);
        next = contesting.next(Chosen::default());
    }
    Ok(())
}

/// A line of the dialogue; on a terminal wrapped, with the rest under its beginning.
fn say(context: &Context, line: &str) {
    let line = harmless(line);
    if context.is_plain() || !std::io::stderr().is_terminal() {
        return output::note(&line);
    }
    let indent = if line.starts_with("  ") { "     " } else { "" };
    let options = textwrap::Options::new(context.width()).subsequent_indent(indent);
    output::note(&textwrap::fill(&line, options));
}
