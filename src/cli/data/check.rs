//! Whether everything that is kept is sound and can be read.

use std::process::ExitCode;

use crate::archive::{Bundles, check_bundles, rebuild};
use crate::cli::confirm::counted;
use crate::cli::context::{Context, profile_option};
use crate::cli::output;
use crate::report::harmless;
use crate::store::Store;

/// What was looked at, and what is wrong.
#[derive(Debug, Default)]
struct Found {
    attempts: usize,
    bundles: usize,
    wrong: Vec<String>,
}

/// Exit code 1 where something is wrong.
pub fn run(context: &Context) -> anyhow::Result<ExitCode> {
    let store = context.store()?;
    let mut found = Found::default();
    found.wrong.extend(store.faults()?.into_iter().map(|fault| {
        format!("{fault}: export what can be read (`hotseat export --all-profiles`), or put a backup back")
    }));
    let bundles = found.bundles(&store)?;
    found.attempts(&store, &bundles)?;
    let sound = found.wrong.is_empty();
    let looked = format!("{} and {} looked at", counted(found.attempts, "attempt"), counted(found.bundles, "rubric"));
    let verdict = if sound { "all is well".to_owned() } else { counted(found.wrong.len(), "problem") };
    let lines: String = found.wrong.iter().map(|line| format!("{line}\n")).collect();
    output::emit(&harmless(&format!("{lines}{looked}: {verdict}.\n")))?;
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

impl Found {
    /// Every rubric, by its fingerprint; those that are sound, for reading attempts.
    fn bundles(&mut self, store: &Store) -> anyhow::Result<Bundles> {
        let mut all = Bundles::new();
        for name in store.bundle_names()? {
            self.bundles += 1;
            let read = store.kept_bundle(name.clone()).map_err(|error| error.to_string());
            match read.and_then(|bundle| check_bundles(&[bundle]).map_err(|error| error.to_string())) {
                Ok(bundle) => all.extend(bundle),
                Err(error) => self.wrong.push(format!("rubric {name}: {error}: put a backup back")),
            }
        }
        Ok(all)
    }

    fn attempts(&mut self, store: &Store, bundles: &Bundles) -> anyhow::Result<()> {
        let mut attempts = Vec::new();
        for profile in store.profiles()? {
            let option = profile_option(&profile);
            attempts.extend(store.ids(Some(&profile))?.into_iter().map(|id| (id, option.clone())));
        }
        let progress = output::progress("checking", attempts.len());
        for (id, option) in attempts {
            self.attempts += 1;
            let read = store.kept_attempt(id).map_err(|error| error.to_string());
            let read = read.and_then(|kept| rebuild(&kept, bundles).map_err(|error| error.to_string()));
            if let Err(error) = read {
                self.wrong.push(format!("attempt {id}: {error}: put a backup back, or `hotseat{option} delete {id}`"));
            }
            progress.inc(1);
        }
        progress.finish_and_clear();
        Ok(())
    }
}
