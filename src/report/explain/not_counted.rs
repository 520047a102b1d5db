//! Words that were seen and not counted, each once, with the reason.

use super::Seen;
use super::marks::withheld;
use crate::report::question::NOT_COUNTED;
use crate::report::surface::{Mark, Surface};
use crate::report::words::spoken;

pub fn write(seen: &Seen<'_>, out: &mut dyn Surface) {
    let mut lines: Vec<(String, Vec<String>)> = Vec::new();
    for criterion in &seen.card.criteria {
        for words in withheld(criterion) {
            let line = format!("{}: {}", seen.marks.withheld(words), words.because);
            match lines.iter_mut().find(|(known, _)| *known == line) {
                Some((_, criteria)) => criteria.push(spoken(&criterion.id)),
                None => lines.push((line, vec![spoken(&criterion.id)])),
            }
        }
    }
    if !lines.is_empty() {
        out.heading(3, NOT_COUNTED);
    }
    for (line, criteria) in lines {
        out.item(Mark::Withheld, &format!("{line} ({})", criteria.join(", ")));
    }
}
