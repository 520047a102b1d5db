//! `hotseat note`: a word about an attempt, and tags to find it by.

use std::process::ExitCode;

use clap::Args;
use jiff::Timestamp;

use super::context::Context;
use super::{naming, output};
use crate::attempt::{Labels, check_tag};
use crate::report::harmless;

/// Longest note, in characters: a paragraph in the head of a report.
const LONGEST_NOTE: usize = 1000;

/// Say something about an attempt, and tag it
///
/// Without options it shows what was said.
#[derive(Debug, Args)]
pub struct NoteArgs {
    /// The attempt: `last`, `last~2`, a date (2026-11-03), or the beginning of its id
    #[arg(default_value = "last")]
    attempt: String,
    #[command(flatten)]
    labels: LabelArgs,
    /// Take a tag away (may be given more than once)
    #[arg(long, value_name = "TAG", value_parser = tag)]
    untag: Vec<String>,
}

/// What is said of an attempt.
#[derive(Debug, Args)]
pub struct LabelArgs {
    /// A word about the attempt, in place of the one it has; an empty one takes it away
    #[arg(long, value_name = "TEXT", value_parser = note_text)]
    note: Option<String>,
    /// Tag the attempt (may be given more than once)
    #[arg(long, value_name = "TAG", value_parser = tag)]
    tag: Vec<String>,
}

impl LabelArgs {
    /// As an attempt begins with them.
    pub fn labels(&self) -> Labels {
        Labels { tags: self.tag.clone(), note: self.note.clone().filter(|note| !note.is_empty()) }
    }
}

pub fn run(context: &Context, args: &NoteArgs) -> anyhow::Result<ExitCode> {
    let mut store = context.store()?;
    let id = naming::find(context, &store, &args.attempt)?;
    if let Some(note) = &args.labels.note {
        store.annotate(id, note, Timestamp::now())?;
    }
    store.tag(id, &args.labels.tag, &args.untag)?;
    output::emit(&harmless(&shown(&store.labels(id)?)))?;
    Ok(ExitCode::SUCCESS)
}

fn shown(labels: &Labels) -> String {
    let tags = if labels.tags.is_empty() { "none".to_owned() } else { labels.tags.join(", ") };
    format!("Tags: {tags}\nNote: {}\n", labels.note.as_deref().unwrap_or("none"))
}

/// A note as it is kept, without the space around it.
fn note_text(text: &str) -> Result<String, String> {
    match text.trim().chars().count() {
        count if count > LONGEST_NOTE => Err(format!("a note has at most {LONGEST_NOTE} characters, not {count}")),
        _ => Ok(text.trim().to_owned()),
    }
}

/// A tag as it is typed.
pub fn tag(name: &str) -> Result<String, String> {
    check_tag(name).map(|()| name.to_owned())
}
