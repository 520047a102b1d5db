//! `hotseat contest --export`: contested answers as JSON Lines.

use std::path::Path;
use std::process::ExitCode;

use uuid::Uuid;

use crate::attempt::case::cases;
use crate::cli::context::Context;
use crate::cli::{naming, output};
use crate::sitting;
use crate::store::Store;

/// Writes the contests of the named attempt, or of all; `-` is standard output.
pub fn run(context: &Context, store: &Store, attempt: Option<&str>, file: &Path) -> anyhow::Result<ExitCode> {
    let (mut lines, mut count) = (String::new(), 0);
    for id in chosen(context, store, attempt)? {
        let attempt = match sitting::load(store, id) {
            Ok(attempt) => attempt,
            // One that a newer program has written is no reason to keep the others back.
            Err(error) if attempt.is_none() => {
                output::note(&format!("warning: left out: {error}"));
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        for case in cases(&attempt) {
            lines += &format!("{}\n", serde_json::to_string(&case)?);
            count += case.claims.len();
        }
    }
    if count == 0 {
        output::note("Nothing is contested. `hotseat contest` marks words that should have counted.");
    }
    if file == Path::new("-") {
        output::emit(&lines)?;
    } else {
        output::write_new(file, &lines)?;
        output::note(&format!("Written, with {count} contested: {}", file.display()));
    }
    Ok(ExitCode::SUCCESS)
}

fn chosen(context: &Context, store: &Store, attempt: Option<&str>) -> anyhow::Result<Vec<Uuid>> {
    Ok(match attempt {
        Some(name) => vec![naming::find(context, store, name)?],
        None => store.contested(context.profile())?,
    })
}
