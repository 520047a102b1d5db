//! The criteria of one dimension, in the rubric's order: what each earned, by which words and rules, and what would earn it.

use super::marks::{discount, evidence, withheld};
use super::{Seen, meant, story, sum};
use crate::content::{Dimension, Rule};
use crate::report::question::capital;
use crate::report::surface::{Mark, Surface};
use crate::report::words::{dimension as name, percent, spoken};
use crate::scoring::scorecard::Mille;
use crate::scoring::{CriterionScore, Evidence};

pub fn write(seen: &Seen<'_>, dimension: Dimension, out: &mut dyn Surface) {
    let criteria: Vec<_> = seen.card.criteria.iter().filter(|criterion| criterion.dimension == dimension).collect();
    let has_story = dimension == Dimension::Star && seen.card.star.is_some();
    if criteria.is_empty() && !has_story {
        return;
    }
    heading(seen, dimension, out);
    if has_story {
        story::write(seen, out);
    }
    criteria.into_iter().for_each(|criterion| one(seen, criterion, out));
}

fn heading(seen: &Seen<'_>, dimension: Dimension, out: &mut dyn Surface) {
    let title = capital(name(dimension));
    match seen.card.dimensions.iter().find(|score| score.id == dimension) {
        Some(score) => {
            let points = sum::points(seen, dimension);
            out.heading(3, &format!("{title}: {points}, {}; weighs {}", percent(score.score), percent(score.weight)));
        }
        None => out.heading(3, &format!("{title}: not expected at this level")),
    }
}

fn one(seen: &Seen<'_>, criterion: &CriterionScore, out: &mut dyn Surface) {
    let plural = if criterion.points == 1 { "" } else { "s" };
    let points = format!("{} point{plural}{}", points(criterion), bonus(criterion));
    out.item(Mark::of(criterion.credit), &format!("{}: {points}", spoken(&criterion.id)));
    for ((how, rule), words) in grouped(evidence(criterion), |words| (counted(criterion, words), words.rule.clone())) {
        let quotes: Vec<String> = words.into_iter().map(|words| seen.marks.earned(words)).collect();
        out.detail(&format!("{}: {how}", quotes.join(", ")));
        out.aside(&format!("rule: {rule}"));
    }
    for (because, words) in grouped(withheld(criterion), |words| words.because.clone()) {
        let quotes: Vec<String> = words.into_iter().map(|words| seen.marks.withheld(words)).collect();
        out.detail(&format!("{}: not counted, {because}", quotes.join(", ")));
    }
    if let Some(need) = need(seen, criterion).filter(|_| !matches!(criterion.credit.0, 0 | 1000)) {
        out.detail(&format!("It takes {need} different ones."));
    }
    match criterion.credit {
        Mille(0) => out.detail(&format!("To earn it: {}", criterion.feedback)),
        Mille(1000..) => {}
        Mille(_) => out.detail(&format!("To earn the rest: {}", criterion.feedback)),
    }
}

/// "2.5 of 3".
pub fn points(criterion: &CriterionScore) -> String {
    format!("{} of {}", sum::decimal(criterion.points * criterion.credit.0), criterion.points)
}

/// What is said of a criterion that nobody expects at this level.
pub fn bonus(criterion: &CriterionScore) -> &'static str {
    if criterion.expected { "" } else { ", a bonus at this level" }
}

/// How words were meant, and why they count for less where they do.
pub fn counted(criterion: &CriterionScore, words: &Evidence) -> String {
    let typing = if words.misspelt { "; a typing error was forgiven" } else { "" };
    match discount(criterion, words) {
        Some(because) => format!("counted in part, {because}{typing}"),
        None => format!("{}{typing}", meant(words.status)),
    }
}

/// Things of one kind together, in the order in which the kinds first came.
fn grouped<T, K: PartialEq>(things: impl Iterator<Item = T>, kind: impl Fn(&T) -> K) -> Vec<(K, Vec<T>)> {
    let mut groups: Vec<(K, Vec<T>)> = Vec::new();
    for thing in things {
        let kind = kind(&thing);
        match groups.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, known)) => known.push(thing),
            None => groups.push((kind, vec![thing])),
        }
    }
    groups
}

/// How many different things a criterion asks for; none where one is enough.
fn need(seen: &Seen<'_>, criterion: &CriterionScore) -> Option<u32> {
    let written = seen.bundle.rubric.criteria.iter().find(|written| written.id == criterion.id)?;
    let needs = written.rules.iter().filter_map(|rule| match rule {
        Rule::Any { need, .. } => Some(*need),
        Rule::All { .. } | Rule::Tradeoff { .. } | Rule::Measured { .. } => None,
    });
    needs.min().filter(|need| *need > 1)
}
