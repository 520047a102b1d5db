//! The shipped bank against its own model answers and samples.

use hotseat::content::Library;
use hotseat::proof::prove;

/// Share of samples, in percent, that may lie outside their band. Bands of answers written blind are their authors' own guess.
const STRAYS: usize = 15;

#[test]
fn the_bank_lives_up_to_its_model_answers_and_to_most_samples() {
    let library = Library::builtin().unwrap();
    let questions: Vec<String> = library.rubrics.keys().cloned().collect();
    let problems = prove(&library, &questions);
    let of = |rule: &'static str| {
        let found = problems.iter().filter(|problem| problem.rule == rule);
        found.map(|problem| (&problem.place.file, &problem.message)).collect::<Vec<_>>()
    };
    for rule in ["model-answer", "nonsense"] {
        assert!(of(rule).is_empty(), "{rule}: {:?}", of(rule));
    }
    let samples: usize = library.rubrics.values().map(|rubric| rubric.samples.len()).sum();
    let strays = of("sample-band");
    assert!(strays.len() * 100 <= samples * STRAYS, "{} of {samples} samples: {strays:#?}", strays.len());
}
