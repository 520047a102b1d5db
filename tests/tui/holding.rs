//! The screen of an interview that is held, at every size: what must be seen is seen, and no words steer the terminal.

use hotseat::tui::editor::{Editor, Window};
use hotseat::tui::keys;
use hotseat::tui::theme::{Theme, Tone};
use hotseat::tui::view::{self, Bottom, Entry, Head, LineView, LiveView, Screenful, Section};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

fn section(title: &str, texts: &[&str]) -> Section {
    let entry = |text: &&str| Entry { lead: "- ".into(), tone: Tone::Plain, text: (*text).into() };
    Section { title: title.into(), legend: "", entries: texts.iter().map(entry).collect() }
}

const LISTEN: [&str; 11] =
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "the last"];

fn screen(notes: &[&str], line: Option<Window<'_>>, size: (u16, u16)) -> String {
    drawn(&LISTEN, None, (notes, line), size)
}

fn drawn(
    listen: &[&str],
    picked: Option<usize>,
    (notes, line): (&[&str], Option<Window<'_>>),
    (width, height): (u16, u16),
) -> String {
    let meant: Vec<String> = listen.iter().map(|title| format!("What it means: {title}")).collect();
    let view = LiveView {
        head: Head { title: "mid · DevOps engineer".into(), place: "question 1 of 6 · C-17".into() },
        clocks: Vec::new(),
        prompt: "Explain what Pods, Deployments and Services are in Kubernetes, and how they fit together.",
        listen: section("Listen for", listen),
        meant: section("Listen for", &meant.iter().map(String::as_str).collect::<Vec<_>>()),
        picked,
        beside: section(
            "Probes, only if the answer leaves time to ask them",
            &["How does one of them know about the others, and what would you do without that?"; 4],
        ),
        notes: section("Notes", notes),
        flags: vec![
            section("Red flags", &["pod is machine: nobody owns it, and it is gone tomorrow (capped)"; 3]),
            section("Red flags", &["pod is machine, pod is forever, pod is pet"]),
            section("", &["3 red flags: Tab shows them"]),
        ],
        standing: (Tone::Plain, "Not rated yet".into()),
        line: line.map(|window| LineView { label: "Note (Enter closes)".into(), notice: String::new(), window }),
        bottom: Bottom { keys: keys::HOLDING_FIRST.to_vec(), ..Bottom::default() },
    };
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    let screenful = Screenful::Live(Box::new(view));
    terminal.draw(|frame| view::draw(frame, &screenful, Theme::new(false))).unwrap();
    terminal.backend().to_string()
}

#[test]
fn the_whole_list_the_probes_and_the_last_note_fit_80_by_24() {
    let shown = screen(&["long ago", "before", "just now", "this moment"], None, (80, 24));
    for part in [
        "Explain what Pods",
        "first",
        "the last",
        "Probes",
        "How does one",
        "this moment",
        "Not rated yet",
        "Tab more",
        "? keys",
    ] {
        assert!(shown.contains(part), "{part}:\n{shown}");
    }
    let shorter = screen(&["this moment"], None, (80, 20));
    assert!(shorter.contains("Tab shows the rest"), "long probes say that they go on:\n{shorter}");
    assert!(shorter.contains("this moment"), "{shorter}");
}

#[test]
fn a_large_window_says_what_each_thing_means() {
    assert!(screen(&["a note"], None, (120, 30)).contains("What it means: the last"));
    for small in [(120, 14), (90, 40)] {
        assert!(!screen(&["a note"], None, small).contains("What it means"), "{small:?}");
    }
}

#[test]
fn red_flags_are_told_at_every_size_and_in_words_where_they_fit() {
    for width in (30..=130).step_by(5) {
        for height in 8..=45 {
            for notes in 0..9 {
                let shown = screen(&["a note"; 9][..notes], None, (width, height));
                let told = ["pet", "(capped)", "red flags: Tab", "… Tab shows"];
                assert!(told.iter().any(|told| shown.contains(told)), "{width} x {height}, {notes} notes:\n{shown}");
            }
        }
    }
    assert!(screen(&["a note"; 4], None, (120, 40)).contains("(capped)"));
    assert!(screen(&["a note"; 2], None, (80, 24)).contains("red flags"));
}

#[test]
fn a_title_that_is_longer_than_its_column_is_wrapped() {
    let shown = screen(&[], None, (80, 30));
    assert!(shown.contains("Probes, only if the answer leaves") && shown.contains("time to ask them"), "{shown}");
}

#[test]
fn one_column_keeps_the_list_before_everything_else() {
    let shown = screen(&["a note"], None, (60, 20));
    assert!(shown.contains("first") && shown.contains("the last"), "{shown}");
    let short = screen(&["a note"], None, (60, 14));
    assert!(short.contains("Tab shows the rest") && short.contains("Not rated yet"), "{short}");
}

#[test]
fn the_picked_line_of_a_long_list_is_in_sight_at_every_size() {
    let listen: Vec<String> = (1..=30).map(|number| format!("line {number}.")).collect();
    let listen: Vec<&str> = listen.iter().map(String::as_str).collect();
    for size in [(80, 24), (60, 16), (120, 30), (40, 12)] {
        for picked in 0..listen.len() {
            let shown = drawn(&listen, Some(picked), (&["a note"], None), size);
            assert!(shown.contains(listen[picked]) && shown.contains("Listen for"), "{picked} at {size:?}:\n{shown}");
            let hint = if shown.contains("line 30.") { "Up goes back" } else { "Down goes on" };
            assert!(shown.contains(hint), "{picked} at {size:?}:\n{shown}");
        }
    }
}

#[test]
fn every_size_is_drawn_and_the_line_that_is_written_is_seen() {
    for width in (30..=130).step_by(7) {
        for height in 8..=45 {
            let mut editor = Editor::new("");
            editor.type_in("drains the node first");
            let (columns, rows) = view::line_size(ratatui::layout::Rect::new(0, 0, width, height));
            let shown = screen(&["漢字 and 🚀"; 9], Some(editor.window(columns, rows)), (width, height));
            assert!(shown.contains("node first") && shown.contains("Note"), "{width} x {height}:\n{shown}");
        }
    }
}

#[test]
fn control_characters_in_notes_reach_no_cell() {
    let shown = screen(&["\u{1b}[2J\u{7}gone?", "\u{202e}turned"], None, (100, 40));
    assert!(shown.contains("gone?") && !shown.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{shown:?}");
}
