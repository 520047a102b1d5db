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
    let rows: Vec<Vec<String>> = topics.into_iter().map(by_topic).collect();
    out.table(&["topic", "level", names.then, names.now, "difference"], &rows);
    let rows: Vec<Vec<String>> = levels.into_iter().flat_map(by_dimension).collect();
    out.paragraph("");
    out.table(&["dimension", "level", names.then, names.now, "difference"], &rows);
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
