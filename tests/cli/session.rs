//! The session by lines: through a pipe, interrupted, and gone on with.

use std::io::Write;
use std::process::Stdio;
use std::time::{Duration, Instant};

use super::Hotseat;

const RUN: &[&str] = &["run", "--level", "mid", "--minutes", "15", "--seed", "3", "--plain"];

/// Past the offer of a warm-up, past the start, past the introduction.
const TO_THE_FIRST_QUESTION: &str = "n\n\n\n";

#[test]
fn a_piped_session_runs_to_its_report() {
    let hotseat = Hotseat::new();
    let input =
        format!("{TO_THE_FIRST_QUESTION}I roll back first.\n/time\n/done\n/skip\n/skip\n/skip\n/skip\n/skip\n/skip\n");
    let ran = hotseat.run_with(RUN, &input);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("Question 1 of"), "{}", ran.err);
    assert!(ran.err.contains("left."), "/time tells the time: {}", ran.err);
    assert!(ran.out.contains("Overall"), "the report alone is on standard output: {}", ran.out);
    assert!(ran.out.contains("skipped: I don't know"), "{}", ran.out);
}

#[test]
fn the_end_of_the_input_keeps_the_session_for_later() {
    let hotseat = Hotseat::new();
    let ran = hotseat.run_with(RUN, &format!("{TO_THE_FIRST_QUESTION}I roll back first.\n"));
    assert!(ran.err.contains("`hotseat run` offers to go on"), "{}", ran.err);
    let resumed = hotseat.run_with(&["run", "--plain"], "r\n/show\n/done\n/skip\n/skip\n/skip\n/skip\n/skip\n/skip\n");
    assert!(resumed.err.contains("An interview was interrupted"), "{}", resumed.err);
    assert!(resumed.err.contains("I roll back first."), "{}", resumed.err);
    assert!(resumed.out.contains("1 interruption"), "it is listed: {}", resumed.out);
}

#[test]
fn a_killed_session_loses_no_line_and_is_not_offered_while_it_lives() {
    let hotseat = Hotseat::new();
    let mut command = hotseat.command(RUN);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let mut keyboard = child.stdin.take().unwrap();
    writeln!(keyboard, "{TO_THE_FIRST_QUESTION}kept for ever").unwrap();
    wait_for(|| recorded(&hotseat).contains("kept for ever"));
    let beside = hotseat.run_with(&["run", "--resume", "--plain"], "");
    assert!(beside.err.contains("no interrupted attempt"), "a live session is not offered: {}", beside.err);
    child.kill().unwrap();
    child.wait().unwrap();
    let resumed = hotseat.run_with(&["run", "--resume", "--plain"], "/show\n");
    assert!(resumed.err.contains("kept for ever"), "{}", resumed.err);
}

#[test]
fn two_sessions_at_once_do_not_disturb_each_other() {
    let hotseat = Hotseat::new();
    let mut first = hotseat.command(RUN);
    let mut child = first.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let mut keyboard = child.stdin.take().unwrap();
    writeln!(keyboard, "{TO_THE_FIRST_QUESTION}the words of the first").unwrap();
    wait_for(|| recorded(&hotseat).contains("the words of the first"));
    let second = hotseat.run_with(RUN, "\n\nsecond\n/done\n/skip\n/skip\n/skip\n/skip\n/skip\n/skip\n");
    assert_eq!(second.code, 0, "{}", second.err);
    writeln!(keyboard, "/done\n/skip\n/skip\n/skip\n/skip\n/skip\n/skip").unwrap();
    drop(keyboard);
    assert!(child.wait().unwrap().success());
    assert_eq!(hotseat.run(&["history", "--plain"]).good().lines().count(), 2);
}

#[cfg(unix)]
#[test]
fn a_termination_signal_keeps_the_session() {
    let hotseat = Hotseat::new();
    let mut command = hotseat.command(RUN);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let mut keyboard = child.stdin.take().unwrap();
    writeln!(keyboard, "{TO_THE_FIRST_QUESTION}before the signal").unwrap();
    wait_for(|| recorded(&hotseat).contains("before the signal"));
    std::process::Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    assert!(child.wait().unwrap().success(), "it ends by itself");
    let resumed = hotseat.run_with(&["run", "--resume", "--plain"], "/show\n");
    assert!(resumed.err.contains("before the signal"), "{}", resumed.err);
}

/// The kinds and contents of all events kept so far. Nothing else of the file: rubrics are kept beside them, and they use many words.
pub fn recorded(hotseat: &Hotseat) -> String {
    use rusqlite::{Connection, OpenFlags};
    let file = Connection::open_with_flags(hotseat.data.path().join("hotseat.db"), OpenFlags::SQLITE_OPEN_READ_ONLY);
    let events = "SELECT coalesce(group_concat(kind || ' ' || body, char(10)), '') FROM event";
    // There is no file at first, and no table in it a moment later.
    file.and_then(|file| file.query_row(events, [], |row| row.get(0))).unwrap_or_default()
}

pub fn wait_for(condition: impl Fn() -> bool) {
    let end = Instant::now() + Duration::from_secs(20);
    while !condition() {
        assert!(Instant::now() < end, "waited for twenty seconds in vain");
        std::thread::sleep(Duration::from_millis(20));
    }
}
