//! What may happen to a question. A rating needs evidence; once locked it stands, and a change is kept beside it; the engine
//! speaks after people have.

use super::BANDS;
use super::sheet::{Outcome, RatedQuestion, Rating, Revision};
use crate::scoring::Scorecard;

/// Why a rating was refused, and what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RatingError {
    /// Not 1 to 4.
    #[error("there is no band {0}: give 1, 2, 3 or 4")]
    Band(u8),
    /// Neither a tick, a note nor words.
    #[error("a rating needs evidence: tick what was heard, write a note, or say in a few words what you heard")]
    NoEvidence,
    /// The question was not asked.
    #[error("the question was not asked, so there is nothing to rate")]
    NotAsked,
    /// The rating stands.
    #[error("this rating is locked: a change is kept beside it, with its reason")]
    Locked,
    /// There is no locked rating yet.
    #[error("rate the answer and lock the rating first")]
    NotLocked,
    /// The rating is not locked yet.
    #[error("this rating is not locked yet: simply rate the answer again")]
    StillOpen,
    /// No reason was given.
    #[error("say why, in a few words")]
    NoReason,
}

impl RatedQuestion {
    /// Rates the answer, or changes a rating that is not locked yet. `evidence` may be empty where ticks or notes say what was
    /// heard. Takes "not assessed" back.
    ///
    /// # Errors
    /// No such band, no evidence, the question was not asked, or its rating is locked.
    pub fn rate(&mut self, band: u8, evidence: &str, at_ms: Option<u64>) -> Result<(), RatingError> {
        self.open_to_change()?;
        known(band)?;
        let rating = Rating { band, evidence: evidence.trim().to_owned(), at_ms, locked: false };
        if !self.has_evidence(&rating) {
            return Err(RatingError::NoEvidence);
        }
        self.not_assessed = None;
        self.rating = Some(rating);
        Ok(())
    }

    /// Leaves the question out of every mean, with a reason. Takes a rating that is not locked back.
    ///
    /// # Errors
    /// No reason, or the rating is locked.
    pub fn leave_unassessed(&mut self, because: &str) -> Result<(), RatingError> {
        self.refuse_locked()?;
        self.not_assessed = Some(reason(because)?);
        self.rating = None;
        Ok(())
    }

    /// From now on the rating stands.
    ///
    /// # Errors
    /// There is no rating.
    pub fn lock(&mut self) -> Result<(), RatingError> {
        self.rating.as_mut().ok_or(RatingError::NotLocked)?.locked = true;
        Ok(())
    }

    /// Puts a change beside the locked rating, or changes that change.
    ///
    /// # Errors
    /// No such band, no reason, or the rating is not locked: then it can simply be given again.
    pub fn revise(&mut self, band: u8, because: &str, at_ms: Option<u64>) -> Result<(), RatingError> {
        if self.rating.as_ref().is_some_and(|rating| !rating.locked) {
            return Err(RatingError::StillOpen);
        }
        self.needs_locked()?;
        known(band)?;
        self.revised = Some(Revision { band, because: reason(because)?, at_ms });
        Ok(())
    }

    /// Lets the engine speak.
    ///
    /// # Errors
    /// The rating is not locked: nobody should rate by what a program says.
    pub fn hear_second_opinion(&mut self, card: Scorecard) -> Result<(), RatingError> {
        self.needs_locked()?;
        self.second_opinion = Some(card);
        Ok(())
    }

    /// Whether there is a rating that stands.
    pub fn is_locked(&self) -> bool {
        self.rating.as_ref().is_some_and(|rating| rating.locked)
    }

    /// Whether anything says what was heard.
    pub fn has_evidence(&self, rating: &Rating) -> bool {
        let noted = self.notes.iter().any(|note| !note.text.trim().is_empty());
        noted || !self.ticks.is_empty() || !rating.evidence.trim().is_empty()
    }

    fn open_to_change(&self) -> Result<(), RatingError> {
        self.refuse_locked()?;
        if self.outcome == Outcome::Asked { Ok(()) } else { Err(RatingError::NotAsked) }
    }

    fn refuse_locked(&self) -> Result<(), RatingError> {
        if self.is_locked() { Err(RatingError::Locked) } else { Ok(()) }
    }

    fn needs_locked(&self) -> Result<(), RatingError> {
        if self.is_locked() { Ok(()) } else { Err(RatingError::NotLocked) }
    }
}

fn known(band: u8) -> Result<(), RatingError> {
    if BANDS.contains(&band) { Ok(()) } else { Err(RatingError::Band(band)) }
}

fn reason(because: &str) -> Result<String, RatingError> {
    Some(because.trim().to_owned()).filter(|because| !because.is_empty()).ok_or(RatingError::NoReason)
}
