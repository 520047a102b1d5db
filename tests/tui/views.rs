//! What is drawn, cell by cell; the cursor is `█` where it stands on nothing.

use std::time::Duration;

use hotseat::session::Clock;
use hotseat::tui::editor::Editor;
use hotseat::tui::keys;
use hotseat::tui::theme::{Theme, Tone};
use hotseat::tui::view::{
    self, AnswerView, Asking, Bottom, ChoiceRow, ClockRow, Head, KeysView, PageView, Screenful, editor_area,
};
use insta::assert_snapshot;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Rect;
use ratatui::style::Color;

const QUESTION: &str = "Walk me through what happens between a merge to the main branch and the moment the change serves \
                        production traffic: which checks run, who decides to go on, and how you would notice that it is broken.";

fn clock(used: u64, limit: u64) -> Clock {
    Clock { used: Duration::from_secs(used), limit: Duration::from_secs(limit) }
}

fn bottom() -> Bottom {
    Bottom {
        ask: None,
        status: vec![(Tone::Plain, "62 of about 90 words".into()), (Tone::Muted, "saved".into())],
        keys: vec![keys::DONE, keys::OTHER_WORDING, keys::DONT_KNOW, keys::LEAVE, keys::PAUSE, keys::UNDO, keys::HELP],
    }
}

/// A question at so many seconds of 240, drawn.
fn question(width: u16, height: u16, used: u64, change: impl FnOnce(&mut AnswerView<'_>)) -> Terminal<TestBackend> {
    let mut editor = Editor::new("I watch the error rate of the canary 🐤 against the stable 绝密 version.\nThen I");
    let (asking, bottom) = (Asking { before: None, text: QUESTION }, bottom());
    let area = editor_area(Rect::new(0, 0, width, height), &asking, &bottom);
    let mut view = AnswerView {
        head: Head { title: "senior · DevOps engineer".into(), place: "question 3 of 8 · core".into() },
        clocks: vec![ClockRow::new("Question", clock(used, 240)), ClockRow::new("Interview", clock(900 + used, 2700))],
        asking,
        placeholder: "Write as you would say it.",
        window: editor.window(area.width, area.height),
        bottom,
    };
    change(&mut view);
    drawn(width, height, &Screenful::Answer(view), Theme::new(true))
}

fn drawn(width: u16, height: u16, screenful: &Screenful<'_>, theme: Theme) -> Terminal<TestBackend> {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| view::draw(frame, screenful, theme)).unwrap();
    terminal
}

fn shown(terminal: &mut Terminal<TestBackend>) -> String {
    let cursor = terminal.get_cursor_position().unwrap();
    let buffer = terminal.backend().buffer();
    let mut lines = Vec::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut covered = 0;
        for x in 0..buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            if covered > 0 {
                covered -= 1;
                continue;
            }
            covered = textwrap::core::display_width(symbol).saturating_sub(1);
            line.push_str(if (x, y) == (cursor.x, cursor.y) && symbol == " " { "█" } else { symbol });
        }
        lines.push(line.trim_end().to_owned());
    }
    lines.join("\n")
}

#[test]
fn a_question_in_a_usual_window() {
    assert_snapshot!(shown(&mut question(80, 24, 60, |_| ())), @r#"
     senior · DevOps engineer                                question 3 of 8 · core
     Question    3:00 left  [#######-----------------------]  in time
     Interview  29:00 left  [##########--------------------]  in time
    ┌──────────────────────────────────────────────────────────────────────────────┐
    │ Walk me through what happens between a merge to the main branch and the      │
    │ moment the change serves production traffic: which checks run, who decides   │
    │ to go on, and how you would notice that it is broken.                        │
    └──────────────────────────────────────────────────────────────────────────────┘
     I watch the error rate of the canary 🐤 against the stable 绝密 version.
     Then I█












     62 of about 90 words · saved
     Ctrl-D done  Ctrl-O other wording  Ctrl-X I don't know  Ctrl-G all keys
    "#);
}

#[test]
fn a_question_in_a_short_window_keeps_clocks_and_answer() {
    assert_snapshot!(shown(&mut question(60, 16, 60, |_| ())), @r#"
     senior · DevOps engineer            question 3 of 8 · core
     Question    3:00 left  [######------------------]  in time
     Interview  29:00 left  [########----------------]  in time
     Walk me through what happens between a merge to the main
     branch and the moment the change serves production
     traffic: which checks run, who decides to go on, and how
     you would notice that it is broken.
     I watch the error rate of the canary 🐤 against the
     stable 绝密 version.
     Then I█




     62 of about 90 words · saved
     Ctrl-D done  Ctrl-O other wording  Ctrl-G all keys
    "#);
}

#[test]
fn a_question_in_a_tiny_window_keeps_its_clock_and_says_where_the_rest_is() {
    assert_snapshot!(shown(&mut question(44, 10, 60, |_| ())), @r#"
     Question 3:00 left, in time
     Walk me through what happens between a
     merge to the main branch and the moment
     the change serves production traffic:
     which checks run, who … (Ctrl-G: all)
     I watch the error rate of the canary 🐤
     against the stable 绝密 version.
     Then I█
     62 of about 90 words · saved
     Ctrl-D done  Ctrl-G all keys
    "#);
}

#[test]
fn below_that_there_is_a_word_of_comfort() {
    assert_snapshot!(shown(&mut question(29, 7, 60, |_| ())), @r#"
    Window too small (30 x 8 at
    least). Your answer is safe;
    the clock goes on.
    "#);
}

#[test]
fn a_wide_window_keeps_lines_readable() {
    assert_snapshot!(shown(&mut question(130, 20, 60, |_| ())), @r#"
     senior · DevOps engineer                                                                                  question 3 of 8 · core
     Question    3:00 left  [#######-----------------------]  in time
     Interview  29:00 left  [##########--------------------]  in time
    ┌────────────────────────────────────────────────────────────────────────────────────────────────────┐
    │ Walk me through what happens between a merge to the main branch and the moment the change serves   │
    │ production traffic: which checks run, who decides to go on, and how you would notice that it is    │
    │ broken.                                                                                            │
    └────────────────────────────────────────────────────────────────────────────────────────────────────┘
     I watch the error rate of the canary 🐤 against the stable 绝密 version.
     Then I█








     62 of about 90 words · saved
     Ctrl-D done  Ctrl-O other wording  Ctrl-X I don't know  Ctrl-C leave  Ctrl-P pause  Ctrl-Z undo  Ctrl-G all keys
    "#);
}

#[test]
fn the_gauge_changes_its_words_and_its_look_at_80_and_at_100_percent() {
    let row = |used: u64| {
        let terminal = question(80, 24, used, |_| ());
        let buffer = terminal.backend().buffer();
        let line: String = (0..80).map(|x| buffer[(x, 1)].symbol()).collect();
        (line.trim_end().to_owned(), buffer[(15, 1)].fg)
    };
    let expected = [
        (191, " Question    0:49 left  [#######################-------]  in time", Color::Green),
        (192, " Question    0:48 left  [########################------]  time to close", Color::Yellow),
        (239, " Question    0:01 left  [#############################-]  time to close", Color::Yellow),
        (240, " Question    0:00 over  [##############################]  over time", Color::Red),
        (252, " Question    0:12 over  [##############################]  over time", Color::Red),
    ];
    for (used, line, colour) in expected {
        assert_eq!(row(used), (line.to_owned(), colour), "after {used} s");
    }
}

#[test]
fn over_time_says_its_cost_in_every_width() {
    let cost = Some("question 7 will not be reached".to_owned());
    for (width, height) in [(120, 30), (80, 24), (60, 16)] {
        let mut terminal = question(width, height, 252, |view| {
            view.clocks[0] = view.clocks[0].clone().with_cost(cost.clone());
        });
        let screen = shown(&mut terminal);
        assert!(screen.contains("0:12 over"), "{screen}");
        assert!(screen.contains("question 7 will not be reached"), "{screen}");
    }
}

#[test]
fn without_colours_everything_still_tells_itself_apart() {
    let mut editor = Editor::new("");
    let asking = Asking { before: Some("Where do sessions live?"), text: "What happens when the store goes away?" };
    let screenful = Screenful::Answer(AnswerView {
        head: Head::default(),
        clocks: vec![ClockRow::new("Question", clock(250, 240)), ClockRow::new("Interview", clock(60, 2700))],
        asking,
        placeholder: "Write as you would say it.",
        window: editor.window(60, 5),
        bottom: bottom(),
    });
    let terminal = drawn(80, 24, &screenful, Theme::new(false));
    for cell in terminal.backend().buffer().content() {
        assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset));
    }
}

#[test]
fn a_question_of_the_program_takes_the_last_rows_and_the_cursor() {
    let ask = "Your answer is saved. q leave and resume later, e end the interview now and see the report, any other key goes on";
    assert_snapshot!(shown(&mut question(60, 16, 60, |view| view.bottom.ask = Some(ask.into()))), @r#"
     senior · DevOps engineer            question 3 of 8 · core
     Question    3:00 left  [######------------------]  in time
     Interview  29:00 left  [########----------------]  in time
     Walk me through what happens between a merge to the main
     branch and the moment the change serves production
     traffic: which checks run, who decides to go on, and how
     you would notice that it is broken.
     I watch the error rate of the canary 🐤 against the
     stable 绝密 version.
     Then I




     Your answer is saved. q leave and resume later, e end the
     interview now and see the report, any other key goes on█
    "#);
}

fn menu() -> PageView {
    let choice = |key, label: &str, about: &str| ChoiceRow { key, label: label.into(), about: about.into() };
    PageView {
        head: Head { title: "hotseat".into(), place: String::new() },
        title: "At which level do you want to be interviewed?".into(),
        text: vec!["Choose the level of the job you want. No clock runs yet.".into()],
        choices: vec![
            choice('1', "junior", "names tools and what they are for; follows a runbook; trade-offs only when asked"),
            choice('2', "mid", "knows how it works and how it fails; owns a pipeline end to end"),
            choice(
                '3',
                "senior",
                "designs the process and prevents repeats; weighs two options and says when, unasked",
            ),
            choice('4', "staff", "sets the standard for many teams; weighs cost, people and time; knows when not to"),
        ],
        selected: 1,
        bottom: Bottom { keys: vec![keys::TAKE, keys::CHOOSE, keys::QUIT], ..Bottom::default() },
        ..PageView::default()
    }
}

#[test]
fn a_menu() {
    assert_snapshot!(shown(&mut drawn(60, 16, &Screenful::Page(menu()), Theme::new(true))), @r#"
     hotseat

     At which level do you want to be interviewed?

     Choose the level of the job you want. No clock runs yet.

       1  junior  names tools and what they are for; follows a
                  runbook; trade-offs only when asked
     > 2  mid     knows how it works and how it fails; owns a
                  pipeline end to end
       3  senior  designs the process and prevents repeats;
                  weighs two options and says when, unasked
       4  staff   sets the standard for many teams; weighs
                  cost, people and time; knows when not to

     Enter take it  Up/Down choose  Esc leave
    "#);
}

#[test]
fn a_menu_in_a_tiny_window_shows_the_choice_under_the_cursor() {
    let last = PageView { selected: 3, ..menu() };
    let screen = shown(&mut drawn(32, 8, &Screenful::Page(last), Theme::new(true)));
    assert!(screen.contains("> 4  staff"), "{screen}");
}

#[test]
fn the_keys_fit_the_smallest_window_that_is_promised() {
    let keys = KeysView { question: Some(QUESTION), keys: keys::ALL };
    let screen = shown(&mut drawn(60, 16, &Screenful::Keys(keys), Theme::new(true)));
    for help in keys::ALL {
        assert!(screen.contains(help.key) && screen.contains(help.does), "{help:?} is missing:\n{screen}");
    }
}

#[test]
fn no_size_breaks_anything() {
    let keys = KeysView { question: Some(QUESTION), keys: keys::ALL };
    let ask = Some("Finish with 62 words, 1:40 left? Enter finishes, any other key goes on writing.".to_owned());
    for (width, height) in (1..=70).flat_map(|width| (1..=26).map(move |height| (width, height))) {
        question(width, height, 60, |_| ());
        question(width, height, 250, |view| view.bottom.ask = ask.clone());
        drawn(width, height, &Screenful::Page(menu()), Theme::new(true));
        drawn(width, height, &Screenful::Keys(keys), Theme::new(true));
    }
}
