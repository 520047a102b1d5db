//! Weighing options: an alternative with what it costs, or when or why it is the right one, near the topic. One word proves
//! nothing: two classes of cues have to stand near each other, in different words.

use std::ops::Range;

use super::evidence::{Mark, Read};
use super::reading::Reading;
use super::scorecard::Status;
use crate::content::scale::Tradeoff;

/// What is earned, in thousandths. `topics` are the hits it has to be near, unless it may stand `anywhere`.
pub(super) fn weighed(reads: &[Read<'_>], topics: &[Mark], anywhere: bool, window: usize, scale: &Tradeoff) -> u32 {
    reads.iter().map(|read| in_segment(&read.reading, topics, anywhere, window, scale)).max().unwrap_or_default()
}

fn in_segment(reading: &Reading<'_>, topics: &[Mark], anywhere: bool, window: usize, scale: &Tradeoff) -> u32 {
    let cues = Cues::new(reading);
    let spoken = |mark: &&Mark| !matches!(mark.verdict.status, Status::Echo | Status::Listed | Status::Excluded);
    let topics: Vec<&Mark> = topics.iter().filter(|mark| mark.segment == reading.segment).filter(spoken).collect();
    let sentences = 0..reading.document.sentences().len();
    let credit = |first: usize| {
        let window = first..first + window;
        let near = anywhere || topics.iter().any(|topic| window.contains(&topic.sentence));
        match (cues.weighs(reading, &window), near) {
            (Weighed::Fully, true) => scale.full,
            (Weighed::Option, true) => scale.option,
            (Weighed::Limit, true) => scale.limit,
            _ => 0,
        }
    };
    sentences.map(credit).max().unwrap_or_default()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weighed {
    /// Nothing is weighed.
    Nothing,
    /// A cost with its condition or reason.
    Limit,
    /// An alternative with its cost, or with a condition or reason.
    Option,
    /// An alternative with its cost and a condition or reason.
    Fully,
}

struct Cues {
    alternative: Vec<Range<usize>>,
    cost: Vec<Range<usize>>,
    grounds: Vec<Range<usize>>,
}

impl Cues {
    fn new(reading: &Reading<'_>) -> Self {
        let mut grounds = reading.stated("reason");
        grounds.extend(reading.stated("condition"));
        Cues { alternative: reading.stated("alternative"), cost: reading.stated("cost"), grounds }
    }

    fn weighs(&self, reading: &Reading<'_>, window: &Range<usize>) -> Weighed {
        let within = |cues: &[Range<usize>]| -> Vec<Range<usize>> {
            cues.iter().filter(|cue| window.contains(&reading.sentence(cue))).cloned().collect()
        };
        let (alternative, cost, grounds) = (within(&self.alternative), within(&self.cost), within(&self.grounds));
        let (priced, grounded) = (are_apart(&alternative, &cost), are_apart(&alternative, &grounds));
        match (priced, grounded) {
            (true, true) => Weighed::Fully,
            (true, _) | (_, true) => Weighed::Option,
            _ if are_apart(&cost, &grounds) => Weighed::Limit,
            _ => Weighed::Nothing,
        }
    }
}

/// Whether there is one of each, in different words.
fn are_apart(some: &[Range<usize>], others: &[Range<usize>]) -> bool {
    some.iter().any(|one| others.iter().any(|other| one.end <= other.start || other.end <= one.start))
}
