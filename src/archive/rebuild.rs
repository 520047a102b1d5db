//! From the rows of an attempt to the attempt.

use std::collections::BTreeMap;

use super::check::{LONGEST_MS, at, check};
use super::{ArchiveError, Bundles, KeptAsked, KeptAttempt, KeptCard, KeptContest};
use crate::attempt::contest::{Claim, Contest, Marked};
use crate::attempt::{Attempt, AttemptKind, Judged, Labels, Settings};
use crate::content::Bundle;
use crate::plan::Plan;
use crate::session::{Event, Session, Transcript};
use crate::text::Span;

/// Checks an attempt, and replays it; answers of one that was not finished are not judged. None: an interview that was held
/// with somebody else, which has no answers to replay.
///
/// # Errors
/// [`ArchiveError::Wrong`], with the place inside the attempt.
pub fn rebuild(kept: &KeptAttempt, bundles: &Bundles) -> Result<Option<Attempt>, ArchiveError> {
    check(kept, bundles)?;
    let plan: Plan = kept.plan.read().map_err(at("plan".into()))?;
    if !plan.questions().map(|asked| &asked.question).eq(kept.asked.iter().map(|asked| &asked.question)) {
        return Err(ArchiveError::wrong("asked", "these are not the questions of the plan"));
    }
    if kept.kind == AttemptKind::Live {
        return Ok(None);
    }
    let settings: Settings = kept.settings.read().map_err(at("settings".into()))?;
    let asked = asked(kept, bundles)?;
    Ok(Some(Attempt {
        id: kept.id,
        started: kept.started,
        ended: kept.ended,
        transcript: replay(kept, &plan, &asked, &settings)?,
        judged: judged(kept)?,
        contests: kept.contests.iter().map(contest).collect(),
        labels: Labels { tags: kept.tags.clone(), note: kept.note.as_ref().map(|note| note.text.clone()) },
        bundles: asked.into_iter().map(|bundle| (bundle.question.id.clone(), bundle.clone())).collect(),
        plan,
        settings,
    }))
}

/// The bundles that the attempt was begun with, in the order of its plan.
fn asked<'a>(kept: &KeptAttempt, bundles: &'a Bundles) -> Result<Vec<&'a Bundle>, ArchiveError> {
    let find = |(index, asked): (usize, &KeptAsked)| {
        let bundle = asked.bundle.as_ref().and_then(|name| bundles.get(name));
        let bundle = bundle.filter(|bundle| bundle.question.id == asked.question);
        bundle.ok_or_else(|| {
            let place = format!("asked[{index}]");
            ArchiveError::wrong(place, format!("there is no bundle for '{}'", asked.question))
        })
    };
    kept.asked.iter().enumerate().map(find).collect()
}

fn replay(kept: &KeptAttempt, plan: &Plan, asked: &[&Bundle], settings: &Settings) -> Result<Transcript, ArchiveError> {
    let questions = asked.iter().map(|bundle| bundle.question.clone()).collect();
    let mut session = Session::new(plan.clone(), questions, settings.rules);
    for (index, row) in kept.events.iter().enumerate() {
        let event: Event = row.body.read().map_err(at(format!("events[{index}].body")))?;
        if matches!(event, Event::Interrupted { away } if away > LONGEST_MS) {
            return Err(ArchiveError::wrong(format!("events[{index}].body"), "nobody was away for that long"));
        }
        session.apply(&event, row.at_ms);
    }
    Ok(session.transcript().clone())
}

/// How each question of the plan was judged in the scoring that lists show. Scorecards of other scorings are read as well, so
/// that none is kept that cannot be.
fn judged(kept: &KeptAttempt) -> Result<Vec<Judged>, ArchiveError> {
    let mut shown = BTreeMap::new();
    for (index, card) in kept.scorecards.iter().enumerate() {
        let judged: Judged = card.body.read().map_err(at(format!("scorecards[{index}].body")))?;
        if is_shown(kept, card) {
            shown.insert(card.question.as_str(), judged);
        }
    }
    Ok(kept.asked.iter().map(|asked| shown.remove(asked.question.as_str()).unwrap_or_default()).collect())
}

fn is_shown(kept: &KeptAttempt, card: &KeptCard) -> bool {
    let scoring = kept.scorings.iter().find(|scoring| Some(scoring.number) == kept.scoring);
    scoring.is_some_and(|scoring| scoring.scorecards.iter().any(|name| card.is_called(name)))
}

fn contest(kept: &KeptContest) -> Contest {
    let words = kept.words.clone();
    let place = kept.segment.zip(kept.start).zip(kept.end);
    let marked = place.zip(words).map(|(((segment, start), end), words)| {
        let span = Span { start, end };
        Marked { segment, span, words }
    });
    Contest {
        number: kept.number,
        claim: Claim {
            question: kept.question.clone(),
            criterion: kept.criterion.clone(),
            already_said: kept.probe,
            marked,
            note: kept.note.clone(),
        },
        made: kept.made,
    }
}
