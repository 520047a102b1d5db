//! Where things are, and how much there is.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use serde_json::json;

use super::profiles;
use crate::cli::confirm::counted;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::format::ListFormat;
use crate::cli::{config, output, page};
use crate::report::harmless;
use crate::store::{FILE, data_dir};

pub fn run(context: &Context, format: ListFormat) -> anyhow::Result<ExitCode> {
    let (folder, store) = (data_dir()?, context.store()?);
    let counts = store.counts()?;
    // What was written last stands beside the file, in its log.
    let sizes = ["", "-wal"].map(|end| fs::metadata(folder.join(format!("{FILE}{end}"))).map_or(0, |file| file.len()));
    let bytes: u64 = sizes.iter().sum();
    let pages = page::opened()?.len();
    let file = config::file().map_or_else(String::new, |file| file.display().to_string());
    let fault = context.config().err();
    let content = context.content().unwrap_or_default();
    let content: Vec<String> = content.iter().map(|folder| folder.display().to_string()).collect();
    if format == ListFormat::Json {
        let value = json!({
            "folder": folder.display().to_string(),
            "file": folder.join(FILE).display().to_string(),
            "bytes": bytes,
            "pages": pages,
            "schema": store.schema()?,
            "config": file,
            "config_fault": fault.map(|fault| fault.to_string()),
            "content": content,
            "profiles": counts,
        });
        output::emit(&format!("{value:#}\n"))?;
        return Ok(ExitCode::SUCCESS);
    }
    let shown = match &fault {
        Some(_) => "not known, for the settings cannot be read".to_owned(),
        None if content.is_empty() => "the shipped bank alone".to_owned(),
        None => content.join(", "),
    };
    output::emit(&format!(
        "Data file:  {}, {} (schema {})\nSettings:   {file}{}\nContent:    {shown}; `--content DIR` adds a folder\n\
         Reports:    made anew each time by `hotseat report`; {}\n\n{}",
        folder.join(FILE).display(),
        size(bytes),
        store.schema()?,
        state(&file, fault.as_ref()),
        kept(pages),
        profiles::text(context, &counts),
    ))?;
    fault.iter().for_each(|fault| output::note(&harmless(&format!("{fault}\n  try: {}", fault.hint()))));
    Ok(ExitCode::SUCCESS)
}

/// Of the configuration file.
fn state(file: &str, fault: Option<&Failure>) -> &'static str {
    match fault {
        Some(_) => ", which cannot be used (the reason stands below)",
        None if Path::new(file).exists() => "",
        None => " (not there, and not needed)",
    }
}

/// Of reports.
fn kept(pages: usize) -> String {
    match pages {
        0 => "nothing of them is kept".to_owned(),
        pages => {
            format!("{} that `--open` made still there (`hotseat data prune` takes them away)", counted(pages, "page"))
        }
    }
}

/// "120 kB".
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        1_000_000..1_000_000_000 => format!("{:.1} MB", bytes as f64 / 1e6),
        _ => format!("{:.2} GB", bytes as f64 / 1e9),
    }
}
