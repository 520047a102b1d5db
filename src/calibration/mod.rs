//! How well scores agree with people's ratings of the same answers, for those who write rubrics and fit constants.
//! Pure: rated answers and a library go in, figures come out; nothing here changes a rubric or a constant.
//!
//! | module | does |
//! |---|---|
//! | `rated` | reads rated answers, or takes the library's own samples |
//! | `bench`, `judged` | judges them, side by side |
//! | `figures` | says how far scores and ratings agree, and how sure that is |
//! | `cases` | the single answers, worst first |
//! | `criteria` | which criteria, and which of their patterns, tell answers apart |
//! | `fit` | proposes cut scores |
//! | `attacks` | tries what must not pay, and what must not matter |

pub mod attacks;
mod bench;
pub mod cases;
pub mod criteria;
pub mod figures;
pub mod fit;
mod judged;
pub mod rated;

pub use attacks::{Attacks, attacks};
pub use bench::Bench;
pub use cases::{Case, each, worst};
pub use criteria::{CriterionReport, criteria};
pub use figures::{Figures, figures};
pub use fit::{Fit, fit};
pub use judged::{Judged, judged};
pub use rated::{LineProblem, Rated};

use serde::Serialize;

/// Stands under all figures.
pub const CAUTION: &str = "Ratings of synthetic answers say little about real candidates.";

/// The seed of all that is drawn: resamples and shuffled words.
const SEED: u64 = 0x686f_7473_6561_7401;

/// Everything that was asked for; serialised, it is the JSON contract of `hotseat calibrate`. Shares are 0.0 to 1.0, bands 1 to
/// 4, and what is not defined is null.
#[derive(Debug, Serialize)]
pub struct Calibration<'a> {
    /// Version of this format: 1.
    pub format: u32,
    /// How far scores and ratings agree.
    #[serde(flatten)]
    pub figures: Figures,
    /// The answers farthest from their ratings, the worst first.
    pub worst: Vec<Case<'a>>,
    /// Every answer, as they came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub each: Option<Vec<Case<'a>>>,
    /// By question and criterion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub criteria: Option<Vec<CriterionReport>>,
    /// Proposed cut scores.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fit: Option<Fit>,
    /// What must not pay, and what must not matter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attacks: Option<Attacks>,
    /// What is wrong with lines of the input.
    pub problems: Vec<LineProblem>,
    /// What the figures cannot say.
    pub caution: &'static str,
}

/// Four decimals: more than any of the figures is sure of.
fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}
