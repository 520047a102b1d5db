//! How well something is remembered: FSRS-6, the free spaced repetition scheduler, with its default parameters.
//!
//! Source: open-spaced-repetition, "The Algorithm" (github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm) and its
//! reference implementation, py-fsrs 6 (fsrs/scheduler.py). After Ye, Su and Cao, "A Stochastic Shortest Path Algorithm for
//! Optimizing Spaced Repetition Scheduling", KDD 2022. Letters are those of the source: D difficulty, S stability, R
//! retrievability, G rating, t days. Left out on purpose: learning steps (a retry is the candidate's choice) and fuzz (no chance).

use serde::Serialize;

/// Default parameters of FSRS-6, fitted by its authors on reviews of many people's flash cards. Nobody has enough interview answers
/// to fit them anew.
const W: [f64; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
    1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/// Days over which something is remembered at the least, and at the most: a hundred years.
const STABILITY: (f64, f64) = (0.001, 36_500.0);

/// How likely it should be that something is still known when it comes again.
const RETENTION: f64 = 0.9;

/// How well an answer was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rating {
    /// It was not known.
    Again,
    /// It was known in part.
    Hard,
    /// It was known.
    Good,
    /// It came easily.
    Easy,
}

impl Rating {
    /// All of them, worst first.
    pub const ALL: [Rating; 4] = [Rating::Again, Rating::Hard, Rating::Good, Rating::Easy];

    /// The rating that a band stands for. The scales have the same four steps: a weak answer would have failed, as a forgotten
    /// card has; a partial one passes with gaps; a solid one is what was asked for; a strong one goes beyond it.
    pub fn of_band(band: u8) -> Rating {
        match band {
            0 | 1 => Rating::Again,
            2 => Rating::Hard,
            3 => Rating::Good,
            _ => Rating::Easy,
        }
    }

    /// 1 to 4, as the formulas count.
    fn g(self) -> f64 {
        match self {
            Rating::Again => 1.0,
            Rating::Hard => 2.0,
            Rating::Good => 3.0,
            Rating::Easy => 4.0,
        }
    }
}

/// What is known of a memory.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Memory {
    /// Days until it is still there with a probability of 90 %.
    pub stability: f64,
    /// 1 to 10: how hard it is to make it last.
    pub difficulty: f64,
}

impl Memory {
    /// After the first answer.
    pub fn first(rating: Rating) -> Memory {
        let [again, hard, good, easy, ..] = W;
        let stability = match rating {
            Rating::Again => again,
            Rating::Hard => hard,
            Rating::Good => good,
            Rating::Easy => easy,
        };
        Memory { stability, difficulty: initial_difficulty(rating).clamp(1.0, 10.0) }
    }

    /// After another answer, so many days after the one before. Within a day it says little about how long it will last.
    pub fn again(self, rating: Rating, days: f64) -> Memory {
        let stability = match rating {
            _ if days < 1.0 => self.same_day(rating),
            Rating::Again => self.forgotten(days),
            _ => self.recalled(rating, days),
        };
        Memory { stability: stability.clamp(STABILITY.0, STABILITY.1), difficulty: self.next_difficulty(rating) }
    }

    /// The probability, 0 to 1, that it is still there after so many days: `R(t, S) = (1 + f·t/S)^(−w20)`.
    pub fn retrievability(self, days: f64) -> f64 {
        (1.0 + factor() * days.max(0.0) / self.stability).powf(-W[20])
    }

    /// Days after which it should come again: whole ones, at least one.
    pub fn interval(self) -> u32 {
        let days = self.stability / factor() * (RETENTION.powf(-1.0 / W[20]) - 1.0);
        days.round().clamp(1.0, STABILITY.1) as u32
    }

    fn recalled(self, rating: Rating, days: f64) -> f64 {
        let Memory { stability: s, difficulty: d } = self;
        let hard_penalty = if rating == Rating::Hard { W[15] } else { 1.0 };
        let easy_bonus = if rating == Rating::Easy { W[16] } else { 1.0 };
        let forgetting = (W[10] * (1.0 - self.retrievability(days))).exp() - 1.0;
        s * (1.0 + W[8].exp() * (11.0 - d) * s.powf(-W[9]) * forgetting * hard_penalty * easy_bonus)
    }

    /// Never more than a failure on the same day would leave.
    fn forgotten(self, days: f64) -> f64 {
        let Memory { stability: s, difficulty: d } = self;
        let forgetting = (W[14] * (1.0 - self.retrievability(days))).exp();
        let left = W[11] * d.powf(-W[12]) * ((s + 1.0).powf(W[13]) - 1.0) * forgetting;
        left.min(s / (W[17] * W[18]).exp())
    }

    /// A good answer on the same day never makes it worse.
    fn same_day(self, rating: Rating) -> f64 {
        let increase = (W[17] * (rating.g() - 3.0 + W[18])).exp() * self.stability.powf(-W[19]);
        let least = if rating >= Rating::Good { 1.0 } else { 0.0 };
        self.stability * increase.max(least)
    }

    /// Changes get smaller near 10 (linear damping), and every answer draws a little towards easy (mean reversion).
    fn next_difficulty(self, rating: Rating) -> f64 {
        let change = -W[6] * (rating.g() - 3.0);
        let damped = self.difficulty + (10.0 - self.difficulty) * change / 9.0;
        (W[7] * initial_difficulty(Rating::Easy) + (1.0 - W[7]) * damped).clamp(1.0, 10.0)
    }
}

/// `D0(G) = w4 − e^(w5·(G−1)) + 1`, before it is held between 1 and 10.
fn initial_difficulty(rating: Rating) -> f64 {
    W[4] - (W[5] * (rating.g() - 1.0)).exp() + 1.0
}

/// Chosen so that the curve goes through 90 % when as many days have passed as the stability says.
fn factor() -> f64 {
    0.9_f64.powf(-1.0 / W[20]) - 1.0
}
