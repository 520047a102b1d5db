//! What a mark tells of its words in one line, for readers who point at them.

use super::Seen;
use super::criteria::counted;
use super::marks::{evidence, withheld};
use crate::report::surface::{Highlight, Ink};
use crate::report::words::{spoken, star_part};
use crate::text::Span;

/// Which criteria the words of a mark earned, or why they did not count.
pub fn about(seen: &Seen<'_>, segment: usize, mark: &Highlight) -> String {
    let is_here = |at: usize, span: Span| at == segment && span == mark.span;
    let card = seen.card;
    let lines: Vec<String> = match mark.ink {
        Ink::Earned => {
            let criteria =
                card.criteria.iter().flat_map(|criterion| evidence(criterion).map(move |words| (criterion, words)));
            let criteria = criteria.filter(|(_, words)| is_here(words.segment, words.span));
            let star = card.star.iter().flat_map(|star| &star.evidence);
            let star = star.filter(|(_, words)| is_here(words.segment, words.span));
            let earned =
                criteria.map(|(criterion, words)| format!("{}: {}", spoken(&criterion.id), counted(criterion, words)));
            earned.chain(star.map(|(part, _)| star_part(*part).to_owned())).collect()
        }
        Ink::Withheld => {
            let criteria =
                card.criteria.iter().flat_map(|criterion| withheld(criterion).map(move |words| (criterion, words)));
            let criteria = criteria.filter(|(_, words)| is_here(words.segment, words.span));
            criteria
                .map(|(criterion, words)| format!("{}: not counted, {}", spoken(&criterion.id), words.because))
                .collect()
        }
        Ink::Wrong => {
            let voiced = card.red_flags.iter();
            let voiced = voiced.filter(|hit| hit.evidence.iter().any(|words| is_here(words.segment, words.span)));
            voiced.map(|hit| hit.feedback.clone()).collect()
        }
    };
    lines.join("; ")
}
