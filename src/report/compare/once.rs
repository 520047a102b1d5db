//! Questions that were asked in one attempt only: by topic, level and dimension.

use super::Names;
use super::difference::{share, signed};
use crate::compare::{Cell, Comparison};
use crate::report::surface::Surface;
use crate::report::words::dimension;

pub fn write(comparison: &Comparison<'_>, names: Names, out: &mut dyn Surface) {
    let (topics, levels): (Vec<&Cell>, Vec<&Cell>) = comparison.once.iter().partition(|cell| cell.topic.is_some());
    if topics.is_empty() {
        return;
    }
    out.heading(2, "Asked in one attempt only");
    out.paragraph("Other questions, so nothing here is like for like: only topic, level and dimension are.");
    table("topic", names, topics.into_iter().map(by_topic).collect(), out);
    out.paragraph("");
    table("dimension", names, levels.into_iter().flat_map(by_dimension).collect(), out);
}

/// Without its column of differences where there is none.
fn table(what: &str, names: Names, mut rows: Vec<Vec<String>>, out: &mut dyn Surface) {
    let mut head = vec![what, "judged at", names.then, names.now, "difference"];
    if rows.iter().filter_map(|row| row.last()).all(String::is_empty) {
        head.pop();
        rows.iter_mut().for_each(|row| row.truncate(head.len()));
    }
    out.table(&head, &rows);
}

fn by_topic(cell: &Cell) -> Vec<String> {
    let side = |questions: &[String], score| match questions.len() {
        0 => "not asked".to_owned(),
        1 => share(score),
        count => format!("{} of {count}", share(score)),
    };
    vec![
        cell.topic.clone().unwrap_or_default(),
        cell.level.name().to_owned(),
        side(&cell.then, cell.score.then),
        side(&cell.now, cell.score.now),
        signed(cell.score).unwrap_or_default(),
    ]
}

fn by_dimension(cell: &Cell) -> Vec<Vec<String>> {
    let row = |one: &crate::compare::DimensionChange| {
        let (then, now) = (share(one.change.then), share(one.change.now));
        vec![
            dimension(one.id).to_owned(),
            cell.level.name().to_owned(),
            then,
            now,
            signed(one.change).unwrap_or_default(),
        ]
    };
    cell.dimensions.iter().map(row).collect()
}
