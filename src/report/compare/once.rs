//! Questions that were asked in one attempt only: by topic, level and dimension.

use super::Names;
use super::difference::share;
use crate::compare::{Cell, Change, Comparison};
use crate::content::Dimension;
use crate::report::surface::Surface;
use crate::report::words::dimension;

pub fn write(comparison: &Comparison<'_>, names: Names, out: &mut dyn Surface) {
    let cells = &comparison.once;
    if cells.is_empty() {
        return;
    }
    out.heading(2, "Asked in one attempt only");
    out.paragraph("Other questions, so nothing here is like for like: only topic, level and dimension are.");
    let weighs = |one: &Dimension| cells.iter().any(|cell| change(cell, *one).is_some());
    let dimensions: Vec<Dimension> = Dimension::ALL.into_iter().filter(weighs).collect();
    let mut head = vec!["topic", "level", names.then, names.now];
    head.extend(dimensions.iter().map(|one| dimension(*one)));
    let rows: Vec<Vec<String>> = cells.iter().map(|cell| row(cell, &dimensions)).collect();
    out.table(&head, &rows);
}

fn row(cell: &Cell, dimensions: &[Dimension]) -> Vec<String> {
    let side = |questions: &[String], score| match questions.len() {
        0 => "not asked".to_owned(),
        1 => share(score),
        count => format!("{} ({count} questions)", share(score)),
    };
    let mut row = vec![
        cell.topic.clone(),
        cell.level.name().to_owned(),
        side(&cell.then, cell.score.then),
        side(&cell.now, cell.score.now),
    ];
    row.extend(dimensions.iter().map(|one| change(cell, *one).map_or(String::new(), both)));
    row
}

fn both(change: Change) -> String {
    format!("{} → {}", share(change.then), share(change.now))
}

fn change(cell: &Cell, dimension: Dimension) -> Option<Change> {
    cell.dimensions.iter().find(|one| one.id == dimension).map(|one| one.change)
}
