//! What would raise an answer one band: in one line, or with all that is to be said.

use super::surface::{Mark, Surface};
use super::words::{band_name, percent, spoken, star_part};
use crate::content::StarPart;
use crate::scoring::scorecard::Mille;
use crate::scoring::{Raise, RaiseStep, Scorecard};

/// Names in one line at most.
const MOST_NAMES: usize = 4;

/// One line; none where nothing raises it, and where the one next step says so already.
pub fn line(card: &Scorecard) -> Option<String> {
    let raise = card.raise.as_ref()?;
    if let Some(because) = &raise.blocked {
        let because = because.trim_end_matches('.');
        return Some(format!("One band higher ({}) is out of reach while this stands: {because}.", band(raise)));
    }
    (!is_next_step(card, raise)).then(|| format!("One band higher ({}): {}.", band(raise), names(&raise.steps)))
}

/// A section with each thing to say.
pub fn write(card: &Scorecard, out: &mut dyn Surface) {
    let Some(raise) = &card.raise else { return };
    out.heading(3, &format!("One band higher: {}", band(raise)));
    if let Some(because) = &raise.blocked {
        out.item(Mark::Note, &format!("Out of reach while this stands: {because}"));
        return;
    }
    if is_next_step(card, raise) {
        out.item(Mark::Step, "That one step is enough.");
        return;
    }
    for step in &raise.steps {
        let gain = if step.gain == Mille(0) { String::new() } else { format!(" (+{})", percent(step.gain)) };
        out.item(Mark::Step, &format!("{}{gain}", step.say));
    }
}

fn is_next_step(card: &Scorecard, raise: &Raise) -> bool {
    let [only] = raise.steps.as_slice() else { return false };
    card.next_step.as_ref().is_some_and(|next| next.criterion == only.criterion)
}

fn band(raise: &Raise) -> String {
    format!("{}, {}", raise.band, band_name(raise.band))
}

fn names(steps: &[RaiseStep]) -> String {
    let mut names: Vec<String> = steps.iter().take(MOST_NAMES).map(name).collect();
    if steps.len() > MOST_NAMES {
        names.push(format!("{} more", steps.len() - MOST_NAMES));
    }
    match names.split_last() {
        Some((last, [])) => format!("say {last}"),
        Some((last, others)) => format!("say {} and {last}", others.join(", ")),
        None => String::new(),
    }
}

/// What other lines of a report call it.
fn name(step: &RaiseStep) -> String {
    let parts = [
        ("star.situation", StarPart::Situation),
        ("star.task", StarPart::Task),
        ("star.action", StarPart::Action),
        ("star.result", StarPart::Result),
    ];
    let part = parts.iter().find(|(id, _)| *id == step.criterion);
    part.map_or_else(|| format!("\"{}\"", spoken(&step.criterion)), |(_, part)| format!("the {}", star_part(*part)))
}
