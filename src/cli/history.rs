//! `hotseat history`: the attempts that were finished, newest first.

use std::process::ExitCode;

use clap::Args;
use jiff::tz::TimeZone;

use super::context::Context;
use super::format::ListFormat;
use super::output;
use crate::attempt::Summary;
use crate::report::band_words;

/// List attempts.
#[derive(Debug, Args)]
pub struct HistoryArgs {
    /// How many, newest first
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
    limit: u32,
    /// How to print them
    #[arg(long, value_enum, default_value_t = ListFormat::Terminal)]
    format: ListFormat,
}

const HEAD: &[&str] = &["id", "when", "interview", "length", "answered", "result"];

pub fn run(context: &Context, args: &HistoryArgs) -> anyhow::Result<ExitCode> {
    let attempts = context.store()?.attempts(context.profile(), args.limit)?;
    let text = match args.format {
        ListFormat::Json => format!("{:#}\n", serde_json::to_value(&attempts)?),
        ListFormat::Terminal if attempts.is_empty() => {
            "No attempt is finished yet. `hotseat run` begins one.\n".to_owned()
        }
        ListFormat::Terminal if context.is_plain() => attempts.iter().map(|one| line(one) + "\n").collect(),
        ListFormat::Terminal => output::table(HEAD, attempts.iter().map(cells), context.width()),
    };
    output::emit(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// An attempt in one labelled line.
pub fn line(attempt: &Summary) -> String {
    let [id, when, what, length, answered, result] = cells(attempt);
    format!("{when}: {what}, {length}; {answered} answered; result {result}; id {id}")
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
        format!("{}, {}", attempt.title, attempt.level.name()),
        format!("{} min{extra}", attempt.minutes),
        format!("{} of {}", attempt.answered, attempt.questions),
        format!("{}{score}", band_words(attempt.band, attempt.level)),
    ]
}
