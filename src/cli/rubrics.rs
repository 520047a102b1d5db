//! Rubrics as they are kept with attempts: which of them are sound.

use crate::archive::{Bundles, KeptBundle, check_bundles};
use crate::store::Store;

/// Rubrics by their fingerprints, parsed once for however many attempts.
#[derive(Debug, Default)]
pub struct Rubrics {
    /// Those that are sound, as they are kept.
    pub kept: Vec<KeptBundle>,
    /// The same, ready for use.
    pub ready: Bundles,
    /// The others, each with what is wrong with it.
    pub damaged: Vec<(String, String)>,
}

impl Rubrics {
    /// Reads them from the store, and compares each with its fingerprint.
    pub fn of(store: &Store, names: impl IntoIterator<Item = String>) -> Self {
        let mut all = Rubrics::default();
        for name in names {
            if let Err(error) = all.add(store, &name) {
                all.damaged.push((name, error.to_string()));
            }
        }
        all
    }

    fn add(&mut self, store: &Store, name: &str) -> anyhow::Result<()> {
        let bundle = store.kept_bundle(name.to_owned())?;
        self.ready.extend(check_bundles(std::slice::from_ref(&bundle))?);
        self.kept.push(bundle);
        Ok(())
    }
}
