//! What was typed is there again, to the last character, and nothing else is.

use hotseat::store::{State, Store, StoreError};
use uuid::Uuid;

use super::{at, begin, begin_for, bundle, event, finish, id, plan, store};

#[test]
fn everything_is_there_after_opening_again() {
    let (folder, mut first) = store();
    let attempt = begin(&mut first, 0);
    let events =
        [event(0, 0, Some("canary"), r#"{"text":"S"}"#), event(1, 1_500, None, r#"{"text":"naïve 🦀 \u0000"}"#)];
    first.append(attempt, &events).unwrap();
    drop(first);

    let again = Store::open(folder.path()).unwrap();
    assert_eq!(again.events(attempt).unwrap(), events);
    let kept = again.attempt(attempt).unwrap();
    assert_eq!(kept.plan, plan(&["canary", "rollback"]));
    assert_eq!(kept.settings, r#"{"strict":true}"#);
    let begun = [bundle("canary", "1"), bundle("rollback", "1")];
    assert_eq!(kept.bundles, begun.each_ref().map(|bundle| bundle.fingerprint.clone()));
    assert_eq!(again.bundle(&begun[1].fingerprint).unwrap().as_ref(), Some(&begun[1].body));
    assert_eq!((kept.profile.as_str(), kept.state, kept.started, kept.ended), ("ada", State::Open, at(0), None));
    assert_eq!((kept.clock_ms, kept.clock_wall), (1_500, at(1)));
}

#[test]
fn a_batch_is_stored_whole_or_not_at_all() {
    let (_folder, mut store) = store();
    let attempt = begin(&mut store, 0);
    store.append(attempt, &[event(0, 10, None, "{}")]).unwrap();
    let gap = store.append(attempt, &[event(1, 20, None, "{}"), event(3, 30, None, "{}")]);
    assert!(matches!(gap, Err(StoreError::OutOfSequence { expected: 2, found: 3, .. })), "{gap:?}");
    let twice = store.append(attempt, &[event(0, 20, None, "{}")]);
    assert!(matches!(twice, Err(StoreError::OutOfSequence { expected: 1, found: 0, .. })), "{twice:?}");
    assert_eq!(store.events(attempt).unwrap().len(), 1);
    assert_eq!(store.attempt(attempt).unwrap().clock_ms, 10);
}

#[test]
fn thinking_moves_the_clock_and_nothing_moves_it_back() {
    let (_folder, mut store) = store();
    let attempt = begin(&mut store, 0);
    store.heartbeat(attempt, 90_000, at(90)).unwrap();
    store.heartbeat(attempt, 60_000, at(95)).unwrap();
    let kept = store.attempt(attempt).unwrap();
    assert_eq!((kept.clock_ms, kept.clock_wall), (90_000, at(95)));
}

#[test]
fn nothing_is_added_to_what_has_ended() {
    let (_folder, mut store) = store();
    let (done, given_up) = (begin(&mut store, 0), begin(&mut store, 100));
    finish(&mut store, done, 50, 600);
    store.abandon(given_up, at(150)).unwrap();
    for attempt in [done, given_up] {
        assert!(matches!(store.append(attempt, &[event(0, 1, None, "{}")]), Err(StoreError::Ended(_))));
        assert!(matches!(store.heartbeat(attempt, 1, at(1)), Err(StoreError::Ended(_))));
        assert!(matches!(store.abandon(attempt, at(1)), Err(StoreError::Ended(_))));
    }
    let nobody = Uuid::nil();
    assert!(matches!(store.heartbeat(nobody, 1, at(1)), Err(StoreError::UnknownAttempt(_))));
    assert!(matches!(store.attempt(nobody), Err(StoreError::UnknownAttempt(_))));
}

#[test]
fn a_bundle_is_stored_once() {
    let (folder, mut store) = store();
    begin(&mut store, 0);
    begin(&mut store, 100);
    let file = rusqlite::Connection::open(folder.path().join("hotseat.db")).unwrap();
    let bundles: i64 = file.query_row("SELECT count(*) FROM bundle", [], |row| row.get(0)).unwrap();
    assert_eq!(bundles, 2);
}

#[test]
fn an_attempt_that_cannot_begin_leaves_nothing_behind() {
    let (_folder, mut store) = store();
    let repeated = plan(&["canary", "canary"]);
    let new = hotseat::store::NewAttempt {
        id: id(0),
        kind: hotseat::attempt::AttemptKind::Mock,
        profile: "bob",
        plan: &repeated,
        bundles: &[],
        settings: "{}",
        started: at(0),
    };
    store.begin(&new).unwrap_err();
    assert!(matches!(store.attempt(id(0)), Err(StoreError::UnknownAttempt(_))));
    assert_eq!(store.profiles().unwrap(), Vec::<String>::new());
}

#[test]
fn names_are_only_names() {
    let hostile =
        ["'; DROP TABLE attempt; --", "last~1", "", "a\"b`c", "../../etc", "нина 🦀", "x\u{0}y", "%", "line\nline"];
    let (folder, mut first) = store();
    for (number, name) in (0..).zip(hostile) {
        begin_for(&mut first, name, number, &[name, "plain"]);
        first.append(id(number), &[event(0, 5, Some(name), name)]).unwrap();
        first.remember(name, name, name, at(0)).unwrap();
        finish(&mut first, id(number), number + 1, 500);
    }
    drop(first);
    let again = Store::open(folder.path()).unwrap();
    for (number, name) in (0..).zip(hostile) {
        assert_eq!(again.attempts(name, 10).unwrap().len(), 1, "{name:?}");
        assert_eq!(again.events(id(number)).unwrap()[0].body, name);
        assert_eq!(again.setting(name, name).unwrap().as_deref(), Some(name));
        assert_eq!(again.recent_questions(name, 1).unwrap(), [name]);
        assert!(again.find("ada", name).is_err(), "{name:?}");
    }
}

#[test]
fn settings_belong_to_a_profile_and_the_last_value_counts() {
    let (_folder, mut store) = store();
    assert_eq!(store.setting("ada", "composing-wpm").unwrap(), None);
    store.remember("ada", "composing-wpm", "25", at(0)).unwrap();
    store.remember("ada", "composing-wpm", "31", at(9)).unwrap();
    store.remember("bob", "warm-up-seen", "yes", at(9)).unwrap();
    assert_eq!(store.setting("ada", "composing-wpm").unwrap().as_deref(), Some("31"));
    assert_eq!(store.setting("bob", "composing-wpm").unwrap(), None);
    assert_eq!(store.profiles().unwrap(), ["ada", "bob"]);
}

#[test]
fn a_store_in_memory_behaves_like_one_on_disk() {
    let mut store = Store::in_memory().unwrap();
    let attempt = begin(&mut store, 0);
    let _lease = store.lease(attempt).unwrap();
    store.append(attempt, &[event(0, 5, None, "{}")]).unwrap();
    finish(&mut store, attempt, 50, 700);
    assert_eq!(store.attempts("ada", 10).unwrap()[0].id, attempt);
}
