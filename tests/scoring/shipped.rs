//! The shipped bank against its own model answers and samples.

use hotseat::content::Library;
use hotseat::proof::prove;

/// Share of samples, in percent, that may lie outside their band, each with a reason written beside it (`stray`).
const STRAYS: usize = 3;

#[test]
fn the_bank_lives_up_to_its_model_answers_and_samples_and_falls_for_no_nonsense() {
    let library = Library::builtin().unwrap();
    let questions: Vec<String> = library.rubrics.keys().cloned().collect();
    let proven = prove(&library, &questions);
    let problems: Vec<_> =
        proven.problems.iter().map(|problem| (problem.rule, &problem.place.file, &problem.message)).collect();
    assert!(problems.is_empty(), "{} problems: {problems:#?}", problems.len());
    let strays = proven.samples.iter().filter(|sample| sample.stray.is_some()).count();
    assert!(strays * 100 <= proven.samples.len() * STRAYS, "{strays} of {} samples", proven.samples.len());
}
