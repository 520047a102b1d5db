//! Taking away what nobody needs.

use std::fs;
use std::process::ExitCode;

use jiff::{SignedDuration, Timestamp};

use crate::cli::confirm::{confirm, counted};
use crate::cli::context::Context;
use crate::cli::data::place::size;
use crate::cli::delete::described;
use crate::cli::{output, page};
use crate::store::Store;

/// Lists what would go, asks, and takes it away. Attempts that were finished stay.
///
/// # Errors
/// There is nobody to ask; nothing has changed then.
pub fn run(context: &Context, older_than: u32, yes: bool) -> anyhow::Result<ExitCode> {
    let mut store = context.store()?;
    let old = Timestamp::now().checked_sub(SignedDuration::from_hours(24 * i64::from(older_than)))?;
    let mut attempts = store.abandoned()?;
    attempts.extend(store.forgotten(old)?);
    let (orphans, locks) = (store.orphans()? as usize, store.stale_locks()?);
    let (pages, free) = (page::opened()?, store.free_bytes()?);
    if attempts.is_empty() && orphans == 0 && locks.is_empty() && pages.is_empty() && free == 0 {
        output::emit("There is nothing to take away.\n")?;
        return Ok(ExitCode::SUCCESS);
    }
    attempts.iter().for_each(|id| output::note(&format!("  {}", described(&store, *id))));
    let leftovers = format!(
        "{}, {}, {} that the browser was shown and {} left of what was deleted before",
        counted(orphans, "unused rubric"),
        counted(locks.len(), "leftover lock file"),
        counted(pages.len(), "page"),
        size(free),
    );
    if confirm(&format!("Delete {}, {leftovers}?", counted(attempts.len(), "attempt")), yes)? {
        page::forget()?;
        let deleted = store.delete(&attempts)?;
        locks.iter().for_each(|lock| drop(fs::remove_file(lock)));
        finish(&mut store, deleted)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn finish(store: &mut Store, deleted: usize) -> anyhow::Result<()> {
    store.shrink()?;
    output::emit(&format!("{} deleted; the file takes no more room than it needs.\n", counted(deleted, "attempt")))
}
