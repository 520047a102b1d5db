//! The hits of a criterion's patterns, each with how it was meant and what it earns. Knows nothing of points and weights.

use std::ops::Range;

use super::reading::Reading;
use super::rulebook::Rulebook;
use super::scope::Scopes;
use super::scorecard::{Evidence, Status, Withheld};
use super::status::{self, Asked, Verdict};
use crate::content::scale::Credit;
use crate::content::{Dimension, Kind};
use crate::text::Hit;

/// A segment with the scopes of its cues.
#[derive(Debug)]
pub(super) struct Read<'a> {
    /// The segment.
    pub reading: Reading<'a>,
    /// What changes how words were meant.
    pub scopes: Scopes,
}

/// A hit of a pattern, judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// Which segment.
    pub segment: usize,
    /// Its sentence.
    pub sentence: usize,
    /// Its words.
    pub tokens: Range<usize>,
    /// The pattern.
    pub pattern: usize,
    /// Whether a typing error was forgiven.
    pub misspelt: bool,
    /// How it was meant.
    pub verdict: Verdict,
    /// What it earns, in thousandths.
    pub credit: u32,
}

/// What is asked of a hit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Demand<'a> {
    /// What "would" means, and whether others may do the work.
    pub kind: Kind,
    /// Tools may stand in a list, at a discount.
    pub dimension: Dimension,
    /// Only what the speaker says of himself or herself counts.
    pub speaker_self: bool,
    /// The denied form counts.
    pub negated: bool,
    /// Patterns that exclude a hit in the same sentence.
    pub unless: &'a Range<usize>,
    /// What words earn.
    pub credit: &'a Credit,
    /// Words that a red flag has cancelled: segment and tokens, with its feedback.
    pub cancelled: &'a [Cancelled],
}

/// Words that tell against the speaker, and so cannot earn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cancelled {
    /// Which segment.
    pub segment: usize,
    /// Its words.
    pub tokens: Range<usize>,
    /// Why it is wrong.
    pub because: String,
}

/// All hits of some patterns, in the order of the text.
pub(super) fn marks(reads: &[Read<'_>], rulebook: &Rulebook, patterns: Range<usize>, demand: Demand<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    for read in reads {
        for pattern in patterns.clone() {
            let hits = read.reading.hits(pattern).iter().filter(|hit| !read.reading.is_repeated(&hit.tokens));
            let source = rulebook.source(pattern);
            marks.extend(hits.map(|hit| judge(read, (pattern, source), hit, demand)));
        }
    }
    marks.sort_by_key(|mark| (mark.segment, mark.tokens.start, mark.tokens.end, mark.pattern));
    marks
}

fn judge(read: &Read<'_>, (pattern, source): (usize, &str), hit: &Hit, demand: Demand<'_>) -> Mark {
    let (reading, tokens, misspelt) = (&read.reading, hit.tokens.clone(), hit.misspelt);
    let verdict = verdict(read, &tokens, source, demand);
    let mut credit = earns(verdict.status, demand);
    if reading.is_code(&tokens) {
        credit = credit * demand.credit.code / 1000;
    }
    Mark { segment: reading.segment, sentence: reading.sentence(&tokens), tokens, pattern, misspelt, verdict, credit }
}

fn verdict(read: &Read<'_>, tokens: &Range<usize>, pattern: &str, demand: Demand<'_>) -> Verdict {
    let Read { reading, scopes } = read;
    if let Some(because) = excluded(reading, tokens, demand) {
        return Verdict { status: Status::Excluded, because };
    }
    let asked = Asked { kind: demand.kind, tool: demand.dimension == Dimension::Tools };
    let verdict = status::verdict(reading, scopes, tokens, pattern, asked);
    if demand.negated {
        return denied(verdict, scopes, tokens);
    }
    let affirmed = verdict.status == Status::Affirmed;
    if affirmed && reading.is_listed(tokens) {
        return Verdict { status: Status::Listed, because: "in a list of terms, without a statement".to_owned() };
    }
    match status::reported(reading, scopes, tokens) {
        Some(reported) if affirmed && demand.speaker_self => reported,
        _ => verdict,
    }
}

/// For criteria that ask for a denial ("we never store secrets in Git"): said plainly, the words tell the contrary.
fn denied(verdict: Verdict, scopes: &Scopes, tokens: &Range<usize>) -> Verdict {
    match verdict.status {
        Status::Negated | Status::Rejected => Verdict { status: Status::Negated, because: String::new() },
        Status::Affirmed if status::contains_denial(scopes, tokens) => verdict,
        Status::Affirmed => {
            Verdict { status: Status::Excluded, because: "only the denial of it counts here".to_owned() }
        }
        _ => verdict,
    }
}

fn excluded(reading: &Reading<'_>, tokens: &Range<usize>, demand: Demand<'_>) -> Option<String> {
    let sentence = reading.sentence(tokens);
    for pattern in demand.unless.clone() {
        let hit = reading.hits(pattern).iter().find(|hit| reading.sentence(&hit.tokens) == sentence);
        if let Some(hit) = hit {
            return Some(format!("'{}' in the same sentence excludes it", reading.words(&hit.tokens)));
        }
    }
    let cancelled = (demand.cancelled.iter()).find(|words| {
        words.segment == reading.segment && words.tokens.start < tokens.end && tokens.start < words.tokens.end
    });
    cancelled.map(|words| words.because.clone())
}

fn earns(status: Status, demand: Demand<'_>) -> u32 {
    match status {
        Status::Affirmed => 1000,
        Status::Negated if demand.negated => 1000,
        Status::Hypothetical => demand.credit.hypothetical,
        Status::Weak => demand.credit.weak,
        Status::Other => demand.credit.other,
        Status::Listed if demand.dimension == Dimension::Tools => demand.credit.listed,
        Status::Listed | Status::Rejected | Status::Negated | Status::Echo | Status::Excluded => 0,
    }
}

impl Mark {
    /// As evidence; none where it earned nothing.
    pub fn evidence(&self, reads: &[Read<'_>], rulebook: &Rulebook) -> Option<Evidence> {
        let reading = &reads.get(self.segment)?.reading;
        (self.credit > 0).then(|| Evidence {
            segment: self.segment,
            span: reading.span(&self.tokens),
            text: reading.words(&self.tokens).to_owned(),
            status: self.verdict.status,
            rule: rulebook.source(self.pattern).to_owned(),
            misspelt: self.misspelt,
        })
    }

    /// As withheld; none where it earned in full.
    pub fn withheld(&self, reads: &[Read<'_>]) -> Option<Withheld> {
        let reading = &reads.get(self.segment)?.reading;
        (!self.verdict.because.is_empty()).then(|| Withheld {
            segment: self.segment,
            span: reading.span(&self.tokens),
            text: reading.words(&self.tokens).to_owned(),
            status: self.verdict.status,
            because: self.verdict.because.clone(),
        })
    }

    /// Whether two hits share words.
    pub fn overlaps(&self, other: &Mark) -> bool {
        self.segment == other.segment && self.tokens.start < other.tokens.end && other.tokens.start < self.tokens.end
    }
}
