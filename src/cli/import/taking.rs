//! The attempts of one file, on their way into the store: checked, replayed, and kept each whole or not at all.

use std::collections::BTreeMap;

use indicatif::ProgressBar;
use uuid::Uuid;

use super::source::Source;
use crate::archive::{
    ArchiveError, Bundles, KeptAttempt, KeptBundle, KeptProfile, Verifier, attempts, check_bundles, check_profiles,
    rebuild,
};
use crate::attempt::{Attempt, State, results};
use crate::cli::output;
use crate::report::harmless;
use crate::store::{Incoming, Store, StoreError, Taken};

/// Attempts that are written in one go.
const BATCH: usize = 32;

/// What became of all attempts.
#[derive(Debug, Default)]
pub struct Told {
    new: usize,
    same: usize,
    /// Refused, each with its reason on standard error.
    pub refused: usize,
    /// With scorecards that are not what their rubrics give here, each named on standard error.
    pub doubtful: usize,
}

impl Told {
    /// One line.
    pub fn text(&self) -> String {
        let plural = if self.new == 1 { "" } else { "s" };
        let mut text = format!("{} attempt{plural} imported", self.new);
        if self.same > 0 {
            text += &format!("; {} already there", self.same);
        }
        if self.refused > 0 {
            text += &format!("; {} refused", self.refused);
        }
        if self.doubtful > 0 {
            text += &format!("; {} with scores that the same rubrics do not give here", self.doubtful);
        }
        text + ".\n"
    }
}

/// Takes in all attempts of a file.
///
/// # Errors
/// The file as a whole is refused, or the store cannot be written to.
pub fn take_in(store: &mut Store, source: &Source, profile: Option<&str>, told: &mut Told) -> anyhow::Result<()> {
    let opened = source.look_through()?;
    let refused = |error: ArchiveError| source.refused(&error);
    check_profiles(&opened.head).map_err(refused)?;
    let bundles = check_bundles(&opened.head.bundles).map_err(refused)?;
    let profiles = places(store, &opened.head.profiles, profile)?;
    let kept = opened.head.bundles.iter().map(|bundle| (bundle.fingerprint.as_str(), bundle)).collect();
    let mut taking = Taking {
        store,
        name: source.name(),
        profiles,
        bundles,
        verifier: Verifier::default(),
        kept,
        waiting: Vec::new(),
        failed: None,
        told,
        progress: output::progress("importing", opened.attempts),
    };
    attempts(source.read()?, |number, read| taking.next(number, read)).map_err(refused)?;
    taking.write();
    taking.progress.finish_and_clear();
    match taking.failed {
        Some(error) => Err(error.into()),
        None => Ok(()),
    }
}

/// Where the attempts of each profile of the file go.
fn places(store: &mut Store, profiles: &[KeptProfile], name: Option<&str>) -> Result<BTreeMap<Uuid, Uuid>, StoreError> {
    let place = |profile: &KeptProfile| Ok((profile.id, store.take_in_profile(profile, name)?));
    profiles.iter().map(place).collect()
}

struct Taking<'a> {
    store: &'a mut Store,
    name: String,
    profiles: BTreeMap<Uuid, Uuid>,
    bundles: Bundles,
    verifier: Verifier,
    kept: BTreeMap<&'a str, &'a KeptBundle>,
    /// Checked, and not yet written; each with its number.
    waiting: Vec<(usize, Incoming)>,
    /// Why nothing more can be written.
    failed: Option<StoreError>,
    told: &'a mut Told,
    progress: ProgressBar,
}

impl Taking<'_> {
    fn next(&mut self, number: usize, read: Result<KeptAttempt, ArchiveError>) {
        let id = read.as_ref().ok().map(|attempt| attempt.id);
        match read.and_then(|attempt| self.checked(number, attempt)) {
            Ok(incoming) => self.waiting.push((number, incoming)),
            Err(error) => self.refuse(number, id, &error.to_string()),
        }
        if self.waiting.len() == BATCH {
            self.write();
        }
    }

    fn checked(&mut self, number: usize, mut attempt: KeptAttempt) -> Result<Incoming, ArchiveError> {
        let wrong = |said: &str| ArchiveError::Wrong { place: "profile".into(), said: said.into() };
        attempt.profile = *self.profiles.get(&attempt.profile).ok_or_else(|| wrong("the file has no such profile"))?;
        let replayed = rebuild(&attempt, &self.bundles)?;
        let finished = replayed.filter(|_| attempt.state == State::Finished);
        if let Some(finished) = &finished {
            self.verify(number, &attempt, finished);
        }
        Ok(Incoming { results: finished.map_or_else(Vec::new, |attempt| results(&attempt)), attempt })
    }

    /// Names scorecards that are not what this program gives. They stay as the file has them: evidence of what was judged.
    fn verify(&mut self, number: usize, kept: &KeptAttempt, attempt: &Attempt) {
        let differences = self.verifier.differences(kept, attempt, &self.bundles);
        differences.iter().for_each(|one| self.tell(number, Some(kept.id), &format!(": {one}")));
        self.told.doubtful += usize::from(!differences.is_empty());
    }

    fn write(&mut self) {
        let (numbers, incoming): (Vec<usize>, Vec<Incoming>) = self.waiting.drain(..).unzip();
        if self.failed.is_some() {
            return;
        }
        let taken = match self.store.take_in(&incoming, &self.kept) {
            Ok(taken) => taken,
            Err(error) => return self.failed = Some(error),
        };
        for ((number, incoming), taken) in numbers.into_iter().zip(incoming).zip(taken) {
            match taken {
                Ok(Taken::New) => self.told.new += 1,
                Ok(Taken::Same) => self.told.same += 1,
                Ok(Taken::Otherwise(what)) => {
                    let what = what.join(", ");
                    self.tell(number, Some(incoming.attempt.id), &format!(" is there with other {what}, which stay"));
                    self.told.same += 1;
                }
                Ok(Taken::Different) => {
                    let said = "it is kept here with other contents, which stay as they are";
                    self.refuse(number, Some(incoming.attempt.id), said);
                    continue;
                }
                Err(error) => {
                    self.refuse(number, Some(incoming.attempt.id), &error.to_string());
                    continue;
                }
            }
            self.progress.inc(1);
        }
    }

    fn refuse(&mut self, number: usize, id: Option<Uuid>, said: &str) {
        self.tell(number, id, &format!(" is refused: {said}"));
        self.told.refused += 1;
        self.progress.inc(1);
    }

    fn tell(&self, number: usize, id: Option<Uuid>, said: &str) {
        let id = id.map_or(String::new(), |id| format!(" ({id})"));
        let line = format!("{}: attempt {number}{id}{said}", self.name);
        self.progress.suspend(|| output::note(&harmless(&line)));
    }
}
