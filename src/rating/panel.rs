//! Several interviewers of one candidate, and of many: the ratings as locked, side by side, and their means. Candidates stand
//! in the order of their codes; nothing here puts one before another.

mod admit;
mod codes;
mod raters;

use serde::Serialize;

use super::sheet::{Note, RatedQuestion, RatingSheet, Revision, Tick};
use super::summary::{CompetencyMean, Summary, group_means};
use super::{FORMAT, NO_RANKING};
use crate::agreement::mean;
use crate::content::{Fingerprint, Level};
use crate::plan::ExtraTime;
pub use admit::{PanelError, Submitted};
pub use raters::{Agreement, CLUSTERS, Figure, Leniency, ROUNDS, Raters};

/// Ratings this far apart are listed for discussion.
pub const APART: u8 = 2;

/// What several interviewers say of candidates that were asked the same.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Panel {
    /// "interview-panel".
    pub kind: &'static str,
    /// Version of the format: 1.
    pub format: u32,
    /// What this is not.
    pub caution: &'static str,
    /// The interview's id.
    pub interview: String,
    /// The interview's title.
    pub title: String,
    /// The level of all candidates.
    pub level: Level,
    /// How long the interviews were to last.
    pub minutes: u32,
    /// The plan of all interviews.
    pub plan: Fingerprint,
    /// Codes of the interviewers, in order.
    pub interviewers: Vec<String>,
    /// In the order of their codes.
    pub candidates: Vec<Candidate>,
    /// How far the interviewers agree, over all candidates.
    pub raters: Raters,
}

/// What the interviewers of one candidate say.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Candidate {
    /// The candidate's code.
    pub candidate: String,
    /// Codes of those who rated, in order.
    pub interviewers: Vec<String>,
    /// How much longer every time was, in hundredths: the most that one of them noted. It changes no rating.
    #[serde(skip_serializing_if = "ExtraTime::is_none")]
    pub extra_time: ExtraTime,
    /// In the order asked.
    pub questions: Vec<PanelQuestion>,
    /// In the interview's order.
    pub competencies: Vec<PanelCompetency>,
    /// The mean of competencies by their weights, 1 to 4; none where nothing was assessed.
    pub overall: Option<f64>,
    /// Questions that nobody assessed.
    pub not_assessed: usize,
}

/// What the interviewers say of one answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PanelQuestion {
    /// The question's id.
    pub question: String,
    /// Its topic.
    pub topic: String,
    /// As it was asked.
    pub prompt: String,
    /// Nobody had written a rubric for it when one of them asked it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub without_rubric: bool,
    /// One for each interviewer of the candidate.
    pub voices: Vec<Voice>,
    /// Of the initial ratings; none where nobody assessed it.
    pub mean: Option<f64>,
    /// From the lowest to the highest initial rating; none with fewer than two.
    pub spread: Option<u8>,
    /// Whether they are [`APART`] or more.
    pub discuss: bool,
}

/// What one interviewer says of one answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Voice {
    /// The interviewer's code.
    pub interviewer: String,
    /// The rating given before any discussion; none: not assessed.
    pub initial: Option<u8>,
    /// The latest change; it counts in no mean.
    pub revised: Option<Revision>,
    /// Changes before the latest, the first one first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub earlier_revisions: Vec<Revision>,
    /// Why there is no rating.
    pub not_assessed: Option<String>,
    /// What was heard, in the interviewer's words.
    pub evidence: String,
    /// Criteria that were heard.
    pub ticks: Vec<Tick>,
    /// What was written down.
    pub notes: Vec<Note>,
    /// The engine's band for the candidate's words, seen after the rating was locked.
    pub second_opinion: Option<u8>,
}

/// The mean of one competency.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PanelCompetency {
    /// The mean of the means of its questions.
    #[serde(flatten)]
    pub all: CompetencyMean,
    /// The mean by each interviewer alone, in their order.
    pub by_interviewer: Vec<Option<f64>>,
}

impl Panel {
    /// Combines scorecards, in whatever order they come.
    ///
    /// # Errors
    /// [`PanelError`]: they are not of the same plan and level, an interviewer stands twice, or ratings may still change.
    pub fn of(submitted: &[Submitted]) -> Result<Panel, PanelError> {
        let sheets = admit::admitted(submitted)?;
        let Some(first) = sheets.first() else { return Err(PanelError::Nothing) };
        let by_candidate = sheets.chunk_by(|a, b| a.candidate == b.candidate);
        let mut interviewers: Vec<String> = sheets.iter().map(|sheet| sheet.interviewer.clone()).collect();
        interviewers.sort_by_cached_key(|code| codes::order(code));
        interviewers.dedup();
        let candidates: Vec<Candidate> = by_candidate.map(Candidate::of).collect();
        Ok(Panel {
            kind: "interview-panel",
            format: FORMAT,
            caution: NO_RANKING,
            interview: first.interview.clone(),
            title: first.title.clone(),
            level: first.level,
            minutes: first.minutes,
            plan: first.plan.clone(),
            raters: Raters::of(&candidates, &interviewers),
            interviewers,
            candidates,
        })
    }
}

impl Candidate {
    /// From the scorecards of one candidate, of which there is at least one.
    fn of(sheets: &[RatingSheet]) -> Self {
        let asked = &sheets[0].questions;
        let questions: Vec<PanelQuestion> = (0..asked.len()).map(|index| PanelQuestion::of(sheets, index)).collect();
        let means: Vec<(&RatedQuestion, Option<f64>)> =
            asked.iter().zip(&questions).map(|(rated, question)| (rated, question.mean)).collect();
        let all = group_means(&means, &sheets[0].competencies);
        Candidate {
            candidate: sheets[0].candidate.clone(),
            interviewers: sheets.iter().map(|sheet| sheet.interviewer.clone()).collect(),
            extra_time: sheets.iter().map(|sheet| sheet.extra_time).max().unwrap_or_default(),
            overall: CompetencyMean::overall(&all),
            not_assessed: questions.iter().filter(|question| question.mean.is_none()).count(),
            competencies: competencies(all, sheets),
            questions,
        }
    }

    /// Questions whose ratings are [`APART`] or more, with their numbers from 1.
    pub fn to_discuss(&self) -> impl Iterator<Item = (usize, &PanelQuestion)> {
        (1..).zip(&self.questions).filter(|(_, question)| question.discuss)
    }
}

/// The means of all beside those of each interviewer: the same competencies, because the questions are the same.
fn competencies(all: Vec<CompetencyMean>, sheets: &[RatingSheet]) -> Vec<PanelCompetency> {
    let each: Vec<Summary> = sheets.iter().map(Summary::initial).collect();
    let by = |index: usize| each.iter().map(|one| one.competencies.get(index).and_then(|own| own.mean)).collect();
    let with_each = |(index, all)| PanelCompetency { all, by_interviewer: by(index) };
    all.into_iter().enumerate().map(with_each).collect()
}

impl PanelQuestion {
    fn of(sheets: &[RatingSheet], index: usize) -> Self {
        let asked = &sheets[0].questions[index];
        let voices: Vec<Voice> = sheets.iter().map(|sheet| Voice::of(sheet, &sheet.questions[index])).collect();
        let bands: Vec<u8> = voices.iter().filter_map(|voice| voice.initial).collect();
        let range = bands.iter().max().zip(bands.iter().min()).filter(|_| bands.len() > 1);
        let spread = range.map(|(high, low)| high - low);
        PanelQuestion {
            question: asked.question.clone(),
            topic: asked.topic.clone(),
            prompt: asked.prompt.clone(),
            without_rubric: sheets.iter().any(|sheet| sheet.questions[index].without_rubric),
            mean: mean(bands.iter().map(|band| f64::from(*band))),
            spread,
            discuss: spread.is_some_and(|spread| spread >= APART),
            voices,
        }
    }
}

impl Voice {
    fn of(sheet: &RatingSheet, rated: &RatedQuestion) -> Self {
        Voice {
            interviewer: sheet.interviewer.clone(),
            initial: rated.initial(),
            revised: rated.revised.clone(),
            earlier_revisions: rated.earlier_revisions.clone(),
            not_assessed: rated.unassessed(),
            evidence: rated.rating.as_ref().map(|rating| rating.evidence.clone()).unwrap_or_default(),
            ticks: rated.ticks.clone(),
            notes: rated.notes.clone(),
            second_opinion: rated.second_opinion.as_ref().and_then(|card| card.band),
        }
    }
}
