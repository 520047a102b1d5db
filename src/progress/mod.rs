//! Many attempts, looked at together: how scores went, how time was used, what of the bank was seen and is remembered, and what to
//! practise next. Pure; one pass over the results of all questions, so that many thousands of attempts cost little.

pub mod advice;
pub mod coverage;
pub mod due;
pub mod knowledge;
pub mod memory;
pub mod moment;
pub mod pacing;
pub mod standing;
pub mod trend;

use jiff::Timestamp;

pub use advice::Advice;
pub use coverage::TopicCoverage;
pub use due::{Due, Reason};
pub use knowledge::{Knowledge, Known};
pub use moment::Moment;
pub use pacing::Pacing;
pub use standing::Standing;
pub use trend::{LevelTrend, Point, Series};

use crate::attempt::{AttemptKind, AttemptResults, QuestionResult};
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
    fn is_about(&self, attempt: &AttemptResults) -> bool {
        self.topics.is_empty() || self.results(attempt).next().is_some()
    }

    fn results<'a>(&self, attempt: &'a AttemptResults) -> impl Iterator<Item = &'a QuestionResult> {
        attempt.questions.iter().filter(|result| self.wants(&result.topic))
    }
}

impl<'a> Progress<'a> {
    /// From all attempts, oldest first.
    pub fn of(attempts: &'a [AttemptResults], library: &'a Library, asking: &Asking<'_>) -> Self {
        let knowledge = Knowledge::of(attempts, library, asking.moment);
        let trends = trend::trends(attempts, asking);
        let looked_at = looked_at(attempts, &trends, asking);
        let (dimensions, topics) = (standing::dimensions(&looked_at, asking), standing::topics(&looked_at, asking));
        let coverage = coverage::coverage(&knowledge, library, asking);
        let level = level(attempts);
        let due = level.map_or_else(Vec::new, |level| due::due(&knowledge, library, level, asking.topics));
        let pacing = pacing::pacing(since(attempts, &looked_at).flat_map(|one| asking.results(one)));
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
            dimensions,
            topics,
            coverage,
            lost: coverage::lost(&knowledge, library, asking),
            due,
        }
    }
}

/// The latest interviews at the level of the latest one, oldest first.
fn looked_at<'a>(
    attempts: &'a [AttemptResults],
    trends: &[LevelTrend<'_>],
    asking: &Asking<'_>,
) -> Vec<&'a AttemptResults> {
    let level = trends.first().map(|first| first.level);
    let mocks = attempts.iter().filter(|one| one.kind == AttemptKind::Mock && asking.is_about(one));
    trend::latest(&mocks.filter(|one| Some(one.level) == level).collect::<Vec<_>>(), asking.last).to_vec()
}

/// The level of the latest attempt; none: there is none.
pub fn level(attempts: &[AttemptResults]) -> Option<Level> {
    attempts.last().map(|last| last.level)
}

/// Attempts of several kinds in one row, oldest first; each list comes in that order.
pub fn in_order(mut lists: Vec<Vec<AttemptResults>>) -> Vec<AttemptResults> {
    let mut all: Vec<AttemptResults> = lists.drain(..).flatten().collect();
    all.sort_by_key(|one| (one.started, one.attempt));
    all
}

/// All attempts at the level since the first of those that are looked at; where none is, all at the level of the latest attempt.
fn since<'a>(
    attempts: &'a [AttemptResults],
    looked_at: &[&AttemptResults],
) -> impl Iterator<Item = &'a AttemptResults> {
    let first = looked_at.first();
    let start = first.map_or(0, |first| attempts.partition_point(|one| one.started < first.started));
    let level = first.map(|first| first.level).or(level(attempts));
    attempts[start..].iter().filter(move |one| Some(one.level) == level)
}
