//! What holds for any two attempts.

use std::collections::BTreeMap;

use hotseat::compare::{Change, Comparison, Sum, Verdict};
use hotseat::content::Level;
use proptest::prelude::*;

use super::{STORY, STRONG, Said, WEAK, present, sat};

/// What may be said to a question, or nothing.
const ANSWERS: &[&[&str]] = &[
    &[],
    &[WEAK],
    &[STRONG],
    &[WEAK, "A dashboard showed the error rate."],
    &["We use Terraform, Kubernetes and Grafana every day, and I ssh into prod and fix it there."],
    &[STORY],
    &["The weather was nice that day."],
];
const QUESTIONS: &[&str] = &["terms", "terms-lived", "deploy-failure", "incident-story"];

fn said(picks: &[Option<usize>]) -> Vec<Said<'static>> {
    let asked = QUESTIONS.iter().zip(picks);
    asked.filter_map(|(question, pick)| Some((*question, ANSWERS[(*pick)? % ANSWERS.len()]))).collect()
}

/// All differences of a sum, with what they are of.
fn differences(sum: &Sum) -> Vec<(String, Change)> {
    let mut all = vec![("overall".to_owned(), sum.overall), ("unprompted".to_owned(), sum.unprompted)];
    all.extend(sum.dimensions.iter().map(|one| (format!("{:?}", one.id), one.change)));
    all.extend(sum.competencies.iter().map(|one| (one.id.clone(), one.change)));
    all.sort_by(|one, other| one.0.cmp(&other.0));
    all
}

fn swapped(mut all: Vec<(String, Change)>) -> Vec<(String, Change)> {
    all.iter_mut().for_each(|(_, one)| *one = Change { then: one.now, now: one.then });
    all
}

#[test]
fn an_attempt_compared_with_itself_has_no_difference() {
    let present = present(sat(0, Level::Mid, &said(&[Some(1), Some(5), Some(3), Some(2)])));
    let comparison = Comparison::of(&present, &present, &BTreeMap::new());
    let sums = [Some(&comparison.whole), comparison.like_for_like.as_ref()];
    for (what, change) in sums.into_iter().flatten().flat_map(differences) {
        assert_eq!(change.difference(), Some(0), "{what}");
    }
    assert_eq!(comparison.repeats.len(), 4);
    for repeat in &comparison.repeats {
        assert!(!repeat.criteria.is_empty() && repeat.criteria.iter().all(|one| one.difference() == 0));
    }
    assert!(comparison.conditions.is_empty() && comparison.once.is_empty() && comparison.same_plan);
    assert_eq!(comparison.whole.chance.verdict(), Verdict::TooFew, "four questions tell nothing");
}

#[test]
fn an_attempt_with_nothing_in_it_is_compared_too() {
    let (empty, full) = (present(sat(0, Level::Mid, &[])), present(sat(1, Level::Mid, &said(&[Some(1), Some(2)]))));
    let comparison = Comparison::of(&empty, &full, &BTreeMap::new());
    assert_eq!((comparison.whole.overall.then, comparison.whole.overall.difference()), (None, None));
    assert!(comparison.like_for_like.is_none() && comparison.once.len() == 2, "{:?}", comparison.once);
}

fn picks() -> impl Strategy<Value = Vec<Option<usize>>> {
    proptest::collection::vec(proptest::option::weighted(0.8, 0..ANSWERS.len()), QUESTIONS.len())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn turned_round_every_gain_is_a_loss(then in picks(), now in picks(), shown in proptest::bool::ANY) {
        let (then, now) = (present(sat(0, Level::Mid, &said(&then))), present(sat(7, Level::Mid, &said(&now))));
        let shown = if shown { [("terms".to_owned(), crate::store::at(10))].into() } else { BTreeMap::new() };
        let (one, other) = (Comparison::of(&then, &now, &shown), Comparison::of(&now, &then, &shown));
        prop_assert_eq!(differences(&one.whole), swapped(differences(&other.whole)));
        prop_assert_eq!(one.like_for_like.is_some(), other.like_for_like.is_some());
        for (there, back) in [(&one.like_for_like, &other.like_for_like), (&one.after_model_answer, &other.after_model_answer)] {
            let (there, back) = (there.as_ref().map(differences), back.as_ref().map(differences));
            prop_assert_eq!(there, back.map(swapped));
        }
        for repeat in &one.repeats {
            let back = other.repeats.iter().find(|back| back.question() == repeat.question()).unwrap();
            prop_assert_eq!(back.standing, repeat.standing);
            for (there, back) in repeat.criteria.iter().zip(&back.criteria) {
                prop_assert_eq!((&there.id, there.difference()), (&back.id, -back.difference()));
            }
        }
        let of_topics = one.once.iter().filter(|cell| cell.topic.is_some());
        let questions: usize = of_topics.map(|cell| cell.then.len() + cell.now.len()).sum();
        let asked = then.attempt.plan.questions().count() + now.attempt.plan.questions().count();
        prop_assert_eq!(questions + 2 * one.repeats.len(), asked, "every question is told of once");
    }
}
