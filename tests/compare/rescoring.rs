//! Old attempts under the present rubrics.

use std::collections::BTreeMap;

use hotseat::attempt::{AttemptMove, Revision, Tally, Why};
use hotseat::compare::{Comparison, Standing};
use hotseat::content::{Level, Library};
use hotseat::scoring::Mille;

use super::{STORY, STRONG, Said, WEAK, present, present_by, sat, sat_with};
use crate::scoring::bench::library;

const SAID: &[Said<'_>] = &[("deploy-failure", &[STRONG]), ("incident-story", &[STORY]), ("terms", &[])];

/// The library of another time, in which a rubric asked for less.
fn older() -> Library {
    let mut older = library().clone();
    let criteria = &mut older.rubrics.get_mut("deploy-failure").unwrap().criteria;
    criteria.retain(|criterion| criterion.id != "cause");
    criteria.iter_mut().filter(|one| one.id == "detect").for_each(|one| one.rules.clear());
    older
}

fn without(question: &str) -> Library {
    let mut less = library().clone();
    less.questions.remove(question);
    less.rubrics.remove(question);
    less
}

#[test]
fn an_attempt_that_the_present_rubrics_have_judged_stays_as_it_is() {
    let attempt = sat(0, Level::Mid, SAID);
    let present = present(attempt.clone());
    assert!(present.attempt == attempt && present.before.is_none() && present.gone.is_empty());
    // Another sample or another order of questions makes no other rubric.
    let mut proved = library().clone();
    proved.rubrics.values_mut().for_each(|rubric| rubric.samples.clear());
    assert!(present_by(&proved, attempt).before.is_none());
}

#[test]
fn an_attempt_under_an_older_rubric_is_judged_anew_and_its_old_score_is_told() {
    let old = sat_with(&older(), 0, Level::Mid, SAID);
    let kept = old.overall(|judged| judged.in_time.as_ref());
    let anew = present(old.clone());
    assert_eq!(anew.attempt.judged, sat(0, Level::Mid, SAID).judged, "as if it had been sat today");
    assert_eq!(anew.attempt.transcript, old.transcript);
    let before = anew.before.as_ref().unwrap();
    assert_eq!(before.overall, kept);
    let [moved] = before.moved.as_slice() else { panic!("{:?}", before.moved) };
    assert_eq!((moved.question.as_str(), moved.why), ("deploy-failure", Why::Rubric));
    let criteria: Vec<_> = moved.criteria.iter().map(|one| (one.id.as_str(), one.then, one.now)).collect();
    assert_eq!(criteria, [("detect", Mille(0), Mille(1000))], "a criterion that is new has not moved");
    assert!(present(anew.attempt).before.is_none(), "once is enough");
}

#[test]
fn other_rules_of_scoring_are_told_from_other_rubrics() {
    let mut old = sat(0, Level::Mid, SAID);
    old.judged.iter_mut().filter_map(|one| one.in_time.as_mut()).for_each(|card| card.engine = "1".into());
    let before = present(old).before.unwrap();
    assert_eq!(before.moved.iter().map(|one| one.why).collect::<Vec<_>>(), [Why::Engine, Why::Engine]);
}

#[test]
fn a_question_that_is_gone_leaves_the_sum_and_comes_back() {
    let attempt = sat(0, Level::Mid, SAID);
    let less = present_by(&without("deploy-failure"), attempt.clone());
    assert_eq!(less.gone, ["deploy-failure"]);
    assert_eq!(less.before.as_ref().unwrap().moved[0].why, Why::Gone);
    let score = less.attempt.overall(|judged| judged.in_time.as_ref());
    assert_eq!(score.not_scorable, ["deploy-failure"]);
    let story = attempt.judged[1].in_time.as_ref().unwrap().score.unwrap();
    assert_eq!(score.score, Some(Mille(story.0 / 2)), "the story and a question that was passed over");

    let comparison = Comparison::of(&less, &less, &BTreeMap::new());
    assert_eq!(comparison.repeats[0].standing, Standing::NotCounted);
    assert_eq!(comparison.like_for_like.as_ref().unwrap().questions, [2, 2]);

    let again = present_by(&without("deploy-failure"), less.attempt.clone());
    assert!(again.before.is_none() && again.gone == ["deploy-failure"], "nothing is left to judge anew");
    let back = present(less.attempt);
    assert_eq!(back.attempt.judged, attempt.judged);
    assert_eq!(back.before.unwrap().moved[0].why, Why::Back);
}

#[test]
fn the_words_of_a_follow_up_that_has_changed_count_as_echo_still() {
    let mut older = library().clone();
    let probe = &mut older.questions.get_mut("deploy-failure").unwrap().probes[0];
    probe.ask = "Was it the error rate on the dashboard that told you?".into();
    let echoed: &[Said<'_>] = &[("deploy-failure", &[WEAK, "it was the error rate on the dashboard that told"])];
    let anew = present(sat_with(&older, 0, Level::Mid, echoed));
    let card = anew.attempt.judged[0].in_time.as_ref().unwrap();
    let detect = card.criteria.iter().find(|one| one.id == "detect").unwrap();
    assert_eq!(detect.credit, Mille(0), "{detect:?}");
}

#[test]
fn many_moves_are_told_in_few_numbers() {
    let mut tally = Tally::default();
    for day in 0..5 {
        let anew = present(sat_with(&older(), day, Level::Mid, SAID));
        let before = anew.before.unwrap();
        let now = anew.attempt.overall(|judged| judged.in_time.as_ref());
        let attempt = AttemptMove {
            attempt: anew.attempt.id,
            started: anew.attempt.started,
            then: before.overall.score,
            now: now.score,
        };
        tally.add(attempt, &before.moved);
    }
    assert_eq!((tally.attempts, tally.raised + tally.lowered), (5, 5));
    assert_eq!(tally.why, [(Why::Rubric, 5)].into());
    assert_eq!(tally.criteria[&("deploy-failure".to_owned(), "detect".to_owned())].raised, 5);
    let [high, low] = tally.widest;
    assert!(high == low && high != 0 && tally.change == 5 * i64::from(high), "all moved alike: {tally:?}");
    assert_eq!(tally.moved.len(), 5);
    assert_eq!(tally.revisions["deploy-failure"], [Revision::Added("cause".into())].into());
    tally.add(AttemptMove { then: None, now: None, ..tally.moved[0] }, &[]);
    assert_eq!((tally.attempts, tally.scored, tally.widest), (6, 5, [high, low]), "what has no score has not moved");
    assert_eq!(tally.moved.len(), 5);
}
