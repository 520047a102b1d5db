//! Cut scores on cases where the best ones are known.

use hotseat::calibration::fit::{Uncut, uncut};
use hotseat::calibration::{Bench, fit};
use hotseat::content::Library;

/// Four bands in tight heaps, for each of so many questions.
fn heaps(questions: usize) -> Vec<Uncut> {
    let heap = |(rated, score): (u8, u32), question: usize| -> Vec<Uncut> {
        let one = |spread| Uncut { question: format!("q{question}"), score: score + spread, cap: 4, rated };
        (0..5).map(|step| one(step * 4)).collect()
    };
    let all = [(1, 100), (2, 300), (3, 500), (4, 820)];
    (0..questions).flat_map(|question| all.into_iter().flat_map(move |band| heap(band, question))).collect()
}

#[test]
fn cuts_stand_in_the_middle_between_heaps() {
    let found = fit(&heaps(3), [380, 600, 770]).unwrap();
    assert_eq!(found.in_sample.kappa, Some(1.0));
    assert_eq!(found.out_of_sample.unwrap().exact, Some(1.0));
    for (cut, middle) in found.cuts.into_iter().zip([208, 408, 668]) {
        assert!(cut.abs_diff(middle) <= 90, "{:?}", found.cuts);
    }
    // The narrowest gap decides on the margin: the first two are as wide as can be.
    assert!(found.cuts[0].abs_diff(208) <= 5 && found.cuts[1].abs_diff(408) <= 5, "{:?}", found.cuts);
    assert_eq!(found.with_current.adjacent, Some(1.0));
}

#[test]
fn one_question_cannot_be_cross_validated() {
    let found = fit(&heaps(1), [380, 600, 770]).unwrap();
    assert_eq!((found.out_of_sample, found.range), (None, None));
}

#[test]
fn a_question_that_differs_is_misjudged_when_it_is_left_out() {
    let mut answers = heaps(4);
    answers.iter_mut().filter(|one| one.question == "q3").for_each(|one| one.score = one.score.saturating_sub(150));
    let found = fit(&answers, [380, 600, 770]).unwrap();
    assert!(found.out_of_sample.unwrap().exact < found.in_sample.exact);
}

#[test]
fn a_cap_holds_whatever_the_cuts() {
    let mut answers = heaps(2);
    let held = Uncut { question: "q0".into(), score: 990, cap: 2, rated: 2 };
    assert_eq!(held.band(&[10, 20, 30]), 2);
    answers.push(held);
    assert_eq!(fit(&answers, [380, 600, 770]).unwrap().in_sample.kappa, Some(1.0));
}

#[test]
fn nothing_is_proposed_where_all_ratings_are_of_one_band_and_so_are_the_scores() {
    assert_eq!(fit(&[], [380, 600, 770]), None);
}

/// Whatever the cuts are, the bands that the program gives are those that the fit reckons with.
#[test]
fn bands_are_foreseen_for_any_cuts() {
    let library = Library::builtin().unwrap();
    let mut rated = hotseat::calibration::rated::samples(&library, false);
    rated.retain(|one| {
        ["failed-deployment", "gitops", "story-disagreement", "disaster-recovery-plan"].contains(&one.question.as_str())
    });
    let uncut = uncut(&rated, &library, &|| {});
    for cuts in [library.scale.bands.cuts, [200, 300, 500], [500, 700, 900]] {
        let bench = Bench::with_cuts(&library, &rated, cuts);
        for (one, uncut) in rated.iter().zip(&uncut) {
            let band = bench.score(one, &one.answer).unwrap().band;
            assert_eq!(band, Some(uncut.band(&cuts)), "{} with {cuts:?}", one.id);
        }
    }
}
