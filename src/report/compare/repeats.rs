//! Questions that were asked in both attempts: what was gained and lost, with the words that earned it.

use super::difference::{arrow, share, verdict};
use super::{Depth, Names};
use crate::compare::{Comparison, Credit, CriterionChange, FlagChange, Repeat, Standing, Sum, Take};
use crate::report::contests::criterion_name;
use crate::report::quote::{around, shortened};
use crate::report::surface::{Mark, Surface};
use crate::report::words::{clock_time, percent};
use crate::scoring::{Evidence, scorecard::Mille};
use crate::session::Outcome;

/// Longest quotation.
const QUOTE: usize = 110;
/// Longest wording of a question.
const TITLE: usize = 70;
/// Longest heading of a question, with its number: one line of a usual terminal.
const HEADING: usize = 80;
/// Gains, and losses, that are told of a question unless all are.
const MOST: usize = 3;

pub fn write(comparison: &Comparison<'_>, names: Names, depth: Depth, out: &mut dyn Surface) {
    if comparison.repeats.is_empty() {
        return;
    }
    let page = Page { comparison, names, depth };
    page.summed(Standing::LikeForLike, comparison.like_for_like.as_ref(), out);
    page.summed(Standing::ModelAnswerShown, comparison.after_model_answer.as_ref(), out);
    page.unsummed(out);
}

/// What every part of this section needs.
pub struct Page<'a> {
    pub comparison: &'a Comparison<'a>,
    pub names: Names,
    pub depth: Depth,
}

impl<'a> Page<'a> {
    /// Questions of a standing, in order.
    pub fn of(&self, standing: Standing) -> impl Iterator<Item = &'a Repeat<'a>> {
        self.comparison.repeats.iter().filter(move |repeat| repeat.standing == standing)
    }

    fn summed(&self, standing: Standing, sum: Option<&Sum>, out: &mut dyn Surface) {
        let Some(sum) = sum else { return };
        self.sum(standing, sum, out);
        self.of(standing).for_each(|repeat| self.repeat(repeat, 3, out));
    }

    /// The mean of the questions of a standing, and how sure its difference is.
    pub fn sum(&self, standing: Standing, sum: &Sum, out: &mut dyn Surface) {
        out.heading(2, title(standing));
        let count = match sum.questions[1] {
            1 => "one question".to_owned(),
            count => format!("{count} questions"),
        };
        out.headline(&format!("Mean of {count}: {}", arrow(sum.overall)));
        out.paragraph(&verdict(sum.overall, &sum.chance));
        if sum.unprompted != sum.overall {
            out.paragraph(&format!("Before the follow-ups: {}.", arrow(sum.unprompted)));
        }
        if standing == Standing::ModelAnswerShown {
            out.paragraph("You had been shown the model answers by then: what you remember of them counts here too.");
        }
    }

    fn unsummed(&self, out: &mut dyn Surface) {
        for standing in Standing::APART.into_iter().filter(|one| self.of(*one).next().is_some()) {
            self.apart(standing, out);
            self.of(standing).for_each(|repeat| self.repeat(repeat, 3, out));
        }
        self.not_counted(out);
    }

    /// Why questions whose scores mean different things are in no sum.
    pub fn apart(&self, standing: Standing, out: &mut dyn Surface) {
        out.heading(2, title(standing));
        out.paragraph("What was said can be compared; the scores cannot, and are in no sum.");
    }

    /// Questions that left the mean of an attempt.
    pub fn not_counted(&self, out: &mut dyn Surface) {
        if self.of(Standing::NotCounted).next().is_some() {
            out.heading(2, title(Standing::NotCounted));
            for repeat in self.of(Standing::NotCounted) {
                let [then, now] = [&repeat.then, &repeat.now].map(|take| result(take));
                let Names { then: a, now: b } = self.names;
                let told = if then == now { format!("both times {then}") } else { format!("{a} {then}, {b} {now}") };
                out.item(Mark::Point, &format!("{}: {told}", prompt(&repeat.now, TITLE)));
            }
        }
    }

    /// One question, under a heading of so deep a level.
    pub fn repeat(&self, repeat: &Repeat<'_>, level: u8, out: &mut dyn Surface) {
        let Names { then, now } = self.names;
        let numbers = match (repeat.then.number, repeat.now.number) {
            (one, other) if one == other => format!("question {one}"),
            (one, other) => format!("question {one} {then}, {other} {now}"),
        };
        let room = HEADING.saturating_sub(numbers.chars().count() + 3);
        out.heading(level, &format!("{} ({numbers})", prompt(&repeat.now, room)));
        out.paragraph(&line(repeat, self.names));
        let told = match self.depth {
            Depth::Most => self.most(repeat, out),
            Depth::All => self.all(repeat, out),
        };
        repeat.red_flags.iter().for_each(|flag| self.flag(flag, out));
        if !told && repeat.red_flags.is_empty() {
            out.item(Mark::Point, "nothing gained, nothing lost");
        }
    }

    /// What moved most. False: nothing did.
    fn most(&self, repeat: &Repeat<'_>, out: &mut dyn Surface) -> bool {
        let mut moved: Vec<_> = repeat.criteria.iter().filter(|one| one.difference() != 0).collect();
        moved.sort_by_key(|one| std::cmp::Reverse(one.worth().abs()));
        for gained in [true, false] {
            let (own, left): (Vec<_>, Vec<_>) =
                moved.iter().filter(|one| (one.difference() > 0) == gained).enumerate().partition(|(at, _)| *at < MOST);
            own.iter().for_each(|(_, one)| self.moved(repeat, one, out));
            if !left.is_empty() {
                let names: Vec<String> = left.iter().map(|(_, one)| criterion_name(&one.id)).collect();
                out.detail(&format!("also {}: {}", if gained { "gained" } else { "lost" }, names.join(", ")));
            }
        }
        !moved.is_empty()
    }

    fn moved(&self, repeat: &Repeat<'_>, one: &CriterionChange<'_>, out: &mut dyn Surface) {
        let name = criterion_name(&one.id);
        let is_whole = |credit: &Credit<'_>| credit.share == Mille(0) || credit.share == Mille(1000);
        let part = match is_whole(&one.then) && is_whole(&one.now) {
            true => String::new(),
            false => format!(" ({} → {})", percent(one.then.share), percent(one.now.share)),
        };
        if one.difference() > 0 {
            let words = words(&repeat.now, &one.now).map_or(String::new(), |words| format!(": {words}"));
            return out.item(Mark::Gained, &format!("{name}{part}{words}"));
        }
        let words = words(&repeat.then, &one.then);
        let words = words.map_or(String::new(), |words| format!(": {} {words}", self.names.then));
        out.item(Mark::Lost, &format!("{name}{part}{words}"));
        if let Some(withheld) = one.now.withheld.first() {
            let quote = shortened(&withheld.text, QUOTE);
            out.detail(&format!("{} \"{quote}\" was not counted: {}", self.names.now, withheld.because));
        }
    }

    /// Every criterion. False: there is none.
    fn all(&self, repeat: &Repeat<'_>, out: &mut dyn Surface) -> bool {
        for one in &repeat.criteria {
            let mark = match one.difference() {
                0 => mark(&one.now),
                1.. => Mark::Gained,
                _ => Mark::Lost,
            };
            let shares = format!("{} → {}", percent(one.then.share), percent(one.now.share));
            out.item(mark, &format!("{}: {shares}", criterion_name(&one.id)));
            for (name, take, credit) in
                [(self.names.then, &repeat.then, &one.then), (self.names.now, &repeat.now, &one.now)]
            {
                if let Some(words) = words(take, credit) {
                    out.detail(&format!("{name}: {words}"));
                }
                for withheld in credit.withheld {
                    let quote = shortened(&withheld.text, QUOTE);
                    out.detail(&format!("{name}, not counted: \"{quote}\": {}", withheld.because));
                }
            }
        }
        !repeat.criteria.is_empty()
    }

    fn flag(&self, flag: &FlagChange<'_>, out: &mut dyn Surface) {
        let quote = |words: &[Evidence]| words.first().map_or(String::new(), |words| shortened(&words.text, QUOTE));
        match (flag.then, flag.now) {
            (Some(then), None) => out.item(
                Mark::Gained,
                &format!("no longer said: \"{}\" (it cost {})", quote(&then.evidence), percent(then.penalty)),
            ),
            (then, Some(now)) => {
                let again = if then.is_some() { "said again" } else { "said" };
                let (words, cost) = (quote(&now.evidence), percent(now.penalty));
                out.item(Mark::Costs, &format!("{again}: \"{words}\": {} (−{cost})", flag.feedback));
            }
            (None, None) => {}
        }
    }
}

fn title(standing: Standing) -> &'static str {
    match standing {
        Standing::LikeForLike => "Asked in both: like for like",
        Standing::ModelAnswerShown => "Asked in both, after a model answer",
        Standing::OtherLevel => "Asked in both, judged at different levels",
        Standing::OtherTime => "Asked in both, with other time",
        Standing::NotCounted => "Asked in both, not comparable",
    }
}

/// "40 % → 65 % (+25 %); before the follow-ups 40 % → 50 %. Time 3:10 → 4:05."
fn line(repeat: &Repeat<'_>, names: Names) -> String {
    let results = [&repeat.then, &repeat.now].map(|take| result(take));
    let is_scored = |take: &Take<'_>| take.card.is_some();
    let score = match is_scored(&repeat.then) && is_scored(&repeat.now) {
        true if repeat.standing == Standing::OtherLevel => {
            let levels = [&repeat.then, &repeat.now].map(|take| take.result.level);
            format!("{} at {} {}, {} at {} {}", results[0], levels[0], names.then, results[1], levels[1], names.now)
        }
        true if repeat.is_comparable() => arrow(repeat.score),
        _ => format!("{} {}, {} {}", results[0], names.then, results[1], names.now),
    };
    let unprompted = match repeat.unprompted == repeat.score {
        true => String::new(),
        false if repeat.is_comparable() => format!("; before the follow-ups {}", arrow(repeat.unprompted)),
        false => {
            let [then, now] = [repeat.unprompted.then, repeat.unprompted.now].map(share);
            format!("; before the follow-ups {then} {}, {now} {}", names.then, names.now)
        }
    };
    format!("{score}{unprompted}. Time {}.", times(repeat))
}

/// "3:10 → 4:05 of 4:00"; each with its own box where they differ. What was passed over had none.
fn times(repeat: &Repeat<'_>) -> String {
    let [then, now] = [&repeat.then, &repeat.now].map(|take| clock_time(take.result.used_ms));
    match (repeat.then.result.allowed_ms, repeat.now.result.allowed_ms) {
        (before, after) if before == after || before == 0 => format!("{then} → {now} of {}", clock_time(after)),
        (before, 0) => format!("{then} → {now} of {}", clock_time(before)),
        (before, after) => format!("{then} of {} → {now} of {}", clock_time(before), clock_time(after)),
    }
}

/// How a question went, in a word.
fn result(take: &Take<'_>) -> String {
    match (take.result.outcome, take.result.score) {
        (Outcome::NotReached | Outcome::Open, _) => "not reached".to_owned(),
        (Outcome::Skipped, _) => "skipped".to_owned(),
        (Outcome::Empty, _) => "nothing written".to_owned(),
        (Outcome::Answered, Some(score)) => percent(score),
        (Outcome::Answered, None) if take.card.is_some() => "not scorable".to_owned(),
        (Outcome::Answered, None) => "answered, and its rubric is gone".to_owned(),
    }
}

fn prompt(take: &Take<'_>, most: usize) -> String {
    shortened(take.bundle.map_or(&take.result.question, |bundle| &bundle.question.prompt), most)
}

fn mark(credit: &Credit<'_>) -> Mark {
    match credit.share.0 {
        0 => Mark::Missed,
        1000.. => Mark::Earned,
        _ => Mark::Partly,
    }
}

/// The sentence around the most of the words that earned a criterion.
fn words(take: &Take<'_>, credit: &Credit<'_>) -> Option<String> {
    let best = credit.evidence.iter().rev().max_by_key(|evidence| evidence.text.len())?;
    let text = take.answer.segments.get(best.segment)?.official();
    let after = if best.segment > 0 { " (after a follow-up)" } else { "" };
    Some(format!("\"{}\"{after}", around(text, best.span, QUOTE)))
}
