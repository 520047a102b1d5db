//! What the author of a rubric reads: how far scores agree with ratings, and what to look at first.

mod attacks;
mod cases;
mod criteria;
mod figures;
mod fit;

use super::surface::{Mark, Surface};
use super::words::counted;
use crate::calibration::Calibration;

/// How much is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Detail {
    /// Whether the answers are samples of rubrics.
    pub samples: bool,
    /// Whether single patterns are listed.
    pub patterns: bool,
}

pub fn write(calibration: &Calibration<'_>, detail: Detail, out: &mut dyn Surface) {
    figures::write(&calibration.figures, detail.samples, out);
    out.item(Mark::Point, calibration.caution);
    figures::write_parts(&calibration.figures, out);
    if let Some(each) = &calibration.each {
        cases::write("Every answer", each, out);
    } else if !calibration.worst.is_empty() {
        cases::write("Farthest from their ratings", &calibration.worst, out);
    }
    if let Some(reports) = &calibration.criteria {
        criteria::write(reports, detail.patterns, out);
    }
    if let Some(fit) = &calibration.fit {
        fit::write(fit, out);
    }
    if let Some(attacks) = &calibration.attacks {
        attacks::write(attacks, out);
    }
}

/// "0.873"; a dash where it is not defined.
fn number(value: Option<f64>) -> String {
    value.map_or("–".to_owned(), |value| format!("{value:.3}"))
}

/// "+0.012", and "0" for what would be shown as nothing.
fn signed(value: f64) -> String {
    if value.abs() < 0.0005 { "0".to_owned() } else { format!("{value:+.3}") }
}

/// The beginning of a pattern, which need not have blanks to be cut at: enough to show which one it is.
fn beginning(pattern: &str) -> String {
    const SHOWN: usize = 40;
    match pattern.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &pattern[..end]),
        None => pattern.to_owned(),
    }
}
