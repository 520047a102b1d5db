//! Interviews of one's own, as interviewers hold them: questions that nobody has written a rubric for, and lists with more criteria
//! than there are letters.

use serde_json::Value;

use super::{Hotseat, Ran};

const QUESTIONS: &str = r#"
title = "Web"
summary = "Two questions of our own"
minutes = 15

[[questions]]
id = "tea"
level = "junior"
kind = "technical"
minutes = 4
prompt = "How do you make a pot of tea?"

[[questions]]
id = "coffee"
level = "mid"
kind = "technical"
minutes = 4
prompt = "How do you make a cup of coffee?"
"#;

/// A rubric for coffee with so many criteria, called `step-01` and so on.
fn rubric(criteria: usize) -> String {
    let step = |number: usize| {
        format!(
            "[[criteria]]\nid = \"step-{number:02}\"\ndimension = \"substance\"\nany = [\"step {number}\"]\n\
             feedback = \"Say step {number}.\"\n"
        )
    };
    let head = "question = \"coffee\"\nmodel_answer = \"Grind, heat, pour.\"\n\
                [anchors]\n1 = \"None.\"\n2 = \"Some.\"\n3 = \"Most.\"\n4 = \"All.\"\n";
    format!("{head}{}", (1..=criteria).map(step).collect::<String>())
}

/// A content folder with these questions, and a rubric for the second of them.
fn folder(hotseat: &Hotseat, criteria: usize) -> String {
    let own = hotseat.data.path().join("own");
    for (name, text) in [("interviews/web.toml", QUESTIONS.to_owned()), ("rubrics/web/coffee.toml", rubric(criteria))] {
        let path = own.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    own.to_string_lossy().into_owned()
}

fn about<'a>(folder: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let usual =
        ["--content", folder, "interview", "web", "--level", "mid", "--candidate", "C-1", "--interviewer", "I-2"];
    [&usual, more].concat()
}

fn by_lines(hotseat: &Hotseat, lines: &str, more: &[&str]) -> Ran {
    hotseat.run_with(&[about(&folder(hotseat, 24), &["--plain"]), more.to_vec()].concat(), lines)
}

fn kept(hotseat: &Hotseat) -> Value {
    serde_json::from_str(&hotseat.run(&["interview", "--show", "--format", "json"]).good()).unwrap()
}

#[test]
fn a_question_without_a_rubric_is_rated_on_notes_by_the_meanings_that_the_guide_prints() {
    let hotseat = Hotseat::new();
    let file = hotseat.data.path().join("card.json");
    let lines = "s\n\n/anchors\n/tick a\n/rate 3\nwarmed the pot\n/words I warm the pot first.\n/rate 3\n/next\n\
                 /words step 1\n/rate 2 because one step\n/lock\n/lock\n/goto 1\n/end\n";
    let ran = by_lines(&hotseat, lines, &["--output", file.to_str().unwrap()]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let guide = ["--content", &folder(&hotseat, 24), "guide", "web", "--level", "mid", "--plain"].map(String::from);
    let guide = hotseat.run(&guide.each_ref().map(String::as_str)).good();
    for (band, meaning) in [(1, "Nothing of what is expected at mid"), (4, "More than is expected at mid")] {
        assert!(ran.err.contains(&format!("{band}: {meaning}")), "{meaning}:\n{}", ran.err);
        assert!(guide.contains(meaning), "{meaning}:\n{guide}");
    }
    for told in [
        "Everybody who takes this interview is asked the same questions",
        "There is no rubric for this question, so there is nothing to tick: note what is said. /anchors says",
        "Nothing on the list is called `a`.",
        "A rating needs evidence",
        "Rated 3 · 1 note.",
        "the engine does not judge it.",
        "The engine judged 1 answer",
        "Question 1 has no rubric: the engine does not judge the words there.",
        "Second opinion: None: there is no rubric for this question",
    ] {
        assert!(ran.err.contains(told), "{told}:\n{}", ran.err);
    }
    let sheet = kept(&hotseat);
    assert_eq!(
        (&sheet["questions"][0]["rating"]["band"], &sheet["questions"][0]["without_rubric"]),
        (&3.into(), &true.into())
    );
    assert!(sheet["questions"][0]["second_opinion"].is_null() && sheet["questions"][1]["second_opinion"].is_object());
    assert_eq!(sheet["questions"][1]["without_rubric"], Value::Null, "it is said where it is so");
    let card = hotseat.run(&["interview", "--show", "--plain"]).good();
    for said in
        ["No rubric: rated by what is expected at mid.", "warmed the pot", "Second opinion: none. There is no rubric"]
    {
        assert!(card.contains(said), "{said}:\n{card}");
    }
    let panel = hotseat.run(&["panel", file.to_str().unwrap(), "--plain"]).good();
    assert!(panel.contains("Question 1 was rated without a rubric.") && panel.contains("Mean 2."), "{panel}");
}

#[test]
fn a_question_without_a_rubric_is_copied_from_paper_and_its_words_are_kept_and_not_judged() {
    let hotseat = Hotseat::new();
    let ran =
        by_lines(&hotseat, "/rate 2 because no milk\n/next\n/rate 3 because all\n/end\n/end\n", &["--from-paper"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let words = hotseat.file("words.txt", "## 1\nI warm the pot.\n## 2\nstep 1, then step 2\n");
    let shown = hotseat.run(&["interview", "--show", "--plain", "--yes", "--words", &words]);
    assert!(shown.err.contains("Question 1 has no rubric: its words are kept, and not judged."), "{}", shown.err);
    assert!(shown.good().contains("I warm the pot."));
    let questions = kept(&hotseat)["questions"].clone();
    assert!(questions[0]["second_opinion"].is_null() && questions[1]["second_opinion"].is_object());
}

#[test]
fn a_mock_interview_says_who_can_rate_what_has_no_rubric() {
    let hotseat = Hotseat::new();
    let folder = folder(&hotseat, 6);
    let ran = hotseat.run_with(&["--content", &folder, "run", "web", "--level", "mid", "--plain"], "n\n\n");
    assert!(ran.code == 2 && ran.err.contains("only an interviewer can rate it"), "{}", ran.err);
}

#[test]
fn by_lines_a_criterion_beyond_the_letters_has_its_number() {
    let hotseat = Hotseat::new();
    let ran = by_lines(&hotseat, "s\n\n/goto 2\n/tick 24 b contra\n/tick 25\n/show\n/rate 3\n/end\n/end\n", &[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    for told in
        ["  z [ ] step 19", "  20 [ ] step 20", "[!] step 24", "24 [!] step 24 (contradicted)", "is called `25`"]
    {
        assert!(ran.err.contains(told), "{told}:\n{}", ran.err);
    }
    let ticks = kept(&hotseat)["questions"][1]["ticks"].clone();
    assert_eq!((&ticks[0]["criterion"], &ticks[1]["criterion"]), (&"step-24".into(), &"step-02".into()));
}

#[cfg(unix)]
mod on_a_terminal {
    use super::*;
    use crate::terminal::{ENTER, Screen, USUAL};

    const DOWN: &str = "\u{1b}[B";
    const UP: &str = "\u{1b}[A";

    fn starts(hotseat: &Hotseat, size: (u16, u16)) -> Screen {
        let folder = folder(hotseat, 24);
        let mut terminal = Screen::start(&hotseat.data, &about(&folder, &[]), size);
        terminal.sees("I-2 interviews C-1");
        terminal.types("s");
        terminal.sees("Opening words");
        terminal.types(ENTER);
        terminal.sees("question 1 of 2");
        terminal
    }

    #[test]
    fn down_and_space_reach_every_criterion() {
        let hotseat = Hotseat::new();
        let mut terminal = starts(&hotseat, USUAL);
        terminal.types("g2");
        terminal.sees("Down goes on");
        terminal.types(" ");
        terminal.sees("Down picks a line of the list");
        assert!(!terminal.text().contains("Step 24"), "{}", terminal.text());
        terminal.types(&DOWN.repeat(24));
        terminal.sees(">[ ] step 24");
        terminal.sees("Up goes back");
        terminal.types(" ");
        terminal.sees(">[x] step 24");
        terminal.types("\u{1a}");
        terminal.sees(">[ ] step 24");
        terminal.types(&format!("  {UP} "));
        terminal.sees(">[x] step 23");
        terminal.sees(" [p] step 24");
        terminal.types(&UP.repeat(22));
        terminal.sees("a>[ ] step 01");
        assert!(!terminal.text().contains("step 24"), "{}", terminal.text());
        terminal.types("r3");
        terminal.sees("Rated 3 · 2 ticks");
    }

    #[test]
    fn a_question_without_a_rubric_takes_notes_and_a_rating() {
        let hotseat = Hotseat::new();
        let mut terminal = starts(&hotseat, USUAL);
        terminal.sees("There is no rubric for this question");
        assert!(!terminal.text().contains("a-z tick"), "{}", terminal.text());
        for key in ["a", " ", DOWN] {
            terminal.types(key);
            terminal.sees("Not rated yet: nothing ticked");
        }
        terminal.types("a");
        terminal.sees("Enter opens a note");
        terminal.types("\rwarmed the pot\r");
        terminal.sees("noted");
        terminal.types("r");
        terminal.sees("Nothing of what is expected at mid");
        terminal.sees("More than is expected at mid");
        terminal.types("3");
        terminal.sees("Rated 3 · 1 note");
        terminal.types("wI warm the pot\r");
        terminal.sees("without a rubric the engine does not judge them");
        terminal.types("\t");
        terminal.sees("there is nothing to tick");
    }
}
