//! The full-screen session, driven through a pseudo-terminal as a person would: typed, killed, resumed, finished.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use super::Hotseat;

const FINISH: &str = "\u{4}";
pub const ENTER: &str = "\r";

/// The program on a terminal of its own.
pub struct Terminal {
    pub child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    screen: Arc<Mutex<vt100::Parser>>,
}

impl Terminal {
    pub fn start(hotseat: &Hotseat, arguments: &[&str], size: (u16, u16)) -> Self {
        let size = PtySize { cols: size.0, rows: size.1, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hotseat"));
        command.args(arguments);
        command.env_clear();
        command.env("HOTSEAT_DATA", hotseat.data.path());
        command.env("TERM", "xterm-256color");
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let screen = Arc::new(Mutex::new(vt100::Parser::new(cells(size.rows), cells(size.cols), 0)));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let shared = Arc::clone(&screen);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(read @ 1..) = reader.read(&mut bytes) {
                shared.lock().unwrap().process(&bytes[..read]);
            }
        });
        Terminal { child, keyboard: pair.master.take_writer().unwrap(), master: pair.master, screen }
    }

    pub fn shown(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    pub fn keys(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// Waits until the screen shows a text.
    pub fn sees(&self, text: &str) {
        self.sees_any(&[text]);
    }

    /// Waits until the screen shows one of some texts, and tells which.
    fn sees_any(&self, texts: &[&str]) -> usize {
        let end = Instant::now() + Duration::from_secs(30);
        loop {
            let shown = self.shown();
            if let Some(found) = texts.iter().position(|text| shown.contains(text)) {
                return found;
            }
            assert!(Instant::now() < end, "waited for {texts:?} in vain; the screen shows:\n{shown}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Presses the start pages away, up to the first question.
    fn reaches_the_first_question(&mut self) {
        self.sees("warm up");
        self.keys("n");
        self.sees("start");
        self.keys(ENTER);
        self.sees("Welcome");
        self.keys(ENTER);
        self.sees("question 1 of");
    }

    /// Types an answer and finishes it, and whatever follow-up comes, up to the next question or page.
    fn answers(&mut self, text: &str, next: &str) {
        self.keys(text);
        let last = text.split_whitespace().last().unwrap();
        self.sees(last);
        self.finishes();
        while self.sees_any(&[next, "ollow-up"]) == 1 && !self.shown().contains(next) {
            self.keys("more on this");
            self.sees("more on this");
            self.finishes();
        }
    }

    fn finishes(&mut self) {
        self.keys(FINISH);
        self.sees("Finish with");
        self.keys(ENTER);
        self.gone("Finish with");
    }

    pub fn gone(&self, text: &str) {
        let end = Instant::now() + Duration::from_secs(30);
        while self.shown().contains(text) {
            assert!(Instant::now() < end, "'{text}' stays:\n{}", self.shown());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    pub fn ends(mut self) -> String {
        let end = Instant::now() + Duration::from_secs(30);
        while self.child.try_wait().unwrap().is_none() {
            assert!(Instant::now() < end, "it does not end; the screen shows:\n{}", self.shown());
            std::thread::sleep(Duration::from_millis(20));
        }
        std::thread::sleep(Duration::from_millis(100));
        drop(self.master);
        self.screen.lock().unwrap().screen().contents()
    }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}

const RUN: &[&str] = &["run", "--level", "mid", "--minutes", "45", "--seed", "1"];

#[test]
fn killed_in_the_middle_of_the_third_answer_and_nothing_is_lost() {
    let hotseat = Hotseat::new();
    let mut first = Terminal::start(&hotseat, RUN, (80, 24));
    first.reaches_the_first_question();
    first.answers("Pods hold containers, Deployments keep copies alive. naïve 漢字 🚀 one-eins", "question 2 of");
    first.answers("Short-lived tokens from a vault, never in git. two-zwei", "question 3 of");
    first.keys("I retry with exponential backoff and jitter; half a sent");
    first.sees("half a sent");
    // Everything older than a second is on disk.
    std::thread::sleep(Duration::from_millis(1200));
    first.child.kill().unwrap();
    first.child.wait().unwrap();

    let mut second = Terminal::start(&hotseat, &["run"], (80, 24));
    second.sees("interrupted");
    second.keys("r");
    second.sees("question 3 of");
    second.sees("half a sent");
    second.answers("ence, and then it goes on. three-drei", "question 4 of");
    second.keys("\u{3}");
    second.sees("end the interview");
    second.keys("e");
    second.sees("y ends");
    second.keys("y");
    let last = second.ends();
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
    let mut terminal = Terminal::start(&hotseat, RUN, (60, 16));
    terminal.reaches_the_first_question();
    terminal.keys("keep me");
    terminal.sees("keep me");
    terminal.keys("\u{3}");
    terminal.sees("saved");
    terminal.keys("q");
    let last = terminal.ends();
    assert!(last.contains("hotseat run"), "it says how to go on:\n{last}");
    let resumed = hotseat.run_with(&["run", "--resume", "--plain"], "/show\n");
    assert!(resumed.err.contains("keep me"), "{}", resumed.err);
}

#[test]
fn a_resized_terminal_keeps_question_and_text() {
    let hotseat = Hotseat::new();
    let mut terminal = Terminal::start(&hotseat, RUN, (120, 40));
    terminal.reaches_the_first_question();
    terminal.keys("still here");
    terminal.sees("still here");
    for (cols, rows) in [(60, 16), (30, 8), (200, 50), (80, 24)] {
        terminal.screen.lock().unwrap().screen_mut().set_size(cells(rows), cells(cols));
        terminal.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
        std::thread::sleep(Duration::from_millis(300));
    }
    terminal.sees("still here");
    terminal.sees("question 1 of");
    terminal.child.kill().unwrap();
}

#[test]
fn already_said_ends_a_follow_up_and_reaches_the_report() {
    const SAID: &str = "\u{12}";
    let hotseat = Hotseat::new();
    let mut terminal =
        Terminal::start(&hotseat, &["run", "--level", "mid", "--minutes", "15", "--seed", "2"], (100, 24));
    terminal.reaches_the_first_question();
    assert!(!terminal.shown().contains("already said"), "the key is shown where it works:\n{}", terminal.shown());
    terminal.keys(SAID);
    terminal.sees("that key answers a follow-up");
    terminal.keys("\u{18}");
    terminal.sees("Enter notes it");
    terminal.keys(ENTER);
    terminal.sees("question 2 of 2");
    terminal.keys("I read the dashboards");
    terminal.sees("I read the dashboards");
    terminal.finishes();
    terminal.sees("follow-up");
    terminal.sees("Ctrl-R already said");
    terminal.keys("words");
    terminal.sees("words");
    terminal.keys(SAID);
    terminal.sees("Ctrl-D finishes with them");
    terminal.keys("\u{15}");
    terminal.keys(SAID);
    terminal.sees("Answer this follow-up with \"already said\"?");
    terminal.keys(SAID);
    terminal.sees("Answer this follow-up with \"already said\"?");
    terminal.keys(ENTER);
    terminal.sees("Your questions");
    terminal.keys(ENTER);
    terminal.sees("That was the last question");
    terminal.keys(ENTER);
    assert!(terminal.ends().contains("hotseat contest --export"));
    let report = hotseat.run(&["report", "--full", "--plain"]).good();
    assert!(report.contains("contested: you answered \"already said\" to: "), "{report}");
}
