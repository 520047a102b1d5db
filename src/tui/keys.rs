//! The keys: what each of them means, and how help names them. The only place that knows key codes.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::editor::{Editing, Motion};

/// Something that came from the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Typed characters, as many as came together. Enter, and a raw line feed, is `\n`.
    Typed(String),
    /// Pasted as such.
    Pasted(String),
    /// An editing key.
    Edit(Editing),
    /// A key that commands.
    Command(Command),
    /// The window has another size now.
    Resized,
}

/// What a key commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Finish the answer; on a page, go on.
    Done,
    /// Show another wording.
    OtherWording,
    /// "I don't know."
    DontKnow,
    /// "I have said that already", to a follow-up.
    AlreadySaid,
    /// Stop the clocks, or let them go on.
    Pause,
    /// Go to the shell, to come back later.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// Ask whether to leave.
    Leave,
    /// Show the keys.
    Help,
    /// Take back a question, leave a menu.
    Escape,
}

/// What an event of the terminal means; nothing for keys without a meaning and for keys that are let go.
pub fn input(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => of_key(key),
        Event::Paste(text) => Some(Input::Pasted(text)),
        Event::Resize(..) => Some(Input::Resized),
        _ => None,
    }
}

fn of_key(key: KeyEvent) -> Option<Input> {
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    match key.code {
        // AltGr arrives as both where it arrives at all, and what it writes is text.
        KeyCode::Char(c) if control && !alt => of_control(c.to_ascii_lowercase()),
        KeyCode::Char(c) if alt && !control => of_alt(c.to_ascii_lowercase()),
        KeyCode::Char(c) => Some(Input::Typed(c.into())),
        KeyCode::Enter => Some(Input::Typed("\n".into())),
        KeyCode::Tab => Some(Input::Typed("\t".into())),
        KeyCode::Esc => Some(Input::Command(Command::Escape)),
        KeyCode::F(1) => Some(Input::Command(Command::Help)),
        KeyCode::Backspace if alt || control => Some(Input::Edit(Editing::Delete(Motion::WordLeft))),
        KeyCode::Backspace => Some(Input::Edit(Editing::Delete(Motion::Left))),
        KeyCode::Delete if alt || control => Some(Input::Edit(Editing::Delete(Motion::WordRight))),
        KeyCode::Delete => Some(Input::Edit(Editing::Delete(Motion::Right))),
        code => motion(code, alt || control).map(|motion| Input::Edit(Editing::Move(motion))),
    }
}

fn motion(code: KeyCode, far: bool) -> Option<Motion> {
    Some(match (code, far) {
        (KeyCode::Left, false) => Motion::Left,
        (KeyCode::Left, true) => Motion::WordLeft,
        (KeyCode::Right, false) => Motion::Right,
        (KeyCode::Right, true) => Motion::WordRight,
        (KeyCode::Up, _) => Motion::Up,
        (KeyCode::Down, _) => Motion::Down,
        (KeyCode::Home, false) => Motion::RowStart,
        (KeyCode::Home, true) => Motion::Start,
        (KeyCode::End, false) => Motion::RowEnd,
        (KeyCode::End, true) => Motion::End,
        (KeyCode::PageUp, _) => Motion::PageUp,
        (KeyCode::PageDown, _) => Motion::PageDown,
        _ => return None,
    })
}

fn of_control(c: char) -> Option<Input> {
    let command = |command| Some(Input::Command(command));
    let edit = |editing| Some(Input::Edit(editing));
    match c {
        'd' => command(Command::Done),
        'o' => command(Command::OtherWording),
        'x' => command(Command::DontKnow),
        'r' => command(Command::AlreadySaid),
        'p' => command(Command::Pause),
        't' => command(Command::Suspend),
        'l' => command(Command::Redraw),
        'c' => command(Command::Leave),
        'g' => command(Command::Help),
        'z' => edit(Editing::Undo),
        'y' => edit(Editing::Redo),
        'a' => edit(Editing::Move(Motion::RowStart)),
        'e' => edit(Editing::Move(Motion::RowEnd)),
        'u' => edit(Editing::Delete(Motion::RowStart)),
        'k' => edit(Editing::Delete(Motion::RowEnd)),
        'w' => edit(Editing::Delete(Motion::WordLeft)),
        // Backspace, as some terminals send it.
        'h' => edit(Editing::Delete(Motion::Left)),
        // A raw line feed and a raw carriage return.
        'j' | 'm' => Some(Input::Typed("\n".into())),
        _ => None,
    }
}

fn of_alt(c: char) -> Option<Input> {
    let motion = match c {
        'b' => Editing::Move(Motion::WordLeft),
        'f' => Editing::Move(Motion::WordRight),
        'd' => Editing::Delete(Motion::WordRight),
        _ => return None,
    };
    Some(Input::Edit(motion))
}

/// A key, for the help line and the list of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyHelp {
    /// As it stands on the keyboard.
    pub key: &'static str,
    /// What it does, in a word or two.
    pub does: &'static str,
}

const fn help(key: &'static str, does: &'static str) -> KeyHelp {
    KeyHelp { key, does }
}

/// Finishes.
pub const DONE: KeyHelp = help("Ctrl-D", "done");
/// Shows another wording.
pub const OTHER_WORDING: KeyHelp = help("Ctrl-O", "other wording");
/// "I don't know."
pub const DONT_KNOW: KeyHelp = help("Ctrl-X", "I don't know");
/// "I have said that already."
pub const ALREADY_SAID: KeyHelp = help("Ctrl-R", "already said");
/// Stops the clocks.
pub const PAUSE: KeyHelp = help("Ctrl-P", "pause");
/// Takes back.
pub const UNDO: KeyHelp = help("Ctrl-Z", "undo");
/// Asks whether to leave.
pub const LEAVE: KeyHelp = help("Ctrl-C", "leave");
/// Shows the keys.
pub const HELP: KeyHelp = help("Ctrl-G", "all keys");
/// Goes on from a page.
pub const GO_ON: KeyHelp = help("Enter", "go on");
/// Scrolls a page.
pub const SCROLL: KeyHelp = help("Up/Down", "scroll");
/// Scrolls a page that has choices.
pub const SCROLL_PAGES: KeyHelp = help("PgUp/PgDn", "scroll");
/// Goes to another choice.
pub const CHOOSE: KeyHelp = help("Up/Down", "choose");
/// Takes a choice.
pub const TAKE: KeyHelp = help("Enter", "take it");
/// Leaves a menu.
pub const QUIT: KeyHelp = help("Esc", "leave");

/// Every key of the session, for the list.
pub const ALL: &[KeyHelp] = &[
    DONE,
    help("Enter", "new line"),
    OTHER_WORDING,
    DONT_KNOW,
    ALREADY_SAID,
    help("Ctrl-P", "pause (practice)"),
    LEAVE,
    help("Ctrl-T", "to the shell (fg)"),
    help("Ctrl-L", "redraw"),
    UNDO,
    help("Ctrl-Y", "redo"),
    help("Ctrl-Left", "word back; Alt-B"),
    help("Ctrl-Right", "word on; Alt-F"),
    help("Home", "row start; Ctrl-A"),
    help("End", "row end; Ctrl-E"),
    help("Ctrl-Home", "text start"),
    help("Ctrl-End", "text end"),
    help("PgUp PgDn", "page up, down"),
    help("Ctrl-W", "delete word back"),
    help("Ctrl-U", "delete to start"),
    help("Ctrl-K", "delete to end"),
];

/// Goes back to the question.
pub const BACK: KeyHelp = help("Esc", "back");
/// Picks a band.
pub const BAND: KeyHelp = help("1 to 4", "rate");
/// Shows all questions of an interview that is held.
pub const ALL_QUESTIONS: KeyHelp = help("g", "all questions");
/// Changes a locked rating.
pub const REVISE: KeyHelp = help("r", "change the rating");
/// Shows the keys, where letters command.
pub const ASK_KEYS: KeyHelp = help("?", "keys");

/// Marks a criterion.
pub const TICK: KeyHelp = help("a-z", "tick");
/// The keys of an interview that is held, the most useful first.
pub const HOLDING_FIRST: [KeyHelp; 8] = [
    TICK,
    help("1-9", "probe"),
    help("Enter", "note"),
    help("r", "rate"),
    help("Right", "next"),
    help("g", "all"),
    help("Tab", "more"),
    ASK_KEYS,
];

/// Every key of an interview that is held, for the list.
pub const HOLDING: &[KeyHelp] = &[
    help("a-z", "heard, after probe, !"),
    help("A-Z", "! contradicted at once"),
    help("Down Space", "the same by a cursor"),
    help("Ctrl-Z", "take the last tick back"),
    help("1-9", "probe asked, or not"),
    help("Enter", "write a note"),
    help("u", "change the last note"),
    help("w", "the candidate's words"),
    help("r", "rate by the anchors"),
    help("n", "not assessed, and why"),
    help("s", "skip, and why"),
    help("Right", "next step"),
    help("Left", "step before"),
    help("g", "all questions, end"),
    help("Tab", "all of the question"),
    LEAVE,
    help("Ctrl-T", "to the shell (fg)"),
    help("Ctrl-L", "redraw"),
    help("Ctrl-U", "in a line: empty it"),
    help("Esc", "close; notes are kept"),
];
