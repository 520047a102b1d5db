//! Calibration on the test questions of scoring: rated answers in, figures out.

mod attacks;
mod criteria;
mod figures;
mod fit;
mod rated;

use hotseat::calibration::{Bench, Judged, Rated, judged};

use crate::scoring::bench::library;

/// A line of a file of ratings.
pub fn line(id: &str, question: &str, rating: f64, answer: &str) -> String {
    serde_json::json!({"id": id, "question": question, "rating": rating, "answer": answer}).to_string()
}

/// Lines that must all be good.
pub fn read(lines: &[String]) -> Vec<Rated> {
    let (rated, problems) = hotseat::calibration::rated::read(&lines.join("\n"), library());
    assert!(problems.is_empty(), "{problems:?}");
    rated
}

/// The answers of some lines, judged.
pub fn judge(lines: &[String]) -> (Bench, Vec<Judged>) {
    let rated = read(lines);
    let bench = Bench::new(library(), &rated);
    let judged = judged(&rated, &bench, &|| {});
    (bench, judged)
}
