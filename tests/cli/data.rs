//! Looking after what is kept: damage is found, leftovers go, several people keep apart.

use hotseat::store::Store;
use jiff::Timestamp;
use serde_json::Value;

use super::{Hotseat, example};
use crate::store::{at, begin_for, finish};

fn sat() -> Hotseat {
    let hotseat = Hotseat::new();
    let (plan, answers) = (example("plan-mid.toml"), example("answers-mid.toml"));
    hotseat.run(&["run", &plan, "--answers", &answers]).good();
    hotseat
}

#[test]
fn damage_is_found_and_named() {
    let cases: &[(&str, &str)] = &[
        ("DELETE FROM event WHERE seq = 3", "events[3].seq: 3 was expected, not 4"),
        (
            "UPDATE bundle SET body = replace(body, '\"draft\":false', '\"draft\":true')",
            "its contents do not have this fingerprint",
        ),
        ("UPDATE attempt SET plan = '{}'", "missing field"),
        ("UPDATE scoring SET score = 999", "scorings[0]: it says score 999, band "),
        ("UPDATE scorecard SET body = 'x'", "a stored value cannot be read"),
        ("UPDATE event SET body = '{\"event\":\"stolen\"}' WHERE seq = 0", "events[0].body"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM bundle", "refers to a row of bundle that is missing"),
    ];
    for (damage, said) in cases {
        let hotseat = sat();
        assert_eq!(hotseat.run(&["data", "check"]).good(), "1 attempt and 6 rubrics looked at: all is well.\n");
        rusqlite::Connection::open(hotseat.data.path().join("hotseat.db")).unwrap().execute_batch(damage).unwrap();
        let ran = hotseat.run(&["data", "check"]);
        assert_eq!((ran.code, ran.out.contains(said)), (1, true), "{damage}: {} {}", ran.out, ran.err);
        assert!(ran.out.contains("put a backup back"), "{}", ran.out);
    }
}

#[test]
fn a_backup_holds_everything_and_replaces_nothing() {
    let hotseat = sat();
    let copy = hotseat.data.path().join("it's a copy.db");
    hotseat.run(&["data", "backup", copy.to_str().unwrap()]).good();
    let again = hotseat.run(&["data", "backup", copy.to_str().unwrap()]);
    assert_eq!((again.code, again.err.contains("choose another name")), (2, true), "{}", again.err);
    let other = Hotseat::new();
    std::fs::copy(&copy, other.data.path().join("hotseat.db")).unwrap();
    assert_eq!(other.run(&["export"]).good(), hotseat.run(&["export"]).good());
}

#[test]
fn pruning_lists_what_goes_and_leaves_the_rest() {
    let hotseat = Hotseat::new();
    assert_eq!(hotseat.run(&["data", "prune"]).good(), "There is nothing to take away.\n");
    let mut store = Store::open(hotseat.data.path()).unwrap();
    let [finished, given_up, old, young] =
        [0, 1000, 2000, 3000].map(|seconds| begin_for(&mut store, "ada", seconds, &[&format!("q{seconds}")]));
    finish(&mut store, finished, 10, 500);
    store.abandon(given_up, at(1010)).unwrap();
    store.heartbeat(young, 1, Timestamp::now()).unwrap();
    std::fs::create_dir_all(hotseat.data.path().join("live")).unwrap();
    std::fs::write(hotseat.data.path().join(format!("live/{finished}.lock")), "").unwrap();
    // It was old when the test was written, and still is.
    let long_ago = at(-100_000_000);
    rusqlite::Connection::open(hotseat.data.path().join("hotseat.db"))
        .unwrap()
        .execute("UPDATE attempt SET clock_wall = ?1 WHERE id = ?2", (long_ago.as_millisecond(), old.to_string()))
        .unwrap();
    let asked = hotseat.run(&["data", "prune"]);
    assert_eq!((asked.code, asked.err.contains("add --yes")), (2, true), "{}", asked.err);
    for (id, listed) in [(finished, false), (given_up, true), (old, true), (young, false)] {
        assert_eq!(asked.err.contains(&id.to_string()), listed, "{}", asked.err);
    }
    assert_eq!(store.ids(None).unwrap().len(), 4);
    let said = hotseat.run(&["data", "prune", "--yes"]).good();
    assert!(said.starts_with("2 attempts deleted"), "{said}");
    assert_eq!(store.ids(None).unwrap(), [finished, young]);
    assert_eq!((store.bundle_names().unwrap().len(), store.stale_locks().unwrap().len()), (2, 0));
}

/// Opens the report as a page, which stays in the data folder; there is no browser.
fn opened(hotseat: &Hotseat) -> usize {
    let nowhere = hotseat.data.path().join("nowhere");
    hotseat.command(&["report", "--format", "html", "--open"]).env("PATH", nowhere).output().unwrap();
    pages(hotseat)
}

fn pages(hotseat: &Hotseat) -> usize {
    std::fs::read_dir(hotseat.data.path().join("reports")).map_or(0, Iterator::count)
}

#[test]
fn pages_with_answers_go_with_what_is_deleted() {
    let commands = [
        &["data", "prune", "--yes"][..],
        &["delete", "last", "--yes"],
        &["data", "delete-profile", "default", "--yes"],
    ];
    let hotseat = Hotseat::new();
    for (command, left) in commands.into_iter().zip([1, 1, 0]) {
        assert!(hotseat.run(&["data"]).good().contains("nothing of them is kept"));
        hotseat.run(&["run", &example("plan-mid.toml"), "--answers", &example("answers-mid.toml")]).good();
        assert_eq!(opened(&hotseat), 1);
        assert!(hotseat.run(&["data"]).good().contains("1 page that `--open` made"));
        hotseat.run(command).good();
        assert_eq!(pages(&hotseat), 0, "{command:?}");
        assert_eq!(Store::open(hotseat.data.path()).unwrap().ids(None).unwrap().len(), left, "{command:?}");
    }
}

#[test]
fn several_people_keep_apart_and_mistyped_names_are_told() {
    let hotseat = Hotseat::new();
    let mut store = Store::open(hotseat.data.path()).unwrap();
    for (name, seconds) in [("ada", 0), ("bob", 1000)] {
        let attempt = begin_for(&mut store, name, seconds, &["canary"]);
        finish(&mut store, attempt, seconds + 10, 500);
    }
    for command in [
        &["history"][..],
        &["report"],
        &["export"],
        &["note"],
        &["contest", "--list"],
        &["delete", "last"],
        &["compare"],
        &["rescore"],
        &["progress"],
        &["drill", "--list", "--level", "mid"],
        &["interview", "--list"],
        &[],
    ] {
        let ran = hotseat.run(&[command, &["--profile", "adda"]].concat());
        assert_eq!((ran.code, ran.err.contains("no attempts by 'adda'; profiles: ada, bob")), (2, true), "{}", ran.err);
    }
    let planned = |name| hotseat.run(&["plan", "--level", "mid", "--profile", name]);
    for (name, is_new) in [("adda", true), ("ada", false)] {
        let ran = planned(name);
        let said = ran.err.contains("There is no profile 'adda' yet (known: ada, bob).");
        assert_eq!((ran.code, said), (0, is_new), "{}", ran.err);
    }
    let revealed = hotseat.run(&["show", "gitops", "--reveal", "--profile", "adda"]);
    assert_eq!((revealed.code, revealed.out.as_str()), (2, ""), "what was shown is remembered for somebody");
    assert_eq!(store.profiles().unwrap(), ["ada", "bob"], "and nobody was made of a mistyped name");
    let long = hotseat.run(&["history", "--profile", &"x".repeat(81)]);
    assert_eq!((long.code, long.err.contains("at most 80 characters")), (2, true), "{}", long.err);
    assert!(hotseat.run(&["import", "--help"]).good().contains("on import, whoever the file names"));
    let taken = hotseat.run(&["data", "rename-profile", "ada", "bob"]);
    assert_eq!((taken.code, taken.err.contains("there is a profile 'bob' already")), (2, true), "{}", taken.err);
    hotseat.run(&["data", "rename-profile", "ada", "Ada L."]).good();
    assert_eq!(hotseat.run(&["history", "--plain", "--profile", "Ada L."]).good().lines().count(), 1);
    assert_eq!(hotseat.run(&["data", "delete-profile", "bob"]).code, 2, "nobody to ask");
    hotseat.run(&["data", "delete-profile", "bob", "--yes"]).good();
    assert_eq!(store.profiles().unwrap(), ["Ada L."]);
    assert_eq!(store.ids(None).unwrap().len(), 1);
}

#[test]
fn where_things_are_is_told() {
    let hotseat = sat();
    let text = hotseat.run(&["data"]).good();
    assert!(text.contains(&hotseat.data.path().join("hotseat.db").display().to_string()), "{text}");
    let json: Value = serde_json::from_str(&hotseat.run(&["data", "--format", "json"]).good()).unwrap();
    assert_eq!((&json["profiles"][0]["name"], &json["profiles"][0]["mocks"]), (&"default".into(), &1.into()));
    assert!(json["bytes"].as_u64().unwrap() > 10_000);
    assert_eq!((&json["config"], &json["config_fault"]), (&hotseat.file("config.toml", "").into(), &Value::Null));
    assert!(hotseat.run(&["data", "--plain"]).good().contains("profile: default; interviews: 1"));
}

#[cfg(unix)]
fn mode(path: &std::path::Path) -> u32 {
    std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(path).unwrap().permissions()) & 0o777
}

#[cfg(unix)]
#[test]
fn what_is_kept_of_answers_is_for_its_owner_alone() {
    let hotseat = sat();
    opened(&hotseat);
    let pages = std::fs::read_dir(hotseat.data.path().join("reports")).unwrap();
    let files = pages.map(|page| page.unwrap().path()).chain([hotseat.data.path().join("hotseat.db")]);
    for file in files {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
    assert_eq!(mode(&hotseat.data.path().join("reports")), 0o700);
}

/// Runs where no file may grow beyond so many kilobytes: as on a full disk, what is written comes to an end in the middle.
#[cfg(target_os = "linux")]
fn cramped(hotseat: &Hotseat, kilobytes: u32, arguments: &[&str]) -> super::Ran {
    let run = format!("trap '' XFSZ; ulimit -f {kilobytes}; exec \"$0\" \"$@\"");
    let mut command = std::process::Command::new("bash");
    command.args(["-c", &run, env!("CARGO_BIN_EXE_hotseat")]).args(arguments);
    let given = hotseat.command(&[]);
    command.env_clear().envs(given.get_envs().filter_map(|(name, value)| Some((name, value?))));
    super::Ran::of(command.output().unwrap())
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_cannot_be_written_to_its_end_is_not_begun() {
    let hotseat = sat();
    let path = |name: &str| hotseat.data.path().join(name).to_str().unwrap().to_owned();
    let (old, new, link) = (path("old.html"), path("new.html"), path("link.html"));
    std::fs::write(&old, "the old page").unwrap();
    std::os::unix::fs::symlink(&old, &link).unwrap();
    let page = ["report", "--format", "html", "--output"];
    for arguments in [
        [&page[..], &[&old, "--force"]].concat(),
        [&page[..], &[&link, "--force"]].concat(),
        [&page[..], &[&new]].concat(),
        [&["export", "--output"][..], &[&new]].concat(),
    ] {
        let files = || std::fs::read_dir(hotseat.data.path()).unwrap().count();
        let before = files();
        let ran = cramped(&hotseat, 40, &arguments);
        assert_eq!((ran.code, ran.err.contains("cannot write")), (2, true), "{arguments:?}: {} {}", ran.out, ran.err);
        assert_eq!((std::fs::read_to_string(&old).unwrap().as_str(), files()), ("the old page", before));
    }
    hotseat.run(&[&page[..], &[&link, "--force"]].concat()).good();
    assert!(std::fs::read_to_string(&old).unwrap().starts_with("<!doctype html>"), "a link is followed");
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
}

#[test]
fn a_broken_configuration_stops_only_those_who_need_it_and_is_named_where_things_are_told() {
    let hotseat = sat();
    let config = hotseat.file("config.toml", "content = 7\n");
    for command in
        [&["man"][..], &["completions", "bash"], &["--version"], &["history"], &["report"], &["data", "check"]]
    {
        hotseat.run(command).good();
    }
    for command in
        [&["run", "--level", "mid"][..], &["list"], &["progress"], &["drill", "--list"], &["score", "--batch"]]
    {
        let ran = hotseat.run(command);
        assert_eq!(
            (ran.code, ran.err.contains("config.toml: TOML parse error")),
            (2, true),
            "{command:?}: {}",
            ran.err
        );
    }
    let told = hotseat.run(&["data"]);
    assert!(told.err.contains("line 1") && told.err.contains("interview_date = 2026-12-10"), "{}", told.err);
    let out = told.good();
    assert!(out.contains("hotseat.db") && out.contains(&format!("{config}, which cannot be used")), "{out}");
    let json: Value = serde_json::from_str(&hotseat.run(&["data", "--format", "json"]).good()).unwrap();
    assert!(json["config_fault"].as_str().unwrap().contains("line 1"), "{json}");
}

#[test]
fn a_backup_is_put_back_and_what_was_kept_stays_beside_it() {
    let hotseat = sat();
    let (folder, before) = (hotseat.data.path(), hotseat.run(&["export"]).good());
    let copy = folder.join("it's a copy.db");
    let copy = copy.to_str().unwrap();
    let told = hotseat.run(&["data", "backup", copy]).good();
    assert!(told.contains("`hotseat data restore '"), "{told}");
    hotseat.run(&["delete", "last", "--yes"]).good();
    let asked = hotseat.run(&["data", "restore", copy]);
    assert_eq!((asked.code, asked.err.contains("add --yes")), (2, true), "{}", asked.err);
    assert!(asked.err.contains("it's a copy.db: 1 attempt in 1 profile") && asked.err.contains("now: 0 attempts"));
    assert!(hotseat.run(&["history", "--plain"]).good().contains("No attempt") && !folder.join("restoring").exists());
    let restored = hotseat.run(&["data", "restore", copy, "--yes"]).good();
    assert_eq!(hotseat.run(&["export"]).good(), before, "{restored}");
    assert!(hotseat.run(&["data", "check"]).good().ends_with("all is well.\n"));
    let aside = folder.join("hotseat-replaced-1.db");
    assert!(restored.contains(aside.to_str().unwrap()), "{restored}");
    std::fs::write(folder.join("hotseat.db"), "x".repeat(5000)).unwrap();
    let damaged = hotseat.run(&["data", "restore", aside.to_str().unwrap(), "--yes"]);
    assert!(damaged.err.contains("Kept here now: what cannot be read"), "{}", damaged.err);
    assert!(
        damaged.good().contains("0 attempts") && hotseat.run(&["history", "--plain"]).good().contains("No attempt")
    );
}

#[test]
fn what_is_no_backup_is_refused_and_nothing_changes() {
    let hotseat = sat();
    let before = hotseat.run(&["export"]).good();
    let make = |name: &str, sql: &str| {
        let path = hotseat.data.path().join(name);
        rusqlite::Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        path.to_string_lossy().into_owned()
    };
    let newer = hotseat.data.path().join("newer.db").to_string_lossy().into_owned();
    hotseat.run(&["data", "backup", &newer]).good();
    rusqlite::Connection::open(&newer).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let torn = hotseat.data.path().join("torn.db").to_string_lossy().into_owned();
    hotseat.run(&["data", "backup", &torn]).good();
    let mut bytes = std::fs::read(&torn).unwrap();
    bytes[20_000..].fill(0xa5);
    std::fs::write(&torn, bytes).unwrap();
    let cases = [
        (make("recipes.db", "CREATE TABLE recipe (name TEXT)"), "it is not a hotseat data file"),
        (hotseat.file("list.db", "milk, eggs and a lot of other things"), "it is not a hotseat data file"),
        (hotseat.file("empty.db", ""), "it is not a hotseat data file"),
        (newer, "a newer hotseat wrote it (schema 99"),
        (torn, "it is damaged"),
        (hotseat.data.path().join("none.db").to_string_lossy().into_owned(), "it cannot be read"),
    ];
    for (file, said) in cases {
        let ran = hotseat.run(&["data", "restore", &file, "--yes"]);
        assert_eq!(
            (ran.code, ran.err.contains(said), ran.err.contains("  try: ")),
            (2, true, true),
            "{file}: {}",
            ran.err
        );
        assert_eq!(hotseat.run(&["export"]).good(), before, "{file}");
        assert!(!hotseat.data.path().join("restoring").exists(), "{file}");
    }
    let store = Store::open(hotseat.data.path()).unwrap();
    let _lease = store.lease(store.ids(None).unwrap()[0]).unwrap();
    let backup = hotseat.data.path().join("backup.db").to_string_lossy().into_owned();
    hotseat.run(&["data", "backup", &backup]).good();
    let ran = hotseat.run(&["data", "restore", &backup, "--yes"]);
    assert_eq!((ran.code, ran.err.contains("is running in another window")), (2, true), "{}", ran.err);
}
