//! The criteria of an answer as rows: what each earned, and by which words.

use super::Seen;
use super::criteria::{bonus, points};
use super::marks::{evidence, withheld};
use super::story::PARTS;
use crate::attempt::contest::star_id;
use crate::report::question::part_share;
use crate::report::surface::Mark;
use crate::report::words::{percent, spoken, star_part};

/// A criterion or a part of a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'a> {
    /// The criterion, or a part of the story (`star.result`).
    pub id: &'a str,
    /// How it is called.
    pub name: String,
    /// How it did.
    pub mark: Mark,
    /// What it earned.
    pub earned: String,
    /// The labels of its words.
    pub labels: String,
}

/// Criteria in the rubric's order, then the parts of a story.
pub fn rows<'a>(seen: &Seen<'a>) -> Vec<Row<'a>> {
    let criteria = seen.card.criteria.iter().map(|criterion| Row {
        id: &criterion.id,
        name: format!("{}{}", spoken(&criterion.id), bonus(criterion)),
        mark: Mark::of(criterion.credit),
        earned: points(criterion),
        labels: seen.marks.labels(evidence(criterion), withheld(criterion)),
    });
    let parts = seen.card.star.iter().flat_map(|star| {
        PARTS.into_iter().map(|part| Row {
            id: star_id(part),
            name: star_part(part).to_owned(),
            mark: Mark::of(part_share(star, part)),
            earned: percent(part_share(star, part)),
            labels: (seen.marks)
                .labels(star.evidence.iter().filter(|(one, _)| *one == part).map(|(_, words)| words), [].iter()),
        })
    });
    criteria.chain(parts).collect()
}
