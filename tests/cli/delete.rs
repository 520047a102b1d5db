//! Taking attempts away: asked for, never by mistake, never under a running session.

use std::io::{Read, Write};
use std::process::Stdio;

use hotseat::store::Store;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use super::{Hotseat, example};
use crate::store::{begin, finish};

fn two() -> Hotseat {
    let hotseat = Hotseat::new();
    let mut store = Store::open(hotseat.data.path()).unwrap();
    for seconds in [0, 1000] {
        let attempt = begin(&mut store, seconds);
        finish(&mut store, attempt, seconds + 10, 500);
    }
    hotseat
}

fn kept(hotseat: &Hotseat) -> usize {
    Store::open(hotseat.data.path()).unwrap().ids(None).unwrap().len()
}

/// Deletes the last attempt on a terminal, with what is typed there; what the terminal showed.
fn on_a_terminal(hotseat: &Hotseat, typed: &str) -> String {
    let pair = native_pty_system().openpty(PtySize { rows: 24, cols: 100, ..PtySize::default() }).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hotseat"));
    command.args(["delete", "last", "--profile", "ada"]);
    command.env_clear();
    command.env("HOTSEAT_DATA", hotseat.data.path());
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    pair.master.take_writer().unwrap().write_all(typed.as_bytes()).unwrap();
    let mut shown = Vec::new();
    // A terminal whose program has ended is an error to read from on some systems.
    let _ = reader.read_to_end(&mut shown);
    assert!(child.wait().unwrap().success());
    String::from_utf8_lossy(&shown).into_owned()
}

#[test]
fn only_a_yes_deletes() {
    let hotseat = two();
    for no in ["\n", "n\n", "nay\n", "\u{4}"] {
        let shown = on_a_terminal(&hotseat, no);
        assert!(shown.contains("Delete 1 attempt") && shown.contains("Nothing was changed."), "{no:?}: {shown}");
    }
    assert_eq!(kept(&hotseat), 2);
    let shown = on_a_terminal(&hotseat, "y\n");
    assert!(shown.contains("DevOps engineer, senior, by ada") && shown.contains("1 attempt deleted."), "{shown}");
    assert_eq!(kept(&hotseat), 1);
}

#[test]
fn scripts_say_yes_and_everything_named_must_be_there() {
    let hotseat = two();
    let delete = |arguments: &[&str]| hotseat.run(&[&["delete", "--profile", "ada"], arguments].concat());
    let ran = delete(&["last"]);
    assert_eq!((ran.code, ran.err.contains("add --yes")), (2, true), "{}", ran.err);
    assert_eq!(delete(&["last", "ffff", "--yes"]).code, 2);
    assert_eq!(kept(&hotseat), 2, "all or none");
    assert_eq!(delete(&["last", "last", "last~1", "--yes"]).good(), "2 attempts deleted.\n");
    assert_eq!(kept(&hotseat), 0);
}

#[test]
fn a_running_attempt_is_not_deleted() {
    let hotseat = Hotseat::new();
    let mut command = hotseat.command(&["run", "--level", "mid", "--minutes", "15", "--plain"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let mut keyboard = child.stdin.take().unwrap();
    writeln!(keyboard, "n\n\n\nI roll back").unwrap();
    let start = std::time::Instant::now();
    while kept(&hotseat) == 0 {
        assert!(start.elapsed().as_secs() < 20, "the session does not begin");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let id = Store::open(hotseat.data.path()).unwrap().ids(None).unwrap()[0].to_string();
    for arguments in [&["delete", &id, "--yes"][..], &["data", "delete-profile", "default", "--yes"]] {
        let ran = hotseat.run(arguments);
        assert_eq!((ran.code, ran.err.contains("is running in another window")), (2, true), "{}", ran.err);
    }
    let copy = hotseat.data.path().join("copy.db");
    hotseat.run(&["data", "backup", copy.to_str().unwrap()]).good();
    hotseat.run(&["data", "prune", "--older-than", "0", "--yes"]).good();
    assert_eq!(kept(&hotseat), 1);
    drop(keyboard);
    child.wait().unwrap();
    let other = Hotseat::new();
    std::fs::rename(copy, other.data.path().join("hotseat.db")).unwrap();
    assert_eq!(kept(&other), 1, "a copy is whole while a session goes on");
    assert!(other.run(&["data", "check"]).good().ends_with("all is well.\n"));
    assert_eq!(hotseat.run(&["delete", &id, "--yes"]).good(), "1 attempt deleted.\n");
}

/// Pieces of what was said in examples/answers-mid.toml, long enough to be nobody else's words.
fn samples() -> Vec<String> {
    let answers = std::fs::read_to_string(example("answers-mid.toml")).unwrap();
    let is_said = |line: &&str| line.len() > 60 && line.is_ascii() && !line.contains(['#', '"', '=', '\\']);
    let long = answers.lines().filter(is_said);
    let samples: Vec<String> = long.map(|line| line[5..50].to_owned()).collect();
    assert!(samples.len() > 3, "{samples:?}");
    samples
}

/// How many of them stand anywhere in the data folder.
fn readable(hotseat: &Hotseat) -> usize {
    let files = std::fs::read_dir(hotseat.data.path()).unwrap().map(|entry| entry.unwrap().path());
    let all: Vec<Vec<u8>> = files.filter(|path| path.is_file()).map(|path| std::fs::read(path).unwrap()).collect();
    let stands =
        |sample: &String| all.iter().any(|bytes| bytes.windows(sample.len()).any(|some| some == sample.as_bytes()));
    samples().iter().filter(|sample| stands(sample)).count()
}

fn sit_several(hotseat: &Hotseat) {
    for _ in 0..3 {
        hotseat.run(&["run", &example("plan-mid.toml"), "--answers", &example("answers-mid.toml")]).good();
    }
    assert_eq!(readable(hotseat), samples().len());
}

#[test]
fn nothing_of_what_was_deleted_can_be_read_any_more() {
    for commands in [&[&["delete", "last", "--yes"][..]; 3][..], &[&["data", "delete-profile", "default", "--yes"]]] {
        let hotseat = Hotseat::new();
        sit_several(&hotseat);
        // While somebody else has the file open, its log stays.
        let other = Store::open(hotseat.data.path()).unwrap();
        commands.iter().for_each(|command| drop(hotseat.run(command).good()));
        assert_eq!(readable(&hotseat), 0, "{commands:?}");
        assert_eq!(other.ids(None).unwrap().len(), 0);
    }
}

#[test]
fn what_earlier_versions_deleted_and_left_in_the_file_is_pruned() {
    let hotseat = Hotseat::new();
    sit_several(&hotseat);
    let file = rusqlite::Connection::open(hotseat.data.path().join("hotseat.db")).unwrap();
    file.execute_batch("PRAGMA secure_delete = OFF; PRAGMA foreign_keys = ON; DELETE FROM attempt").unwrap();
    drop(file);
    assert!(readable(&hotseat) > 0, "the case does not hold");
    let asked = hotseat.run(&["data", "prune"]);
    assert_eq!((asked.code, asked.err.contains("add --yes")), (2, true), "{}", asked.err);
    let said = hotseat.run(&["data", "prune", "--yes"]).good();
    assert!(said.contains("the file takes no more room than it needs"), "{said}");
    assert_eq!(readable(&hotseat), 0);
    assert_eq!(hotseat.run(&["data", "prune"]).good(), "There is nothing to take away.\n");
}
