//! Proposed cut scores, ready to be copied.

use super::{counted, number};
use crate::calibration::Fit;
use crate::calibration::fit::Agreement;
use crate::report::surface::{Mark, Surface};

pub fn write(fit: &Fit, out: &mut dyn Surface) {
    out.heading(2, &format!("Cut scores, fitted on {}", counted(fit.answers, "answer")));
    let mut rows = vec![
        row("in force", list(fit.current), &fit.with_current),
        row("proposed, on the answers they were fitted on", list(fit.cuts), &fit.in_sample),
    ];
    if let Some(agreement) = &fit.out_of_sample {
        let ranges = fit.range.map(|ends| ends.map(|[low, high]| range(low, high)).join(", ")).unwrap_or_default();
        rows.push(row("fitted without a question, on that question", ranges, agreement));
    }
    out.table(&["cuts", "thousandths", "kappa", "exact", "adjacent"], &rows);
    out.item(
        Mark::Point,
        "The last row is what to expect of new questions. Nothing was changed; to take the proposal:",
    );
    out.command(&format!("cuts = [{}]", list(fit.cuts)), "under [bands] in rubrics/scale.toml");
}

fn row(name: &str, cuts: String, agreement: &Agreement) -> Vec<String> {
    let figures = [agreement.kappa, agreement.exact, agreement.adjacent].map(number);
    [vec![name.to_owned(), cuts], figures.to_vec()].concat()
}

fn list(cuts: [u32; 3]) -> String {
    cuts.map(|cut| cut.to_string()).join(", ")
}

fn range(low: u32, high: u32) -> String {
    if low == high { low.to_string() } else { format!("{low}–{high}") }
}
