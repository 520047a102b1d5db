//! How a hit was meant: affirmed, or what keeps it from being so, with the words that say it.

use std::ops::Range;

use super::reading::Reading;
use super::scope::{Fine, Scope, Scopes};
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

/// What decides whether a cue changes a hit, besides its reach.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    /// What "would" means, and whether others may do the work.
    pub kind: Kind,
    /// Whether a tool was asked for.
    pub tool: bool,
}

/// Judges a hit of a pattern, as its author wrote it.
pub(super) fn verdict(
    reading: &Reading<'_>,
    scopes: &Scopes,
    tokens: &Range<usize>,
    pattern: &str,
    asked: Asked,
) -> Verdict {
    if reading.is_echo(tokens) {
        return Verdict { status: Status::Echo, because: "the words of the question or the rubric".to_owned() };
    }
    if let Some(scope) = denial_between(reading, scopes, tokens, pattern) {
        return Verdict { status: Status::Negated, because: because(Status::Negated, reading.words(&scope.cue)) };
    }
    let named = asked.tool || pattern.contains('@');
    let applies =
        |scope: &&Scope| reaches(scope, tokens) && (named || !scope.class.names) && !is_fine(scope, asked.kind);
    match scopes.meant.iter().find(applies) {
        Some(scope) => {
            let status = scope.class.status;
            Verdict { status, because: because(status, reading.words(&scope.cue)) }
        }
        None => Verdict::affirmed(),
    }
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
        scope.class.status == Status::Negated && inside && reaches && !asked_for
    };
    scopes.meant.iter().find(slipped)
}

/// Whether words are reported as somebody else's opinion or deed.
pub(super) fn reported(reading: &Reading<'_>, scopes: &Scopes, tokens: &Range<usize>) -> Option<Verdict> {
    let others = scopes.meant.iter().filter(|scope| scope.class.status == Status::Other);
    let scope = scopes.reported.iter().chain(others).find(|scope| reaches(scope, tokens))?;
    Some(Verdict { status: Status::Other, because: because(Status::Other, reading.words(&scope.cue)) })
}

/// The words a denial in the pattern's own match stands on count as denied as well.
pub(super) fn contains_denial(scopes: &Scopes, tokens: &Range<usize>) -> bool {
    let denials = scopes.meant.iter().filter(|scope| scope.class.status == Status::Negated);
    denials.into_iter().any(|scope| tokens.start <= scope.cue.start && scope.cue.end <= tokens.end)
}

/// A cue may share words with a hit ("stopped using Helm" where "use helm" was looked for), but must not begin with it:
/// then the hit is about the denial.
fn reaches(scope: &Scope, tokens: &Range<usize>) -> bool {
    let within = |index: usize| scope.reach.contains(&index);
    let last = tokens.end.saturating_sub(1);
    if scope.reach == scope.cue {
        return tokens.start > scope.cue.start && tokens.end < scope.cue.end;
    }
    let apart = tokens.end <= scope.cue.start || scope.cue.end <= tokens.start;
    let gap = within(scope.cue.start) && scope.cue.start < tokens.start && tokens.end < scope.cue.end;
    let runs_into = scope.cue.start < tokens.start && tokens.end > scope.cue.end && within(last);
    (apart && (within(tokens.start) || within(last))) || runs_into || gap
}

/// "How would you …" asks for the conditional, and a design leaves work to others.
fn is_fine(scope: &Scope, kind: Kind) -> bool {
    match scope.class.fine {
        Fine::Never => false,
        Fine::InDesigns => kind == Kind::Design,
        Fine::UnlessStory => kind != Kind::Behavioural,
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
