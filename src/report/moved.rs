//! What judging attempts anew has moved: how many, by how much, and why.

use super::surface::{Mark, Surface};
use super::words::spoken;
use crate::attempt::{Swing, Tally, Why};

/// Questions, and criteria, that are named.
const MOST: usize = 5;

/// `current` were judged by the present rubrics already, and `left` could not be judged by them.
pub fn write(tally: &Tally, current: usize, left: usize, out: &mut dyn Surface) {
    if tally.attempts == 0 {
        return out.headline(&nothing(current, left));
    }
    let unmoved = tally.attempts - tally.raised - tally.lowered;
    let one = if tally.attempts == 1 { "attempt" } else { "attempts" };
    out.headline(&format!(
        "{} {one} judged anew: {} higher, {} lower, {unmoved} the same",
        tally.attempts, tally.raised, tally.lowered
    ));
    out.paragraph(&range(tally));
    reasons(tally, out);
    let questions = tally.questions.iter().map(|(question, swing)| (question.clone(), *swing));
    swings("Questions that moved most often", questions.collect(), out);
    let criteria = tally.criteria.iter();
    let criteria = criteria.map(|((question, id), swing)| (format!("{} of {question}", spoken(id)), *swing));
    swings("Criteria that moved most often", criteria.collect(), out);
}

fn nothing(current: usize, left: usize) -> String {
    let by_present = "judged by the present rubrics already";
    match (current, left) {
        (0, 0) => "There is no attempt to judge.".to_owned(),
        (_, 0) => format!("Every attempt is {by_present}."),
        (0, _) => format!("No attempt was judged anew: {left} cannot be."),
        _ => format!("No attempt was judged anew: {current} {by_present}, {left} cannot be."),
    }
}

/// How far overall scores moved; empty where no attempt had one both times.
fn range(tally: &Tally) -> String {
    let mean = signed(tally.change as f64 / f64::from(tally.scored.max(1)));
    let [high, low] = tally.widest.map(|change| signed(f64::from(change)));
    match tally.scored {
        0 => String::new(),
        1 => format!("The overall score moved by {mean}."),
        _ => format!("On average {mean}; from {low} to {high}."),
    }
}

fn reasons(tally: &Tally, out: &mut dyn Surface) {
    out.heading(2, "Why");
    for (why, count) in &tally.why {
        let (mark, words) = match why {
            Why::Rubric => (Mark::Point, "judged by another version of their rubric"),
            Why::Engine => (Mark::Point, "judged by other rules of scoring, the rubric being the same"),
            Why::Gone => {
                (Mark::Withheld, "left out, for no rubric judges them any more (if yours does: add --content)")
            }
            Why::Back => (Mark::Point, "judged again, for their question is back"),
        };
        let answers = if *count == 1 { "answer" } else { "answers" };
        out.item(mark, &format!("{count} {answers} {words}"));
    }
}

fn swings(title: &str, mut all: Vec<(String, Swing)>, out: &mut dyn Surface) {
    all.retain(|(_, swing)| swing.times() > 0);
    if all.is_empty() {
        return;
    }
    all.sort_by_key(|(_, swing)| std::cmp::Reverse(swing.times()));
    out.heading(2, title);
    for (name, swing) in all.into_iter().take(MOST) {
        out.item(Mark::Point, &format!("{name}: {}× higher, {}× lower", swing.raised, swing.lowered));
    }
}

/// Thousandths as "+1.4 %".
fn signed(thousandths: f64) -> String {
    let percent = (thousandths.abs() / 10.0 * 10.0).round() / 10.0;
    match thousandths {
        _ if percent == 0.0 => "±0 %".to_owned(),
        change if change > 0.0 => format!("+{percent} %"),
        _ => format!("−{percent} %"),
    }
}
