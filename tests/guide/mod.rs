//! The interviewer's guide: what stands in it, who may be named on it, and how it prints.

mod command;
mod opening;
mod paper;
mod script;
mod sheet;

use std::sync::LazyLock;

use hotseat::content::{Level, Library};
use hotseat::guide::Guide;
use hotseat::plan::{ExtraTime, Options, Plan, draw};
use hotseat::report::{self, GuidePart, Style};

static BANK: LazyLock<Library> = LazyLock::new(|| Library::builtin().unwrap());

fn plan(interview: &str, level: Level) -> Plan {
    lasting(interview, level, None)
}

fn lasting(interview: &str, level: Level, minutes: Option<u32>) -> Plan {
    let extra_time = ExtraTime::default();
    let options = Options { level, minutes, topics: Vec::new(), seed: 1, extra_time, seen: Vec::new() };
    draw(&BANK, interview, &options).unwrap()
}

/// Every shipped interview at every level it can be drawn at.
fn every_plan() -> Vec<Plan> {
    let interviews = BANK.interviews.keys();
    interviews.flat_map(|interview| Level::ALL.map(|level| plan(interview, level))).collect()
}

/// Interviews at every level from a quarter of an hour to three hours, and how many minutes each takes.
fn long_plans() -> Vec<(u32, Plan)> {
    let minutes = (15..=180).step_by(15).flat_map(|minutes| Level::ALL.map(|level| (minutes, level)));
    minutes.map(|(minutes, level)| (minutes, lasting("devops-engineer", level, Some(minutes)))).collect()
}

/// Each way to write parts of a guide, without markup and white space, so that wrapping and escapes hide nothing.
fn written(guide: &Guide<'_>, parts: &[GuidePart]) -> [String; 3] {
    let terminal = report::guide(guide, parts, Style::Terminal { width: 100 });
    let terminal = anstream::adapter::strip_str(&terminal).to_string().replace("│", " ");
    let markdown = report::guide(guide, parts, Style::Markdown).replace('\\', "").replace("> ", " ");
    let html = report::guide_html(guide, parts);
    let tags = regex::Regex::new("<style>(?s:.)*?</style>|<[^>]*>").unwrap();
    let html = tags.replace_all(&html, "").into_owned();
    [terminal, markdown, html].map(|text| squeezed(&unescaped(&text)))
}

fn unescaped(text: &str) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'")];
    let text = entities.iter().fold(text.to_owned(), |text, (entity, sign)| text.replace(entity, sign));
    text.replace("&#38;", "&").replace("&amp;", "&")
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}
