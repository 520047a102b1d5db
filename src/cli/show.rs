//! `hotseat show`: one question as the bank holds it. What is listened for stays hidden until it is asked for.

use std::process::ExitCode;

use clap::Args;
use serde_json::json;

use super::context::Context;
use super::failure::Failure;
use super::format::Format;
use super::{output, shown};
use crate::content::Library;
use crate::content::nearest::suggest;
use crate::report::{self, Style};

/// Show a question: how it is asked and, with --reveal, what is listened for.
#[derive(Debug, Args)]
pub struct ShowArgs {
    /// Its id, as `hotseat list questions` prints it
    #[arg(value_name = "QUESTION")]
    question: String,
    /// Show the rubric and the model answer as well; better not before you have answered
    #[arg(long)]
    reveal: bool,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
}

/// # Errors
/// The question is unknown; what is revealed is remembered for somebody, and nobody goes by that name though others are here.
pub fn run(context: &Context, args: &ShowArgs) -> anyhow::Result<ExitCode> {
    let library = context.library()?;
    let question = library.questions.get(&args.question).ok_or_else(|| unknown(&args.question, &library))?;
    let rubric = library.rubrics.get(&question.id).filter(|_| args.reveal);
    if rubric.is_some() {
        // It is remembered for somebody: not for one who was mistyped.
        context.store_to_read()?;
    }
    output::emit(&match args.format {
        Format::Json => {
            // Probes tell what an answer might lack, so they are part of what is revealed.
            let mut shown = serde_json::to_value(question)?;
            if let (false, Some(shown)) = (args.reveal, shown.as_object_mut()) {
                shown.remove("probes");
            }
            format!("{:#}\n", json!({ "format": 1, "question": shown, "rubric": rubric }))
        }
        Format::Markdown => report::sheet(question, rubric, Style::Markdown),
        Format::Terminal => report::sheet(question, rubric, context.style()),
    })?;
    if rubric.is_some() {
        shown::remember(context, [&question.id]);
    }
    if !args.reveal && args.format == Format::Terminal {
        output::note("Hidden: what is listened for, follow-ups, model answer. To see them: add --reveal.");
    }
    Ok(ExitCode::SUCCESS)
}

fn unknown(question: &str, library: &Library) -> Failure {
    let near = suggest(question, library.questions.keys().map(String::as_str));
    let hint = if near.is_empty() { "`hotseat list questions` shows all of them".to_owned() } else { near };
    Failure::new(format!("there is no question `{question}`"), hint)
}
