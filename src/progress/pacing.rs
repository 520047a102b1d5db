//! How time was used. No score depends on any of it.

use serde::Serialize;

use crate::attempt::{QuestionResult, StoryShares};
use crate::scoring::scorecard::Mille;
use crate::session::Outcome;

/// How time was used, over answers that have a record of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Pacing {
    /// Answers whose time is known.
    pub answers: usize,
    /// Of these, longer than their boxes.
    pub over: usize,
    /// Of these, finished before half of the box was used.
    pub well_under: usize,
    /// The median time from the start of the box to the first words that earned something, in milliseconds.
    pub first_point_ms: Option<u64>,
    /// Answers whose first point is known.
    pub first_points: usize,
    /// How the time of stories was shared, on average.
    pub story: Option<StoryShares>,
    /// Stories whose time is known by part.
    pub stories: usize,
}

/// Looks at the answers among some results.
pub fn pacing<'a>(results: impl Iterator<Item = &'a QuestionResult>) -> Pacing {
    let (mut pacing, mut first_points, mut stories) = (Pacing::default(), Vec::new(), Vec::new());
    for result in results.filter(|result| result.outcome == Outcome::Answered && result.used_ms > 0) {
        pacing.answers += 1;
        pacing.over += usize::from(result.over_ms > 0);
        pacing.well_under += usize::from(result.used_ms.saturating_mul(2) < result.allowed_ms);
        first_points.extend(result.first_point_ms);
        stories.extend(result.story);
    }
    Pacing {
        first_points: first_points.len(),
        first_point_ms: median(first_points),
        stories: stories.len(),
        story: mean_shares(&stories),
        ..pacing
    }
}

/// The lower of the two in the middle, where there are two.
fn median(mut times: Vec<u64>) -> Option<u64> {
    let middle = times.len().checked_sub(1)? / 2;
    Some(*times.select_nth_unstable(middle).1)
}

fn mean_shares(stories: &[StoryShares]) -> Option<StoryShares> {
    let mean = |part: fn(&StoryShares) -> Mille| super::trend::mean(stories.iter().map(part));
    Some(StoryShares {
        situation: mean(|story| story.situation)?,
        task: mean(|story| story.task)?,
        action: mean(|story| story.action)?,
        result: mean(|story| story.result)?,
    })
}
