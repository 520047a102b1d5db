//! Several raters: Krippendorff's alpha and weighted kappa against published examples, leniency by hand, and their laws.

use hotseat::agreement::{Metric, above_others, alpha, weighted_kappa};
use proptest::prelude::*;

/// To the three digits that are published.
fn published(value: Option<f64>, expected: f64) {
    let value = value.unwrap();
    assert!((value - expected).abs() < 0.0005, "{value} is not {expected}");
}

/// Krippendorff 2011, sections C and D: four observers, twelve units, missing values (0). The last unit has one value and is left out.
fn observers() -> Vec<Vec<u8>> {
    let rows = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
        [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
    ];
    (0..12).map(|unit| rows.iter().map(|row| row[unit]).filter(|value| *value > 0).collect()).collect()
}

/// Krippendorff 2011: .743, .815, .849 and .797. The same four figures stand in the examples of `kripp.alpha` in R's package irr, and
/// come out of the definition without coincidence matrices (mean squared distance within units over that of all pairs).
#[test]
fn alpha_as_published_for_every_metric() {
    let figures =
        [(Metric::Nominal, 0.743), (Metric::Ordinal, 0.815), (Metric::Interval, 0.849), (Metric::Ratio, 0.797)];
    for (metric, expected) in figures {
        published(alpha(&observers(), metric), expected);
    }
}

/// Krippendorff 2011, section A: two observers, ten articles, yes or no: .095. With two values every metric is the same.
#[test]
fn alpha_of_two_observers_as_published() {
    let first = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
    let second = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
    let units: Vec<[u8; 2]> = first.into_iter().zip(second).map(|(a, b)| [a, b]).collect();
    for metric in [Metric::Nominal, Metric::Ordinal, Metric::Interval] {
        published(alpha(&units, metric), 0.095);
    }
}

/// Raters 1 and 2 of the data set `anxiety` of R's package irr (Gamer, Lemon, Fellows and Singh): `kappa2(anxiety[, 1:2], "squared")`
/// gives 0.297.
#[test]
fn weighted_kappa_of_the_anxiety_ratings() {
    let first = [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3];
    let second = [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4];
    published(weighted_kappa(&first.into_iter().zip(second).collect::<Vec<(u8, u8)>>()), 0.297);
}

/// By hand: 4 beside 2 and 3 is 1.5 above their mean; 2 beside 4 and 3 is 1.5 below.
#[test]
fn a_rater_is_held_against_those_who_rated_the_same() {
    assert_eq!(above_others(&[Some(4), Some(2), Some(3)], 0), Some(1.5));
    assert_eq!(above_others(&[Some(4), Some(2), Some(3)], 1), Some(-1.5));
    assert_eq!(above_others(&[Some(4), None, Some(3)], 0), Some(1.0));
    assert_eq!(above_others(&[Some(4), None, None], 0), None);
    assert_eq!(above_others(&[None, Some(4)], 0), None);
    assert_eq!(above_others(&[Some(1)], 7), None);
}

#[test]
fn alpha_of_too_little_is_none() {
    assert_eq!(alpha::<Vec<u8>>(&[], Metric::Ordinal), None);
    assert_eq!(alpha(&[vec![1], vec![3]], Metric::Ordinal), None, "nobody rated the same thing");
    assert_eq!(alpha(&[vec![2, 2], vec![2, 2]], Metric::Ordinal), None, "nothing is told apart");
    assert_eq!(alpha(&[vec![0, 0], vec![0, 0]], Metric::Ratio), None);
}

fn units() -> impl Strategy<Value = Vec<Vec<u8>>> {
    prop::collection::vec(prop::collection::vec(1..=4_u8, 0..5), 1..20)
}

proptest! {
    #[test]
    fn alpha_is_at_most_one_and_does_not_care_who_rated(units in units()) {
        let turned: Vec<Vec<u8>> = units.iter().rev().map(|unit| unit.iter().rev().copied().collect()).collect();
        for metric in [Metric::Nominal, Metric::Ordinal, Metric::Interval, Metric::Ratio] {
            let (here, there) = (alpha(&units, metric), alpha(&turned, metric));
            prop_assert_eq!(here.is_some(), there.is_some());
            if let (Some(here), Some(there)) = (here, there) {
                prop_assert!(here <= 1.0 && (here - there).abs() < 1e-9, "{here} {there}");
            }
        }
    }

    /// A unit with one rating changes nothing.
    #[test]
    fn ratings_without_a_partner_do_not_count(units in units(), alone in 1..=4_u8) {
        let more = [units.clone(), vec![vec![alone], vec![]]].concat();
        prop_assert_eq!(alpha(&units, Metric::Ordinal), alpha(&more, Metric::Ordinal));
    }

    #[test]
    fn perfect_agreement_is_one(values in prop::collection::vec(1..=4_u8, 2..30)) {
        let units: Vec<[u8; 3]> = values.iter().map(|value| [*value; 3]).collect();
        let varied = values.iter().any(|value| *value != values[0]);
        prop_assert_eq!(alpha(&units, Metric::Ordinal), varied.then_some(1.0));
    }
}
