//! The editor as fingers know it. `|` is the cursor; the window is 20 cells wide, one of which is kept for the cursor.

use hotseat::tui::editor::Motion::{self, *};
use hotseat::tui::editor::{Editing, Editor};
use proptest::prelude::*;
use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

const WIDTH: u16 = 20;

/// What is done in a case.
#[derive(Debug, Clone)]
enum Do {
    Type(&'static str),
    Paste(&'static str),
    Go(Motion),
    Kill(Motion),
    Undo,
    Redo,
}
use Do::{Go, Kill, Paste, Redo, Type, Undo};

fn at_cursor(marked: &str) -> Editor {
    let mut editor = Editor::new(&marked.replacen('|', "", 1));
    editor.window(WIDTH, 5);
    editor.edit(Editing::Move(Start));
    let target = marked.find('|').unwrap();
    while editor.cursor() < target {
        editor.edit(Editing::Move(Right));
    }
    editor
}

fn marked(editor: &Editor) -> String {
    let mut text = editor.text().to_owned();
    text.insert(editor.cursor(), '|');
    text
}

fn after(before: &str, deeds: &[Do]) -> String {
    let mut editor = at_cursor(before);
    for deed in deeds {
        match deed {
            Type(text) => editor.type_in(text),
            Paste(text) => editor.paste(text),
            Go(motion) => drop(editor.edit(Editing::Move(*motion))),
            Kill(motion) => drop(editor.edit(Editing::Delete(*motion))),
            Undo => drop(editor.edit(Editing::Undo)),
            Redo => drop(editor.edit(Editing::Redo)),
        }
        editor.window(WIDTH, 5);
    }
    marked(&editor)
}

#[test]
fn every_key_does_what_fingers_expect() {
    // Wrapped after "alert fires and ": two rows of one line.
    let rows = "an alert fires and |I roll back";
    let cases: &[(&str, &[Do], &str)] = &[
        ("|", &[Type("a"), Type("\n"), Type("b")], "a\nb|"),
        ("ab|c", &[Go(Left), Go(Left), Go(Left)], "|abc"),
        ("a|bc", &[Go(Right), Go(Right), Go(Right)], "abc|"),
        // Words.
        ("one two-three|", &[Go(WordLeft)], "one two-|three"),
        ("one two-three|", &[Go(WordLeft), Go(WordLeft)], "one |two-three"),
        ("|one  two", &[Go(WordRight)], "one|  two"),
        ("one|  two", &[Go(WordRight), Go(WordRight)], "one  two|"),
        ("we roll back |", &[Kill(WordLeft)], "we roll |"),
        ("we |roll back", &[Kill(WordRight)], "we | back"),
        ("|", &[Kill(WordLeft), Kill(WordRight), Kill(Left), Kill(Right)], "|"),
        // A grapheme is one thing.
        ("a👨‍👩‍👧|b", &[Kill(Left)], "a|b"),
        ("ae\u{301}|b", &[Go(Left)], "a|e\u{301}b"),
        ("a|🇩🇪🇫🇷b", &[Go(Right)], "a🇩🇪|🇫🇷b"),
        ("绝|密", &[Kill(Right)], "绝|"),
        // Rows are those on the screen.
        (rows, &[Go(Up)], "|an alert fires and I roll back"),
        (rows, &[Go(Left), Go(RowStart)], "|an alert fires and I roll back"),
        ("an al|ert fires and I roll back", &[Go(RowEnd)], "an alert fires and| I roll back"),
        ("an al|ert fires and I roll back", &[Go(RowEnd), Go(RowEnd)], "an alert fires and| I roll back"),
        ("an al|ert fires and I roll back", &[Go(Down)], "an alert fires and I rol|l back"),
        ("an al|ert fires and I roll back", &[Kill(RowEnd)], "an al|I roll back"),
        ("an alert fires and I roll| back", &[Kill(RowStart)], "an alert fires and | back"),
        // At the edge of a row, over the edge.
        ("a|\nb", &[Kill(RowEnd)], "a|b"),
        ("a\n|b", &[Kill(RowStart)], "a|b"),
        // The column is kept over a short row.
        ("wide row\nx\nwide r|ow", &[Go(Up), Go(Up)], "wide r|ow\nx\nwide row"),
        ("wide row\nx\nwide r|ow", &[Go(Up)], "wide row\nx|\nwide row"),
        ("a|b", &[Go(Up)], "|ab"),
        ("a|b", &[Go(Down)], "ab|"),
        ("1\n2\n3\n4\n5\n6\n7|", &[Go(PageUp)], "1\n2\n3|\n4\n5\n6\n7"),
        ("1|\n2\n3\n4\n5\n6\n7", &[Go(PageDown)], "1\n2\n3\n4\n5|\n6\n7"),
        ("a|b\nc", &[Go(End)], "ab\nc|"),
        // Undo and redo, by word.
        ("|", &[Type("a"), Type("n"), Type(" "), Type("o"), Type("x"), Undo], "an |"),
        ("|", &[Type("one two three"), Undo, Undo, Undo], "|"),
        ("|", &[Type("one two three"), Undo, Undo, Redo], "one two |"),
        ("|", &[Type("one two"), Undo, Type("x"), Redo], "one x|"),
        ("one two|", &[Kill(Left), Kill(Left), Kill(Left), Undo], "one two|"),
        ("one two|", &[Kill(Left), Kill(Left), Kill(Left), Kill(Left), Kill(Left), Undo, Undo], "one two|"),
        ("|abc", &[Kill(Right), Kill(Right), Undo], "ab|c"),
        ("|", &[Type("a"), Go(Left), Go(Right), Type("b"), Undo], "a|"),
        ("one |", &[Paste("two three four"), Undo], "one |"),
        ("one |", &[Type("t"), Paste("wo three"), Undo], "one t|"),
        ("|", &[Undo, Redo], "|"),
        // What a screen cannot show does not come in.
        ("|", &[Paste("a\r\nb\rc\td\u{7}e")], "a\nb\nc    de|"),
        ("|", &[Paste("\u{1b}[31mred\u{1b}[0m")], "red|"),
        ("|", &[Type("\t")], "    |"),
    ];
    for (before, deeds, expected) in cases {
        assert_eq!(after(before, deeds), *expected, "{before:?} {deeds:?}");
    }
}

#[test]
fn the_window_follows_the_cursor_and_fills_up_when_it_grows() {
    let text: String = (1..=9).map(|n| format!("{n}\n")).collect();
    let mut editor = Editor::new(text.trim_end());
    let window = editor.window(WIDTH, 3);
    assert_eq!((window.rows, window.cursor, window.above, window.below), (vec!["7", "8", "9"], (1, 2), 6, 0));
    let window = editor.window(WIDTH, 5);
    assert_eq!(window.rows, ["5", "6", "7", "8", "9"], "no blank rows below hidden text");
    editor.edit(Editing::Move(Start));
    let window = editor.window(WIDTH, 3);
    assert_eq!((window.rows, window.cursor, window.above, window.below), (vec!["1", "2", "3"], (0, 0), 0, 6));
}

#[test]
fn the_cursor_stands_in_cells_not_characters() {
    for (text, column) in [("ab", 2), ("绝密", 4), ("👨‍👩‍👧", 2), ("e\u{301}", 1), ("🔐 x", 4)] {
        assert_eq!(Editor::new(text).window(WIDTH, 3).cursor, (column, 0), "{text:?}");
    }
}

#[test]
fn ten_thousand_words_are_one_paste_and_one_undo() {
    let mut editor = Editor::new("");
    editor.paste(&"rollback ".repeat(10_000));
    assert_eq!(editor.words(), 10_000);
    editor.window(80, 20);
    assert!(editor.edit(Editing::Undo));
    assert_eq!(editor.text(), "");
}

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-z]{1,9} ",
        1 => "[a-z]{15,40}",
        1 => Just("\n".to_owned()),
        1 => Just("   ".to_owned()),
        1 => Just("绝密🔐".to_owned()),
        1 => Just("👨‍👩‍👧e\u{301}🇩🇪".to_owned()),
        1 => "\\PC{0,6}",
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

fn editing() -> impl Strategy<Value = Editing> {
    let motions = vec![Left, Right, WordLeft, WordRight, Up, Down, PageUp, PageDown, RowStart, RowEnd, Start, End];
    let motion = prop::sample::select(motions);
    prop_oneof![
        3 => motion.clone().prop_map(Editing::Move),
        2 => motion.prop_map(Editing::Delete),
        1 => Just(Editing::Undo),
        1 => Just(Editing::Redo),
    ]
}

proptest! {
    #[test]
    fn rows_hold_the_whole_text_and_fit(text in text(), width in 2..40u16) {
        let mut editor = Editor::new("");
        editor.type_in(&text);
        let shown = editor.text().to_owned();
        let window = editor.window(width, u16::MAX);
        prop_assert_eq!(window.rows.concat(), shown.replace('\n', ""));
        for row in window.rows {
            let cells: Vec<u16> = row.trim_end().graphemes(true).map(|one| one.cell_width()).collect();
            prop_assert!(cells.iter().sum::<u16>() < width || cells.len() == 1, "{row:?} in {width}");
        }
        prop_assert!(window.cursor.0 < width);
    }

    #[test]
    fn undo_goes_back_to_the_beginning_and_redo_to_the_end(
        start in text(), steps in prop::collection::vec((editing(), text()), 0..20), width in 2..40u16,
    ) {
        let mut editor = Editor::new(&start);
        for (editing, typed) in &steps {
            editor.edit(*editing);
            editor.type_in(typed);
            editor.window(width, 5);
            prop_assert!(editor.text().is_char_boundary(editor.cursor()));
        }
        while editor.edit(Editing::Redo) {}
        let end = editor.text().to_owned();
        while editor.edit(Editing::Undo) {}
        prop_assert_eq!(editor.text(), &start);
        while editor.edit(Editing::Redo) {}
        prop_assert_eq!(editor.text(), &end);
    }
}
