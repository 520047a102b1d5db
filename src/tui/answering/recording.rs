//! What goes to disk, and at which moment of the session's clock. A disk that refuses is said, tried again, and never ends
//! the session.

use super::super::stage::{Next, Stage};
use super::{Answering, words};
use crate::front::Left;
use crate::session::{Event, Pressure, Screen};
use crate::store::StoreError;

/// How long trouble is shown after it was last seen, in milliseconds: the disk is tried about once a second.
const TROUBLE_MS: u64 = 1500;

impl Answering<'_> {
    /// Records an event, after the text as it stands. False: it did not fit.
    pub(super) fn record(&mut self, event: Event) -> bool {
        self.save_text();
        let recorded = self.sitting.record(event, self.watch.at());
        // What could not be stored happened all the same.
        self.keep(recorded).unwrap_or(true)
    }

    /// Hands the text to the sitting, with the moment at which it was typed.
    pub(super) fn save_text(&mut self) {
        if let Some(at) = self.typed_at.take() {
            let saved = self.sitting.set_text(self.editor.text(), at);
            self.keep(saved);
        }
    }

    /// What was typed before a limit is recorded apart from what is typed after it: only the former counts in full.
    pub(super) fn save_before_limit(&mut self, now: u64) {
        if self.typed_at.is_some_and(|typed| !self.is_over(typed) && self.is_over(now)) {
            self.save_text();
        }
    }

    fn is_over(&self, at: u64) -> bool {
        match self.sitting.view(at).screen {
            Screen::Question(view) => view.clock.pressure() == Pressure::Over,
            _ => false,
        }
    }

    /// Ends the answer of a strict session at its limit, when a key comes before the tick.
    pub(super) fn tick_at_limit(&mut self) -> Next<Left> {
        match self.sitting.session().is_timed_out(self.watch.at()) {
            true => self.tick(),
            false => Next::GoOn,
        }
    }

    /// Takes note of what the disk says.
    pub(super) fn keep<T>(&mut self, result: Result<T, StoreError>) -> Option<T> {
        result.map_err(|error| self.trouble = Some((words::not_saved(&error), self.watch.at()))).ok()
    }

    /// Why something is not on disk, while that is so.
    pub(super) fn trouble(&self) -> Option<&str> {
        let (text, seen) = self.trouble.as_ref()?;
        let is_new = self.watch.at() < seen + TROUBLE_MS;
        (is_new || self.sitting.has_unsaved()).then_some(text)
    }
}
