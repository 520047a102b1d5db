//! Which questions tell about which competency.

use super::question::QuestionPage;
use crate::content::{Interview, Weight};

/// A competency, and the questions that tell about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompetencyRow<'a> {
    /// For people.
    pub title: &'a str,
    /// How much it weighs in the mean of all.
    pub weight: Weight,
    /// Numbers of its questions, from 1.
    pub questions: Vec<usize>,
}

impl CompetencyRow<'_> {
    /// Whether a question, by its number, tells about it.
    pub fn has(&self, number: usize) -> bool {
        self.questions.contains(&number)
    }
}

/// The competencies that are asked about: in the interview's order, then topics that belong to none.
pub(super) fn rows<'a>(interview: &'a Interview, questions: &[QuestionPage<'a>]) -> Vec<CompetencyRow<'a>> {
    let own = interview.competencies.iter().map(|competency| (competency.title.as_str(), competency.weight));
    let loose = questions.iter().flat_map(|page| &page.competencies).map(|title| (*title, Weight::default()));
    let is_own = |title: &str| interview.competencies.iter().any(|competency| competency.title == title);
    let mut rows: Vec<CompetencyRow<'a>> = Vec::new();
    for (title, weight) in own.chain(loose.filter(|(title, _)| !is_own(title))) {
        let own = questions.iter().filter(|page| page.competencies.contains(&title));
        let row = CompetencyRow { title, weight, questions: own.map(|page| page.number).collect() };
        if !row.questions.is_empty() && !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows
}
