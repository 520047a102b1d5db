//! Before a drill: going on with one that was interrupted, and the words "start when you are ready".

use jiff::Timestamp;

use super::lesson::Lesson;
use crate::attempt::{AttemptKind, Unfinished};
use crate::cli::context::Context;
use crate::front::{Choice, Front, Menu};
use crate::sitting::Sitting;

/// What came of the offer.
pub enum Offer {
    /// Go on with this one.
    Resumed(Box<Sitting>),
    /// Nothing to resume, or not wanted now.
    Fresh,
    /// The candidate left.
    Leave,
}

/// Offers the last interrupted drill.
pub fn offered(context: &Context, front: &mut dyn Front) -> anyhow::Result<Offer> {
    let mut store = context.store()?;
    let unfinished = store.unfinished(context.profile(), AttemptKind::Drill)?;
    let Some(last) = unfinished.first() else { return Ok(Offer::Fresh) };
    Ok(match front.choose(&menu(last))? {
        Some(0) => Offer::Resumed(Box::new(Sitting::resume(store, last.id)?)),
        Some(1) => Offer::Fresh,
        Some(_) => {
            store.abandon(last.id, Timestamp::now())?;
            Offer::Fresh
        }
        None => Offer::Leave,
    })
}

fn menu(attempt: &Unfinished) -> Menu {
    let seconds = attempt.clock.as_secs();
    Menu {
        title: "A drill was interrupted. Go on?".into(),
        text: vec![format!(
            "One question at {}, stopped after {}:{:02}. Every word is here, and the time away counts on no clock.",
            attempt.level.name(),
            seconds / 60,
            seconds % 60
        )],
        choices: vec![
            Choice::new('r', "resume", "go on where it stopped"),
            Choice::new('n', "new drill", "keep the old one for later"),
            Choice::new('d', "discard it", "give the old one up, then begin a new one"),
        ],
        default: 0,
    }
}

/// Shows what will happen and waits for the start. False: the candidate left.
///
/// # Errors
/// Nothing that is due fits into the time.
pub fn confirm(front: &mut dyn Front, lesson: &Lesson<'_>) -> anyhow::Result<bool> {
    lesson.check_time()?;
    let (title, text) = lesson.overview();
    let menu = Menu { title, text, choices: vec![Choice::new('s', "start", "the clock starts now")], default: 0 };
    Ok(front.choose(&menu)?.is_some())
}
