//! What must hold of attempts that come from elsewhere before they are kept: nothing is trusted that the store, a replay or a
//! report relies on.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Debug, Display};
use std::sync::Arc;

use serde_json::{Value, json};

use super::{ArchiveError, Head, KeptAttempt, KeptBundle, KeptCardName, KeptContest, KeptScoring};
use crate::attempt::{State, check_tag};
use crate::content::{Bundle, Fingerprint};
use crate::scoring::Mille;

/// Version of the events' vocabulary that this program writes, and the newest that it can replay. 2 knows `already-said`.
pub const EVENT_FORMAT: u32 = 2;

/// The longest time that a session clock may show, in milliseconds: some 35 years. Sums of such times do not overflow.
pub(super) const LONGEST_MS: u64 = 1 << 40;

/// Bundles by fingerprint, ready for use.
pub type Bundles = BTreeMap<String, Arc<Bundle>>;

/// Bundles as they are used.
///
/// # Errors
/// One is not what its fingerprint says, or cannot be read.
pub fn check_bundles(kept: &[KeptBundle]) -> Result<Bundles, ArchiveError> {
    let read = |(index, kept): (usize, &KeptBundle)| {
        let wrong = |said: String| ArchiveError::wrong(format!("bundles[{index}] ({})", kept.fingerprint), said);
        if Fingerprint::of(kept.body.text().as_bytes()).0 != kept.fingerprint {
            return Err(wrong("its contents do not have this fingerprint: they were changed".into()));
        }
        let bundle = Bundle::read(kept.body.text()).map_err(|error| wrong(error.to_string()))?;
        match bundle.question.id == kept.question {
            true => Ok((kept.fingerprint.clone(), Arc::new(bundle))),
            false => Err(wrong(format!("it is about '{}', not about '{}'", bundle.question.id, kept.question))),
        }
    };
    kept.iter().enumerate().map(read).collect()
}

/// Whether profiles have names, and each its own.
///
/// # Errors
/// For the first that has not.
pub fn check_profiles(head: &Head) -> Result<(), ArchiveError> {
    let place = |index: usize| format!("profiles[{index}]");
    if let Some(index) = head.profiles.iter().position(|profile| profile.name.trim().is_empty()) {
        return Err(ArchiveError::wrong(place(index), "it has no name"));
    }
    unique("profiles", head.profiles.iter().map(|profile| profile.id))?;
    unique("profiles", head.profiles.iter().map(|profile| &profile.name))
}

/// Whether the rows of an attempt belong together.
pub(super) fn check(attempt: &KeptAttempt, bundles: &Bundles) -> Result<(), ArchiveError> {
    if attempt.format > EVENT_FORMAT {
        let said =
            format!("a newer hotseat recorded it (format {}; this program knows {EVENT_FORMAT})", attempt.format);
        return Err(ArchiveError::wrong("format", said));
    }
    check_state(attempt)?;
    check_clock(attempt)?;
    check_names(attempt, bundles)?;
    check_keys(attempt)?;
    check_tags(attempt)?;
    attempt.scorings.iter().enumerate().try_for_each(|(index, scoring)| check_scoring(attempt, index, scoring))?;
    attempt.contests.iter().enumerate().try_for_each(|(index, contest)| check_contest(attempt, index, contest))
}

fn check_state(attempt: &KeptAttempt) -> Result<(), ArchiveError> {
    let (ended, scored) = (attempt.ended.is_some(), attempt.scoring.is_some());
    let fits = match attempt.state {
        State::Open => !ended && !scored,
        State::Finished => ended && scored,
        State::Abandoned => ended,
    };
    fits.then_some(()).ok_or_else(|| {
        let said = format!("'{}' does not go with its `ended` and `scoring`", attempt.state.name());
        ArchiveError::wrong("state", said)
    })
}

fn check_clock(attempt: &KeptAttempt) -> Result<(), ArchiveError> {
    let reached = attempt.asked.iter().filter_map(|asked| asked.reached_ms);
    if reached.chain([attempt.clock_ms]).any(|ms| ms > LONGEST_MS) {
        return Err(ArchiveError::wrong("clock_ms", "no session is that long"));
    }
    for (index, event) in attempt.events.iter().enumerate() {
        if event.seq != index as u64 {
            return Err(ArchiveError::wrong(
                format!("events[{index}].seq"),
                format!("{index} was expected, not {}", event.seq),
            ));
        }
        if event.at_ms > LONGEST_MS {
            return Err(ArchiveError::wrong(format!("events[{index}].at_ms"), "no session is that long"));
        }
    }
    Ok(())
}

/// Whether everything that is named is there.
fn check_names(attempt: &KeptAttempt, bundles: &Bundles) -> Result<(), ArchiveError> {
    let missing =
        |place: String, name: &str| ArchiveError::wrong(place, format!("the rubric '{name}' is missing or damaged"));
    for (index, asked) in attempt.asked.iter().enumerate() {
        if let Some(name) = asked.bundle.as_ref().filter(|name| !bundles.contains_key(*name)) {
            return Err(missing(format!("asked[{index}].bundle"), name));
        }
    }
    for (index, card) in attempt.scorecards.iter().enumerate() {
        if !bundles.contains_key(&card.rubric) {
            return Err(missing(format!("scorecards[{index}].rubric"), &card.rubric));
        }
    }
    match attempt.scoring {
        Some(number) if attempt.scorings.iter().all(|scoring| scoring.number != number) => {
            Err(ArchiveError::wrong("scoring", format!("there is no scoring {number}")))
        }
        _ => Ok(()),
    }
}

/// Whether nothing stands there twice.
fn check_keys(attempt: &KeptAttempt) -> Result<(), ArchiveError> {
    unique("asked", attempt.asked.iter().map(|one| &one.question))?;
    unique("scorecards", attempt.scorecards.iter().map(|one| (&one.question, &one.rubric, &one.engine)))?;
    unique("scorings", attempt.scorings.iter().map(|one| one.number))?;
    unique("contests", attempt.contests.iter().map(|one| one.number))?;
    unique("tags", attempt.tags.iter())
}

/// Whether tags are such as can be typed.
fn check_tags(attempt: &KeptAttempt) -> Result<(), ArchiveError> {
    let mut tags = attempt.tags.iter().enumerate();
    tags.try_for_each(|(index, tag)| check_tag(tag).map_err(at(format!("tags[{index}]"))))
}

fn check_scoring(attempt: &KeptAttempt, index: usize, scoring: &KeptScoring) -> Result<(), ArchiveError> {
    let wrong = |said: String| Err(ArchiveError::wrong(format!("scorings[{index}]"), said));
    if scoring.score.is_some_and(|score| score > 1000) || scoring.band.is_some_and(|band| !(1..=4).contains(&band)) {
        return wrong("a score is 0 to 1000, a band 1 to 4".into());
    }
    unique(&format!("scorings[{index}].scorecards"), scoring.scorecards.iter().map(|one| &one.question))?;
    let known = |name: &KeptCardName| attempt.scorecards.iter().any(|card| card.is_called(name));
    match scoring.scorecards.iter().find(|name| !known(name)) {
        Some(name) => wrong(format!("there is no such scorecard of '{}'", name.question)),
        None => Ok(()),
    }
}

/// Whether whole results say what stands beside them; one of a version that had no such keys says nothing else.
pub(super) fn check_bodies(attempt: &KeptAttempt) -> Result<(), ArchiveError> {
    match attempt.scorings.iter().position(|scoring| !is_summed_up_in(scoring)) {
        Some(index) => Err(ArchiveError::wrong(format!("scorings[{index}]"), "its body says another score or band")),
        None => Ok(()),
    }
}

fn is_summed_up_in(scoring: &KeptScoring) -> bool {
    let Ok(body) = scoring.body.read::<Value>() else { return false };
    let said = |key: &str| body.get(key).cloned();
    let is = |key: &str, value: Value| said(key).is_none_or(|said| said == value);
    is("score", json!(scoring.score.map(Mille))) && is("band", json!(scoring.band))
}

fn check_contest(attempt: &KeptAttempt, index: usize, contest: &KeptContest) -> Result<(), ArchiveError> {
    let wrong = |said: &str| Err(ArchiveError::wrong(format!("contests[{index}]"), said));
    let marks = [contest.segment.is_some(), contest.start.is_some(), contest.end.is_some()];
    let far = |place: &Option<usize>| place.is_some_and(|place| place as u64 > LONGEST_MS);
    if marks.iter().any(|is_there| *is_there != contest.words.is_some()) {
        return wrong("words, segment, start and end stand there together or not at all");
    }
    if [&contest.probe, &contest.segment, &contest.start, &contest.end].into_iter().any(far) {
        return wrong("no answer is that long");
    }
    if contest.words.is_none() && contest.probe.is_none() {
        return wrong("it has neither words nor a probe");
    }
    match attempt.asked.iter().any(|asked| asked.question == contest.question) {
        true => Ok(()),
        false => wrong("its question was not asked"),
    }
}

fn unique<T: Ord + Debug>(place: &str, keys: impl Iterator<Item = T>) -> Result<(), ArchiveError> {
    let mut seen = BTreeSet::new();
    for (index, key) in keys.enumerate() {
        if let Some(twice) = seen.replace(key) {
            return Err(ArchiveError::wrong(format!("{place}[{index}]"), format!("{twice:?} stands there twice")));
        }
    }
    Ok(())
}

/// Says of a parser's error where it happened.
pub(super) fn at<E: Display>(place: String) -> impl FnOnce(E) -> ArchiveError {
    move |error| ArchiveError::wrong(place, error)
}
