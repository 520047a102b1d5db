//! Whether everything that is kept is sound and can be read.

use std::process::ExitCode;

use uuid::Uuid;

use crate::archive::{Bundles, Verifier, rebuild};
use crate::cli::confirm::counted;
use crate::cli::context::{Context, profile_option};
use crate::cli::output;
use crate::cli::rubrics::Rubrics;
use crate::report::harmless;
use crate::store::Store;

/// What was looked at, and what is wrong.
#[derive(Debug, Default)]
struct Found {
    attempts: usize,
    wrong: Vec<String>,
}

/// Exit code 1 where something is wrong.
pub fn run(context: &Context) -> anyhow::Result<ExitCode> {
    let store = context.store()?;
    let mut found = Found::default();
    found.wrong.extend(store.faults()?.into_iter().map(|fault| {
        format!("{fault}: export what can be read (`hotseat export --all-profiles`), or put a backup back")
    }));
    let rubrics = Rubrics::of(&store, store.bundle_names()?);
    let damaged = rubrics.damaged.iter().map(|(name, error)| format!("rubric {name}: {error}: put a backup back"));
    found.wrong.extend(damaged);
    found.attempts(&store, &rubrics.ready)?;
    let sound = found.wrong.is_empty();
    let looked = format!(
        "{} and {} looked at",
        counted(found.attempts, "attempt"),
        counted(rubrics.kept.len() + rubrics.damaged.len(), "rubric")
    );
    let verdict = if sound { "all is well".to_owned() } else { counted(found.wrong.len(), "problem") };
    let lines: String = found.wrong.iter().map(|line| format!("{line}\n")).collect();
    output::emit(&harmless(&format!("{lines}{looked}: {verdict}.\n")))?;
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

impl Found {
    fn attempts(&mut self, store: &Store, bundles: &Bundles) -> anyhow::Result<()> {
        let mut attempts = Vec::new();
        for profile in store.profiles()? {
            let option = profile_option(&profile);
            attempts.extend(store.ids(Some(&profile))?.into_iter().map(|id| (id, option.clone())));
        }
        let progress = output::progress("checking", attempts.len());
        let mut verifier = Verifier::default();
        for (id, option) in attempts {
            self.attempts += 1;
            for wrong in wrongs(store, id, bundles, &mut verifier) {
                self.wrong.push(format!("attempt {id}: {wrong}: put a backup back, or `hotseat{option} delete {id}`"));
            }
            progress.inc(1);
        }
        progress.finish_and_clear();
        Ok(())
    }
}

/// What is wrong with an attempt: it cannot be read, or its scores are not what the same rubrics give.
fn wrongs(store: &Store, id: Uuid, bundles: &Bundles, verifier: &mut Verifier) -> Vec<String> {
    let mut read = || -> anyhow::Result<Vec<String>> {
        let kept = store.kept_attempt(id)?;
        let attempt = rebuild(&kept, bundles)?;
        let differences = attempt.map(|attempt| verifier.differences(&kept, &attempt, bundles));
        Ok(differences.unwrap_or_default().iter().map(ToString::to_string).collect())
    };
    read().unwrap_or_else(|error| vec![error.to_string()])
}
