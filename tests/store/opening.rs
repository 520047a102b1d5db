//! A file that cannot be used is named, with what to do, and left as it is.

use std::fs;
use std::path::Path;
use std::time::Duration;

use hotseat::attempt::AttemptKind;
use hotseat::scoring::scorecard::Mille;
use hotseat::store::{Fault, Store, StoreError, data_dir_from};
use rusqlite::Connection;

use super::{at, begin, finish, store};

/// Files as released schemas left them, oldest first: one finished and one interrupted attempt, really sat, and a question of it.
pub const RELEASED: &[(&str, &str)] =
    &[(include_str!("old/v1.sql"), "cloud-cost"), (include_str!("old/v2.sql"), "technology-decision")];

fn refusal(folder: &Path) -> (StoreError, String) {
    let error = Store::open_within(folder, Duration::from_millis(50)).unwrap_err();
    let shown = error.to_string().replace(&folder.display().to_string(), "FOLDER");
    let said = format!("{shown}; {}", error.hint().unwrap_or_default());
    (error, said)
}

fn fault(error: StoreError) -> Fault {
    match error {
        StoreError::Open { fault, .. } => fault,
        other => panic!("{other:?}"),
    }
}

#[test]
fn folders_are_made_and_are_private() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("a b/'c';--?mode=ro#");
    drop(Store::open(&folder).unwrap());
    assert!(folder.join("hotseat.db").is_file());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o077, 0);
    }
}

#[test]
fn another_kind_of_file_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("hotseat.db");
    let shopping = "milk, eggs, ".repeat(200);
    fs::write(&file, &shopping).unwrap();
    let (error, said) = refusal(folder.path());
    insta::assert_snapshot!(said, @"cannot open FOLDER/hotseat.db: it is not a hotseat data file; move that file away, or set HOTSEAT_DATA to another folder");
    assert!(matches!(fault(error), Fault::Foreign));
    assert_eq!(fs::read_to_string(&file).unwrap(), shopping);
}

#[test]
fn another_programs_database_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("hotseat.db");
    Connection::open(&file).unwrap().execute_batch("CREATE TABLE recipe (name TEXT)").unwrap();
    let before = fs::read(&file).unwrap();
    assert!(matches!(fault(refusal(folder.path()).0), Fault::Foreign));
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn a_newer_programs_file_is_refused_and_left_alone() {
    let (folder, store) = store();
    drop(store);
    let file = folder.path().join("hotseat.db");
    Connection::open(&file).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let (error, said) = refusal(folder.path());
    insta::assert_snapshot!(said, @"cannot open FOLDER/hotseat.db: a newer hotseat wrote it (schema 99; this program knows 4); update hotseat; the file was left as it is");
    assert!(matches!(fault(error), Fault::Newer { found: 99, .. }));
    let version: i64 = Connection::open(&file).unwrap().query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    assert_eq!(version, 99);
}

#[test]
fn a_damaged_file_is_called_so() {
    let (folder, mut store) = store();
    for number in 0..50 {
        let attempt = begin(&mut store, number * 100);
        finish(&mut store, attempt, number * 100 + 50, 500);
    }
    drop(store);
    let file = folder.path().join("hotseat.db");
    let mut bytes = fs::read(&file).unwrap();
    bytes[100..].fill(0xa5);
    fs::write(&file, bytes).unwrap();
    let (error, said) = refusal(folder.path());
    insta::assert_snapshot!(said, @"cannot open FOLDER/hotseat.db: it is damaged; `hotseat data restore FILE` puts a backup back; to begin afresh, move hotseat.db, hotseat.db-wal and hotseat.db-shm away");
    assert!(matches!(fault(error), Fault::Damaged));
}

#[test]
fn a_locked_file_is_waited_for_and_then_called_so() {
    let (folder, store) = store();
    drop(store);
    let other = Connection::open(folder.path().join("hotseat.db")).unwrap();
    other.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE profile SET name = name").unwrap();
    let (error, said) = refusal(folder.path());
    insta::assert_snapshot!(said, @"cannot open FOLDER/hotseat.db: another program has locked it; close the program that holds it (a backup, a database browser) and try again");
    assert!(matches!(fault(error), Fault::Locked));
}

#[test]
fn a_folder_that_is_a_file_is_called_so() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("data");
    fs::write(&folder, "").unwrap();
    assert!(matches!(fault(refusal(&folder).0), Fault::Folder(_)));
    fs::remove_file(&folder).unwrap();
    fs::create_dir_all(folder.join("hotseat.db")).unwrap();
    assert!(matches!(fault(refusal(&folder).0), Fault::Unreadable));
}

#[test]
fn files_of_all_released_schemas_open() {
    for (dump, question) in RELEASED {
        let folder = tempfile::tempdir().unwrap();
        let file = Connection::open(folder.path().join("hotseat.db")).unwrap();
        file.execute_batch(dump).unwrap();
        drop(file);
        let mut store = Store::open(folder.path()).unwrap();
        let history = store.attempts("ada", 10).unwrap();
        let attempt = history[0].id;
        assert_eq!(store.attempt(attempt).unwrap().plan.questions().count(), 2);
        assert_eq!(store.events(attempt).unwrap().len(), 10);
        assert_eq!(store.scorecards(attempt).unwrap().len(), 2);
        assert_eq!(store.unfinished("ada", AttemptKind::Mock).unwrap().len(), 1);
        assert_eq!(store.setting("ada", "composing-wpm").unwrap().as_deref(), Some("31"));
        store.contest(attempt, &[super::contests::claim(question, 0..2)], at(0)).unwrap();
        assert_eq!(store.contests(attempt).unwrap().last().unwrap().claim.question, *question);
        assert_eq!(store.contested("ada").unwrap(), [attempt]);
        begin(&mut store, 1_000_000);
    }
}

#[test]
fn an_attempt_of_an_older_schema_is_reported_and_told_with_others() {
    let folder = tempfile::tempdir().unwrap();
    let file = Connection::open(folder.path().join("hotseat.db")).unwrap();
    file.execute_batch(RELEASED[1].0).unwrap();
    drop(file);
    let mut store = Store::open(folder.path()).unwrap();
    let kept = store.attempts("ada", 10).unwrap();
    assert_eq!((kept.len(), kept[0].kind, kept[0].score), (1, AttemptKind::Mock, Some(Mille(659))));
    assert_eq!(store.unfinished("ada", AttemptKind::Mock).unwrap().len(), 1);
    let attempt = hotseat::sitting::load(&store, kept[0].id).unwrap();
    assert!(attempt.transcript.answers[0].segments[0].text.contains("Let's Encrypt"));
    assert_eq!(attempt.contests.len(), 1);

    let outlines = store.outlines("ada", AttemptKind::Mock).unwrap();
    assert!(outlines.len() == 1 && outlines[0].questions.is_empty(), "results came with schema 3");
    let mut progress = Vec::new();
    let unread = hotseat::sitting::fill_results(&mut store, "ada", |done, of| progress.push((done, of))).unwrap();
    assert!(unread.is_empty() && progress == [(1, 1)], "{unread:?}");
    let results = store.results(&outlines[0]).unwrap();
    let topics: Vec<&str> = results.questions.iter().map(|one| one.topic.as_str()).collect();
    assert_eq!((results.attempt, topics), (kept[0].id, vec!["automation", "leadership"]));
    assert!(results.questions[0].story.is_some_and(|story| story.action > story.task), "{results:?}");
    assert_eq!(results.questions[0].score, attempt.judged[0].in_time.as_ref().unwrap().score);
    assert!(store.without_results("ada").unwrap().is_empty());
}

#[test]
fn the_variable_names_the_data_folder() {
    assert_eq!(data_dir_from(Some("/x/y".into())).unwrap(), Path::new("/x/y"));
    let platform = data_dir_from(None).unwrap();
    assert!(platform.ends_with("hotseat"), "{}", platform.display());
    assert_eq!(data_dir_from(Some("".into())).unwrap(), platform);
}
