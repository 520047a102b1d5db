//! Differences as people read them.

use crate::compare::{Chance, Change, Verdict};
use crate::report::words::percent;
use crate::scoring::scorecard::Mille;

/// "+9 %", "−4 %", "±0 %": as the shown shares differ, so that readers who subtract find the same.
pub fn signed(change: Change) -> Option<String> {
    let shown = |share: Mille| i64::from((share.0 + 5) / 10);
    Some(with_sign(shown(change.now?) - shown(change.then?)))
}

/// "52 % → 61 % (+9 %)"; without the difference where one side is missing.
pub fn arrow(change: Change) -> String {
    let difference = signed(change).map_or(String::new(), |difference| format!(" ({difference})"));
    format!("{} → {}{difference}", share(change.then), share(change.now))
}

/// "52 %"; a dash for none.
pub fn share(share: Option<Mille>) -> String {
    share.map_or("–".to_owned(), percent)
}

/// Whether a difference is more than the luck of the draw, as a sentence; empty where there is no difference to speak of.
pub fn verdict(change: Change, chance: &Chance) -> String {
    let Some(difference) = change.difference() else { return String::new() };
    let between = chance.interval.map_or(String::new(), |interval| {
        format!("{} and {}", with_sign(tenths(interval.low)), with_sign(tenths(interval.high)))
    });
    match chance.verdict() {
        _ if difference == 0 && chance.interval.is_none_or(|interval| interval.low == 0.0 && interval.high == 0.0) => {
            "No difference.".to_owned()
        }
        Verdict::TooFew => format!(
            "{} too few to tell this from the luck of the draw.",
            match chance.questions {
                1 => "One question is".to_owned(),
                count => format!("{count} questions are"),
            }
        ),
        Verdict::Same | Verdict::WithinTheDraw => {
            format!("With other questions it could have been between {between}: this may be the luck of the draw.")
        }
        Verdict::BeyondTheDraw => {
            format!("With other questions it would have been between {between}: more than the luck of the draw.")
        }
    }
}

fn tenths(thousandths: f64) -> i64 {
    (thousandths / 10.0).round() as i64
}

fn with_sign(percent: i64) -> String {
    match percent {
        0 => "±0 %".to_owned(),
        1.. => format!("+{percent} %"),
        _ => format!("−{} %", percent.unsigned_abs()),
    }
}
