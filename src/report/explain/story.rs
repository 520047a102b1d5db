//! The parts of a story, with the words behind each.

use super::Seen;
use crate::content::StarPart;
use crate::report::question::part_share;
use crate::report::surface::{Mark, Surface};
use crate::report::words::{percent, star_part};
use crate::scoring::StoryForm;
use crate::scoring::scorecard::Mille;

/// The parts in the order of a story.
pub const PARTS: [StarPart; 4] = [StarPart::Situation, StarPart::Task, StarPart::Action, StarPart::Result];

pub fn write(seen: &Seen<'_>, out: &mut dyn Surface) {
    let Some(star) = &seen.card.star else { return };
    let left = percent(Mille(seen.bundle.scale.star.no_story));
    match star.form {
        StoryForm::Story => {}
        StoryForm::PseudoStory => {
            out.item(Mark::Note, &format!("It tells what is usually done, no one episode: each part counts {left}"));
        }
        StoryForm::Opinion => {
            out.item(Mark::Note, &format!("It gives an opinion and tells no episode: each part counts {left}"));
        }
    }
    for part in PARTS {
        let share = part_share(star, part);
        let found: Vec<String> =
            (star.evidence.iter()).filter(|(one, _)| *one == part).map(|(_, words)| seen.marks.earned(words)).collect();
        let found = if found.is_empty() { "not found".to_owned() } else { found.join(", ") };
        out.item(Mark::of(share), &format!("{}, {}: {found}", star_part(part), percent(share)));
    }
    if !star.measured && star.result > Mille(0) {
        out.detail("A number, or a before and after, would make the result count in full.");
    }
}
