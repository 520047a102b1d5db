//! From the rows of an attempt to the attempt.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::check::{LONGEST_MS, at, check, check_bodies};
use super::{ArchiveError, Bundles, KeptAsked, KeptAttempt, KeptCard, KeptContest};
use crate::attempt::contest::{Claim, Contest, Marked};
use crate::attempt::{Attempt, AttemptKind, Judged, Labels, Settings};
use crate::content::Bundle;
use crate::plan::Plan;
use crate::scoring::ENGINE;
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
    let attempt = Attempt {
        id: kept.id,
        started: kept.started,
        ended: kept.ended,
        transcript: replay(kept, &plan, &asked, &settings)?,
        judged: judged(kept)?,
        contests: kept.contests.iter().map(contest).collect(),
        labels: Labels { tags: kept.tags.clone(), note: kept.note.as_ref().map(|note| note.text.clone()) },
        bundles: asked.iter().map(|begun| (begun.question.id.clone(), latest(kept, bundles, begun))).collect(),
        plan,
        settings,
    };
    check_score(kept, &attempt)?;
    check_bodies(kept)?;
    Ok(Some(attempt))
}

/// The rubric that a question was last judged by, with the question as it was asked.
fn latest(kept: &KeptAttempt, bundles: &Bundles, begun: &Arc<Bundle>) -> Arc<Bundle> {
    let mut shown = kept.scorecards.iter().filter(|card| is_shown(kept, card));
    let own = shown.clone().find(|card| card.question == begun.question.id);
    let rubric = |card: Option<&KeptCard>| card.and_then(|card| bundles.get(&card.rubric));
    match (rubric(own), rubric(shown.next())) {
        (Some(own), _) => own.asked_as(&begun.question),
        // A question that is gone counts by the constants of the others.
        (None, Some(other)) => Arc::new(Bundle { scale: other.scale.clone(), ..(**begun).clone() }),
        (None, None) => begun.clone(),
    }
}

/// Whether the score that lists show is that of its scorecards. Other rules of scoring than ours may sum them in another way.
fn check_score(kept: &KeptAttempt, attempt: &Attempt) -> Result<(), ArchiveError> {
    let mut shown = kept.scorecards.iter().filter(|card| is_shown(kept, card));
    let position = kept.scorings.iter().position(|scoring| Some(scoring.number) == kept.scoring);
    let (Some(index), true) = (position, shown.all(|card| card.engine == ENGINE)) else { return Ok(()) };
    let (scoring, overall) = (&kept.scorings[index], attempt.overall(|judged| judged.in_time.as_ref()));
    let summed = (overall.score.map(|score| score.0), overall.band, attempt.answered());
    if (scoring.score, scoring.band, scoring.answered as usize) == summed {
        return Ok(());
    }
    let said = format!(
        "it says {}; its scorecards and answers say {}",
        result((scoring.score, scoring.band, scoring.answered as usize)),
        result(summed)
    );
    Err(ArchiveError::wrong(format!("scorings[{index}]"), said))
}

fn result((score, band, answered): (Option<u32>, Option<u8>, usize)) -> String {
    let score = score.map_or_else(|| "no score".to_owned(), |score| format!("score {score}"));
    let band = band.map_or_else(|| "no band".to_owned(), |band| format!("band {band}"));
    format!("{score}, {band}, {answered} answered")
}

/// The bundles that the attempt was begun with, in the order of its plan.
fn asked<'a>(kept: &KeptAttempt, bundles: &'a Bundles) -> Result<Vec<&'a Arc<Bundle>>, ArchiveError> {
    let find = |(index, asked): (usize, &KeptAsked)| {
        let bundle = asked.bundle.as_ref().and_then(|name| bundles.get(name));
        let bundle = bundle.filter(|bundle| bundle.question.id == asked.question);
        bundle.ok_or_else(|| {
            let place = format!("asked[{index}]");
            ArchiveError::wrong(place, format!("the rubric of '{}' is missing or damaged", asked.question))
        })
    };
    kept.asked.iter().enumerate().map(find).collect()
}

fn replay(
    kept: &KeptAttempt,
    plan: &Plan,
    asked: &[&Arc<Bundle>],
    settings: &Settings,
) -> Result<Transcript, ArchiveError> {
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
