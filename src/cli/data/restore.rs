//! A backup in the place of what is kept.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cli::confirm::{confirm, counted};
use crate::cli::context::Context;
use crate::cli::output;
use crate::store::{Restoring, Store, data_dir};

/// Says what the backup holds, asks, and puts it in the place of the present data file, which stays beside it.
///
/// # Errors
/// It is no backup of hotseat, a newer program's, or damaged; a session runs; there is nobody to ask. Nothing has changed then.
pub fn run(context: &Context, backup: &Path, yes: bool) -> anyhow::Result<ExitCode> {
    let folder = data_dir()?;
    // A damaged one, too, can be replaced: that is what backups are for.
    let present = context.store().map_or_else(|_| "what cannot be read".to_owned(), |store| held(&store));
    let restoring = Restoring::prepare(&folder, backup)?;
    let aside = free_name(&folder);
    let (backup, aside_shown, new) = (backup.display(), aside.display(), held(&restoring.store));
    output::note(&format!("In {backup}: {new}.\nKept here now: {present}; it would be moved to {aside_shown}."));
    match confirm("Put the backup in its place?", yes) {
        Ok(true) => restoring.replace(&aside)?,
        Ok(false) => return restoring.give_up().map(|()| ExitCode::SUCCESS).map_err(Into::into),
        Err(error) => return Err(restoring.give_up().map_or_else(Into::into, |()| error.into())),
    }
    output::emit(&format!(
        "Everything is as in {backup}: {new}.\nWhat was kept until now is in {aside_shown}; `hotseat data restore` takes it back.\n"
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// A name that no file has yet.
fn free_name(folder: &Path) -> PathBuf {
    let name = |number: u32| folder.join(format!("hotseat-replaced-{number}.db"));
    let free = (1..).find(|number| !name(*number).exists());
    name(free.unwrap_or_default())
}

/// What a store holds, in short.
fn held(store: &Store) -> String {
    let counts = store.counts().unwrap_or_default();
    let attempts: u32 =
        counts.iter().map(|one| one.mocks + one.drills + one.live + one.unfinished + one.abandoned).sum();
    format!("{} in {}", counted(attempts as usize, "attempt"), counted(counts.len(), "profile"))
}
