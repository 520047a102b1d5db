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
    /// The band it has.
    #[error("the rating is {0} already, so nothing would change")]
    Unchanged(u8),
    /// There is nothing to judge by.
    #[error("there is no rubric for this question, so the engine cannot judge it")]
    NoRubric,
    /// The engine has spoken.
    #[error(
        "the engine has judged the candidate's words already: words are taken once, so that nobody asks until it agrees"
    )]
    Heard,
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

    /// Puts a change beside the locked rating, and beside the changes before it.
    ///
    /// # Errors
    /// No such band, the band it has, no reason, or the rating is not locked: then it can simply be given again.
    pub fn revise(&mut self, band: u8, because: &str, at_ms: Option<u64>) -> Result<(), RatingError> {
        if self.rating.as_ref().is_some_and(|rating| !rating.locked) {
            return Err(RatingError::StillOpen);
        }
        self.needs_locked()?;
        known(band)?;
        if self.latest() == Some(band) {
            return Err(RatingError::Unchanged(band));
        }
        let revision = Revision { band, because: reason(because)?, at_ms };
        self.earlier_revisions.extend(self.revised.replace(revision));
        Ok(())
    }

    /// Whether the engine has words to judge, and something to judge them by, and has not done so.
    pub fn waits_for_opinion(&self) -> bool {
        self.candidate_words.is_some() && !self.without_rubric && self.second_opinion.is_none()
    }

    /// Lets the engine speak, once.
    ///
    /// # Errors
    /// The rating is not locked: nobody should rate by what a program says. Or it has spoken before, or there is no rubric.
    pub fn hear_second_opinion(&mut self, card: Scorecard) -> Result<(), RatingError> {
        self.needs_locked()?;
        if self.without_rubric {
            return Err(RatingError::NoRubric);
        }
        if self.second_opinion.is_some() {
            return Err(RatingError::Heard);
        }
        self.second_opinion = Some(card);
        Ok(())
    }

    /// Whether there is a rating that stands.
    pub fn is_locked(&self) -> bool {
        self.rating.as_ref().is_some_and(|rating| rating.locked)
    }

    /// Whether anything says what was heard.
    pub fn has_evidence(&self, rating: &Rating) -> bool {
        !self.ticks.is_empty() || self.notes.iter().any(|note| says(&note.text)) || says(&rating.evidence)
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

/// Why, without blanks around it.
pub(crate) fn reason(because: &str) -> Result<String, RatingError> {
    if says(because) { Ok(because.trim().to_owned()) } else { Err(RatingError::NoReason) }
}

/// Two letters or digits say something; a full stop and a bare "because" do not.
fn says(text: &str) -> bool {
    const BARE: &str = "because";
    let text = text.trim();
    let is_bare = text.get(..BARE.len()).is_some_and(|start| start.eq_ignore_ascii_case(BARE));
    let said = if is_bare { &text[BARE.len()..] } else { text };
    said.chars().filter(|sign| sign.is_alphanumeric()).nth(1).is_some()
}
