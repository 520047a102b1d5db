//! One question of a guide, with all that an interviewer needs while it is answered.

use std::time::Duration;

use super::advice;
use crate::content::{Criterion, Interview, Library, Question, Rubric};
use crate::plan::{Asked, Plan, Step};

/// What the last line of an entry leaves empty, on average; in characters.
const LAST_LINE: usize = 25;

/// A question, when it is asked, and how its answer is judged.
#[derive(Debug, Clone)]
pub struct QuestionPage<'a> {
    /// From 1.
    pub number: usize,
    /// Its place in the plan: times, probes, the level it is judged at.
    pub asked: &'a Asked,
    /// How it is worded.
    pub question: &'a Question,
    /// How it is judged; none in content of one's own that has no rubric for it.
    pub rubric: Option<&'a Rubric>,
    /// Titles of the competencies it belongs to; its topic where it belongs to none.
    pub competencies: Vec<&'a str>,
    /// When it starts.
    pub from: Duration,
    /// When to move on.
    pub move_on: Duration,
}

/// The questions of a plan; none where one is gone.
pub(super) fn pages<'a>(
    library: &'a Library,
    plan: &'a Plan,
    interview: &'a Interview,
) -> Option<Vec<QuestionPage<'a>>> {
    let starts = plan.steps.iter().zip(plan.clock());
    let asked = starts.filter_map(|(step, from)| match step {
        Step::Question(asked) => Some((asked, from)),
        _ => None,
    });
    let page = |(number, (asked, from)): (usize, (&'a Asked, Duration))| {
        Some(QuestionPage {
            number,
            asked,
            question: library.questions.get(&asked.question)?,
            rubric: library.rubrics.get(&asked.question),
            competencies: competencies(library, interview, &asked.topic),
            from,
            move_on: from + Duration::from_secs(u64::from(asked.seconds())),
        })
    };
    (1..).zip(asked).map(page).collect()
}

fn competencies<'a>(library: &'a Library, interview: &'a Interview, topic: &'a String) -> Vec<&'a str> {
    let own = interview.competencies.iter().filter(|competency| competency.topics.contains(topic));
    let titles: Vec<&str> = own.map(|competency| competency.title.as_str()).collect();
    if titles.is_empty() { vec![library.title(topic)] } else { titles }
}

impl<'a> QuestionPage<'a> {
    /// What is expected at the level that the answer is judged at.
    pub fn expected(&self) -> Vec<&'a Criterion> {
        self.split().0
    }

    /// What nobody expects at that level; it counts as a bonus.
    pub fn beyond(&self) -> Vec<&'a Criterion> {
        self.split().1
    }

    /// Whether a 3 is out of reach without a criterion, at the level that the answer is judged at.
    pub fn needs(&self, criterion: &Criterion) -> bool {
        criterion.required && criterion.level <= self.asked.level
    }

    /// What ratings from 1 to 4 mean: the rubric's own words, or general ones.
    pub fn anchors(&self) -> [String; 4] {
        self.rubric.map_or_else(|| advice::anchors(self.asked.level), |rubric| rubric.anchors.clone())
    }

    fn split(&self) -> (Vec<&'a Criterion>, Vec<&'a Criterion>) {
        self.rubric.map(|rubric| rubric.split(self.asked.level)).unwrap_or_default()
    }

    fn criteria(&self) -> impl Iterator<Item = &'a Criterion> {
        self.rubric.into_iter().flat_map(|rubric| &rubric.criteria)
    }

    /// How much there is to listen for, and how much there is to ask and to be wary of; in characters, with what each entry leaves
    /// empty of its last line.
    pub fn lengths(&self) -> (usize, usize) {
        let listen = self.criteria().map(|criterion| criterion.id.len() + criterion.feedback.len() + LAST_LINE);
        let flags = self.rubric.into_iter().flat_map(|rubric| &rubric.red_flags);
        let flags = flags.map(|flag| flag.id.len() + flag.feedback.len() + LAST_LINE);
        let probes = self.question.probes.iter().map(|probe| probe.ask.len() + 2 * LAST_LINE);
        (listen.sum(), flags.sum::<usize>() + probes.sum::<usize>())
    }
}
