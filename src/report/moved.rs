//! What judging attempts anew has moved: how many, by how much, and why.

use jiff::tz::TimeZone;

use super::compare::short_id;
use super::surface::{Mark, Surface};
use super::words::{dimension, percent, spoken};
use crate::attempt::{AttemptMove, Revision, Swing, Tally, Why};
use crate::scoring::scorecard::Mille;

/// Attempts, questions and criteria that are named.
const MOST: usize = 5;

/// `current` were judged by the present rubrics already, and `left` could not be judged by them.
pub fn write(tally: &Tally, current: usize, left: usize, zone: &TimeZone, out: &mut dyn Surface) {
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
    attempts(tally, zone, out);
    reasons(tally, out);
    revisions(tally, out);
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

/// Those that moved furthest.
fn attempts(tally: &Tally, zone: &TimeZone, out: &mut dyn Surface) {
    let mut all: Vec<&AttemptMove> = tally.moved.iter().collect();
    if all.is_empty() {
        return;
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.change().map_or(i64::MAX, i64::abs)));
    out.heading(2, if all.len() > MOST { "Attempts that moved furthest" } else { "Attempts that moved" });
    for one in all.iter().take(MOST) {
        let when = one.started.to_zoned(zone.clone()).strftime("%-d %B %Y, %H:%M");
        let share = |score: Option<Mille>| score.map_or("no score".to_owned(), percent);
        let text = format!("{when} ({}): {} → {}", short_id(one.attempt), share(one.then), share(one.now));
        out.item(Mark::Point, &text);
    }
    if all.len() > MOST {
        out.detail(&format!("and {} more: --format json names all", all.len() - MOST));
    }
}

/// What rubrics ask for in another way, by question: of those that moved most often first.
fn revisions(tally: &Tally, out: &mut dyn Surface) {
    let mut all: Vec<_> = tally.revisions.iter().collect();
    if all.is_empty() {
        return;
    }
    all.sort_by_key(|(question, _)| std::cmp::Reverse(tally.questions.get(*question).map(|swing| swing.times())));
    out.heading(2, "What is asked for in another way");
    for (question, revisions) in all.iter().take(MOST) {
        let told: Vec<String> = revisions.iter().map(revision).collect();
        out.item(Mark::Point, &format!("{question}: {}", told.join("; ")));
    }
    if all.len() > MOST {
        out.detail(&format!("and {} more questions: --format json names all", all.len() - MOST));
    }
}

fn revision(one: &Revision) -> String {
    match one {
        Revision::Level(level) => format!("judged at {}, no longer at {}", level.now, level.then),
        Revision::Added(id) => format!("new: {}", spoken(id)),
        Revision::Removed(id) => format!("no longer asked for: {}", spoken(id)),
        Revision::Points(id, points) => format!("{}: {} points, no longer {}", spoken(id), points.now, points.then),
        Revision::Dimension(id, one) => {
            format!("{}: counts in {}, no longer in {}", spoken(id), dimension(one.now), dimension(one.then))
        }
        Revision::Expected(id, level) => {
            format!("{}: expected from {}, no longer from {}", spoken(id), level.now, level.then)
        }
        Revision::Required(id, required) if required.now => format!("{}: required now", spoken(id)),
        Revision::Required(id, _) => format!("{}: no longer required", spoken(id)),
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
