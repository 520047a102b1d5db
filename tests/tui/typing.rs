//! The whole program on a pseudo-terminal: a session as it is lived, and every way in which it can break off.

#[cfg(target_os = "linux")]
use std::time::Duration;

use tempfile::TempDir;

use crate::terminal::{Screen, USUAL};

const RUN: &[&str] = &["run", "--level", "mid", "--minutes", "15", "--seed", "3"];
const RESUME: &[&str] = &["run", "--resume"];
const DONE: &str = "\u{4}";
const OTHER_WORDING: &str = "\u{f}";
const DONT_KNOW: &str = "\u{18}";
const LEAVE: &str = "\u{3}";
const UNDO: &str = "\u{1a}";
const HELP: &str = "\u{7}";

fn data() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// A new session at its first question.
fn at_the_first_question(data: &TempDir) -> Screen {
    let mut screen = Screen::start(data, RUN, USUAL);
    screen.sees("Two minutes to warm up?");
    screen.types("n").sees("the clock starts now");
    screen.types("s").sees("Welcome");
    screen.types("\r").sees("question 1 of").sees("Write as you would say it");
    screen
}

fn resumed(data: &TempDir) -> Screen {
    let screen = Screen::start(data, RESUME, USUAL);
    screen.sees("question 1 of").sees("no clock ran meanwhile");
    screen
}

fn is_given_back(screen: &Screen) {
    screen.until("the terminal to be given back", |screen| !screen.is_alternate() && !screen.takes_pastes());
}

#[test]
fn a_session_from_the_first_key_to_the_report() {
    let data = data();
    let mut screen = at_the_first_question(&data);
    screen.types("I would ask first,\rthen I roll back.").sees("8 of about").sees("then I roll back.");
    screen.types(DONE).sees("Finish with 8 words");
    screen.types(" Then a postmortem.").sees("Then a postmortem.");
    screen.types(DONE).sees("Finish with 11 words");
    screen.types("\r").until("the next text", |screen| !screen.text().contains("Then a postmortem."));
    while screen.is_alternate() {
        let text = screen.text();
        if text.contains("question ") {
            screen.types(DONT_KNOW).sees("Enter");
        }
        screen.types("\r").until("the next screen", |screen| {
            let now = screen.text();
            !screen.is_alternate() || (now != text && !now.contains("any other key"))
        });
    }
    assert_eq!(screen.ends(), 0);
    is_given_back(&screen);
    screen.sees("Overall");
}

#[test]
fn signals_save_first_and_give_the_terminal_back() {
    for (signal, code) in [("TERM", 0), ("HUP", 0), ("INT", 130)] {
        let data = data();
        let mut screen = at_the_first_question(&data);
        screen.types("typed just now").sees("typed just now");
        screen.signals(signal);
        assert_eq!(screen.ends(), code, "SIG{signal}");
        is_given_back(&screen);
        resumed(&data).sees("typed just now");
    }
}

#[test]
fn a_dead_terminal_ends_the_session_and_loses_nothing() {
    let data = data();
    let mut screen = at_the_first_question(&data);
    screen.types("typed just now").sees("typed just now");
    screen.dies();
    screen.ends();
    resumed(&data).sees("typed just now");
}

/// Seconds left of the interview, as the screen says.
#[cfg(target_os = "linux")]
fn interview_left(screen: &Screen) -> u64 {
    let text = screen.text();
    let row = text.lines().find(|row| row.contains("Interview")).unwrap();
    let (minutes, seconds) = row.split_whitespace().nth(1).unwrap().split_once(':').unwrap();
    minutes.parse::<u64>().unwrap() * 60 + seconds.parse::<u64>().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn a_stopped_session_gives_the_terminal_back_and_takes_it_again() {
    let data = data();
    let mut screen = at_the_first_question(&data);
    screen.types("before the stop").sees("before the stop");
    let before = interview_left(&screen);
    screen.signals("TSTP");
    screen.until("it to stop", Screen::is_stopped);
    is_given_back(&screen);
    std::thread::sleep(Duration::from_secs(4));
    screen.signals("CONT");
    screen.sees("no clock ran while you were away").sees("before the stop");
    assert!(screen.is_alternate() && screen.takes_pastes());
    assert!(before - interview_left(&screen) < 4, "the clocks stood still:\n{}", screen.text());
    screen.types(", after it").sees("before the stop, after it");
}

#[test]
fn a_drill_has_its_own_words_and_no_clock_of_an_interview() {
    let data = data();
    let mut screen = Screen::start(&data, &["drill", "--level", "mid", "--topic", "ci-cd"], USUAL);
    screen.sees("the clock starts now");
    screen.types("s").sees("Write as you would say it");
    assert!(!screen.text().contains("Interview"), "{}", screen.text());
    screen.types("half a thought").sees("3 of about");
    screen.types(LEAVE).sees("e end this question now");
    screen.types("e").sees("End this question now");
    screen.types("y").sees("How this answer reads");
}

#[test]
fn leaving_asks_and_never_discards() {
    let data = data();
    let mut screen = at_the_first_question(&data);
    screen.types("half a thought").sees("half a thought");
    screen.types(LEAVE).sees("q leave and resume later");
    screen.types(LEAVE).types("x").sees("3 of about");
    screen.sees("half a thought");
    screen.types(LEAVE).sees("e end the interview now");
    screen.types("e").sees("End the interview now?");
    screen.types("n").sees("3 of about");
    screen.types(LEAVE).sees("q leave and resume later");
    screen.types("q");
    assert_eq!(screen.ends(), 0);
    is_given_back(&screen);
    resumed(&data).sees("half a thought");
}

#[test]
fn another_wording_is_free_and_not_knowing_is_asked_back() {
    let data = data();
    let mut screen = at_the_first_question(&data);
    let question = |screen: &Screen| screen.text().lines().skip(3).take(3).collect::<String>();
    let first = question(&screen);
    screen.types(OTHER_WORDING).sees("it costs nothing");
    assert_ne!(question(&screen), first);
    screen.types("Some words").types(DONT_KNOW).sees("Ctrl-D finishes with them");
    screen.types(HELP).sees("Any key goes back");
    screen.types("x").sees("Some words");
}

#[test]
fn a_long_paste_is_one_change_and_the_cursor_stands_behind_it() {
    let data = data();
    let mut screen = at_the_first_question(&data);
    screen.types("Before. ").sees("Before.");
    screen.pastes(&"rollback ".repeat(10_000)).sees("10001 of about");
    screen.types("after").sees("rollback after").sees("10002 of about");
    screen.types(UNDO).types(UNDO).sees("1 of about").sees("Before.");
}

#[test]
fn a_long_burst_without_paste_marks_arrives_whole() {
    let data = data();
    let mut screen = at_the_first_question(&data);
    screen.types(&"rollback ".repeat(2_000)).types("end").sees("2001 of about").sees("rollback end");
}

#[test]
fn the_real_cursor_stands_where_the_text_is_typed() {
    let data = data();
    let mut screen = at_the_first_question(&data);
    screen.types("ab绝").sees("ab绝");
    let (x, y) = screen.cursor();
    assert_eq!(x, 1 + 2 + 2);
    assert!(screen.text().lines().nth(y.into()).unwrap().contains("ab绝"));
    screen.resizes(60, 16);
    screen.types("\rnext").until("the cursor in the next row", |screen| {
        let (x, y) = screen.cursor();
        x == 5 && y < 16 && screen.text().lines().nth(y.into()).is_some_and(|row| row.trim() == "next")
    });
}

#[test]
fn the_warm_up_teaches_the_keys_and_is_not_kept() {
    let data = data();
    let mut screen = Screen::start(&data, RUN, USUAL);
    screen.sees("Two minutes to warm up?");
    screen.types("w").sees("to try: Ctrl-Z, Ctrl-O, Ctrl-X, Ctrl-C, Ctrl-D");
    screen.types("We moved the last service to the new cluster.").sees("9 words");
    screen.types(UNDO).sees("takes the last word back").sees("8 words");
    screen.types(DONE).sees("before it finishes");
    screen.types("\r").sees("Would you like extra time?");
}
