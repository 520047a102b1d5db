//! How a hit was meant: affirmed, or what keeps it from being so, with the words that say it.

use std::ops::Range;

use super::reading::Reading;
use super::scope::{Scope, Scopes};
use super::scorecard::Status;
use crate::content::Kind;

/// How a hit was meant, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Verdict {
    /// How it was meant.
    pub status: Status,
    /// For people; empty where nothing is withheld.
    pub because: String,
}

impl Verdict {
    /// Said as true of what the speaker does or did.
    pub fn affirmed() -> Self {
        Verdict { status: Status::Affirmed, because: String::new() }
    }
}

/// In the order in which they apply.
const ORDER: [Status; 5] = [Status::Negated, Status::Rejected, Status::Weak, Status::Other, Status::Hypothetical];

/// Judges a hit of a pattern, as its author wrote it. `kind` decides what "would" means, and whether others may do the work.
pub(super) fn verdict(
    reading: &Reading<'_>,
    scopes: &Scopes,
    tokens: &Range<usize>,
    pattern: &str,
    kind: Kind,
) -> Verdict {
    if reading.is_echo(tokens) {
        return Verdict { status: Status::Echo, because: "the words of the question or the rubric".to_owned() };
    }
    if let Some(scope) = denial_between(reading, scopes, tokens, pattern) {
        return Verdict { status: Status::Negated, because: because(Status::Negated, reading.words(&scope.cue)) };
    }
    for status in ORDER {
        let applies = |scope: &&Scope| scope.status == status && reaches(scope, tokens) && !is_fine(scope, kind);
        if let Some(scope) = scopes.meant.iter().find(applies) {
            return Verdict { status, because: because(status, reading.words(&scope.cue)) };
        }
    }
    Verdict::affirmed()
}

/// A cue inside a match does not change it when the pattern asks for it ("never ~3 secrets"). One that slipped into a gap
/// of the pattern does ("secrets are not in the vault").
fn denial_between<'a>(
    reading: &Reading<'_>,
    scopes: &'a Scopes,
    tokens: &Range<usize>,
    pattern: &str,
) -> Option<&'a Scope> {
    let slipped = |scope: &&Scope| {
        let inside = tokens.start < scope.cue.start && scope.cue.end < tokens.end;
        let reaches = scope.reach.contains(&(tokens.end - 1));
        let asked_for = pattern.contains(reading.token(scope.cue.start));
        scope.status == Status::Negated && inside && reaches && !asked_for
    };
    scopes.meant.iter().find(slipped)
}

/// Whether words are reported as somebody else's opinion or deed.
pub(super) fn reported(reading: &Reading<'_>, scopes: &Scopes, tokens: &Range<usize>) -> Option<Verdict> {
    let others = scopes.meant.iter().filter(|scope| scope.status == Status::Other);
    let scope = scopes.reported.iter().chain(others).find(|scope| reaches(scope, tokens))?;
    Some(Verdict { status: Status::Other, because: because(Status::Other, reading.words(&scope.cue)) })
}

/// The words a denial in the pattern's own match stands on count as denied as well.
pub(super) fn contains_denial(scopes: &Scopes, tokens: &Range<usize>) -> bool {
    let denials = scopes.meant.iter().filter(|scope| scope.status == Status::Negated);
    denials.into_iter().any(|scope| tokens.start <= scope.cue.start && scope.cue.end <= tokens.end)
}

fn reaches(scope: &Scope, tokens: &Range<usize>) -> bool {
    let within = scope.reach.contains(&tokens.start) || scope.reach.contains(&(tokens.end.saturating_sub(1)));
    let inside = scope.reach == scope.cue;
    let apart = tokens.end <= scope.cue.start || scope.cue.end <= tokens.start;
    let part = tokens.start > scope.cue.start && tokens.end < scope.cue.end;
    within && if inside { part } else { apart }
}

/// "How would you …" asks for the conditional, and a design leaves work to others.
fn is_fine(scope: &Scope, kind: Kind) -> bool {
    match scope.status {
        Status::Hypothetical => kind != Kind::Behavioural && !scope.learning,
        Status::Other => kind == Kind::Design,
        _ => false,
    }
}

/// Why words do not count in full, for people.
fn because(status: Status, words: &str) -> String {
    match status {
        Status::Negated => format!("'{words}' denies it"),
        Status::Rejected => format!("'{words}' says that it was not chosen"),
        Status::Weak => format!("'{words}' is hearsay"),
        Status::Other => format!("'{words}' says that it is somebody else's"),
        Status::Hypothetical => format!("'{words}' says what might be, not what was done"),
        Status::Affirmed | Status::Echo | Status::Listed | Status::Excluded => String::new(),
    }
}
