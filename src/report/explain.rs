//! One answer, explained: its own words with marks in them, then criterion by criterion which rule saw which words, what held
//! the band down, the sum, and what would raise it.

mod about;
mod criteria;
mod marks;
mod not_counted;
mod story;
mod sum;
mod table;

use super::question::{capital, step};
use super::raise;
use super::surface::{Mark, Surface};
use super::words::{band_words, flag, percent};
use crate::content::{Bundle, Dimension};
use crate::scoring::{Scorecard, Status};
pub use about::about;
pub use marks::Marks;
pub use not_counted::write as not_counted;
pub use sum::write as sum;
pub use table::{Row, rows};

/// A scorecard with all that its explanation refers to.
pub struct Seen<'a> {
    /// The judgement.
    pub card: &'a Scorecard,
    bundle: &'a Bundle,
    /// Which words are marked, and how they are referred to.
    pub marks: Marks,
}

impl<'a> Seen<'a> {
    pub fn new(card: &'a Scorecard, bundle: &'a Bundle) -> Self {
        Seen { card, bundle, marks: Marks::of(card) }
    }
}

pub fn write(card: &Scorecard, bundle: &Bundle, answer: &str, out: &mut dyn Surface) {
    let seen = Seen::new(card, bundle);
    out.heading(2, &bundle.question.prompt);
    let score = card.score.map_or(String::new(), |score| format!(" ({})", sum::tenths(score.0)));
    out.headline(&format!("{}{score}", capital(&band_words(card.band, card.level))));
    super::question::draft(Some(bundle), out);
    said(&seen, answer, out);
    criteria(&seen, out);
    held_down(&seen, out);
    if card.score.is_some() {
        sum::write(&seen, out);
        step(card, out);
        raise::write(card, out);
    }
}

/// Criterion by criterion, each dimension under its heading; nothing where nothing was scored.
pub fn criteria(seen: &Seen<'_>, out: &mut dyn Surface) {
    if seen.card.score.is_some() {
        for dimension in [Dimension::Substance, Dimension::Tools, Dimension::Tradeoffs, Dimension::Star] {
            criteria::write(seen, dimension, out);
        }
    }
}

fn said(seen: &Seen<'_>, answer: &str, out: &mut dyn Surface) {
    out.heading(3, "The answer");
    if answer.trim().is_empty() {
        return;
    }
    let legend = seen.marks.legend();
    if !legend.is_empty() {
        out.paragraph(&legend);
    }
    out.marked(answer, &seen.marks.within(0));
}

/// Guards, misconceptions and caps, each with its reason.
pub fn held_down(seen: &Seen<'_>, out: &mut dyn Surface) {
    let card = seen.card;
    if card.flags.is_empty() && card.red_flags.is_empty() && card.caps.is_empty() {
        return;
    }
    out.heading(3, "What holds it down");
    card.flags.iter().for_each(|one| out.item(Mark::Note, flag(*one)));
    for hit in &card.red_flags {
        out.item(Mark::Costs, &format!("{} (−{})", hit.feedback, percent(hit.penalty)));
        for words in &hit.evidence {
            out.detail(&seen.marks.wrong(words));
            out.aside(&format!("rule: {}", words.rule));
        }
    }
    for cap in &card.caps {
        out.item(Mark::Note, &format!("No more than band {}: {}", cap.band, cap.because));
    }
}

/// How words that count in full were meant, for people.
fn meant(status: Status) -> &'static str {
    match status {
        Status::Negated => "denied, as this asks for",
        Status::Hypothetical => "a possibility",
        Status::Weak => "hearsay",
        Status::Other => "somebody else's",
        Status::Rejected => "not chosen",
        Status::Echo => "an echo",
        Status::Listed => "in a list",
        Status::Excluded => "excluded",
        Status::Affirmed => "affirmed",
    }
}
