//! What was tried on the answers, and what came of it.

use super::signed;
use crate::calibration::Attacks;
use crate::calibration::attacks::Changed;
use crate::report::surface::Surface;

pub fn write(attacks: &Attacks, out: &mut dyn Surface) {
    out.heading(2, "What must not pay");
    let rows = attacks.gaming.iter().map(|one| {
        vec![
            format!("{}: {}", one.attack, one.about),
            one.answers.to_string(),
            signed(one.mean_change),
            signed(one.mean_gain),
            one.rose.to_string(),
            one.rose_more.to_string(),
            one.most_bands.to_string(),
            most(one.most.as_ref()),
        ]
    });
    let head =
        ["attack", "answers", "mean change", "mean gain", "rose a band", "rose more", "most bands", "highest gain"];
    out.table(&head, &rows.collect::<Vec<_>>());
    out.paragraph("Change counts losses, gain counts them as nothing; both are shares of the whole score.");
    out.heading(2, "What must not matter");
    let rows = attacks.neutral.iter().map(|one| {
        vec![
            format!("{}: {}", one.change, one.about),
            one.answers.to_string(),
            one.changed.to_string(),
            most(one.most.as_ref()),
        ]
    });
    out.table(&["change", "answers", "scores changed", "largest change"], &rows.collect::<Vec<_>>());
}

fn most(changed: Option<&Changed>) -> String {
    changed.map_or(String::new(), |changed| format!("{} ({})", signed(changed.change), changed.answer))
}
