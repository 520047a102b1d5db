//! Statistics against published examples, and by their laws.

mod raters;

use hotseat::agreement::{
    Recognition, SplitMix64, agreement_within, interval, mean, order, ranks, spearman, standardised_mean_difference,
    weighted_kappa,
};
use proptest::prelude::*;

fn close(left: Option<f64>, right: f64) {
    let left = left.unwrap();
    assert!((left - right).abs() < 5e-5, "{left} is not {right}");
}

/// Categories repeated: `[(46, 0), (44, 1)]` is 46 zeros and 44 ones.
fn runs(runs: &[(usize, u8)]) -> Vec<u8> {
    runs.iter().flat_map(|(times, category)| vec![*category; *times]).collect()
}

fn zipped(first: &[u8], second: &[u8]) -> Vec<(u8, u8)> {
    first.iter().copied().zip(second.iter().copied()).collect()
}

/// The examples in the tests of Hamner's Metrics and of scikit-learn.
#[test]
fn weighted_kappa_as_published() {
    close(weighted_kappa(&zipped(&[1, 2, 1], &[1, 2, 2])), 0.4);
    close(weighted_kappa(&zipped(&[1, 2, 3, 1, 2, 2, 3], &[1, 2, 3, 1, 2, 3, 2])), 0.75);
    let (first, second) = (runs(&[(46, 0), (44, 1), (10, 2)]), runs(&[(50, 0), (40, 1), (10, 2)]));
    close(weighted_kappa(&zipped(&first, &second)), 0.9541);
}

/// By hand: squared distances 9, 9, 0, 0 make a mean of 4.5, where chance gives 2.5.
#[test]
fn far_apart_weighs_more_than_near() {
    close(weighted_kappa(&[(1, 4), (4, 1), (2, 2), (3, 3)]), -0.8);
}

/// Hours of television and IQ, the example of the article on Spearman's coefficient in Wikipedia: −29/165.
#[test]
fn spearman_as_published() {
    let iq = [86.0, 97.0, 99.0, 100.0, 101.0, 103.0, 106.0, 110.0, 112.0, 113.0];
    let hours = [2.0, 20.0, 28.0, 27.0, 50.0, 29.0, 7.0, 17.0, 6.0, 12.0];
    close(spearman(&iq.into_iter().zip(hours).collect::<Vec<_>>()), -29.0 / 165.0);
}

/// The first numbers for the seed 1234567, as the reference implementation gives them.
#[test]
fn the_generator_is_the_published_one() {
    let mut random = SplitMix64::new(1_234_567);
    let drawn: Vec<u64> = (0..3).map(|_| random.draw()).collect();
    assert_eq!(drawn, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
}

#[test]
fn ties_share_their_ranks() {
    assert_eq!(ranks(&[10.0, 30.0, 20.0, 30.0, 30.0]), [1.0, 4.0, 2.0, 4.0, 4.0]);
}

#[test]
fn pairs_count_where_they_are_far_enough_apart_and_ties_are_not_in_order() {
    let found = order(&[(0.0, 0.1), (1.0, 0.3), (1.5, 0.2), (4.0, 0.3)], 1.0);
    // 0 under 1, 1.5 and 4; 4 over 1 (tied in score) and 1.5; 1 and 1.5 are too close.
    assert_eq!((found.ordered, found.all), (4, 5));
    assert_eq!(order(&[(1.0, 0.0), (1.5, 1.0)], 1.0).share(), None);
}

#[test]
fn a_shift_of_one_standard_deviation() {
    let pairs: Vec<(f64, f64)> = [1.0, 2.0, 3.0].map(|value| (value, value + 1.0)).to_vec();
    close(standardised_mean_difference(&pairs), 1.0);
    assert_eq!(standardised_mean_difference(&[(1.0, 2.0), (1.0, 2.0)]), None);
}

#[test]
fn recognition_counts_what_is_there_and_what_is_not() {
    let counts = Recognition::of([(true, true), (true, true), (true, false), (false, true), (false, false)]);
    close(counts.precision(), 2.0 / 3.0);
    close(counts.recall(), 2.0 / 3.0);
    close(counts.f1(), 2.0 / 3.0);
    close(counts.agreement(), 0.6);
    assert_eq!(Recognition::of([(false, false)]).f1(), None);
}

#[test]
fn what_cannot_be_told_is_none() {
    assert_eq!(weighted_kappa(&[(2, 2), (2, 2)]), None);
    assert_eq!(weighted_kappa(&[]), None);
    assert_eq!(spearman(&[(1.0, 2.0)]), None);
    assert_eq!(spearman(&[(1.0, 2.0), (2.0, 2.0)]), None);
    assert_eq!(agreement_within(&[], 0), None);
    assert_eq!(interval(&[1.0], 100, 1, |_| Some(1.0)), None);
    assert_eq!(interval(&[1.0, 2.0], 100, 1, |_| None), None);
}

/// For the mean of many values, the bootstrap has to come close to the normal interval.
#[test]
fn the_interval_of_a_mean_is_as_wide_as_theory_says() {
    let values: Vec<f64> = (0..400).map(|index| f64::from(index % 20)).collect();
    let found = interval(&values, 2000, 7, |drawn| mean(drawn.iter().map(|value| **value))).unwrap();
    let half = 1.96 * (399.0_f64 / 12.0).sqrt() / 400.0_f64.sqrt();
    assert!((found.low - (9.5 - half)).abs() < 0.06 && (found.high - (9.5 + half)).abs() < 0.06, "{found:?}");
    let again = interval(&values, 2000, 7, |drawn| mean(drawn.iter().map(|value| **value))).unwrap();
    assert_eq!(found, again);
}

fn bands() -> impl Strategy<Value = Vec<(u8, u8)>> {
    prop::collection::vec((1..=4_u8, 1..=4_u8), 2..40)
}

proptest! {
    #[test]
    fn kappa_is_one_on_identity_and_symmetric(pairs in bands()) {
        let same: Vec<(u8, u8)> = pairs.iter().map(|(band, _)| (*band, *band)).collect();
        prop_assert!(weighted_kappa(&same).is_none_or(|kappa| kappa == 1.0));
        let turned: Vec<(u8, u8)> = pairs.iter().map(|(a, b)| (*b, *a)).collect();
        prop_assert_eq!(weighted_kappa(&pairs), weighted_kappa(&turned));
    }

    /// With quadratic weights, kappa is the concordance correlation (Lin 1989; Fleiss and Cohen 1973 for the intraclass form).
    #[test]
    fn kappa_is_the_concordance_correlation(pairs in bands()) {
        let (a, b): (Vec<f64>, Vec<f64>) = pairs.iter().map(|(a, b)| (f64::from(*a), f64::from(*b))).unzip();
        let middle = |values: &[f64]| mean(values.iter().copied()).unwrap();
        let (ma, mb) = (middle(&a), middle(&b));
        let together = |x: &[f64], mx: f64, y: &[f64], my: f64| {
            x.iter().zip(y).map(|(x, y)| (x - mx) * (y - my)).sum::<f64>() / x.len() as f64
        };
        let whole = together(&a, ma, &a, ma) + together(&b, mb, &b, mb) + (ma - mb).powi(2);
        if let Some(kappa) = weighted_kappa(&pairs) {
            prop_assert!((kappa - 2.0 * together(&a, ma, &b, mb) / whole).abs() < 1e-9);
        }
    }

    #[test]
    fn spearman_sees_order_only(pairs in prop::collection::vec((0..50_i32, 0..50_i32), 2..40)) {
        let plain: Vec<(f64, f64)> = pairs.iter().map(|(a, b)| (f64::from(*a), f64::from(*b))).collect();
        let stretched: Vec<(f64, f64)> = plain.iter().map(|(a, b)| (a.powi(3) + 1.0, 2.0 * b - 7.0)).collect();
        let turned: Vec<(f64, f64)> = plain.iter().map(|(a, b)| (*a, -b)).collect();
        prop_assert_eq!(spearman(&plain), spearman(&stretched));
        if let (Some(rho), Some(turned)) = (spearman(&plain), spearman(&turned)) {
            prop_assert!((rho + turned).abs() < 1e-9 && rho.abs() <= 1.0 + 1e-9);
        }
    }

    #[test]
    fn shuffling_loses_nothing(seed in any::<u64>(), length in 0..50_usize) {
        let mut values: Vec<usize> = (0..length).collect();
        SplitMix64::new(seed).shuffle(&mut values);
        values.sort_unstable();
        prop_assert_eq!(values, (0..length).collect::<Vec<_>>());
    }
}
