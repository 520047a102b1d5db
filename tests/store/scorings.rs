//! Scorecards stay when rubrics move on.

use hotseat::attempt::AttemptKind;
use hotseat::scoring::scorecard::Mille;
use hotseat::store::{JudgedBy, NewScoring, Store, StoreError};

use super::{at, begin, bundle, card, finish, scoring, store};

#[test]
fn scoring_again_shows_the_new_and_keeps_the_old() {
    let (folder, mut first) = store();
    let attempt = begin(&mut first, 0);
    let old = [card("rollback", "1", "1", r#"{"band":2}"#), card("canary", "1", "1", r#"{"band":1}"#)];
    first.finish(attempt, &scoring(3_000, 450, &old)).unwrap();

    let new = [card("canary", "2", "1", r#"{"band":3}"#), card("rollback", "1", "1", r#"{"band":2}"#)];
    first.rescore(attempt, &NewScoring { bundles: &[&bundle("canary", "2")], ..scoring(9_000, 650, &new) }).unwrap();
    drop(first);

    let store = Store::open(folder.path()).unwrap();
    assert_eq!(store.scorecards(attempt).unwrap(), new, "the latest, in the order of the plan");
    assert_eq!(store.all_scorecards(attempt).unwrap(), [old[1].clone(), new[0].clone(), old[0].clone()]);
    let scores: Vec<_> =
        store.scorings(attempt).unwrap().iter().map(|pass| (pass.number, pass.scored, pass.score)).collect();
    assert_eq!(scores, [(1, at(3_000), Some(Mille(450))), (2, at(9_000), Some(Mille(650)))]);
    let line = &store.attempts("ada", 1).unwrap()[0];
    assert_eq!((line.score, line.finished), (Some(Mille(650)), at(3_000)), "scored again, not sat again");
    assert_eq!(store.attempt(attempt).unwrap().bundles[0], bundle("canary", "1").fingerprint, "what it began with");
    assert_eq!(store.bundle("canary-2").unwrap(), Some(bundle("canary", "2").body));
    let by = |[question, rubric]: [&str; 2]| [question, rubric, "1"].map(str::to_owned);
    let cards = [["canary", "canary-2"], ["rollback", "rollback-1"]].map(by).to_vec();
    assert_eq!(store.judged_by(attempt).unwrap(), Some(JudgedBy { answered: 2, cards }));
}

#[test]
fn a_scorecard_is_never_written_over() {
    let (_folder, mut store) = store();
    let attempt = begin(&mut store, 0);
    let [first, second] = ["first", "second"].map(|body| [card("canary", "1", "1", body)]);
    store.finish(attempt, &scoring(60, 500, &first)).unwrap();
    store.rescore(attempt, &scoring(90, 500, &second)).unwrap();
    assert_eq!(store.all_scorecards(attempt).unwrap(), first);
}

#[test]
fn an_attempt_without_a_score_is_listed() {
    let (_folder, mut store) = store();
    let attempt = begin(&mut store, 0);
    let nothing = NewScoring { score: None, band: None, answered: 0, ..scoring(60, 0, &[]) };
    store.finish(attempt, &nothing).unwrap();
    let line = &store.attempts("ada", 1).unwrap()[0];
    assert_eq!((line.score, line.band, line.answered), (None, None, 0));
}

#[test]
fn an_attempt_is_finished_once_and_only_then_scored_again() {
    let (_folder, mut store) = store();
    let attempt = begin(&mut store, 0);
    assert!(matches!(store.rescore(attempt, &scoring(1, 500, &[])), Err(StoreError::NotFinished(_))));
    finish(&mut store, attempt, 60, 500);
    assert!(matches!(store.finish(attempt, &scoring(61, 900, &[])), Err(StoreError::Ended(_))));
    assert_eq!(store.attempts("ada", 1).unwrap()[0].score, Some(Mille(500)));
}

#[test]
fn a_scorecard_without_its_rubric_is_refused_with_all_that_came_with_it() {
    let (_folder, mut store) = store();
    let attempt = begin(&mut store, 0);
    let unknown = [card("canary", "never-stored", "1", "{}")];
    store.finish(attempt, &scoring(60, 500, &unknown)).unwrap_err();
    assert_eq!(store.attempts("ada", 1).unwrap(), []);
    assert_eq!(store.unfinished("ada", AttemptKind::Mock).unwrap().len(), 1);
}
