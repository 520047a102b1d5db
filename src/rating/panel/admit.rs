//! Which scorecards may stand beside each other: of one plan and level, one from each interviewer, with ratings that stand.

use super::codes::{order, spelled_alike};
use crate::content::{Level, Weight};
use crate::rating::RatingSheet;
use crate::scoring::interview::groups;

/// A scorecard, and what to call it in messages.
#[derive(Debug, Clone, PartialEq)]
pub struct Submitted {
    /// Its file.
    pub name: String,
    /// What it says.
    pub sheet: RatingSheet,
}

/// Why scorecards are not combined, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PanelError {
    /// None were given.
    #[error("there are no scorecards to combine; give the JSON files that `hotseat interview` wrote")]
    Nothing,
    /// Two levels.
    #[error(
        "{first} is for level {}, {second} for level {}: candidates are compared only on the same plan fingerprint and level; \
         give the scorecards of each level on their own",
        levels.0, levels.1
    )]
    Level {
        /// A file.
        first: String,
        /// Another.
        second: String,
        /// Of both.
        levels: (Level, Level),
    },
    /// Two plans.
    #[error(
        "{first} is of plan {}, {second} of plan {}: candidates are compared only on the same plan fingerprint and level; {hint}",
        plans.0, plans.1
    )]
    Plan {
        /// A file.
        first: String,
        /// Another.
        second: String,
        /// Fingerprints of both.
        plans: (String, String),
        /// What to do.
        hint: &'static str,
    },
    /// The plan is the same, and yet what was asked or how it is weighed is not.
    #[error(
        "{first} and {second} have other {what} under the same plan; the interview was changed between them, or one of the files by hand"
    )]
    Content {
        /// A file.
        first: String,
        /// Another.
        second: String,
        /// `questions` or `competencies`.
        what: &'static str,
    },
    /// The plan is the same, and yet a question was asked in other words.
    #[error(
        "{first} and {second} have question {number}, `{question}`, in other words under the same plan: it was reworded between them; \
         candidates are compared only on the same questions, so give the scorecards of each wording on their own"
    )]
    Wording {
        /// A file.
        first: String,
        /// Another.
        second: String,
        /// From 1.
        number: usize,
        /// The question's id.
        question: String,
    },
    /// Nobody speaks twice.
    #[error("{first} and {second} are both {interviewer}'s scorecard of {candidate}; give one of them")]
    Twice {
        /// A file.
        first: String,
        /// Another.
        second: String,
        /// Whose.
        interviewer: String,
        /// Of whom.
        candidate: String,
    },
    /// Ratings that may change are not combined: they have to be given before the others are seen.
    #[error(
        "{name}: the rating of `{question}` is not locked; finish that interview first, so that ratings stand before they are compared"
    )]
    Unlocked {
        /// The file.
        name: String,
        /// The question's id.
        question: String,
    },
}

const FREEZE: &str = "`hotseat plan --output FILE` freezes a plan, so that everybody is asked the same";
const STRETCHED: &str = "the questions are the same, so one of them may have been held with extra time by an earlier hotseat, which \
                         made another plan of it: copy it once more with `hotseat interview --from-paper --extra-time`";

/// The scorecards by candidate, then by interviewer, where all of them may be combined.
pub fn admitted(submitted: &[Submitted]) -> Result<Vec<RatingSheet>, PanelError> {
    let mut all = spelled_alike(submitted);
    all.sort_by_cached_key(|one| (order(&one.sheet.candidate), order(&one.sheet.interviewer)));
    for pair in all.windows(2) {
        comparable(&pair[0], &pair[1])?;
    }
    all.iter().try_for_each(locked)?;
    Ok(all.into_iter().map(|one| one.sheet).collect())
}

/// Neighbours are compared: what all neighbours share, all share.
fn comparable(one: &Submitted, other: &Submitted) -> Result<(), PanelError> {
    let (first, second) = (one.name.clone(), other.name.clone());
    let (a, b) = (&one.sheet, &other.sheet);
    if a.level != b.level {
        return Err(PanelError::Level { first, second, levels: (a.level, b.level) });
    }
    if a.plan != b.plan {
        let hint = if may_be_stretched(a, b) { STRETCHED } else { FREEZE };
        return Err(PanelError::Plan { first, second, plans: (a.plan.0.clone(), b.plan.0.clone()), hint });
    }
    if let Some(what) = differing(a, b) {
        return Err(PanelError::Content { first, second, what });
    }
    if let Some((number, question)) = reworded(a, b) {
        return Err(PanelError::Wording { first, second, number, question });
    }
    if (&a.candidate, &a.interviewer) == (&b.candidate, &b.interviewer) {
        let (interviewer, candidate) = (a.interviewer.clone(), a.candidate.clone());
        return Err(PanelError::Twice { first, second, interviewer, candidate });
    }
    Ok(())
}

/// Whether extra time may be all that makes two plans of one: it was part of the fingerprint once.
fn may_be_stretched(a: &RatingSheet, b: &RatingSheet) -> bool {
    let asked = |sheet: &RatingSheet| sheet.questions.iter().map(|one| one.question.clone()).collect::<Vec<_>>();
    a.minutes == b.minutes && asked(a) == asked(b)
}

fn differing(a: &RatingSheet, b: &RatingSheet) -> Option<&'static str> {
    let asked = |sheet: &RatingSheet| -> Vec<(String, String)> {
        sheet.questions.iter().map(|one| (one.question.clone(), one.topic.clone())).collect()
    };
    if asked(a) != asked(b) {
        return Some("questions");
    }
    (weighing(a) != weighing(b)).then_some("competencies")
}

/// What the questions fall under, and how much that weighs. Titles may differ.
fn weighing(sheet: &RatingSheet) -> Vec<(String, Vec<String>, Weight)> {
    let topics = sheet.questions.iter().map(|one| one.topic.as_str());
    let groups = groups(topics, &sheet.competencies).into_iter();
    groups.map(|group| (group.id, group.topics, group.weight)).collect()
}

/// The first question that was asked in other words, by its number and id. Line breaks and blanks are not words.
fn reworded(a: &RatingSheet, b: &RatingSheet) -> Option<(usize, String)> {
    let pairs = (1..).zip(a.questions.iter().zip(&b.questions));
    let is_reworded = |a: &str, b: &str| !a.split_whitespace().eq(b.split_whitespace());
    let mut reworded = pairs.filter(|(_, (a, b))| is_reworded(&a.prompt, &b.prompt));
    reworded.next().map(|(number, (a, _))| (number, a.question.clone()))
}

fn locked(one: &Submitted) -> Result<(), PanelError> {
    match one.sheet.questions.iter().find(|question| question.rating.is_some() && !question.is_locked()) {
        None => Ok(()),
        Some(open) => Err(PanelError::Unlocked { name: one.name.clone(), question: open.question.clone() }),
    }
}
