//! What a mark tells of its words, for readers who point at them.

use super::Seen;
use super::criteria::counted;
use super::marks::{evidence, withheld};
use crate::report::surface::{Highlight, Ink};
use crate::report::words::{spoken, star_part};
use crate::scoring::{CriterionScore, Scorecard};
use crate::text::Span;

/// Words of an answer: their segment and where they stand in it.
type Place = (usize, Span);

/// Which criteria the words of a mark earned, or why they did not count.
pub fn about(seen: &Seen<'_>, segment: usize, mark: &Highlight) -> Vec<String> {
    let (card, place) = (seen.card, (segment, mark.span));
    let criteria = card.criteria.iter();
    match mark.ink {
        Ink::Earned => criteria.flat_map(|one| earned(one, place)).chain(told(card, place)).collect(),
        Ink::Withheld => criteria.flat_map(|one| lost(one, place)).collect(),
        Ink::Wrong => voiced(card, place).collect(),
    }
}

fn earned(criterion: &CriterionScore, place: Place) -> impl Iterator<Item = String> {
    let here = evidence(criterion).filter(move |words| (words.segment, words.span) == place);
    here.map(|words| format!("{}: {}", spoken(&criterion.id), counted(criterion, words)))
}

/// Parts of a story.
fn told(card: &Scorecard, place: Place) -> impl Iterator<Item = String> {
    let all = card.star.iter().flat_map(|star| &star.evidence);
    let here = all.filter(move |(_, words)| (words.segment, words.span) == place);
    here.map(|(part, _)| star_part(*part).to_owned())
}

fn lost(criterion: &CriterionScore, place: Place) -> impl Iterator<Item = String> {
    let here = withheld(criterion).filter(move |words| (words.segment, words.span) == place);
    here.map(|words| format!("{}: not counted, {}", spoken(&criterion.id), words.because))
}

/// Misconceptions.
fn voiced(card: &Scorecard, place: Place) -> impl Iterator<Item = String> {
    let is_here =
        move |hit: &&crate::scoring::FlagHit| hit.evidence.iter().any(|words| (words.segment, words.span) == place);
    card.red_flags.iter().filter(is_here).map(|hit| hit.feedback.clone())
}
