//! What an author sees of a problem.

use hotseat::content::check::{Quality, check};
use hotseat::content::render::render;
use hotseat::content::sources::{Origin, Source};

/// All problems of one interview file, without colours.
fn shown(files: &[(&str, &str)]) -> String {
    let sources: Vec<Source> = files
        .iter()
        .map(|(name, text)| Source {
            name: (*name).to_owned(),
            path: (*name).trim_start_matches("mine/").to_owned(),
            text: (*text).to_owned(),
            origin: Origin::Own,
        })
        .collect();
    let problems = check(&sources, Quality::Own).problems;
    let shown: Vec<String> =
        problems.iter().filter(|problem| problem.is_error()).map(|problem| render(problem, &sources, 100)).collect();
    anstream::adapter::strip_str(&shown.join("\n\n")).to_string()
}

const TEA: &str = r#"title = "Tea"
summary = "Tea"
minutes = 45

[[questions]]
id = "brew"
level = "mid"
kind = "technical"
minutes = 4
prompt = "How?"
"#;

#[test]
fn a_problem_has_its_line_a_caret_and_what_to_do() {
    insta::assert_snapshot!(shown(&[("interviews/tea.toml", &TEA.replace("\"mid\"", "\"mdi\""))]), @r#"
    error[unknown-value]: `level` cannot be `mdi`
     --> interviews/tea.toml:7:9
      |
    7 | level = "mdi"
      |         ^^^^^
      |
      = help: did you mean `mid`?
    "#);
}

#[test]
fn an_id_that_stands_twice_shows_both_places() {
    let again = TEA.replace("\"Tea\"", "\"Again\"");
    insta::assert_snapshot!(shown(&[("interviews/tea.toml", TEA), ("mine/interviews/again.toml", &again)]), @r#"
    error[duplicate-id]: the question `brew` stands twice
     --> mine/interviews/again.toml:6:6
      |
    6 | id = "brew"
      |      ^^^^^^
      |
     ::: interviews/tea.toml:6:6
      |
    6 | id = "brew"
      |      ------ the other one
      |
      = help: rename one of the two, or take one out: the other stands in interviews/tea.toml
    "#);
}

#[test]
fn control_characters_in_a_file_never_reach_the_terminal() {
    let hostile = TEA.replace("\"mid\"", "\"\u{1b}[31m\u{9b}31m\u{202e}\u{7}\"").replace("level", "le\u{1b}vel");
    let shown = shown(&[("interviews/tea.toml", &hostile)]);
    let raw: Vec<char> = shown.chars().filter(|character| character.is_control() && *character != '\n').collect();
    assert!(raw.is_empty() && !shown.contains('\u{202e}'), "{raw:?} in\n{shown}");
}

#[test]
fn a_long_answer_is_marked_on_its_first_line_only() {
    let rubric = "question = \"brew\"\nmodel_answer = \"\"\"\n\n\n\n\"\"\"\n[anchors]\n1 = \"a\"\n2 = \"b\"\n3 = \"c\"\n4 = \"d\"\n\
                  [[criteria]]\nid = \"x\"\ndimension = \"tools\"\nany = [\"kettle\"]\n";
    insta::assert_snapshot!(shown(&[("interviews/tea.toml", TEA), ("rubrics/tea/brew.toml", rubric)]), @r#"
    error[empty]: `model_answer` is empty
     --> rubrics/tea/brew.toml:2:16
      |
    2 | model_answer = """
      |                ^^^
      |
      = help: An answer that reaches band 4 at every level the question can be asked at.
    "#);
}
