//! The few numbers by which many attempts are told.

use std::sync::Arc;

use hotseat::attempt::{AskedName, AttemptKind, QuestionOutline, QuestionResult, StoryShares};
use hotseat::content::{Kind, Level};
use hotseat::scoring::scorecard::Mille;
use hotseat::session::Outcome;
use hotseat::store::NewScoring;

use super::{begin, scoring, store};

fn result(question: &str, score: u32) -> QuestionResult {
    QuestionResult {
        question: question.into(),
        topic: "deployments".into(),
        kind: Kind::Behavioural,
        level: Level::Staff,
        outcome: Outcome::Answered,
        score: Some(Mille(score)),
        band: Some(3),
        unprompted: Some(Mille(score / 2)),
        dimensions: [Some(Mille(700)), None, Some(Mille(0)), Some(Mille(1000))],
        used_ms: 250_000,
        allowed_ms: 240_000,
        over_ms: 10_000,
        first_point_ms: Some(31_000),
        story: Some(StoryShares { situation: Mille(200), task: Mille(100), action: Mille(500), result: Mille(200) }),
    }
}

#[test]
fn results_come_back_as_they_were_kept_oldest_attempt_first() {
    let (_folder, mut store) = store();
    let nothing = QuestionResult {
        outcome: Outcome::Skipped,
        score: None,
        band: None,
        unprompted: None,
        dimensions: [None; 4],
        first_point_ms: None,
        story: None,
        ..result("rollback", 0)
    };
    let (later, earlier) = (begin(&mut store, 5_000), begin(&mut store, 0));
    let first = [result("canary", 500), nothing];
    let second = [result("canary", 800)];
    store.finish(later, &NewScoring { results: &second, ..scoring(6_000, 800, &[]) }).unwrap();
    store.finish(earlier, &NewScoring { results: &first, ..scoring(1_000, 500, &[]) }).unwrap();
    let all = store.outlines("ada", AttemptKind::Mock).unwrap();
    assert_eq!(all.iter().map(|one| one.attempt).collect::<Vec<_>>(), [earlier, later]);
    let read = [0, 1].map(|index| store.results(&all[index]).unwrap());
    assert_eq!((read[0].questions.as_slice(), read[1].questions.as_slice()), (first.as_slice(), second.as_slice()));
    assert_eq!((read[0].started, read[0].score), (all[0].started, Some(Mille(500))));
    assert_eq!(all[0].questions, first.each_ref().map(outline));
    assert_eq!(store.outlines("ada", AttemptKind::Drill).unwrap(), []);
    assert_eq!(store.outlines("bob", AttemptKind::Mock).unwrap(), []);
}

fn outline(result: &QuestionResult) -> QuestionOutline {
    QuestionOutline {
        asked: Arc::new(AskedName { question: result.question.clone(), topic: result.topic.clone() }),
        level: result.level,
        outcome: result.outcome,
        score: result.score,
        band: result.band,
    }
}

#[test]
fn a_later_scoring_replaces_results() {
    let (_folder, mut store) = store();
    let attempt = begin(&mut store, 0);
    store.finish(attempt, &NewScoring { results: &[result("canary", 500)], ..scoring(1_000, 500, &[]) }).unwrap();
    store.rescore(attempt, &NewScoring { results: &[result("canary", 620)], ..scoring(2_000, 620, &[]) }).unwrap();
    let all = store.outlines("ada", AttemptKind::Mock).unwrap();
    assert_eq!((all.len(), all[0].questions.len(), all[0].questions[0].score), (1, 1, Some(Mille(620))));
    assert_eq!(store.results(&all[0]).unwrap().score, Some(Mille(620)));
}
