//! Judges for the test questions.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use hotseat::content::check::{Quality, check};
use hotseat::content::sources::{self, Source};
use hotseat::content::{Level, Library};
use hotseat::scoring::{Judge, Scorecard, Segment};

/// The test questions with the shipped cues and constants.
pub fn library() -> &'static Library {
    static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
        let mut sources: Vec<Source> = sources::shipped();
        sources.retain(|source| ["rubrics/cues.toml", "rubrics/scale.toml"].contains(&source.path.as_str()));
        sources.extend(sources::folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scoring/content")).unwrap());
        let checked = check(&sources, Quality::Own);
        let errors: Vec<String> = checked
            .problems
            .iter()
            .filter(|problem| problem.is_error())
            .map(|problem| format!("{}: {} ({})", problem.place.file, problem.message, problem.help))
            .collect();
        assert!(errors.is_empty(), "{}", errors.join("\n"));
        checked.library.unwrap()
    });
    &LIBRARY
}

/// The judge of a test question.
pub fn judge(question: &str) -> &'static Judge {
    static JUDGES: LazyLock<BTreeMap<String, Judge>> = LazyLock::new(|| {
        let judge = |id: &String| (id.clone(), Judge::new(&library().bundle(id).unwrap()));
        library().questions.keys().map(judge).collect()
    });
    &JUDGES[question]
}

/// Judges an answer that was not probed.
pub fn score(question: &str, level: Level, answer: &str) -> Scorecard {
    judge(question).score(&[Segment::answer(answer)], level)
}
