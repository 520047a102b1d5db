//! Scorecards that are kept: listing, printing, the engine's late opinion, and changes beside the first rating.

use std::process::ExitCode;

use jiff::tz::TimeZone;
use serde_json::json;
use uuid::Uuid;

use super::{InterviewArgs, deliver, words};
use crate::attempt::AttemptKind;
use crate::cli::confirm::confirm;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::format::PageFormat;
use crate::cli::output;
use crate::rating::{RatingError, RatingSheet};
use crate::report::harmless;
use crate::scoring::{Judge, Segment};
use crate::sitting;
use crate::store::Store;

const INTERRUPTED: &str = "interrupted: --resume goes on";

/// Prints a kept scorecard, after what is to be added to it.
pub fn show(context: &Context, args: &InterviewArgs, name: &str) -> anyhow::Result<ExitCode> {
    let mut store = context.store_to_read()?;
    let mut sheet = read(&store, find(&store, context.profile(), name)?)?;
    let before = sheet.clone();
    hear_engine(&store, &mut sheet, args)?;
    revise(&mut sheet, args)?;
    // What is judged once is looked at before.
    if !args.words.is_empty() && !confirm(words::ONCE, args.yes)? {
        return Ok(ExitCode::SUCCESS);
    }
    if sheet != before {
        store.keep_rating_sheet(sheet.id, &sheet.to_json())?;
    }
    deliver(context, args, &sheet)?;
    Ok(ExitCode::SUCCESS)
}

/// Lists what was held, newest first, and what was interrupted.
pub fn list(context: &Context, format: Option<PageFormat>) -> anyhow::Result<ExitCode> {
    let store = context.store_to_read()?;
    let mut sheets = Vec::new();
    let unfinished = store.unfinished(context.profile(), AttemptKind::Live)?;
    if !unfinished.is_empty() {
        output::note(
            "`hotseat interview --resume ID` goes on with an interrupted one, `hotseat delete ID` discards it.",
        );
    }
    for open in unfinished {
        sheets.push((begun(&store, open.id)?, INTERRUPTED));
    }
    for id in store.held(context.profile())? {
        sheets.push((read(&store, id)?, "kept"));
    }
    output::emit(&match format {
        Some(PageFormat::Json) => {
            format!("{:#}\n", sheets.iter().map(|(sheet, _)| entry(sheet)).collect::<serde_json::Value>())
        }
        _ => listed(context, &sheets),
    })?;
    Ok(ExitCode::SUCCESS)
}

fn listed(context: &Context, sheets: &[(RatingSheet, &str)]) -> String {
    let rows: Vec<[String; 6]> = sheets.iter().map(|(sheet, state)| row(sheet, state)).collect();
    if rows.is_empty() {
        return "No interview was held so far.\n".to_owned();
    }
    if context.is_plain() {
        return rows.iter().map(|row| harmless(&row.join(", ")) + "\n").collect();
    }
    output::table(&["id", "when (UTC)", "candidate", "by", "interview", "rated"], rows, context.width())
}

fn row(sheet: &RatingSheet, state: &str) -> [String; 6] {
    let when = sheet.started.to_zoned(TimeZone::UTC).strftime("%Y-%m-%d %H:%M").to_string();
    let rated = match sheet.ended {
        Some(_) => format!("{} of {}", rated(sheet), sheet.questions.len()),
        None => state.to_owned(),
    };
    let interview = format!("{}, {}", sheet.title, sheet.level);
    [short(sheet.id), when, sheet.candidate.clone(), sheet.interviewer.clone(), interview, rated]
}

/// As much of an id as tells apart what began in another millisecond.
pub fn short(id: Uuid) -> String {
    id.to_string().chars().take(13).collect()
}

fn entry(sheet: &RatingSheet) -> serde_json::Value {
    json!({
        "id": sheet.id, "started": sheet.started, "ended": sheet.ended, "candidate": sheet.candidate,
        "interviewer": sheet.interviewer, "interview": sheet.interview, "title": sheet.title, "level": sheet.level,
        "plan": sheet.plan, "questions": sheet.questions.len(), "rated": rated(sheet),
    })
}

fn rated(sheet: &RatingSheet) -> usize {
    sheet.questions.iter().filter(|question| question.rating.is_some()).count()
}

fn find(store: &Store, profile: &str, name: &str) -> anyhow::Result<Uuid> {
    match named(&store.held(profile)?, name, |id| read(store, id))? {
        Some(id) => Ok(id),
        None => Err(nothing_kept(store, profile, name)?.into()),
    }
}

/// The interview that is meant: the first for `last`, or the only one whose id begins so. None: nothing does.
///
/// # Errors
/// Several begin so; each is told with whose it is.
pub fn named(
    ids: &[Uuid],
    name: &str,
    sheet: impl Fn(Uuid) -> anyhow::Result<RatingSheet>,
) -> anyhow::Result<Option<Uuid>> {
    let begins = |id: &&Uuid| name == "last" || id.to_string().starts_with(&name.to_lowercase());
    let fits: Vec<Uuid> = ids.iter().filter(begins).copied().collect();
    if name == "last" || fits.len() < 2 {
        return Ok(fits.first().copied());
    }
    let whose = fits.iter().map(|id| Ok(format!("\n    {}", harmless(&row(&sheet(*id)?, INTERRUPTED).join(", ")))));
    let whose = whose.collect::<anyhow::Result<String>>()?;
    let message = format!("'{name}' begins the ids of {} interviews", fits.len());
    Err(Failure::new(message, format!("name one by its id:{whose}")).into())
}

/// The scorecard of an interview that was interrupted, as it began: whose it is.
pub fn begun(store: &Store, id: Uuid) -> anyhow::Result<RatingSheet> {
    Ok(serde_json::from_str(&store.attempt(id)?.settings)?)
}

/// An interview that is listed as interrupted has no scorecard yet.
fn nothing_kept(store: &Store, profile: &str, name: &str) -> anyhow::Result<Failure> {
    let unfinished = store.unfinished(profile, AttemptKind::Live)?;
    let fits = |id: Uuid| name == "last" || id.to_string().starts_with(&name.to_lowercase());
    Ok(match unfinished.iter().map(|one| one.id).find(|id| fits(*id)) {
        None => Failure::new("there is no such scorecard", "`hotseat interview --list` shows what is kept"),
        Some(id) => Failure::new(
            format!("the interview {} is not finished, so there is no scorecard yet", short(id)),
            format!("`hotseat interview --resume {}` goes on with it", short(id)),
        ),
    })
}

fn read(store: &Store, id: Uuid) -> anyhow::Result<RatingSheet> {
    let body = store.rating_sheet(id)?.unwrap_or_default();
    Ok(RatingSheet::read(&body)?)
}

/// Ratings of a kept scorecard are locked, so the engine may speak.
fn hear_engine(store: &Store, sheet: &mut RatingSheet, args: &InterviewArgs) -> anyhow::Result<()> {
    if args.words.is_empty() {
        return Ok(());
    }
    let live = sitting::held(store, sheet.id)?;
    let said = words::read(args, sheet, |at| live.question_at(at))?;
    let said = rated_only(said, sheet);
    words::tell(&said, args);
    for (index, text) in said {
        if sheet.questions[index].without_rubric {
            output::note(&format!("Question {} has no rubric: its words are kept, and not judged.", index + 1));
        } else if let Some(bundle) = live.bundle(index) {
            let card = Judge::new(bundle).score(&[Segment::answer(&text)], sheet.level);
            let heard = sheet.questions[index].hear_second_opinion(card);
            heard.map_err(|error| refused(index, error))?;
        }
        sheet.questions[index].candidate_words = Some(text);
    }
    Ok(())
}

/// A whole transcript holds answers that nobody rated, too. Where there are no others, that is an error of its own.
fn rated_only(said: words::Said, sheet: &RatingSheet) -> words::Said {
    let (rated, unrated): (words::Said, words::Said) =
        said.into_iter().partition(|(index, _)| sheet.questions[*index].is_locked());
    if rated.is_empty() {
        return unrated;
    }
    for (index, _) in unrated {
        output::note(&format!("Question {} was not rated, so its words are left out.", index + 1));
    }
    rated
}

fn revise(sheet: &mut RatingSheet, args: &InterviewArgs) -> anyhow::Result<()> {
    let (Some((number, band)), Some(because)) = (args.revise, &args.because) else { return Ok(()) };
    let count = sheet.questions.len();
    let question = number.checked_sub(1).and_then(|index| sheet.questions.get_mut(index)).ok_or_else(|| {
        Failure::new(format!("there is no question {number}"), format!("it has questions 1 to {count}"))
    })?;
    question.revise(band, because, None).map_err(|error| refused(number - 1, error))?;
    Ok(())
}

fn refused(index: usize, error: RatingError) -> Failure {
    let reason = match error {
        RatingError::NotLocked => "it was not rated, so there is nothing to set beside".to_owned(),
        other => other.to_string(),
    };
    Failure::new(format!("question {}: {reason}", index + 1), "")
}

/// `2=3`: question and band.
pub fn change(text: &str) -> Result<(usize, u8), String> {
    let parsed = text.split_once('=').and_then(|(number, band)| Some((number.parse().ok()?, band.parse().ok()?)));
    parsed.ok_or_else(|| "give question and band, such as 2=3".to_owned())
}
