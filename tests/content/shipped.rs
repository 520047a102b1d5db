//! The shipped bank is held to the stricter rules, and holds what it promises.

use hotseat::content::check::{Quality, check};
use hotseat::content::render::render;
use hotseat::content::{Kind, Level, Library, sources};
use serde::Deserialize;

#[derive(Deserialize)]
struct Anchors {
    questions: Vec<Anchor>,
}

#[derive(Deserialize)]
struct Anchor {
    id: String,
    topic: String,
    level: Level,
    kind: Kind,
    minutes: u32,
    prompt: String,
}

fn anchors() -> Vec<Anchor> {
    toml::from_str::<Anchors>(include_str!("anchors.toml")).unwrap().questions
}

#[test]
fn the_shipped_bank_has_no_problems() {
    let sources = sources::shipped();
    let problems = check(&sources, Quality::All).problems;
    let shown: Vec<String> = problems.iter().map(|problem| render(problem, &sources, 120)).collect();
    assert!(shown.is_empty(), "{}", shown.join("\n\n"));
}

#[test]
fn the_anchor_questions_keep_their_wording() {
    let library = Library::builtin().unwrap();
    assert_eq!(anchors().len(), 42);
    for anchor in anchors() {
        let question = &library.questions[&anchor.id];
        assert_eq!(
            (&question.topic, question.level, question.kind, question.minutes, &question.prompt),
            (&anchor.topic, anchor.level, anchor.kind, anchor.minutes, &anchor.prompt),
            "{}",
            anchor.id
        );
    }
}

#[test]
fn every_question_can_be_asked_and_judged() {
    let library = Library::builtin().unwrap();
    for (id, question) in &library.questions {
        assert!(question.probes.len() >= 2, "{id} has {} probes", question.probes.len());
        assert!(!question.rephrased.is_empty(), "{id} has no other wording");
        let rubric = &library.rubrics[id];
        assert!(rubric.criteria.len() >= 6, "{id} has {} criteria", rubric.criteria.len());
        assert!(rubric.red_flags.len() >= 2, "{id} has {} red flags", rubric.red_flags.len());
        assert!(!rubric.short_answer.trim().is_empty(), "{id} has no short answer");
        assert!(rubric.anchors.iter().all(|anchor| !anchor.trim().is_empty()), "{id} lacks an anchor");
        let blind = rubric.samples.iter().filter(|sample| sample.blind).count();
        assert!(blind >= 3, "{id} has {blind} samples that were written blind");
        for band in 1..=4 {
            assert!(rubric.samples.iter().any(|sample| sample.band == band), "{id} has no sample of band {band}");
        }
    }
}

#[test]
fn a_short_answer_fits_its_box_at_25_words_a_minute() {
    let library = Library::builtin().unwrap();
    for (id, rubric) in &library.rubrics {
        let question = &library.questions[id];
        let time = std::time::Duration::from_secs(u64::from(question.minutes) * 60);
        let room = hotseat::session::Pace::default().words_in(time, question.kind);
        let words = rubric.short_answer.split_whitespace().count();
        assert!(words <= room as usize, "{id}: {words} words, and room for {room}");
    }
}

#[test]
fn no_answer_shown_to_candidates_has_a_cut_sentence() {
    let library = Library::builtin().unwrap();
    let cut = regex::Regex::new(r",\s*[.;]|\s[.;,]\s|;\s*\.").unwrap();
    for (id, rubric) in &library.rubrics {
        for text in [&rubric.model_answer, &rubric.short_answer] {
            assert!(!cut.is_match(text), "{id}: {:?}", cut.find(text).map(|found| &text[found.start()..]));
        }
    }
}
