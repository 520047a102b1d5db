//! The interviewer's guide: what is asked when, what to listen for, and where ratings are written down. The same library and plan
//! give the same guide, whoever is interviewed; how it looks stands in `report`.

pub mod advice;
mod code;
mod competency;
pub mod lettering;
mod opening;
mod question;
mod rating;
mod timetable;

use crate::content::{Interview, Library};
use crate::plan::Plan;

pub use code::{Code, CodeError};
pub use competency::CompetencyRow;
pub use opening::Opening;
pub use question::QuestionPage;
pub use rating::pages as rating_pages;
pub use timetable::{Moment, Part};

/// All that a guide prints.
#[derive(Debug, Clone)]
pub struct Guide<'a> {
    /// What is asked, and for how long.
    pub plan: &'a Plan,
    /// The interview that it is a plan of.
    pub interview: &'a Interview,
    /// What to say first.
    pub opening: Opening,
    /// When what happens.
    pub timetable: Vec<Moment>,
    /// The questions, in the order in which they are asked.
    pub questions: Vec<QuestionPage<'a>>,
    /// What the questions are about.
    pub competencies: Vec<CompetencyRow<'a>>,
    /// Who is interviewed; none on a guide that serves for everybody.
    pub candidate: Option<Code>,
    /// The command that prints the same guide again.
    pub command: String,
}

impl<'a> Guide<'a> {
    /// A guide to a plan; none where the library holds its interview or one of its questions no more.
    pub fn of(library: &'a Library, plan: &'a Plan, command: String) -> Option<Self> {
        let interview = library.interviews.get(&plan.interview)?;
        let timetable = timetable::of(plan);
        let questions = question::pages(library, plan, interview)?;
        let competencies = competency::rows(interview, &questions);
        let opening = Opening::of(library, plan, interview);
        Some(Guide { plan, interview, opening, timetable, questions, competencies, candidate: None, command })
    }

    /// The same guide, with a candidate's code on it.
    pub fn with_candidate(self, candidate: Option<Code>) -> Self {
        Guide { candidate, ..self }
    }

    /// Words to close with.
    pub fn closing(&self) -> &'a str {
        closing(self.interview)
    }

    /// Whether a competency weighs more or less than another.
    pub fn is_weighted(&self) -> bool {
        self.competencies.iter().any(|row| row.weight != self.competencies[0].weight)
    }

    /// How ratings become results, and results one.
    pub fn combining(&self) -> String {
        format!("{} {}", advice::COMBINING, if self.is_weighted() { advice::WEIGHED } else { advice::EVEN })
    }

    /// How long it lasts, extra time included; in minutes.
    pub fn minutes(&self) -> u64 {
        self.plan.total().as_secs() / 60
    }
}

/// Words to close with: the interview's own, or neutral ones.
pub fn closing(interview: &Interview) -> &str {
    let own = interview.closing.trim();
    if own.is_empty() { advice::CLOSING } else { own }
}
