//! The full-screen session, driven through a pseudo-terminal as a person would: typed, killed, resumed, finished.

use std::time::Duration;

use super::Hotseat;
use crate::terminal::{ENTER, Screen, USUAL};

const FINISH: &str = "\u{4}";

/// Presses the start pages away, up to the first question.
fn starts(hotseat: &Hotseat, arguments: &[&str], size: (u16, u16)) -> Screen {
    let mut screen = Screen::start(&hotseat.data, arguments, size);
    screen.sees("warm up");
    screen.types("n").sees("start");
    screen.types(ENTER).sees("Welcome");
    screen.types(ENTER).sees("question 1 of");
    screen
}

/// Types an answer and finishes it, and whatever follow-up comes, up to the next question or page.
fn answers(screen: &mut Screen, text: &str, next: &str) {
    screen.types(text).sees(text.split_whitespace().last().unwrap());
    finishes(screen);
    let follow_up = |screen: &Screen| !screen.text().contains(next) && screen.text().contains("ollow-up");
    loop {
        screen.until(next, |screen| screen.text().contains(next) || follow_up(screen));
        if !follow_up(screen) {
            return;
        }
        screen.types("more on this").sees("more on this");
        finishes(screen);
    }
}

fn finishes(screen: &mut Screen) {
    screen.types(FINISH).sees("Finish with");
    screen.types(ENTER).gone("Finish with");
}

const RUN: &[&str] = &["run", "--level", "mid", "--minutes", "45", "--seed", "1"];

#[test]
fn killed_in_the_middle_of_the_third_answer_and_nothing_is_lost() {
    let hotseat = Hotseat::new();
    let mut first = starts(&hotseat, RUN, USUAL);
    answers(&mut first, "Pods hold containers, Deployments keep copies alive. naïve 漢字 🚀 one-eins", "question 2 of");
    answers(&mut first, "Short-lived tokens from a vault, never in git. two-zwei", "question 3 of");
    first.types("I retry with exponential backoff and jitter; half a sent");
    first.sees("half a sent");
    // Everything older than a second is on disk.
    std::thread::sleep(Duration::from_millis(1200));
    first.killed();

    let mut second = Screen::start(&hotseat.data, &["run"], USUAL);
    second.sees("interrupted");
    second.types("r");
    second.sees("question 3 of");
    second.sees("half a sent");
    answers(&mut second, "ence, and then it goes on. three-drei", "question 4 of");
    second.types("\u{3}");
    second.sees("end the interview");
    second.types("e");
    second.sees("y ends");
    second.types("y");
    second.ends();
    let last = second.text();
    assert!(last.contains("hotseat report"), "the report is on the main screen:\n{last}");

    let full = hotseat.run(&["report", "--full", "--plain"]).good();
    for text in [
        "Pods hold containers, Deployments keep copies alive. naïve 漢字 🚀 one-eins",
        "Short-lived tokens from a vault, never in git. two-zwei",
        "I retry with exponential backoff and jitter; half a sentence, and then it goes on. three-drei",
        "interrupted at",
    ] {
        assert!(full.contains(text), "'{text}' is missing:\n{full}");
    }
}

#[test]
fn control_c_discards_nothing_and_the_screen_is_given_back() {
    let hotseat = Hotseat::new();
    let mut terminal = starts(&hotseat, RUN, (60, 16));
    terminal.types("keep me");
    terminal.sees("keep me");
    terminal.types("\u{3}");
    terminal.sees("saved");
    terminal.types("q");
    terminal.ends();
    let last = terminal.text();
    assert!(last.contains("hotseat run"), "it says how to go on:\n{last}");
    let resumed = hotseat.run_with(&["run", "--resume", "--plain"], "/show\n");
    assert!(resumed.err.contains("keep me"), "{}", resumed.err);
}

#[test]
fn a_resized_terminal_keeps_question_and_text() {
    let hotseat = Hotseat::new();
    let mut terminal = starts(&hotseat, RUN, (120, 40));
    terminal.types("still here");
    terminal.sees("still here");
    for (cols, rows) in [(60, 16), (30, 8), (200, 50), USUAL] {
        terminal.resizes(cols, rows);
        std::thread::sleep(Duration::from_millis(300));
    }
    terminal.sees("still here");
    terminal.sees("question 1 of");
}

#[test]
fn already_said_ends_a_follow_up_and_reaches_the_report() {
    const SAID: &str = "\u{12}";
    let hotseat = Hotseat::new();
    let mut terminal = starts(&hotseat, &["run", "--level", "mid", "--minutes", "15", "--seed", "2"], (100, 24));
    assert!(!terminal.text().contains("already said"), "the key is shown where it works:\n{}", terminal.text());
    terminal.types(SAID);
    terminal.sees("that key answers a follow-up");
    terminal.types("\u{18}");
    terminal.sees("Enter notes it");
    terminal.types(ENTER);
    terminal.sees("question 2 of 2");
    terminal.types("I read the dashboards");
    terminal.sees("I read the dashboards");
    finishes(&mut terminal);
    terminal.sees("follow-up");
    terminal.sees("Ctrl-R already said");
    terminal.types("words");
    terminal.sees("words");
    terminal.types(SAID);
    terminal.sees("Ctrl-D finishes with them");
    terminal.types("\u{15}");
    terminal.types(SAID);
    terminal.sees("Answer this follow-up with \"already said\"?");
    terminal.types(SAID);
    terminal.sees("Answer this follow-up with \"already said\"?");
    terminal.types(ENTER);
    terminal.sees("Your questions");
    terminal.types(ENTER);
    terminal.sees("That was the last question");
    terminal.types(ENTER);
    terminal.ends();
    assert!(terminal.text().contains("hotseat contest --export"), "{}", terminal.text());
    let report = hotseat.run(&["report", "--full", "--plain"]).good();
    assert!(report.contains("contested: you answered \"already said\" to: "), "{report}");
}
