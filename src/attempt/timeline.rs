//! When things happened in an answer: which byte was typed when, what the time went on, and when each criterion was earned.
//! All times are milliseconds on the interview's clock. Looks at the record alone and judges nothing.

mod story;

use crate::scoring::{Evidence, Scorecard};
use crate::session::{Answer, Edit, Segment};
use crate::text::Span;

pub use story::{Measure, StoryTime, story_time};

/// Keys further apart than this have a pause for thought between them.
pub const PAUSE_MS: u64 = 5000;

/// What a stretch of time went on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// The question stood there, and the box had not begun.
    Reading,
    /// Keys followed each other.
    Typing,
    /// No key for [`PAUSE_MS`] or more.
    Thinking,
    /// The box ran, and nothing is known of the keys.
    Answering,
}

/// A stretch of time, half open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// What it went on.
    pub doing: Doing,
    /// When it began.
    pub from: u64,
    /// When it ended.
    pub until: u64,
    /// Whether it lies after the limit; no stretch lies on both sides of it.
    pub over_time: bool,
}

/// When something was earned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Earned<'a> {
    /// The criterion, or a part of the story (`star.result`).
    pub criterion: &'a str,
    /// 0 the answer, 1… the answers to probes.
    pub segment: usize,
    /// When the last byte of the first words that earned it had been typed; none without a typing record.
    pub at: Option<u64>,
}

/// Whether the text came key by key. One that came in a single piece, from a file or pasted whole, has no typing record.
pub fn is_recorded(segment: &Segment) -> bool {
    segment.edits.len() > 1
}

/// For each byte of the official text when it was typed; empty without a typing record, and where the record does not lead to
/// the text.
pub fn typed_at(segment: &Segment) -> Vec<u64> {
    if !is_recorded(segment) {
        return Vec::new();
    }
    let limit = segment.in_time.as_ref().map_or(u64::MAX, |_| segment.limit_at());
    let (mut text, mut times) = (String::new(), Vec::new());
    for (at, edit) in segment.edits.iter().take_while(|(at, _)| *at <= limit) {
        replay(edit, *at, &mut text, &mut times);
    }
    if text == segment.official() { times } else { Vec::new() }
}

/// Makes a change in the text and, alike, in the times of its bytes.
fn replay(edit: &Edit, at: u64, text: &mut String, times: &mut Vec<u64>) {
    let changed = edit.range_in(text);
    times.splice(changed, std::iter::repeat_n(at, edit.inserted.len()));
    edit.apply(text);
}

/// What the time of a segment went on, from the moment it was shown until it was finished; empty while it is open.
pub fn stretches(segment: &Segment) -> Vec<Stretch> {
    let Some(finished) = segment.finished else { return Vec::new() };
    let started = segment.started().clamp(segment.opened, finished);
    let mut stretches = vec![(Doing::Reading, segment.opened, started)];
    if is_recorded(segment) {
        let keys = segment.edits.iter().map(|(at, _)| *at).filter(|at| (started..=finished).contains(at));
        for until in keys.chain([finished]) {
            lengthen(&mut stretches, until);
        }
    } else {
        stretches.push((Doing::Answering, started, finished));
    }
    let limit = segment.limit_at();
    stretches.into_iter().flat_map(|stretch| split(stretch, limit)).filter(|one| one.from < one.until).collect()
}

/// Adds the time up to the next key: more typing, or a pause.
fn lengthen(stretches: &mut Vec<(Doing, u64, u64)>, until: u64) {
    let Some((doing, _, last)) = stretches.last_mut() else { return };
    let next = if until - *last < PAUSE_MS { Doing::Typing } else { Doing::Thinking };
    if *doing == next && next == Doing::Typing {
        *last = until;
    } else {
        let from = *last;
        stretches.push((next, from, until));
    }
}

/// Splits a stretch where the limit lies in it.
fn split((doing, from, until): (Doing, u64, u64), limit: u64) -> [Stretch; 2] {
    let at = limit.clamp(from, until);
    [Stretch { doing, from, until: at, over_time: false }, Stretch { doing, from: at, until, over_time: true }]
}

/// When each criterion, and each part of a story, first had words that earned it: those with any, in the rubric's order. The
/// scorecard is the official one.
pub fn earned_at<'a>(card: &'a Scorecard, answer: &Answer) -> Vec<Earned<'a>> {
    let times: Vec<Vec<u64>> = answer.segments.iter().map(typed_at).collect();
    let first = |words: &mut dyn Iterator<Item = &'a Evidence>| {
        let said = words.map(|words| (said_at(&times, words.segment, words.span), words.segment));
        // Segments follow each other in time, also where nothing is known of the keys.
        said.min_by_key(|(at, segment)| (*segment, at.unwrap_or(u64::MAX)))
    };
    let criteria = card.criteria.iter().filter(|criterion| criterion.credit.0 > 0).filter_map(|criterion| {
        let (at, segment) = first(&mut criterion.evidence.iter())?;
        Some(Earned { criterion: &criterion.id, segment, at })
    });
    let parts = card.star.iter().flat_map(|star| {
        super::contest::PARTS.into_iter().filter_map(|part| {
            let mut words = star.evidence.iter().filter(|(one, _)| *one == part).map(|(_, words)| words);
            let (at, segment) = first(&mut words)?;
            Some(Earned { criterion: super::contest::star_id(part), segment, at })
        })
    });
    criteria.chain(parts).collect()
}

/// Time from the start of the box to the first words that earned something; none without a typing record.
pub fn first_point(card: &Scorecard, answer: &Answer) -> Option<u64> {
    let started = answer.segments.first()?.started();
    let first = earned_at(card, answer).into_iter().filter_map(|earned| earned.at).min()?;
    Some(first.saturating_sub(started))
}

/// When all bytes of a span stood there.
fn said_at(times: &[Vec<u64>], segment: usize, span: Span) -> Option<u64> {
    times.get(segment)?.get(span.start..span.end)?.iter().max().copied()
}
