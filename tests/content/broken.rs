//! Broken content as data: each file in cases/ holds some content files and the problems that they must bring to light, all of
//! them and no others. Content stands after `--- FILE`, problems after `--- problems`, one a line:
//! `FILE:LINE:COLUMN rule: message`. A file of the same path as one of base/ stands under own/. `HOTSEAT_BLESS=1 cargo test broken` writes what is found now; read it before you keep it.
//!
//! The folders are the stages that refuse: outside `quality`, where every case is sound TOML with a weak rubric or question,
//! warnings are left out, and inside it only the rules that the case names are looked at.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use hotseat::content::Problem;
use hotseat::content::check::{Quality, check};
use hotseat::content::render::position;
use hotseat::content::sources::{self, Origin, Source};

const EXPECTED: &str = "problems";

#[test]
fn every_case_is_refused_where_it_is_wrong() {
    let cases = files(Path::new("tests/content/cases"));
    assert!(cases.len() >= 45, "only {} cases", cases.len());
    let wrong: Vec<String> = cases.iter().filter_map(|case| judge(case).err()).collect();
    assert!(wrong.is_empty(), "{} of {} cases\n\n{}", wrong.len(), cases.len(), wrong.join("\n\n"));
}

fn judge(case: &Path) -> Result<(), String> {
    let text = fs::read_to_string(case).unwrap();
    let quality = case.components().any(|part| part.as_os_str() == "quality");
    let (content, expected) = split(&text);
    let rules: BTreeSet<&str> = expected.iter().filter_map(|line| line.split(' ').nth(1)).collect();
    let found: Vec<String> = problems(content)
        .into_iter()
        .filter(|(problem, line)| problem.is_error() || quality && rules.contains(line.split(' ').nth(1).unwrap()))
        .map(|(_, line)| line)
        .collect();
    if found == expected {
        return Ok(());
    }
    if env::var_os("HOTSEAT_BLESS").is_some() {
        bless(case, &text, &found);
        return Ok(());
    }
    Err(format!("{}\nexpected\n  {}\nfound\n  {}", case.display(), expected.join("\n  "), found.join("\n  ")))
}

/// The content files, and the expected lines.
fn split(text: &str) -> (Vec<Source>, Vec<String>) {
    let (mut sources, mut expected) = (Vec::new(), Vec::new());
    for part in text.split("--- ").skip(1) {
        let (name, body) = part.split_once('\n').unwrap();
        if name == EXPECTED {
            expected = body.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect();
        } else {
            let path = name.trim_start_matches("own/").to_owned();
            sources.push(Source { name: name.to_owned(), path, text: body.to_owned(), origin: Origin::Own });
        }
    }
    (sources, expected)
}

fn problems(content: Vec<Source>) -> Vec<(Problem, String)> {
    let mut all = sources::folder(Path::new("tests/content/base")).unwrap();
    all.iter_mut().for_each(|source| source.origin = Origin::Shipped);
    all.extend(content);
    let found = check(&all, Quality::Own).problems.into_iter();
    found.map(|problem| (problem.clone(), describe(&problem, &all))).collect()
}

fn describe(problem: &Problem, sources: &[Source]) -> String {
    let source = sources.iter().find(|source| source.name == problem.place.file).unwrap();
    let (line, column) = position(&source.text, problem.place.span.start);
    format!("{}:{line}:{column} {}: {}", source.name, problem.rule, problem.message)
}

fn bless(case: &Path, text: &str, found: &[String]) {
    let content = text.split(&format!("--- {EXPECTED}\n")).next().unwrap();
    fs::write(case, format!("{content}--- {EXPECTED}\n{}\n", found.join("\n"))).unwrap();
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}
