//! Tags, notes, filters, what was shown, and taking attempts away.

use hotseat::attempt::AttemptKind;
use hotseat::content::Level;
use hotseat::store::{Filter, Store};
use uuid::Uuid;

use super::{at, begin, bundle, card, finish, scoring, store};

fn three(store: &mut Store) -> [Uuid; 3] {
    [0, 100_000, 200_000].map(|seconds| {
        let attempt = begin(store, seconds);
        finish(store, attempt, seconds + 10, 500);
        attempt
    })
}

fn found(store: &Store, filter: Filter<'_>) -> Vec<Uuid> {
    store.history("ada", &filter).unwrap().iter().map(|line| line.id).collect()
}

#[test]
fn tags_and_notes_are_kept_and_change() {
    let (_folder, mut store) = store();
    let [first, ..] = three(&mut store);
    let tags = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    store.tag(first, &tags(&["tired", "baseline", "tired"]), &[]).unwrap();
    store.tag(first, &tags(&["onsite"]), &tags(&["tired", "never had"])).unwrap();
    store.annotate(first, "slept badly", at(0)).unwrap();
    store.annotate(first, "slept well after all", at(1)).unwrap();
    let line = store.history("ada", &Filter::default()).unwrap().pop().unwrap();
    assert_eq!((line.tags, line.note.as_deref()), (tags(&["baseline", "onsite"]), Some("slept well after all")));
    store.annotate(first, "", at(2)).unwrap();
    assert_eq!(store.history("ada", &Filter::default()).unwrap().pop().unwrap().note, None);
}

#[test]
fn filters_narrow_the_history() {
    let (_folder, mut store) = store();
    let [first, second, third] = three(&mut store);
    store.tag(second, &["onsite".to_owned()], &[]).unwrap();
    store.annotate(third, "100% calm, DRY_RUN", at(0)).unwrap();
    let all = Filter::default();
    let cases = [
        ("all", all, vec![third, second, first]),
        ("limit", Filter { limit: 1, ..all }, vec![third]),
        ("interview", Filter { interview: Some("devops-engineer"), ..all }, vec![third, second, first]),
        ("another interview", Filter { interview: Some("kubernetes"), ..all }, vec![]),
        ("level", Filter { level: Some(Level::Senior), ..all }, vec![third, second, first]),
        ("another level", Filter { level: Some(Level::Mid), ..all }, vec![]),
        ("tag", Filter { tag: Some("onsite"), ..all }, vec![second]),
        ("words of the note", Filter { text: Some("100% CALM"), ..all }, vec![third]),
        ("a sign that is no wildcard", Filter { text: Some("1%calm"), ..all }, vec![]),
        ("another", Filter { text: Some("dry_run"), ..all }, vec![third]),
        ("words of the title", Filter { text: Some("devops"), ..all }, vec![third, second, first]),
        ("since", Filter { since: Some(at(100_000)), ..all }, vec![third, second]),
        ("until", Filter { until: Some(at(100_000)), ..all }, vec![first]),
        ("kind", Filter { kinds: [AttemptKind::Drill; 2], ..all }, vec![]),
    ];
    for (name, filter, expected) in cases {
        assert_eq!(found(&store, filter), expected, "{name}");
    }
}

#[test]
fn what_was_shown_is_remembered_by_its_first_time() {
    let (_folder, mut store) = store();
    store.remember_shown("ada", &["canary".into(), "rollback".into()], at(10)).unwrap();
    store.remember_shown("ada", &["canary".into()], at(20)).unwrap();
    let shown = store.first_shown("ada").unwrap();
    assert_eq!(shown.into_iter().collect::<Vec<_>>(), [("canary".into(), at(10)), ("rollback".into(), at(10))]);
    assert!(store.first_shown("bob").unwrap().is_empty());
}

#[test]
fn a_deleted_attempt_is_gone_with_all_that_hung_on_it() {
    let (folder, mut store) = store();
    let [first, second, third] = three(&mut store);
    let attempt = begin(&mut store, 300_000);
    let cards = [card("canary", "2", "1", "{}")];
    let newer = bundle("canary", "2");
    store.finish(attempt, &hotseat::store::NewScoring { bundles: &[&newer], ..scoring(300_010, 400, &cards) }).unwrap();
    store.tag(attempt, &["x".to_owned()], &[]).unwrap();
    assert_eq!(store.delete(&[attempt, Uuid::nil()]).unwrap(), 1);
    assert_eq!(found(&store, Filter::default()), [third, second, first]);
    assert!(store.attempt(attempt).is_err());
    let count = |sql: &str| -> i64 {
        let file = rusqlite::Connection::open(folder.path().join("hotseat.db")).unwrap();
        file.query_row(sql, [], |row| row.get(0)).unwrap()
    };
    assert_eq!(count("SELECT count(*) FROM tag"), 0);
    assert_eq!(count("SELECT count(*) FROM bundle"), 2, "what the other attempts were begun with stays");
    store.delete(&[first, second, third]).unwrap();
    assert_eq!(count("SELECT count(*) FROM bundle"), 0);
}
