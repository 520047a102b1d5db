//! The best of all cuts on a grid.
//!
//! A band is 1, plus 1 for each cut that the score reaches and no cap forbids. So what kappa is made of (sums of bands, of
//! their squares, of their products with the rated band) is a sum of three parts, one for each cut, and each part is
//! computed once for every place that a cut can take.

use super::Uncut;

/// Distance of the places a cut can take, in thousandths.
const STEP: u32 = 5;
const PLACES: u32 = 1000 / STEP;

/// What one cut adds, at one place.
#[derive(Debug, Clone, Copy, Default)]
struct Part {
    /// To the sum of bands.
    bands: i64,
    /// To the sum of their squares.
    squares: i64,
    /// To the sum of their products with the rated bands.
    products: i64,
    /// To the count of bands that are as rated.
    exact: i64,
    /// Twice the distance to the nearest score, from between two scores.
    margin: i64,
}

/// The best cuts for some answers; none where kappa is not defined by any.
pub(super) fn best(answers: &[&Uncut]) -> Option<[u32; 3]> {
    let parts = [2, 3, 4].map(|band| (1..=PLACES).map(|place| part(answers, band, place * STEP)).collect::<Vec<_>>());
    let rated = |of: fn(i64) -> i64| answers.iter().map(|one| of(i64::from(one.rated))).sum::<i64>();
    let totals = Totals { count: answers.len() as i64, rated: rated(|band| band), squares: rated(|band| band * band) };
    let mut best: Option<(Worth, [usize; 3])> = None;
    for (first, one) in parts[0].iter().enumerate() {
        for (second, two) in parts[1].iter().enumerate().skip(first + 1) {
            for (third, three) in parts[2].iter().enumerate().skip(second + 1) {
                let Some(worth) = totals.worth(one, two, three) else { continue };
                if best.as_ref().is_none_or(|(known, _)| worth.is_better(known)) {
                    best = Some((worth, [first, second, third]));
                }
            }
        }
    }
    best.map(|(_, places)| places.map(|place| (place as u32 + 1) * STEP))
}

fn part(answers: &[&Uncut], band: u8, cut: u32) -> Part {
    let level = i64::from(band);
    let mut part = Part { margin: i64::MAX, ..Part::default() };
    for one in answers.iter().filter(|one| one.cap >= band) {
        part.margin = part.margin.min((2 * i64::from(one.score) + 1 - 2 * i64::from(cut)).abs());
        if one.score >= cut {
            part.bands += 1;
            part.squares += 2 * level - 1;
            part.products += i64::from(one.rated);
            part.exact += i64::from(one.rated == band) - i64::from(one.rated + 1 == band);
        }
    }
    part
}

struct Totals {
    count: i64,
    rated: i64,
    squares: i64,
}

struct Worth {
    kappa: f64,
    exact: i64,
    margin: i64,
}

impl Worth {
    fn is_better(&self, other: &Worth) -> bool {
        let exact = (self.exact, self.margin).cmp(&(other.exact, other.margin));
        self.kappa.total_cmp(&other.kappa).then(exact).is_gt()
    }
}

impl Totals {
    /// As [`crate::agreement::weighted_kappa`], from the sums.
    fn worth(&self, one: &Part, two: &Part, three: &Part) -> Option<Worth> {
        let bands = self.count + one.bands + two.bands + three.bands;
        let squares = self.count + one.squares + two.squares + three.squares;
        let products = self.rated + one.products + two.products + three.products;
        let expected = self.count * (self.squares + squares) - 2 * self.rated * bands;
        let observed = self.count * (self.squares + squares - 2 * products);
        (expected > 0).then(|| Worth {
            kappa: 1.0 - observed as f64 / expected as f64,
            exact: one.exact + two.exact + three.exact,
            margin: one.margin.min(two.margin).min(three.margin),
        })
    }
}
