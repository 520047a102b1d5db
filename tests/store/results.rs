//! The few numbers by which many attempts are told.

use hotseat::attempt::{AttemptKind, QuestionResult, StoryShares};
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
    let all = store.results("ada", AttemptKind::Mock).unwrap();
    assert_eq!(all.iter().map(|one| one.attempt).collect::<Vec<_>>(), [earlier, later]);
    assert_eq!((all[0].questions.as_slice(), all[1].questions.as_slice()), (first.as_slice(), second.as_slice()));
    assert_eq!(store.results("ada", AttemptKind::Drill).unwrap(), []);
    assert_eq!(store.results("bob", AttemptKind::Mock).unwrap(), []);
}

#[test]
fn a_later_scoring_replaces_results() {
    let (_folder, mut store) = store();
    let attempt = begin(&mut store, 0);
    store.finish(attempt, &NewScoring { results: &[result("canary", 500)], ..scoring(1_000, 500, &[]) }).unwrap();
    store.rescore(attempt, &NewScoring { results: &[result("canary", 620)], ..scoring(2_000, 620, &[]) }).unwrap();
    let all = store.results("ada", AttemptKind::Mock).unwrap();
    assert_eq!((all.len(), all[0].questions.len(), all[0].questions[0].score), (1, 1, Some(Mille(620))));
}
