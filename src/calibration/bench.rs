//! Judges, ready for many answers, and all cores at once.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::resume_unwind;
use std::thread;

use super::rated::Rated;
use crate::content::{Bundle, Library};
use crate::scoring::{Judge, Scorecard, Segment};

/// The judges of some questions.
#[derive(Debug)]
pub struct Bench {
    judges: BTreeMap<String, Seat>,
}

#[derive(Debug)]
struct Seat {
    bundle: Bundle,
    judge: Judge,
}

impl Bench {
    /// For the questions that some answers answer.
    pub fn new(library: &Library, rated: &[Rated]) -> Self {
        Bench::of(library, rated, |_| {})
    }

    /// The same with other cut scores than the library's.
    pub fn with_cuts(library: &Library, rated: &[Rated], cuts: [u32; 3]) -> Self {
        Bench::of(library, rated, |bundle| bundle.scale.bands.cuts = cuts)
    }

    fn of(library: &Library, rated: &[Rated], change: impl Fn(&mut Bundle) + Sync) -> Self {
        let questions: BTreeSet<&str> = rated.iter().map(|one| one.question.as_str()).collect();
        let questions: Vec<&str> = questions.into_iter().collect();
        let seats = side_by_side(&questions, |question| {
            let mut bundle = library.bundle(question)?;
            change(&mut bundle);
            Some(((*question).to_owned(), Seat { judge: Judge::new(&bundle), bundle }))
        });
        Bench { judges: seats.into_iter().flatten().collect() }
    }

    /// What a question is judged by; none where it is unknown.
    pub fn bundle(&self, question: &str) -> Option<&Bundle> {
        self.judges.get(question).map(|seat| &seat.bundle)
    }

    /// Judges a text as an answer like another one: to the same question, at the same level.
    pub fn score(&self, like: &Rated, text: &str) -> Option<Scorecard> {
        self.score_all(like, &[Segment::answer(text)])
    }

    /// The same with answers to probes.
    pub fn score_all(&self, like: &Rated, segments: &[Segment<'_>]) -> Option<Scorecard> {
        self.judges.get(&like.question).map(|seat| seat.judge.score(segments, like.level))
    }

    /// Which patterns match an answer: by criterion, in the order of [`crate::content::Criterion::patterns`].
    pub fn matches(&self, answer: &Rated) -> Vec<Vec<bool>> {
        self.judges.get(&answer.question).map(|seat| seat.judge.matches(&answer.answer)).unwrap_or_default()
    }
}

/// Does the same work on all items, on all cores; results in the order of the items.
pub(super) fn side_by_side<'a, T: Sync, R: Send>(items: &'a [T], work: impl Fn(&'a T) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let work = &work;
    thread::scope(|scope| {
        let parts = items.chunks(items.len().div_ceil(cores).max(1));
        let running: Vec<_> =
            parts.map(|part| scope.spawn(move || part.iter().map(work).collect::<Vec<R>>())).collect();
        running.into_iter().flat_map(|part| part.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    })
}
