//! What was tried on the answers, and what came of it.

use super::signed;
use crate::calibration::Attacks;
use crate::calibration::attacks::Changed;
use crate::report::surface::{Mark, Surface};

pub fn write(attacks: &Attacks, out: &mut dyn Surface) {
    out.heading(2, "What must not pay");
    let rows = attacks.gaming.iter().map(|one| {
        vec![
            one.attack.to_owned(),
            one.answers.to_string(),
            signed(one.mean_change),
            signed(one.mean_gain),
            one.rose.to_string(),
            one.rose_more.to_string(),
            one.most_bands.to_string(),
            most(one.most.as_ref()),
        ]
    });
    let head = ["attack", "answers", "change", "gain", "rose", "by > 1", "most", "highest gain"];
    out.table(&head, &rows.collect::<Vec<_>>());
    out.paragraph(
        "Change: mean change of the score; gain: the same with losses counted as nothing. Rose: answers that gained a band; by \
         more than one; the most bands gained.",
    );
    attacks.gaming.iter().for_each(|one| out.item(Mark::Point, &format!("{}: {}", one.attack, one.about)));
    out.heading(2, "What must not matter");
    let rows = attacks.neutral.iter().map(|one| {
        vec![one.change.to_owned(), one.answers.to_string(), one.changed.to_string(), most(one.most.as_ref())]
    });
    out.table(&["change", "answers", "scores changed", "largest change"], &rows.collect::<Vec<_>>());
    attacks.neutral.iter().for_each(|one| out.item(Mark::Point, &format!("{}: {}", one.change, one.about)));
}

fn most(changed: Option<&Changed>) -> String {
    changed.map_or(String::new(), |changed| format!("{} ({})", signed(changed.change), changed.answer))
}
