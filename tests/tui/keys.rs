//! What terminals send, and what it means.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use hotseat::tui::editor::Editing::{Delete, Move};
use hotseat::tui::editor::{Editing, Motion};
use hotseat::tui::keys::{self, Command, Input};

fn press(code: KeyCode, modifiers: KeyModifiers) -> Option<Input> {
    keys::input(Event::Key(KeyEvent::new(code, modifiers)))
}

#[test]
fn control_keys_command_and_edit() {
    let commands = [
        ('d', Command::Done),
        ('o', Command::OtherWording),
        ('x', Command::DontKnow),
        ('r', Command::AlreadySaid),
        ('p', Command::Pause),
        ('t', Command::Suspend),
        ('l', Command::Redraw),
        ('c', Command::Leave),
        ('g', Command::Help),
    ];
    for (key, command) in commands {
        assert_eq!(press(KeyCode::Char(key), KeyModifiers::CONTROL), Some(Input::Command(command)), "Ctrl-{key}");
    }
    let edits = [
        ('z', Editing::Undo),
        ('y', Editing::Redo),
        ('a', Move(Motion::RowStart)),
        ('e', Move(Motion::RowEnd)),
        ('w', Delete(Motion::WordLeft)),
        ('u', Delete(Motion::RowStart)),
        ('k', Delete(Motion::RowEnd)),
        ('h', Delete(Motion::Left)),
    ];
    for (key, editing) in edits {
        assert_eq!(press(KeyCode::Char(key), KeyModifiers::CONTROL), Some(Input::Edit(editing)), "Ctrl-{key}");
    }
}

#[test]
fn enter_and_a_raw_line_feed_are_new_lines() {
    let new_line = Some(Input::Typed("\n".into()));
    assert_eq!(press(KeyCode::Enter, KeyModifiers::NONE), new_line);
    assert_eq!(press(KeyCode::Enter, KeyModifiers::SHIFT), new_line);
    assert_eq!(press(KeyCode::Char('j'), KeyModifiers::CONTROL), new_line);
}

#[test]
fn words_are_reached_by_control_and_by_alt() {
    for modifiers in [KeyModifiers::CONTROL, KeyModifiers::ALT] {
        assert_eq!(press(KeyCode::Left, modifiers), Some(Input::Edit(Move(Motion::WordLeft))));
        assert_eq!(press(KeyCode::Right, modifiers), Some(Input::Edit(Move(Motion::WordRight))));
        assert_eq!(press(KeyCode::Backspace, modifiers), Some(Input::Edit(Delete(Motion::WordLeft))));
    }
    assert_eq!(press(KeyCode::Char('b'), KeyModifiers::ALT), Some(Input::Edit(Move(Motion::WordLeft))));
    assert_eq!(press(KeyCode::Char('f'), KeyModifiers::ALT), Some(Input::Edit(Move(Motion::WordRight))));
}

#[test]
fn what_alt_gr_writes_is_text() {
    let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    assert_eq!(press(KeyCode::Char('@'), alt_gr), Some(Input::Typed("@".into())));
}

#[test]
fn a_key_that_is_let_go_is_no_key() {
    let released = KeyEvent::new_with_kind(KeyCode::Char('a'), KeyModifiers::NONE, KeyEventKind::Release);
    assert_eq!(keys::input(Event::Key(released)), None);
    assert_eq!(press(KeyCode::Char('q'), KeyModifiers::CONTROL), None, "a key without a meaning writes nothing");
}

#[test]
fn every_key_of_the_list_is_listed_once() {
    let mut names: Vec<&str> = keys::ALL.iter().map(|help| help.key).collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all);
}
