//! What may happen to the open question: ticks, probes, notes, a rating, or a reason for none.

use super::event::Event;
use super::state::Refused;
use crate::content::Bundle;
use crate::rating::{AskedProbe, Heard, Note, Outcome, RatedQuestion, RatingError, Tick, reason};

/// The question after an event. Whatever is taken down of it says that it was asked; what is refused changes nothing.
pub fn marked(
    question: &RatedQuestion,
    bundle: &Bundle,
    event: &Event,
    at_ms: Option<u64>,
) -> Result<RatedQuestion, Refused> {
    let mut question = RatedQuestion { outcome: Outcome::Asked, ..question.clone() };
    match event {
        Event::Ticked { criterion, heard } => tick(&mut question, bundle, (criterion, *heard), at_ms)?,
        Event::Probed { probe, asked } => probed(&mut question, bundle, (*probe, *asked), at_ms)?,
        Event::Noted { text } => question.notes.push(Note { at_ms, text: written(text)? }),
        Event::NoteChanged { note, text } => change_note(&mut question, *note, text)?,
        Event::Rated { band, evidence } => question.rate(*band, evidence, at_ms)?,
        Event::NotAssessed { because } => question.leave_unassessed(because)?,
        Event::Skipped { because } => skip(&mut question, because)?,
        _ => return Err(Refused::NotNow),
    }
    still_proved(question)
}

fn tick(
    question: &mut RatedQuestion,
    bundle: &Bundle,
    (criterion, heard): (&str, Option<Heard>),
    at_ms: Option<u64>,
) -> Result<(), Refused> {
    if !bundle.rubric.criteria.iter().any(|known| known.id == criterion) {
        return Err(Refused::NoCriterion(criterion.to_owned()));
    }
    let before = question.ticks.iter().position(|tick| tick.criterion == criterion);
    // The time of the first tick stays: it is when the point was made.
    let at_ms = before.map_or(at_ms, |index| question.ticks.remove(index).at_ms);
    if let Some(heard) = heard {
        let place = before.unwrap_or(question.ticks.len());
        question.ticks.insert(place, Tick { criterion: criterion.to_owned(), heard, at_ms });
    }
    Ok(())
}

fn probed(
    question: &mut RatedQuestion,
    bundle: &Bundle,
    (probe, asked): (usize, bool),
    at_ms: Option<u64>,
) -> Result<(), Refused> {
    let missing = Refused::NoSuch { what: "probe", number: probe.saturating_add(1) };
    let ask = bundle.question.probes.get(probe).ok_or(missing)?.ask.clone();
    question.probes.retain(|before| before.probe != probe);
    if asked {
        question.probes.push(AskedProbe { probe, ask, at_ms });
    }
    Ok(())
}

fn change_note(question: &mut RatedQuestion, note: usize, text: &str) -> Result<(), Refused> {
    let missing = Refused::NoSuch { what: "note", number: note.saturating_add(1) };
    let kept = question.notes.get_mut(note).ok_or(missing)?;
    match written(text) {
        Ok(text) => kept.text = text,
        Err(_) => drop(question.notes.remove(note)),
    }
    Ok(())
}

fn skip(question: &mut RatedQuestion, because: &str) -> Result<(), Refused> {
    if question.rating.is_some() {
        return Err(Refused::Rated);
    }
    question.outcome = Outcome::Skipped { because: reason(because)? };
    question.not_assessed = None;
    Ok(())
}

/// A rating must not lose the evidence it was given on.
fn still_proved(question: RatedQuestion) -> Result<RatedQuestion, Refused> {
    match &question.rating {
        Some(rating) if !question.has_evidence(rating) => Err(RatingError::NoEvidence.into()),
        _ => Ok(question),
    }
}

/// Words without blanks around them.
pub fn written(text: &str) -> Result<String, Refused> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty()).ok_or(Refused::Nothing)
}
