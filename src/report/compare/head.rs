//! The first screen: under which conditions, better or not, where, and whether it is real.

use jiff::tz::TimeZone;

use super::difference::{arrow, share, signed, verdict};
use super::{Names, short_id};
use crate::attempt::rescore::Present;
use crate::compare::{Aspect, Change, Comparison, Condition, Sum};
use crate::report::question::capital;
use crate::report::surface::{Mark, Surface};
use crate::report::words::{band_name, band_words, clock_time, dimension, percent};

/// What the row of times is called, below those of shares.
pub const TIME_USED: &str = "time used";

pub fn write(comparison: &Comparison<'_>, names: Names, zone: &TimeZone, out: &mut dyn Surface) {
    verdicts(comparison, names, zone, out);
    parts(comparison, names, out);
}

/// Which attempts, what else was different, better or not, and how sure that is.
pub fn verdicts(comparison: &Comparison<'_>, names: Names, zone: &TimeZone, out: &mut dyn Surface) {
    out.heading(1, "Two attempts compared");
    for (name, side) in [(names.then, comparison.then), (names.now, comparison.now)] {
        out.item(Mark::Point, &capital(&format!("{name}: {}", attempt(side, zone))));
    }
    differences(comparison, names, out);
    out.paragraph("");
    out.headline(&overall(comparison));
    if !comparison.differs_in_level() {
        let said = verdict(comparison.whole.overall, &comparison.whole.chance);
        out.paragraph(&said);
    }
}

/// "3 November 2026, 14:05, DevOps engineer, mid, 45 minutes; 6 of 6 answered (019a…)".
fn attempt(side: &Present, zone: &TimeZone) -> String {
    let (attempt, plan) = (&side.attempt, &side.attempt.plan);
    let when = attempt.started.to_zoned(zone.clone()).strftime("%-d %B %Y, %H:%M");
    let (answered, all) = (attempt.answered(), plan.questions().count());
    let id = short_id(attempt.id);
    format!("{when}, {}, {}, {} minutes; {answered} of {all} answered ({id})", plan.title, plan.level, plan.minutes)
}

/// What else was different: never silently mixed.
fn differences(comparison: &Comparison<'_>, names: Names, out: &mut dyn Surface) {
    if comparison.then.attempt.id == comparison.now.attempt.id {
        out.item(Mark::Point, "Both are the same attempt.");
    } else if comparison.same_plan {
        out.item(Mark::Point, "Both had the same questions under the same clock.");
    }
    if comparison.is_backwards() {
        out.item(Mark::Point, "The attempt named first is the later one: a plus is what the earlier one had more.");
    }
    for one in &comparison.conditions {
        let so = if one.aspect == Aspect::Level { " The overall scores are not subtracted." } else { "" };
        out.item(Mark::Note, &format!("{}{so}", condition(one, names)));
    }
    for (name, side) in [(names.then, comparison.then), (names.now, comparison.now)] {
        if let Some(before) = &side.before {
            let (kept, present) = (before.overall.score, side.attempt.overall(|one| one.in_time.as_ref()).score);
            let scores = match (kept, present) {
                (None, None) => String::new(),
                (None, Some(present)) => format!(" It had no score at that time, and has {} now.", percent(present)),
                (Some(kept), None) => format!(" Its score of that time was {}; now it has none.", percent(kept)),
                (Some(kept), Some(present)) => {
                    format!(" Its score of that time was {}; now it is {}.", percent(kept), percent(present))
                }
            };
            out.item(Mark::Point, &capital(&format!("{name}: scored again by the present rubrics.{scores}")));
        }
        if !side.gone.is_empty() {
            let text = format!(
                "{name}: left out, for no rubric judges it any more: {}. A folder of your own is added with --content.",
                side.gone.join(", ")
            );
            out.item(Mark::Note, &capital(&text));
        }
    }
}

/// One condition, and what it does to scores.
pub(super) fn condition(one: &Condition, names: Names) -> String {
    let (what, so) = match one.aspect {
        Aspect::Level => ("Level", " More is expected at a higher one."),
        Aspect::Interview => ("Interview", " Other topics, other questions."),
        Aspect::Topics => ("Topics", ""),
        Aspect::Length => ("Length", ""),
        Aspect::ExtraTime => ("Extra time", " More fits a longer box."),
        Aspect::Rules => ("Rules", ""),
        Aspect::Feedback => ("Feedback", ""),
        Aspect::Answers => ("Answers", " Without typing, time says little."),
    };
    format!("{what}: {} {}, {} {}.{so}", one.then, names.then, one.now, names.now)
}

fn overall(comparison: &Comparison<'_>) -> String {
    let whole = &comparison.whole;
    let levels = [comparison.then, comparison.now].map(|side| side.attempt.plan.level);
    if whole.overall.then.or(whole.overall.now).is_none() {
        return "Overall: nothing to score.".to_owned();
    }
    let words = |at: usize, score| format!("{} ({})", share(score), band_words(whole.bands[at], levels[at]));
    if comparison.differs_in_level() {
        return format!("Overall: {} and {}", words(0, whole.overall.then), words(1, whole.overall.now));
    }
    let bands = match whole.bands {
        [Some(then), Some(now)] if then != now => {
            format!("; band {then}, {} → {now}, {}", band_name(then), band_name(now))
        }
        [_, now] => format!("; band {}", band_words(now, levels[1])),
    };
    format!("Overall: {}{bands}", arrow(whole.overall))
}

/// Shares with their names: before and after the follow-ups where that differs, dimensions, competencies.
pub fn shares(sum: &Sum) -> Vec<(String, Change)> {
    let mut shares = Vec::new();
    if sum.unprompted != sum.overall {
        shares.push(("before follow-ups".to_owned(), sum.unprompted));
        shares.push(("with follow-ups".to_owned(), sum.overall));
    }
    shares.extend(sum.dimensions.iter().map(|one| (dimension(one.id).to_owned(), one.change)));
    // An interview about one thing has said it in its overall score.
    if sum.competencies.len() > 1 {
        shares.extend(sum.competencies.iter().map(|one| (one.title.clone(), one.change)));
    }
    shares
}

fn parts(comparison: &Comparison<'_>, names: Names, out: &mut dyn Surface) {
    let row = |(name, change): (String, Change)| {
        vec![name, share(change.then), share(change.now), signed(change).unwrap_or_default()]
    };
    let mut rows: Vec<Vec<String>> = shares(&comparison.whole).into_iter().map(row).collect();
    let [then, now] = comparison.whole.used_ms.map(clock_time);
    rows.push(vec![TIME_USED.to_owned(), then, now, String::new()]);
    let mut head = vec!["", names.then, names.now, "difference"];
    if comparison.differs_in_level() {
        head.pop();
        rows.iter_mut().for_each(|row| row.truncate(head.len()));
    }
    out.heading(2, "Where");
    out.table(&head, &rows);
}
