//! `hotseat list`: what there is to sit, what is asked, and what answers are searched for.

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde_json::{Map, Value};

use super::context::Context;
use super::failure::Failure;
use super::format::ListFormat;
use super::new::KindName;
use super::output;
use crate::content::nearest::suggest;
use crate::content::{Interview, Kind, Level, Library, Question};
use crate::plan;
use crate::report::kind_words;

/// List interviews, topics, questions or terms.
#[derive(Debug, Args)]
pub struct ListArgs {
    /// What to list
    #[arg(value_enum, default_value_t = What::Interviews)]
    what: What,
    /// Only questions of this topic (may be given more than once)
    #[arg(long, value_name = "TOPIC")]
    topic: Vec<String>,
    /// Only questions of this level
    #[arg(long, value_parser = super::levels())]
    level: Option<Level>,
    /// Only questions of this kind
    #[arg(long, value_enum)]
    kind: Option<KindName>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = ListFormat::Terminal)]
    format: ListFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// What can be sat: `hotseat run NAME`
    Interviews,
    /// Topics, with their questions by level: `hotseat run NAME`
    Topics,
    /// All questions: `hotseat show NAME`
    Questions,
    /// Tools, practices and metrics, with their names
    Terms,
}

/// Rows under column heads.
struct Listing {
    head: Vec<&'static str>,
    rows: Vec<Row>,
}

struct Row {
    /// Whether it is the user's own, and not shipped.
    own: bool,
    cells: Vec<String>,
}

/// # Errors
/// A topic is unknown, or a filter stands where there are no questions to filter.
pub fn run(context: &Context, args: &ListArgs) -> anyhow::Result<ExitCode> {
    let library = context.library()?;
    args.check(&library)?;
    let listing = match args.what {
        What::Interviews => interviews(&library),
        What::Topics => topics(&library),
        What::Questions => questions(&library, args),
        What::Terms => terms(&library),
    };
    output::emit(&match args.format {
        ListFormat::Json => format!("{:#}\n", listing.json()),
        ListFormat::Terminal if context.is_plain() => listing.lines(),
        ListFormat::Terminal => listing.table(context.width()),
    })?;
    Ok(ExitCode::SUCCESS)
}

impl ListArgs {
    fn check(&self, library: &Library) -> Result<(), Failure> {
        let filtered = !self.topic.is_empty() || self.level.is_some() || self.kind.is_some();
        if filtered && self.what != What::Questions {
            let hint = "write `hotseat list questions` with them";
            return Err(Failure::new("--topic, --level and --kind choose among questions", hint));
        }
        let is_topic = |name: &str| library.interviews.get(name).is_some_and(|one| !one.questions.is_empty());
        match self.topic.iter().find(|name| !is_topic(name)) {
            None => Ok(()),
            Some(name) => {
                let topics = library.interviews.values().filter(|one| !one.questions.is_empty());
                let near = suggest(name, topics.map(|one| one.id.as_str()));
                Err(Failure::new(format!("there is no topic `{name}`"), near))
            }
        }
    }

    fn admits(&self, question: &Question) -> bool {
        (self.topic.is_empty() || self.topic.contains(&question.topic))
            && self.level.is_none_or(|level| level == question.level)
            && self.kind.is_none_or(|kind| Kind::from(kind) == question.kind)
    }
}

fn interviews(library: &Library) -> Listing {
    let mut all: Vec<_> = library.interviews.values().collect();
    // Interviews that draw from several topics come first.
    all.sort_by_key(|one| (one.slots.is_empty(), &one.id));
    let row = |one: &&Interview| {
        let pool = plan::breadth(library, one).to_string();
        let cells =
            vec![one.id.clone(), format!("{} min", one.minutes), pool, format!("{}: {}", one.title, one.summary)];
        Row { own: library.own.interviews.contains(&one.id), cells }
    };
    Listing { head: vec!["name", "lasts", "pool", "about"], rows: all.iter().map(row).collect() }
}

fn topics(library: &Library) -> Listing {
    let own = library.interviews.values().filter(|one| !one.questions.is_empty());
    let rows = own.map(|one| {
        let of = |level| {
            let count = library.questions.values().filter(|own| own.topic == one.id && own.level == level).count();
            if count == 0 { "–".to_owned() } else { count.to_string() }
        };
        let levels = Level::ALL.map(of);
        let cells = [one.id.clone()].into_iter().chain(levels).chain([one.title.clone()]).collect();
        Row { own: library.own.interviews.contains(&one.id), cells }
    });
    Listing { head: vec!["topic", "junior", "mid", "senior", "staff", "title"], rows: rows.collect() }
}

fn questions(library: &Library, args: &ListArgs) -> Listing {
    let mut all: Vec<&Question> = library.questions.values().filter(|one| args.admits(one)).collect();
    all.sort_by_key(|one| (&one.topic, one.level, &one.id));
    let rows = all.iter().map(|one| {
        let (kind, time) = (kind_words(one.kind).to_owned(), format!("{} min", one.minutes));
        let cells = vec![one.topic.clone(), one.level.to_string(), one.id.clone(), kind, time, one.prompt.clone()];
        Row { own: library.own.interviews.contains(&one.topic), cells }
    });
    Listing { head: vec!["topic", "level", "question", "kind", "time", "asks"], rows: rows.collect() }
}

fn terms(library: &Library) -> Listing {
    let rows = library.terms.values().map(|one| Row {
        own: library.own.terms.contains(&one.id),
        cells: vec![one.id.clone(), one.groups.join(", "), one.aliases.join(", ")],
    });
    Listing { head: vec!["term", "groups", "names"], rows: rows.collect() }
}

impl Listing {
    /// Whose each is, where not all are shipped, stands in a column of its own before the last, which is long.
    fn table(&self, width: usize) -> String {
        let (last, mixed) = (self.head.len() - 1, self.rows.iter().any(|row| row.own));
        let mut head = self.head.clone();
        let mut rows: Vec<Vec<&str>> = self.rows.iter().map(Row::texts).collect();
        if mixed {
            head.insert(last, "whose");
            rows.iter_mut().zip(&self.rows).for_each(|(cells, row)| cells.insert(last, row.whose()));
        }
        output::table(&head, rows, width)
    }

    fn lines(&self) -> String {
        let labelled = |row: &Row| {
            let cells = self.head.iter().zip(&row.cells).map(|(head, cell)| format!("{head}: {cell}"));
            let own = row.own.then(|| "yours".to_owned());
            own.into_iter().chain(cells).collect::<Vec<_>>().join("; ") + "\n"
        };
        self.rows.iter().map(labelled).collect()
    }

    fn json(&self) -> Value {
        let object = |row: &Row| {
            let cells = self.head.iter().zip(&row.cells);
            let cells = cells.map(|(head, cell)| ((*head).to_owned(), Value::from(cell.as_str())));
            Value::Object(cells.chain([("own".to_owned(), row.own.into())]).collect::<Map<_, _>>())
        };
        self.rows.iter().map(object).collect()
    }
}

impl Row {
    fn texts(&self) -> Vec<&str> {
        self.cells.iter().map(String::as_str).collect()
    }

    fn whose(&self) -> &'static str {
        if self.own { "yours" } else { "shipped" }
    }
}
