//! The mechanical summary of a scorecard: mean by competency, then the mean of competencies by their weights. Nothing that was
//! not assessed counts as anything. Mechanical combination predicts better than impressions do (Kuncel, Klieger, Connelly and
//! Ones 2013, "Mechanical versus clinical data combination in selection and admissions decisions", Journal of Applied
//! Psychology 98).

use serde::Serialize;

use super::sheet::{RatedQuestion, RatingSheet};
use crate::agreement::mean;
use crate::content::{Competency, Weight};
use crate::scoring::interview::groups;

/// Means on the scale of bands, 1 to 4.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary {
    /// The mean of competencies by their weights; none where nothing was assessed.
    pub overall: Option<f64>,
    /// In the interview's order, then topics that belong to no competency, by name.
    pub competencies: Vec<CompetencyMean>,
    /// Questions of the plan.
    pub questions: usize,
    /// Of these, not assessed.
    pub not_assessed: usize,
}

/// The mean of one competency.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CompetencyMean {
    /// The competency's id, or a topic that belongs to none.
    pub id: String,
    /// For people.
    pub title: String,
    /// How much it weighs in the mean of all.
    pub weight: Weight,
    /// None where none of its questions was assessed.
    pub mean: Option<f64>,
    /// Questions that were assessed: one alone is thin evidence.
    pub assessed: usize,
    /// Its questions, in the order asked.
    pub questions: Vec<String>,
}

impl Summary {
    /// By the ratings as they were locked.
    pub fn initial(sheet: &RatingSheet) -> Self {
        Summary::by(sheet, RatedQuestion::initial)
    }

    /// By the ratings as they stand after revision; none where nothing was revised.
    pub fn revised(sheet: &RatingSheet) -> Option<Self> {
        let is_revised = sheet.questions.iter().any(|question| question.revised.is_some());
        is_revised.then(|| Summary::by(sheet, RatedQuestion::latest))
    }

    fn by(sheet: &RatingSheet, band: impl Fn(&RatedQuestion) -> Option<u8>) -> Self {
        let rated: Vec<(&RatedQuestion, Option<f64>)> =
            sheet.questions.iter().map(|question| (question, band(question).map(f64::from))).collect();
        let competencies = group_means(&rated, &sheet.competencies);
        Summary {
            overall: CompetencyMean::overall(&competencies),
            competencies,
            questions: rated.len(),
            not_assessed: rated.iter().filter(|(_, value)| value.is_none()).count(),
        }
    }

    /// Competencies that rest on a single question.
    pub fn thin(&self) -> impl Iterator<Item = &CompetencyMean> {
        self.competencies.iter().filter(|one| one.assessed == 1)
    }
}

impl CompetencyMean {
    /// The mean by weights; none where no competency has one.
    pub fn overall(all: &[CompetencyMean]) -> Option<f64> {
        let weighed = || all.iter().filter_map(|one| Some((one.mean?, one.weight.share())));
        let weight: f64 = weighed().map(|(_, weight)| weight).sum();
        (weight > 0.0).then(|| weighed().map(|(mean, weight)| mean * weight).sum::<f64>() / weight)
    }

    fn of(group: Competency, rated: &[(&RatedQuestion, Option<f64>)]) -> Self {
        let own = || rated.iter().filter(|(question, _)| group.topics.contains(&question.topic));
        CompetencyMean {
            mean: mean(own().filter_map(|(_, value)| *value)),
            assessed: own().filter(|(_, value)| value.is_some()).count(),
            questions: own().map(|(question, _)| question.question.clone()).collect(),
            id: group.id,
            title: group.title,
            weight: group.weight,
        }
    }
}

/// The mean of each competency over values of its questions; a question without a value leaves it.
pub fn group_means(rated: &[(&RatedQuestion, Option<f64>)], competencies: &[Competency]) -> Vec<CompetencyMean> {
    let topics = rated.iter().map(|(question, _)| question.topic.as_str());
    groups(topics, competencies).into_iter().map(|group| CompetencyMean::of(group, rated)).collect()
}
