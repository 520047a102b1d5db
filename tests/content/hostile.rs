//! Whatever a file holds, it is refused or read: nothing panics, and every problem points into its file.

use hotseat::content::check::{Quality, check};
use hotseat::content::render::render;
use hotseat::content::sources::{Origin, Source};

const RUBRIC: &str = r##"question = "tea"
model_answer = """
Boil \
  water é.
"""
anchors = { 1 = "a", 2 = 'b', 3 = "c", 4 = "\u00e9" }

[[criteria]]
id = "boil"
dimension = "substance"
points = 2
any = ["{boil*|\"heat\"} ~3 @kettle", 'cue:x & #num ~4', "/p9\\d/"]
unless = ["=SLO"]
feedback = "Say how."

[[red_flags]]
id = "cold"
any = ["cold water"]
penalty = 0.15
"##;

fn survive(text: &str) {
    let path = "rubrics/base/tea.toml".to_owned();
    let sources = [Source { name: path.clone(), path, text: text.to_owned(), origin: Origin::Own }];
    for problem in check(&sources, Quality::Own).problems {
        let span = problem.place.span;
        assert!(span.start <= span.end && span.end <= text.len(), "{problem:?} in\n{text}");
        assert!(!render(&problem, &sources, 80).is_empty());
    }
}

#[test]
fn files_cut_short_anywhere_are_survived() {
    (0..RUBRIC.len()).filter(|cut| RUBRIC.is_char_boundary(*cut)).for_each(|cut| survive(&RUBRIC[..cut]));
}

#[test]
fn signs_in_the_wrong_place_are_survived() {
    for sign in ["\"", "[", "é", "\0", "\\", "= ", "\n", "'''"] {
        for at in (0..RUBRIC.len()).step_by(5).filter(|at| RUBRIC.is_char_boundary(*at)) {
            survive(&format!("{}{sign}{}", &RUBRIC[..at], &RUBRIC[at..]));
        }
    }
}
