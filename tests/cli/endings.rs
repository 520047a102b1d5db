//! A file's name says how it is written, unless `--format` does; and a folder is no file.

use std::path::Path;

use super::{Hotseat, example};

/// How files of these formats begin.
const BEGIN: [(&str, &str); 7] = [
    ("html", "<!doctype html>"),
    ("htm", "<!doctype html>"),
    ("md", "# "),
    ("markdown", "# "),
    ("json", "{"),
    ("JSON", "{"),
    ("txt", ""),
];

/// Commands that take `--output` and write pages, and a name for each.
fn commands() -> Vec<(&'static str, Vec<String>)> {
    let named = |name: &'static str, words: &[&str]| (name, words.iter().map(|word| word.to_string()).collect());
    vec![
        named("report", &["report"]),
        named("compare", &["compare"]),
        named("guide", &["guide", "--level", "mid"]),
        named("panel", &["panel", &example("panel")]),
        named("card", &["interview", "--show"]),
    ]
}

/// Two attempts, and an interview that was held.
fn used() -> Hotseat {
    let hotseat = Hotseat::new();
    let (plan, answers) = (example("plan-mid.toml"), example("answers-mid.toml"));
    hotseat.run(&["run", &plan, "--answers", &answers]).good();
    hotseat.run(&["run", &plan, "--answers", &answers]).good();
    let held = ["interview", &plan, "--candidate", "C-1", "--interviewer", "I-1", "--plain"];
    hotseat.run_with(&held, "s\n\nasked\n/rate 3\n/end\n/end\n").good();
    hotseat
}

fn output(hotseat: &Hotseat, command: &[String], file: &Path, more: &[&str]) -> super::Ran {
    let words: Vec<&str> = command.iter().map(String::as_str).collect();
    hotseat.run(&[&words[..], &["--output", file.to_str().unwrap()], more].concat())
}

#[test]
fn the_ending_of_the_file_says_how_it_is_written() {
    let hotseat = used();
    for (name, command) in commands() {
        for (ending, begins) in BEGIN {
            let file = hotseat.data.path().join(format!("{name}-{ending}.{ending}"));
            output(&hotseat, &command, &file, &[]).good();
            let text = std::fs::read_to_string(&file).unwrap();
            assert!(text.starts_with(begins), "{name}.{ending} begins {:?}", text.get(..40));
            assert!(
                ending != "txt" || !text.starts_with(['<', '{', '#']),
                "{name}.{ending} begins {:?}",
                text.get(..40)
            );
        }
        let file = hotseat.data.path().join(format!("{name}-asked.html"));
        output(&hotseat, &command, &file, &["--format", "markdown"]).good();
        assert!(std::fs::read_to_string(&file).unwrap().starts_with("# "), "--format comes first: {name}");
        let file = hotseat.data.path().join(format!("{name}.csv"));
        output(&hotseat, &command, &file, &["--format", "json"]).good();
        std::fs::remove_file(&file).unwrap();
        let refused = output(&hotseat, &command, &file, &[]);
        assert!(refused.code == 2 && refused.err.contains("no csv") && !file.exists(), "{name}: {}", refused.err);
    }
}

#[test]
fn exports_go_by_their_ending_as_well() {
    let hotseat = used();
    let export = |name: &str| {
        let file = hotseat.data.path().join(name);
        let ran = hotseat.run(&["export", "--output", file.to_str().unwrap()]);
        (ran, std::fs::read_to_string(&file).unwrap_or_default())
    };
    for (name, begins) in [("a.csv", "\"attempt\""), ("a.md", "# "), ("a.json", "{"), ("a.txt", "{"), ("a", "{")] {
        let (ran, text) = export(name);
        ran.good();
        assert!(text.starts_with(begins), "{name} begins {:?}", text.get(..40));
    }
    let (refused, text) = export("a.html");
    assert!(refused.code == 2 && refused.err.contains("json, csv, markdown") && text.is_empty(), "{}", refused.err);
}

#[test]
fn a_folder_is_no_file() {
    let hotseat = used();
    let export: Vec<String> = vec!["export".into()];
    let plan: Vec<String> = ["plan", "--level", "mid"].map(str::to_owned).to_vec();
    let pages =
        commands().into_iter().flat_map(|(_, command)| [(command.clone(), &[][..]), (command, &["--force"][..])]);
    for (command, more) in pages.chain([(export, &[][..]), (plan, &[])]) {
        let ran = output(&hotseat, &command, hotseat.data.path(), more);
        let said = format!("{} is a folder", hotseat.data.path().display());
        assert!(ran.code == 2 && ran.err.contains(&said) && !ran.err.contains("--force"), "{command:?}: {}", ran.err);
    }
}
