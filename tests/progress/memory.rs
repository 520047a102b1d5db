//! The memory model: the values that its authors publish, and its laws.

use hotseat::progress::memory::{Memory, Rating};
use proptest::prelude::*;

fn close(left: f64, right: f64) {
    assert!((left - right).abs() < 1e-4 * right.max(1.0), "{left} is not {right}");
}

fn after(history: &[(Rating, f64)]) -> Memory {
    let first = Memory::first(history[0].0);
    history[1..].iter().fold(first, |memory, (rating, days)| memory.again(*rating, *days))
}

#[test]
fn first_answers_leave_the_published_memories() {
    let published = [(0.212, 6.4133), (1.2931, 5.112_170_71), (2.3065, 2.118_103_97), (8.2956, 1.0)];
    for (rating, (stability, difficulty)) in Rating::ALL.into_iter().zip(published) {
        let memory = Memory::first(rating);
        close(memory.stability, stability);
        close(memory.difficulty, difficulty);
    }
}

/// `test_memory_state` of the reference implementations (fsrs-rs, py-fsrs).
#[test]
fn a_history_leaves_the_published_memory() {
    use Rating::{Again, Good};
    let memory = after(&[(Again, 0.0), (Good, 0.0), (Good, 1.0), (Good, 3.0), (Good, 8.0), (Good, 21.0)]);
    close(memory.stability, 53.62691);
    close(memory.difficulty, 6.357_486_7);
}

/// `test_review_card` of py-fsrs 6: always answered well on the day it is due, without learning steps.
#[test]
fn good_answers_come_again_after_the_published_days() {
    let mut memory = Memory::first(Rating::Good).again(Rating::Good, 0.0);
    let mut intervals = vec![memory.interval()];
    for _ in 0..3 {
        let days = memory.interval();
        memory = memory.again(Rating::Good, f64::from(days));
        intervals.push(memory.interval());
    }
    assert_eq!(intervals, [2, 11, 46, 163]);
}

fn rating() -> impl Strategy<Value = Rating> {
    proptest::sample::select(Rating::ALL.to_vec())
}

fn history() -> impl Strategy<Value = Vec<(Rating, f64)>> {
    prop::collection::vec((rating(), 0.0..400.0), 1..20)
}

proptest! {
    #[test]
    fn after_as_many_days_as_it_is_stable_nine_of_ten_are_left(history in history()) {
        let memory = after(&history);
        close(memory.retrievability(memory.stability), 0.9);
        close(memory.retrievability(0.0), 1.0);
        prop_assert!((f64::from(memory.interval()) - memory.stability.max(1.0)).abs() <= 0.5);
    }

    #[test]
    fn memory_only_fades(history in history(), one in 0.0..1000.0, more in 0.001..1000.0) {
        let memory = after(&history);
        let (before, later) = (memory.retrievability(one), memory.retrievability(one + more));
        prop_assert!(later < before && later > 0.0 && before <= 1.0);
    }

    #[test]
    fn a_better_answer_never_comes_again_earlier(history in history(), days in 0.0..400.0) {
        let memory = after(&history);
        let then = Rating::ALL.map(|rating| memory.again(rating, days));
        for (worse, better) in then.iter().zip(&then[1..]) {
            prop_assert!(worse.stability <= better.stability && worse.difficulty >= better.difficulty);
        }
    }

    #[test]
    fn recalling_makes_it_last_and_forgetting_does_not(history in history(), days in 1.0..400.0) {
        let memory = after(&history);
        prop_assert!(memory.again(Rating::Good, days).stability >= memory.stability);
        prop_assert!(memory.again(Rating::Again, days).stability <= memory.stability.max(0.001));
        prop_assert!(memory.again(Rating::Good, 0.5).stability >= memory.stability);
    }

    #[test]
    fn everything_stays_in_its_bounds(history in history()) {
        let memory = after(&history);
        prop_assert!((1.0..=10.0).contains(&memory.difficulty));
        prop_assert!((0.001..=36_500.0).contains(&memory.stability));
        prop_assert!((1..=36_500).contains(&memory.interval()));
    }
}
