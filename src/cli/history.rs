//! `hotseat history`: the attempts that were finished, newest first.

use std::collections::BTreeSet;
use std::process::ExitCode;

use clap::Args;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::context::Context;
use super::failure::Failure;
use super::format::ListFormat;
use super::{note, output};
use crate::attempt::{AttemptKind, Summary};
use crate::content::nearest::suggest;
use crate::content::{Level, Library};
use crate::report::{band_words, harmless, shortened};
use crate::store::Filter;

/// List attempts.
#[derive(Debug, Args)]
pub struct HistoryArgs {
    /// Only attempts at this interview, by its name
    #[arg(long, value_name = "NAME")]
    interview: Option<String>,
    /// Only attempts at this level
    #[arg(long, value_parser = super::levels())]
    level: Option<Level>,
    /// Only attempts with this tag
    #[arg(long, value_name = "TAG", value_parser = note::tag)]
    tag: Option<String>,
    /// Only attempts of this day and later, such as 2026-11-21
    #[arg(long, value_name = "DATE", value_parser = date)]
    since: Option<Date>,
    /// Only attempts of this day and earlier
    #[arg(long, value_name = "DATE", value_parser = date)]
    until: Option<Date>,
    /// Only attempts whose title or note holds these words, in any case
    #[arg(long, value_name = "WORDS")]
    search: Option<String>,
    /// Drills too
    #[arg(long)]
    drills: bool,
    /// How many at most, newest first
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = count)]
    limit: u32,
    /// How to print them
    #[arg(long, value_enum, default_value_t = ListFormat::Terminal)]
    format: ListFormat,
}

const HEAD: &[&str] = &["id", "when", "interview", "length", "answered", "result"];
/// Most characters of a note in a table.
const NOTE: usize = 60;

pub fn run(context: &Context, args: &HistoryArgs) -> anyhow::Result<ExitCode> {
    args.check_days()?;
    let store = context.store_to_read()?;
    let attempts = store.history(context.profile(), &args.filter()?)?;
    if let (Some(name), []) = (&args.interview, attempts.as_slice()) {
        let filter = Filter { kinds: args.filter()?.kinds, ..Filter::default() };
        known_interview(name, &store.history(context.profile(), &filter)?, &context.library()?)?;
    }
    let text = match args.format {
        ListFormat::Json => format!("{:#}\n", serde_json::to_value(&attempts)?),
        ListFormat::Terminal if attempts.is_empty() && args.is_filtered() => {
            output::completed("No finished attempt is like that. `hotseat history` lists all.\n")
        }
        ListFormat::Terminal if attempts.is_empty() => {
            output::completed("No attempt is finished yet. `hotseat run` begins one.\n")
        }
        ListFormat::Terminal if context.is_plain() => attempts.iter().map(|one| line(one) + "\n").collect(),
        ListFormat::Terminal => table(&attempts, context.width()),
    };
    output::emit(&text)?;
    Ok(ExitCode::SUCCESS)
}

impl HistoryArgs {
    fn check_days(&self) -> Result<(), Failure> {
        match (self.since, self.until) {
            (Some(since), Some(until)) if since > until => {
                Err(Failure::new("--since is later than --until", format!("--since {until} --until {since}")))
            }
            _ => Ok(()),
        }
    }

    /// Days are those of the machine's time zone.
    fn filter(&self) -> anyhow::Result<Filter<'_>> {
        Ok(Filter {
            kinds: [AttemptKind::Mock, if self.drills { AttemptKind::Drill } else { AttemptKind::Mock }],
            interview: self.interview.as_deref(),
            level: self.level,
            tag: self.tag.as_deref(),
            text: self.search.as_deref(),
            since: self.since.map(midnight),
            until: self.until.map(end_of_day),
            limit: self.limit,
        })
    }

    fn is_filtered(&self) -> bool {
        let days = self.since.is_some() || self.until.is_some();
        days || self.interview.is_some() || self.level.is_some() || self.tag.is_some() || self.search.is_some()
    }
}

/// Whether an interview, or topic, was ever sat or can be.
fn known_interview(name: &str, sat: &[Summary], library: &Library) -> Result<(), Failure> {
    let mut known: BTreeSet<&str> = sat.iter().map(|one| one.interview.as_str()).collect();
    known.extend(library.interviews.keys().map(String::as_str));
    known.extend(library.questions.values().map(|question| question.topic.as_str()));
    match known.contains(name) {
        true => Ok(()),
        false => Err(Failure::new(format!("there is no interview '{}'", harmless(name)), suggest(name, known))),
    }
}

/// When a day begins; one that no clock can tell, at the end that is nearer.
pub fn midnight(day: Date) -> Timestamp {
    let nearest = if day.year() < 0 { Timestamp::MIN } else { Timestamp::MAX };
    day.to_zoned(TimeZone::system()).map_or(nearest, |start| start.timestamp())
}

/// When the next day begins.
pub fn end_of_day(day: Date) -> Timestamp {
    day.tomorrow().map_or(Timestamp::MAX, midnight)
}

/// How many, as it is typed.
pub fn count(text: &str) -> Result<u32, String> {
    text.parse().ok().filter(|count| *count > 0).ok_or_else(|| "give a whole number from 1, such as 20".to_owned())
}

/// A day as it is typed.
pub fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "a date is written like 2026-11-21".to_owned())
}

/// What was said of an attempt stands under its interview: a column of its own would leave too little room for the others.
fn table(attempts: &[Summary], width: usize) -> String {
    let row = |one: &Summary| {
        let mut row = cells(one);
        let said = said(one);
        if !said.is_empty() {
            row[2] += &format!("\n{said}");
        }
        row
    };
    output::table(HEAD, attempts.iter().map(row), width)
}

/// An attempt in one labelled line.
pub fn line(attempt: &Summary) -> String {
    let [id, when, what, length, answered, result] = cells(attempt);
    let said = said(attempt);
    let said = if said.is_empty() { said } else { format!("; {said}") };
    format!("{when}: {what}, {length}; {answered} answered; result {result}{said}; id {id}")
}

/// Tags and note, on one line.
fn said(attempt: &Summary) -> String {
    let tags = attempt.tags.iter().map(|tag| format!("#{tag}"));
    let note = attempt.note.iter().map(|note| format!("\"{}\"", shortened(note, NOTE)));
    harmless(&tags.chain(note).collect::<Vec<_>>().join(" "))
}

/// The interview's title; of a drill, the topic and the question that it asked.
fn what(attempt: &Summary) -> String {
    let Some(drilled) = &attempt.drilled else { return attempt.title.clone() };
    let topic = drilled.topic.iter().map(String::as_str);
    format!("drill: {}", topic.chain([drilled.question.as_str()]).collect::<Vec<_>>().join(", "))
}

fn cells(attempt: &Summary) -> [String; 6] {
    let when = attempt.started.to_zoned(TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string();
    let id: String = attempt.id.to_string().chars().take(13).collect();
    let extra = if attempt.extra_time.0 == 100 {
        String::new()
    } else {
        format!(" ×{}", f64::from(attempt.extra_time.0) / 100.0)
    };
    let score = attempt.score.map_or(String::new(), |score| format!(" ({} %)", (score.0 + 5) / 10));
    [
        id,
        when,
        harmless(&format!("{}, {}", what(attempt), attempt.level.name())),
        format!("{} min{extra}", attempt.minutes),
        format!("{} of {}", attempt.answered, attempt.questions),
        format!("{}{score}", band_words(attempt.band, attempt.level)),
    ]
}
