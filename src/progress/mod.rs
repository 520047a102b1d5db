//! Many attempts, looked at together: how scores went, how time was used, what of the bank was seen and is remembered, and what to
//! practise next. Pure; one pass over the outlines of all attempts and a close look at few of them, so that many thousands cost
//! little.

pub mod advice;
pub mod coverage;
pub mod due;
pub mod knowledge;
pub mod memory;
pub mod moment;
pub mod pacing;
pub mod selection;
pub mod standing;
pub mod trend;

use std::collections::HashMap;

use jiff::Timestamp;
use uuid::Uuid;

pub use advice::Advice;
pub use coverage::TopicCoverage;
pub use due::{Due, Reason};
pub use knowledge::{Knowledge, Known};
pub use moment::Moment;
pub use pacing::Pacing;
pub use selection::Selection;
pub use standing::Standing;
pub use trend::{Interview, LevelTrend, Point, Series};

use crate::attempt::{AttemptKind, AttemptOutline, AttemptResults, QuestionResult};
use crate::content::{Dimension, Level, Library};
use crate::scoring::scorecard::Mille;
use advice::Grounds;

/// What is asked of progress.
#[derive(Debug, Clone, Copy)]
pub struct Asking<'a> {
    /// Only of these topics; empty: of all.
    pub topics: &'a [String],
    /// Trends, time and means look at so many of the latest interviews.
    pub last: usize,
    /// For which moment.
    pub moment: Moment,
}

/// Many attempts, looked at together.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress<'a> {
    /// For which moment.
    pub moment: Moment,
    /// When the first attempt began; none: there is none.
    pub since: Option<Timestamp>,
    /// Finished mock interviews.
    pub mocks: usize,
    /// Finished drills of one question.
    pub drills: usize,
    /// How scores went, the level of the latest interview first.
    pub trends: Vec<LevelTrend<'a>>,
    /// Interviews that scores are told of, and that other rubrics or rules judged than the present ones. Not known here: 0.
    pub outdated: usize,
    /// How many interviews the means and the first trend look at.
    pub interviews: usize,
    /// How time was used at their level since the first of them, drills included.
    pub pacing: Pacing,
    /// Dimensions over these interviews, best first.
    pub dimensions: Vec<Standing<Dimension>>,
    /// Topics over these interviews, best first.
    pub topics: Vec<Standing<&'a str>>,
    /// How much of the bank was seen; sorted by topic.
    pub coverage: Vec<TopicCoverage<'a>>,
    /// How many questions were seen that the bank does not have.
    pub lost: usize,
    /// What should be practised at the level of the latest attempt, most urgent first.
    pub due: Vec<Due<'a>>,
    /// The next three things to practise.
    pub advice: Vec<Advice<'a>>,
}

impl Asking<'_> {
    fn wants(&self, topic: &str) -> bool {
        self.topics.is_empty() || self.topics.iter().any(|wanted| wanted == topic)
    }

    /// Whether an attempt tells anything of what is asked about.
    fn is_about(&self, attempt: &AttemptOutline) -> bool {
        self.topics.is_empty() || attempt.questions.iter().any(|question| self.wants(&question.asked.topic))
    }

    fn results<'a>(&self, attempt: &'a AttemptResults) -> impl Iterator<Item = &'a QuestionResult> {
        attempt.questions.iter().filter(|result| self.wants(&result.topic))
    }
}

impl<'a> Progress<'a> {
    /// From all attempts, oldest first, and the results of those that [`Selection::attempts`] names.
    pub fn of(
        attempts: &'a [AttemptOutline],
        results: &'a [AttemptResults],
        library: &'a Library,
        asking: &Asking<'_>,
    ) -> Self {
        let knowledge = Knowledge::of(attempts, library, asking.moment);
        let (selection, results) = (Selection::of(attempts, asking), Results::new(results));
        let trends = trend::trends(&selection, &results, asking);
        let looked_at = selection.interviews.first().map_or_else(Vec::new, |some| results.of(&some.latest));
        let (dimensions, topics) = (standing::dimensions(&looked_at, asking), standing::topics(&looked_at, asking));
        let coverage = coverage::coverage(&knowledge, library, asking);
        let level = level(attempts);
        let due = level.map_or_else(Vec::new, |level| due::due(&knowledge, library, level, asking.topics));
        let pacing = pacing::pacing(results.of(&selection.since).into_iter().flat_map(|one| asking.results(one)));
        let grounds = Grounds {
            due: &due,
            dimensions: &dimensions,
            topics: &topics,
            coverage: &coverage,
            story: pacing.story,
            strong: Mille(library.scale.bands.cuts[2]),
            level,
        };
        let count = |kind| attempts.iter().filter(|one| one.kind == kind).count();
        Progress {
            moment: asking.moment,
            since: attempts.first().map(|first| first.started),
            mocks: count(AttemptKind::Mock),
            drills: count(AttemptKind::Drill),
            interviews: looked_at.len(),
            pacing,
            advice: advice::advice(grounds),
            trends,
            outdated: 0,
            dimensions,
            topics,
            coverage,
            lost: coverage::lost(&knowledge, library, asking),
            due,
        }
    }
}

/// The results of some attempts.
struct Results<'a>(HashMap<Uuid, &'a AttemptResults>);

impl<'a> Results<'a> {
    fn new(results: &'a [AttemptResults]) -> Self {
        Results(results.iter().map(|one| (one.attempt, one)).collect())
    }

    /// Those of these attempts, in the same order.
    fn of(&self, attempts: &[&AttemptOutline]) -> Vec<&'a AttemptResults> {
        attempts.iter().filter_map(|one| self.0.get(&one.attempt).copied()).collect()
    }
}

/// The level of the latest attempt; none: there is none.
pub fn level(attempts: &[AttemptOutline]) -> Option<Level> {
    attempts.last().map(|last| last.level)
}

/// Attempts of several kinds in one row, oldest first; each list comes in that order.
pub fn in_order(lists: Vec<Vec<AttemptOutline>>) -> Vec<AttemptOutline> {
    let mut all: Vec<AttemptOutline> = lists.into_iter().flatten().collect();
    all.sort_by_key(|one| (one.started, one.attempt));
    all
}
