//! How results are printed; each command takes one of these for its `--format`, or goes by the ending of the file it writes.

use std::path::Path;

use clap::ValueEnum;

use super::failure::Failure;

/// How something is written: as was asked for, or as the name of its file says; otherwise as `usual`.
///
/// # Errors
/// The file's name alone asks for what the command does not write.
pub fn chosen<F: ValueEnum>(asked: Option<F>, file: Option<&Path>, usual: F) -> Result<F, Failure> {
    match (asked, file) {
        (Some(asked), _) => Ok(asked),
        (None, Some(file)) => Ok(by_ending(file)?.unwrap_or(usual)),
        (None, None) => Ok(usual),
    }
}

/// The format that a file's name asks for; none where it asks for no particular one.
fn by_ending<F: ValueEnum>(file: &Path) -> Result<Option<F>, Failure> {
    let ending = file.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let name = match ending.as_str() {
        "html" | "htm" => "html",
        "md" | "markdown" => "markdown",
        "json" => "json",
        "csv" => "csv",
        // Anything may be called text.
        "txt" => return Ok(F::from_str("terminal", false).ok()),
        _ => return Ok(None),
    };
    F::from_str(name, false).map(Some).map_err(|_| not_written::<F>(name))
}

fn not_written<F: ValueEnum>(name: &str) -> Failure {
    let known = F::value_variants().iter().filter_map(F::to_possible_value);
    let known: Vec<String> = known.map(|one| one.get_name().to_owned()).collect();
    let hint = format!("give the file another ending, or say what is in it: --format {}", known.join(", "));
    Failure::new(format!("there is no {name} of this"), hint)
}

/// What can be read at leisure: a report, a scorecard, figures, a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Terminal,
    Markdown,
    Json,
}

/// What can be read at leisure, or looked at in a browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PageFormat {
    Terminal,
    Markdown,
    Json,
    /// One page, complete in itself
    Html,
}

/// What is a list: plans, attempts, questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    Terminal,
    Json,
}
