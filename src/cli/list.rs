//! `hotseat list`: what there is to sit, and what answers are searched for.

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde_json::{Map, Value};

use super::context::Context;
use super::output;
use crate::content::{Interview, Library};

/// List interviews, topics, questions or terms.
#[derive(Debug, Args)]
pub struct ListArgs {
    /// What to list
    #[arg(value_enum, default_value_t = What::Interviews)]
    what: What,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// What can be sat: `hotseat run NAME`
    Interviews,
    /// Topics with questions: `hotseat run --topic NAME`
    Topics,
    /// All questions
    Questions,
    /// Tools, practices and metrics, with their names
    Terms,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Terminal,
    Json,
}

/// Rows under column heads.
struct Listing {
    head: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

pub fn run(context: &Context, args: &ListArgs) -> anyhow::Result<ExitCode> {
    let library = context.library()?;
    let listing = match args.what {
        What::Interviews => interviews(&library),
        What::Topics => topics(&library),
        What::Questions => questions(&library),
        What::Terms => terms(&library),
    };
    output::emit(&match args.format {
        Format::Json => format!("{:#}\n", listing.json()),
        Format::Terminal if context.is_plain() => listing.lines(),
        Format::Terminal => output::table(&listing.head, &listing.rows, context.width()),
    })?;
    Ok(ExitCode::SUCCESS)
}

fn interviews(library: &Library) -> Listing {
    let mut all: Vec<_> = library.interviews.values().collect();
    // Interviews that draw from several topics come first.
    all.sort_by_key(|one| (one.slots.is_empty(), &one.id));
    let row = |one: &&Interview| {
        vec![one.id.clone(), format!("{} min", one.minutes), format!("{}: {}", one.title, one.summary)]
    };
    Listing { head: vec!["name", "lasts", "about"], rows: all.iter().map(row).collect() }
}

fn topics(library: &Library) -> Listing {
    let own = library.interviews.values().filter(|one| !one.questions.is_empty());
    let rows = own.map(|one| vec![one.id.clone(), one.questions.len().to_string(), one.title.clone()]);
    Listing { head: vec!["topic", "questions", "title"], rows: rows.collect() }
}

fn questions(library: &Library) -> Listing {
    let rows = library.questions.values().map(|one| {
        let kind = format!("{:?}", one.kind).to_lowercase();
        vec![one.id.clone(), one.level.to_string(), kind, format!("{} min", one.minutes), one.prompt.clone()]
    });
    Listing { head: vec!["question", "level", "kind", "time", "asks"], rows: rows.collect() }
}

fn terms(library: &Library) -> Listing {
    let rows = library.terms.values().map(|one| vec![one.id.clone(), one.groups.join(", "), one.aliases.join(", ")]);
    Listing { head: vec!["term", "groups", "names"], rows: rows.collect() }
}

impl Listing {
    fn lines(&self) -> String {
        let labelled = |row: &Vec<String>| {
            let cells: Vec<String> = self.head.iter().zip(row).map(|(head, cell)| format!("{head}: {cell}")).collect();
            cells.join("; ") + "\n"
        };
        self.rows.iter().map(labelled).collect()
    }

    fn json(&self) -> Value {
        let object = |row: &Vec<String>| {
            let cells = self.head.iter().zip(row).map(|(head, cell)| ((*head).to_owned(), Value::from(cell.as_str())));
            Value::Object(cells.collect::<Map<_, _>>())
        };
        self.rows.iter().map(object).collect()
    }
}
