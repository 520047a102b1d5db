//! Lists, and finding an attempt by what people type.

use hotseat::content::Level;
use hotseat::plan::ExtraTime;
use hotseat::scoring::scorecard::Mille;
use hotseat::store::{Store, StoreError};

use super::{at, begin, begin_for, event, finish, id, plan, store};

#[test]
fn the_history_shows_finished_attempts_newest_first() {
    let (_folder, mut store) = store();
    for (started, score) in [(0, 400), (5_000, 500), (9_000, 600)] {
        let attempt = begin(&mut store, started);
        finish(&mut store, attempt, started + 2_500, score);
    }
    begin(&mut store, 20_000);
    let history = store.attempts("ada", 2).unwrap();
    assert_eq!(history.iter().map(|line| line.score).collect::<Vec<_>>(), [Some(Mille(600)), Some(Mille(500))]);
    let newest = &history[0];
    assert_eq!((newest.id, newest.started, newest.finished), (id(9_000), at(9_000), at(11_500)));
    assert_eq!((newest.interview.as_str(), newest.title.as_str()), ("devops-engineer", "DevOps engineer"));
    assert_eq!((newest.level, newest.minutes, newest.extra_time), (Level::Senior, 45, ExtraTime(125)));
    assert_eq!((newest.band, newest.answered, newest.questions), (Some(3), 2, 2));
    assert_eq!(newest.plan, plan(&["canary", "rollback"]).fingerprint().0);
    assert_eq!(store.attempts("bob", 10).unwrap(), []);
}

#[test]
fn attempts_are_found_by_last_and_by_the_beginning_of_their_id() {
    let (_folder, mut store) = store();
    let far_apart = [0, 1_000_000, 2_000_000];
    for started in far_apart {
        let attempt = begin(&mut store, started);
        finish(&mut store, attempt, started + 10, 500);
    }
    let open = begin(&mut store, 3_000_000);
    let short = |seconds: i64| id(seconds).to_string()[..8].to_owned();
    let cases = [
        ("last".to_owned(), id(2_000_000)),
        ("last~0".to_owned(), id(2_000_000)),
        ("last~2".to_owned(), id(0)),
        (short(1_000_000), id(1_000_000)),
        (short(1_000_000).to_uppercase(), id(1_000_000)),
        (open.to_string(), open),
    ];
    for (typed, found) in cases {
        assert_eq!(store.find("ada", &typed).unwrap(), found, "{typed}");
    }
}

#[test]
fn what_is_not_found_is_said_with_a_way_on() {
    let (_folder, mut store) = store();
    for started in [0, 1, 2] {
        let attempt = begin(&mut store, started);
        finish(&mut store, attempt, started + 10, 500);
    }
    let said = |name: &str| {
        let error = store.find("ada", name).unwrap_err();
        format!("{error}; {}", error.hint().unwrap_or_default())
    };
    let shown = ["last~3", "yesterday", &id(0).to_string()[..6]].map(said).join("\n");
    insta::assert_snapshot!(shown, @r"
    there is no attempt 'last~3' (finished attempts kept: 3); `hotseat history` lists what is kept
    no attempt 'yesterday' is kept; `hotseat history` lists what is kept; name an attempt by the beginning of its id, by `last` or by `last~2`
    '01a0c4' is the beginning of 3 attempts; type more of it: 01a0c450-73d0-7000-8000-000000020707, 01a0c450-6fe8-7000-8000-000000010707, 01a0c450-6c00-7000-8000-000000000707
    ");
    assert!(matches!(store.find("bob", "last"), Err(StoreError::TooFewAttempts { kept: 0, .. })));
    assert!(matches!(store.find("bob", &id(0).to_string()), Err(StoreError::UnknownAttempt(_))));
    for odd in ["", "last~", "last~-1", "last~99999999999", "lastly", "LAST", "g"] {
        assert!(store.find("ada", odd).is_err(), "{odd}");
    }
}

#[test]
fn only_questions_that_were_shown_count_as_seen() {
    let (_folder, mut store) = store();
    for (started, questions) in [(0, ["oldest", "a"]), (100, ["shown", "planned"]), (200, ["latest", "shown"])] {
        let attempt = begin_for(&mut store, "ada", started, &questions);
        store.append(attempt, &[event(0, 0, Some(questions[0]), "{}")]).unwrap();
    }
    store.abandon(id(200), at(300)).unwrap();
    assert_eq!(store.recent_questions("ada", 2).unwrap(), ["latest", "shown"]);
    assert_eq!(store.recent_questions("ada", 9).unwrap(), ["latest", "oldest", "shown"]);
    assert_eq!(store.recent_questions("bob", 9).unwrap(), Vec::<String>::new());
}

#[test]
fn ten_thousand_attempts_are_all_listed_and_found() {
    let folder = tempfile::tempdir().unwrap();
    drop(Store::open(folder.path()).unwrap());
    fill(&folder.path().join("hotseat.db"), 10_000);
    let store = Store::open(folder.path()).unwrap();

    assert_eq!(store.attempts("ada", 10_000).unwrap().len(), 10_000);
    assert_eq!(store.attempts("ada", 20).unwrap().len(), 20);
    assert_eq!(store.recent_questions("ada", 10).unwrap().len(), 2);
    assert!(store.find("ada", "last~9").is_ok());
}

fn fill(file: &std::path::Path, attempts: i64) {
    let mut file = rusqlite::Connection::open(file).unwrap();
    let filling = file.transaction().unwrap();
    filling.execute("INSERT INTO profile VALUES ('p', 'ada', 0)", []).unwrap();
    let plan = serde_json::to_string(&plan(&["canary", "rollback"])).unwrap();
    for number in 0..attempts {
        let attempt = id(number * 60).to_string();
        filling
            .execute(
                "INSERT INTO attempt VALUES (?1, 'p', 'finished', 1, '0', ?2, ?2, 'i', 't', 'mid', 45, 100, 2, 'f', 0, 0, 1, ?3, '{}', 'mock')",
                rusqlite::params![attempt, at(number * 60).as_millisecond(), plan],
            )
            .unwrap();
        filling.execute("INSERT INTO scoring VALUES (?1, 1, 0, 500, 2, 2, '{}')", [&attempt]).unwrap();
        for (position, question) in ["canary", "rollback"].iter().enumerate() {
            let row = rusqlite::params![attempt, position as i64, question];
            filling.execute("INSERT INTO asked VALUES (?1, ?2, ?3, NULL, 5)", row).unwrap();
        }
    }
    filling.commit().unwrap();
}
