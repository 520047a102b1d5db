//! Single answers, with what explains their scores: the words, and the pattern that recognised them.

use super::beginning;
use crate::calibration::Case;
use crate::report::quote::shortened;
use crate::report::surface::{Mark, Surface};
use crate::report::words::{dimension, flag};
use crate::scoring::scorecard::Mille;
use crate::scoring::{CriterionScore, Evidence};

/// Longest quotation.
const QUOTE: usize = 70;
/// Quotations for one criterion.
const MOST: usize = 3;

pub fn write(title: &str, cases: &[Case<'_>], out: &mut dyn Surface) {
    out.heading(2, title);
    cases.iter().for_each(|case| one(case, out));
}

fn one(case: &Case<'_>, out: &mut dyn Surface) {
    let style = if case.style.is_empty() { String::new() } else { format!(", {}", case.style) };
    out.heading(3, &format!("{}: {}{style}", case.answer, case.question));
    let rated = match (case.rated_band, case.rating) {
        (Some(band), Some(rating)) => format!("rated band {band} ({rating:.2}), "),
        _ => String::new(),
    };
    let displaced = if case.displaced > 0.0 { format!("; off by {}", places(case.displaced)) } else { String::new() };
    out.paragraph(&format!("{rated}scored band {} ({:.3}){displaced}", case.band, case.score));
    let card = case.scorecard;
    if !card.dimensions.is_empty() {
        let shares = card.dimensions.iter().map(|one| format!("{} {}", dimension(one.id), decimal(one.score)));
        out.paragraph(&shares.collect::<Vec<_>>().join(", "));
    }
    card.flags.iter().for_each(|one| out.item(Mark::Note, flag(*one)));
    for hit in &card.red_flags {
        out.item(Mark::Costs, &format!("red flag {}: {}", hit.id, quoted(&hit.evidence)));
    }
    card.caps.iter().for_each(|cap| out.item(Mark::Note, &format!("no more than band {}: {}", cap.band, cap.because)));
    card.criteria.iter().for_each(|score| criterion(score, out));
    if let Some(star) = &card.star {
        let parts =
            [("situation", star.situation), ("task", star.task), ("action", star.action), ("result", star.result)];
        let shares = parts.map(|(name, share)| format!("{name} {}", decimal(share)));
        let measured = if star.measured { "measured" } else { "not measured" };
        out.item(Mark::Point, &format!("story: {}, {measured}", shares.join(", ")));
    }
}

fn criterion(score: &CriterionScore, out: &mut dyn Surface) {
    let bonus = if score.expected { "" } else { ", above this level" };
    match score.credit {
        Mille(0) if score.expected => out.item(Mark::Missed, &score.id),
        Mille(0) => {}
        credit => {
            let mark = if credit.0 >= 1000 { Mark::Earned } else { Mark::Partly };
            out.item(mark, &format!("{} {}{bonus}: {}", score.id, decimal(credit), quoted(&score.evidence)));
        }
    }
    if score.credit < Mille(1000) {
        for words in score.withheld.iter().take(MOST) {
            let text = shortened(&words.text, QUOTE);
            out.item(Mark::Withheld, &format!("{}: \"{text}\": {}", score.id, words.because));
        }
    }
}

fn quoted(evidence: &[Evidence]) -> String {
    let quote = |one: &Evidence| format!("\"{}\" by {}", shortened(&one.text, QUOTE), beginning(&one.rule));
    let mut quotes: Vec<String> = evidence.iter().take(MOST).map(quote).collect();
    if evidence.len() > MOST {
        quotes.push(format!("{} more", evidence.len() - MOST));
    }
    quotes.join("; ")
}

fn decimal(share: Mille) -> String {
    format!("{:.2}", f64::from(share.0) / 1000.0)
}

fn places(displaced: f64) -> String {
    if displaced == 1.0 { "1 place".to_owned() } else { format!("{displaced} places") }
}
