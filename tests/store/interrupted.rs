//! Interrupted sessions are offered again, running ones are left alone.

use std::time::Duration;

use hotseat::attempt::AttemptKind;
use hotseat::store::{Store, StoreError};

use super::{at, begin, begin_for, event, finish, store};

#[test]
fn an_interrupted_attempt_is_offered_with_its_clock() {
    let (folder, mut first) = store();
    let attempt = begin(&mut first, 0);
    let lease = first.lease(attempt).unwrap();
    first.append(attempt, &[event(0, 0, Some("canary"), "{}"), event(1, 61_000, Some("rollback"), "{}")]).unwrap();
    first.heartbeat(attempt, 75_000, at(80)).unwrap();
    drop((lease, first)); // as when the process is killed: nothing is said to the store

    let offered = Store::open(folder.path()).unwrap().unfinished("ada", AttemptKind::Mock).unwrap();
    assert_eq!(offered.len(), 1);
    assert_eq!(offered[0].id, attempt);
    assert_eq!((offered[0].clock, offered[0].last_seen), (Duration::from_secs(75), at(80)));
    assert_eq!((offered[0].reached, offered[0].questions), (2, 2));
}

#[test]
fn a_running_attempt_is_not_offered_and_cannot_be_run_twice() {
    let (folder, mut first) = store();
    let attempt = begin(&mut first, 0);
    let lease = first.lease(attempt).unwrap();
    let second = Store::open(folder.path()).unwrap();
    assert_eq!(second.unfinished("ada", AttemptKind::Mock).unwrap(), []);
    assert!(matches!(second.lease(attempt), Err(StoreError::Running(id)) if id == attempt));
    drop(lease);
    assert_eq!(second.unfinished("ada", AttemptKind::Mock).unwrap().len(), 1);
    let _taken_over = second.lease(attempt).unwrap();
    assert_eq!(first.unfinished("ada", AttemptKind::Mock).unwrap(), []);
}

#[test]
fn what_has_ended_and_what_is_somebody_elses_is_not_offered() {
    let (folder, mut store) = store();
    let (done, given_up, open) = (begin(&mut store, 0), begin(&mut store, 100), begin(&mut store, 200));
    begin_for(&mut store, "bob", 300, &["canary"]);
    for attempt in [done, given_up, open] {
        drop(store.lease(attempt).unwrap());
    }
    finish(&mut store, done, 50, 500);
    store.abandon(given_up, at(150)).unwrap();
    let ids: Vec<_> = store.unfinished("ada", AttemptKind::Mock).unwrap().iter().map(|attempt| attempt.id).collect();
    assert_eq!(ids, [open]);
    let locks = std::fs::read_dir(folder.path().join("live")).unwrap().count();
    assert_eq!(locks, 1, "only the open attempt still has a lock file");
}

#[test]
fn two_programs_write_side_by_side() {
    let (folder, mut first) = store();
    let mut second = Store::open(folder.path()).unwrap();
    let (here, there) = (begin(&mut first, 0), begin(&mut second, 100));
    std::thread::scope(|scope| {
        for (store, attempt) in [(&mut first, here), (&mut second, there)] {
            scope.spawn(move || {
                for seq in 0..50 {
                    store.append(attempt, &[event(seq, seq * 100, None, "{}")]).unwrap();
                    assert_eq!(store.events(attempt).unwrap().len() as u64, seq + 1);
                }
            });
        }
    });
    assert_eq!(first.events(there).unwrap().len(), 50);
    assert_eq!(second.events(here).unwrap().len(), 50);
}

#[test]
fn programs_that_start_at_once_agree_on_the_tables() {
    for _ in 0..10 {
        let folder = tempfile::tempdir().unwrap();
        let start = || Store::open(&folder.path().join("new")).map(drop);
        std::thread::scope(|scope| {
            let starts: Vec<_> = (0..8).map(|_| scope.spawn(start)).collect();
            for start in starts {
                start.join().unwrap().unwrap();
            }
        });
    }
}
