//! Rubrics on trial: what is said of one that does not live up to its samples.

use hotseat::content::{Library, Sample};
use hotseat::proof::prove;

use super::answers::GOOD;
use super::bench::library;

const QUESTION: &str = "deploy-failure";

/// The problems of the test rubric after a change, as rule and message.
fn problems(change: impl FnOnce(&mut Library)) -> Vec<(String, String)> {
    let mut library = library().clone();
    change(&mut library);
    let problems = prove(&library, &[QUESTION.to_owned()]).problems;
    problems.into_iter().map(|problem| (problem.rule.to_owned(), problem.message)).collect()
}

fn sample(band: u8, answer: &str) -> Sample {
    Sample { band, blind: false, style: "plain".into(), stray: None, answer: answer.into() }
}

fn samples(library: &mut Library, samples: Vec<Sample>) {
    library.rubrics.get_mut(QUESTION).unwrap().samples = samples;
}

#[test]
fn a_good_rubric_has_no_problems() {
    assert_eq!(problems(|_| {}), []);
}

#[test]
fn a_model_answer_below_band_4_is_named_with_what_it_misses() {
    let found = problems(|library| {
        library.rubrics.get_mut(QUESTION).unwrap().model_answer =
            "I roll back and then I read the logs, and that is all I do.".into();
    });
    assert_eq!(found[0].0, "model-answer");
    assert!(found[0].1.contains("not band 4"), "{found:?}");
}

#[test]
fn a_sample_outside_its_band_is_named() {
    let found = problems(|library| samples(library, vec![sample(2, GOOD)]));
    assert!(
        found.iter().any(|(rule, message)| rule == "sample-band" && message.contains("band 2 reaches band 4")),
        "{found:?}"
    );
}

#[test]
fn criteria_that_tell_nothing_apart_are_named() {
    let found =
        problems(|library| samples(library, vec![sample(1, "I roll back."), sample(1, "We do roll it back then.")]));
    let idle: Vec<&str> =
        found.iter().filter(|(rule, _)| rule == "idle-criterion").map(|(_, message)| message.as_str()).collect();
    assert!(idle.contains(&"every sample meets `restore`"), "{idle:?}");
    assert!(idle.contains(&"no sample meets `detect`"), "{idle:?}");
}
