//! Reads a scorecard from a file and holds it to the rules, so that nothing later has to doubt it.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::BANDS;
use super::sheet::{FORMAT, KIND, Outcome, RatedQuestion, Rating, RatingSheet};
use crate::guide::{Code, CodeError};

/// Why a file is no scorecard, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// No JSON, or a key is missing or of another type.
    #[error("this cannot be read as a scorecard: {0}; give the JSON file as `hotseat interview` wrote it")]
    Syntax(String),
    /// Some other JSON.
    #[error(
        "this is JSON, but no interviewer's scorecard (`kind` is not \"{KIND}\"); give files that `hotseat interview` wrote"
    )]
    Kind,
    /// From a newer program, or none.
    #[error("this scorecard has format {found}, this program reads format {FORMAT}; use a newer hotseat")]
    Format {
        /// As written.
        found: u32,
    },
    /// A code is missing, or is none.
    #[error("`{key}` is no code; give the {key} one of letters, digits and dashes, such as C-017, and no name")]
    Code {
        /// `candidate` or `interviewer`.
        key: &'static str,
    },
    /// No fingerprint.
    #[error("`plan` is no fingerprint; give the file as `hotseat interview` wrote it")]
    Plan,
    /// A competency that nothing weighs.
    #[error("the competency `{0}` weighs nothing; give it a `weight` above 0, or take the competency out")]
    Weight(String),
    /// Nothing was planned.
    #[error("this scorecard holds no questions; give one of an interview that asked some")]
    NoQuestions,
    /// A question stands twice.
    #[error("the question `{0}` stands twice; take one of them out")]
    Repeated(String),
    /// A rule was broken.
    #[error("question {number}, `{question}`: {because}")]
    Question {
        /// From 1.
        number: usize,
        /// Its id.
        question: String,
        /// Which rule.
        because: &'static str,
    },
}

impl RatingSheet {
    /// Reads a scorecard. Keys that this version does not know are passed over.
    ///
    /// # Errors
    /// [`SheetError`], for the first thing that is wrong.
    pub fn read(text: &str) -> Result<RatingSheet, SheetError> {
        let text = text.trim_start_matches('\u{feff}');
        check_head(text)?;
        let sheet: RatingSheet = serde_json::from_str(text).map_err(syntax)?;
        check_head_of(&sheet)?;
        check_questions(&sheet.questions)?;
        Ok(sheet)
    }
}

/// Kind and format are looked at before everything else, because other files have other keys.
fn check_head(text: &str) -> Result<(), SheetError> {
    #[derive(Deserialize)]
    struct Head {
        #[serde(default)]
        kind: serde_json::Value,
        #[serde(default)]
        format: u32,
    }
    let head: Head = serde_json::from_str(text).map_err(syntax)?;
    match head {
        Head { kind, .. } if kind != KIND => Err(SheetError::Kind),
        Head { format: FORMAT, .. } => Ok(()),
        Head { format, .. } => Err(SheetError::Format { found: format }),
    }
}

fn syntax(error: serde_json::Error) -> SheetError {
    SheetError::Syntax(error.to_string())
}

fn check_head_of(sheet: &RatingSheet) -> Result<(), SheetError> {
    let codes = [("candidate", &sheet.candidate), ("interviewer", &sheet.interviewer)];
    if let Some((key, _)) = codes.into_iter().find(|(_, code)| !is_code(code)) {
        return Err(SheetError::Code { key });
    }
    if let Some(light) = sheet.competencies.iter().find(|competency| competency.weight.0 == 0) {
        return Err(SheetError::Weight(light.id.clone()));
    }
    if is_fingerprint(&sheet.plan.0) { Ok(()) } else { Err(SheetError::Plan) }
}

/// A code without a digit may stand on a scorecard that was kept before codes had one.
fn is_code(text: &str) -> bool {
    matches!(text.parse::<Code>(), Ok(_) | Err(CodeError::Digit))
}

fn is_fingerprint(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn check_questions(questions: &[RatedQuestion]) -> Result<(), SheetError> {
    if questions.is_empty() {
        return Err(SheetError::NoQuestions);
    }
    let mut known = BTreeSet::new();
    for (number, question) in (1..).zip(questions) {
        if !known.insert(&question.question) {
            return Err(SheetError::Repeated(question.question.clone()));
        }
        if let Some(because) = broken(question) {
            return Err(SheetError::Question { number, question: question.question.clone(), because });
        }
    }
    Ok(())
}

/// Less is asked than when a rating is given: a full stop may have been kept as evidence before that was refused.
fn is_bare(question: &RatedQuestion, rating: &Rating) -> bool {
    let noted = question.notes.iter().any(|note| !note.text.trim().is_empty());
    !noted && question.ticks.is_empty() && rating.evidence.trim().is_empty()
}

/// The first rule that a question breaks.
fn broken(question: &RatedQuestion) -> Option<&'static str> {
    let rating = question.rating.as_ref();
    let rules = [
        (rating.is_some_and(|rating| !BANDS.contains(&rating.band)), "a rating is 1, 2, 3 or 4"),
        (question.revisions().any(|revised| !BANDS.contains(&revised.band)), "a revised rating is 1, 2, 3 or 4"),
        (
            rating.is_some_and(|rating| is_bare(question, rating)),
            "a rating needs evidence: a tick, a note, or what was heard under `evidence`",
        ),
        (rating.is_some() && question.outcome != Outcome::Asked, "it was not asked and yet rated; correct `outcome`"),
        (
            rating.is_some() && question.not_assessed.is_some(),
            "it is both rated and not assessed; take one of them out",
        ),
        (
            question.revisions().next().is_some() && !question.is_locked(),
            "it has a revision beside a rating that is not locked; take `revised` out, or lock the rating",
        ),
        (
            question.second_opinion.is_some() && !question.is_locked(),
            "it has a second opinion before the rating was locked; take `second_opinion` out, or lock the rating",
        ),
        (
            question.second_opinion.as_ref().and_then(|card| card.band).is_some_and(|band| !BANDS.contains(&band)),
            "the band of a second opinion is 1, 2, 3 or 4",
        ),
    ];
    rules.into_iter().find(|(is_broken, _)| *is_broken).map(|(_, because)| because)
}
