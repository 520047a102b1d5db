//! Going on with an attempt that was interrupted.

use jiff::Timestamp;

use super::RunArgs;
use crate::attempt::{AttemptKind, Unfinished};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
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

/// Offers the last interrupted attempt; takes the one that was named.
pub fn offered(context: &Context, args: &RunArgs, front: &mut dyn Front) -> anyhow::Result<Offer> {
    let mut store = context.store()?;
    let unfinished = store.unfinished(context.profile(), AttemptKind::Mock)?;
    if let Some(name) = &args.resume {
        let attempt = named(&unfinished, name)?;
        return Ok(Offer::Resumed(Box::new(Sitting::resume(store, attempt.id)?)));
    }
    let Some(last) = unfinished.first() else {
        return Ok(Offer::Fresh);
    };
    match front.choose(&menu(last))? {
        Some(0) => Ok(Offer::Resumed(Box::new(Sitting::resume(store, last.id)?))),
        Some(1) => Ok(Offer::Fresh),
        Some(_) if front.choose(&really(last))? == Some(1) => {
            store.abandon(last.id, Timestamp::now())?;
            Ok(Offer::Fresh)
        }
        Some(_) => offered(context, args, front),
        None => Ok(Offer::Leave),
    }
}

fn really(attempt: &Unfinished) -> Menu {
    Menu {
        title: "Give it up for good?".into(),
        text: vec![format!(
            "{} of {} questions had been reached. It will not be offered again.",
            attempt.reached, attempt.questions
        )],
        choices: vec![
            Choice::new('k', "keep it", "back to the choice before"),
            Choice::new('d', "discard", "it cannot be taken back"),
        ],
        default: 0,
    }
}

fn named<'a>(unfinished: &'a [Unfinished], name: &str) -> Result<&'a Unfinished, Failure> {
    let fits = |attempt: &&Unfinished| name == "last" || attempt.id.to_string().starts_with(name);
    unfinished.iter().find(fits).ok_or_else(|| {
        let what = if name == "last" {
            "there is no interrupted attempt".into()
        } else {
            format!("no interrupted attempt begins with '{name}'")
        };
        Failure::new(what, "`hotseat run` begins a new one")
    })
}

fn menu(attempt: &Unfinished) -> Menu {
    let minutes = attempt.clock.as_secs() / 60;
    Menu {
        title: "An interview was interrupted. Go on?".into(),
        text: vec![format!(
            "{}, {}: stopped at minute {minutes} of {}. Every word is here, and the time away counts on no clock.",
            attempt.title,
            attempt.level.name(),
            attempt.minutes
        )],
        choices: vec![
            Choice::new('r', "resume", "go on where it stopped"),
            Choice::new('n', "new interview", "keep the old one for later"),
            Choice::new('d', "discard it", "give the old one up, then begin a new one"),
        ],
        default: 0,
    }
}
