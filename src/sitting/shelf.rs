//! Rubrics between the store and many attempts. Each is read once and written down once, however many attempts refer to it: it
//! is a hundred kilobytes of JSON, and takes longer to read than all answers of an attempt.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

use super::kept::{self, ReadError};
use crate::attempt::Attempt;
use crate::content::Bundle;
use crate::scoring::Scorecard;
use crate::store::{BundleRow, Store, StoreError};

/// More than the questions of a bank; beyond, it begins anew, so that years of rubrics do not fill the memory.
const MOST: usize = 256;

/// Rubrics that were needed before.
#[derive(Debug, Default)]
pub struct Shelf {
    /// By fingerprint, as all others are.
    read: HashMap<String, Arc<Bundle>>,
    written: HashMap<String, BundleRow>,
}

impl Shelf {
    /// A finished attempt, as it was judged when it was last scored.
    ///
    /// # Errors
    /// There is none, or it was written by another version.
    pub fn load(&mut self, store: &Store, id: Uuid) -> Result<Attempt, ReadError> {
        self.make_room();
        kept::load(store, id, self)
    }

    /// The same, as it was judged when it ended.
    ///
    /// # Errors
    /// As [`Shelf::load`].
    pub fn load_as_it_ended(&mut self, store: &Store, id: Uuid) -> Result<Attempt, ReadError> {
        self.make_room();
        kept::load_as_it_ended(store, id, self)
    }

    fn make_room(&mut self) {
        if self.read.len() > MOST {
            self.read.clear();
        }
    }

    /// Keeps how a finished attempt is judged anew, beside how it was judged before.
    ///
    /// # Errors
    /// The attempt was not finished, or the store cannot be written; nothing has changed then.
    pub fn rescore(&mut self, store: &mut Store, attempt: &Attempt, now: Timestamp) -> Result<(), StoreError> {
        if self.written.len() > MOST {
            self.written.clear();
        }
        let cards = attempt.judged.iter().filter_map(|judged| judged.in_time.as_ref());
        let judged_by = |card: &Scorecard| Some((card.rubric.clone(), attempt.bundles.get(&card.question)?));
        let judged_by: Vec<_> = cards.filter_map(judged_by).collect();
        for (fingerprint, bundle) in &judged_by {
            self.written.entry(fingerprint.clone()).or_insert_with(|| kept::bundle_row(bundle));
        }
        let rows: Vec<&BundleRow> = judged_by.iter().filter_map(|(name, _)| self.written.get(name)).collect();
        kept::rescore(store, attempt, now, &rows)
    }

    /// The rubric of an attempt as it was kept; none where there is none of that fingerprint.
    pub(super) fn bundle(
        &mut self,
        store: &Store,
        id: Uuid,
        fingerprint: &str,
    ) -> Result<Option<Arc<Bundle>>, ReadError> {
        if let Some(known) = self.read.get(fingerprint) {
            return Ok(Some(known.clone()));
        }
        let Some(body) = store.bundle(fingerprint)? else { return Ok(None) };
        let version = |error| ReadError::Version { id, what: "rubric", error };
        let bundle = Arc::new(Bundle::read(&body).map_err(version)?);
        self.read.insert(fingerprint.to_owned(), bundle.clone());
        Ok(Some(bundle))
    }
}
