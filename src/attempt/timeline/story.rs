//! How a story shared its time between its parts. A sentence belongs to the part whose words it holds, else to the part of the
//! sentence before it.

use super::typed_at;
use crate::attempt::contest::PARTS;
use crate::attempt::passage::sentences;
use crate::content::StarPart;
use crate::scoring::scorecard::Mille;
use crate::scoring::{Scorecard, StarScore};
use crate::session::{Answer, Segment};
use crate::text::Span;

/// What the shares of a story are shares of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Time at the keys, thinking included.
    Time,
    /// Words; nothing is known of the keys.
    Words,
}

/// How a story was shared between its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryTime {
    /// Situation, task, action, result; together 1000 thousandths.
    pub shares: [(StarPart, Mille); 4],
    /// Of what.
    pub of: Measure,
}

/// Shares a story out; none where the answer is no story, or no part of one was found.
pub fn story_time(card: &Scorecard, answer: &Answer) -> Option<StoryTime> {
    let star = card.star.as_ref()?;
    let written: Vec<_> =
        answer.segments.iter().enumerate().filter(|(_, one)| !one.official().trim().is_empty()).collect();
    let times: Vec<Vec<u64>> = written.iter().map(|(_, segment)| typed_at(segment)).collect();
    let of = if times.iter().any(Vec::is_empty) { Measure::Words } else { Measure::Time };
    let mut spent = [0; 4];
    for ((index, segment), times) in written.into_iter().zip(&times) {
        let sentences = parts(star, index, segment.official());
        match of {
            Measure::Time => add_time(&sentences, segment, times, &mut spent),
            Measure::Words => add_words(&sentences, segment.official(), &mut spent),
        }
    }
    shares(spent).map(|shares| StoryTime { shares, of })
}

/// The sentences of a segment with the place of their part in [`PARTS`]; none where no part was found in it.
fn parts(star: &StarScore, segment: usize, text: &str) -> Vec<(Span, usize)> {
    let sentences = sentences(text);
    let own: Vec<Option<usize>> = sentences.iter().map(|sentence| part_of(star, segment, *sentence)).collect();
    // What comes before the first part leads up to it.
    let Some(mut part) = own.iter().flatten().next().copied() else { return Vec::new() };
    let parts = own.into_iter().map(|own| {
        part = own.unwrap_or(part);
        part
    });
    sentences.into_iter().zip(parts).collect()
}

/// The part whose words stand in a sentence. Own actions are told in every sentence of a good story: they yield to the others.
fn part_of(star: &StarScore, segment: usize, sentence: Span) -> Option<usize> {
    let inside = star.evidence.iter().filter(|(_, words)| words.segment == segment && words.span.overlaps(sentence));
    let by_weight = [StarPart::Result, StarPart::Task, StarPart::Situation, StarPart::Action];
    let weight = |part: &StarPart| by_weight.iter().position(|one| one == part);
    let part = inside.map(|(part, _)| *part).min_by_key(weight)?;
    PARTS.iter().position(|one| *one == part)
}

/// Each moment of typing ends the time since the one before it; that time belongs to the sentence typed in.
fn add_time(sentences: &[(Span, usize)], segment: &Segment, times: &[u64], spent: &mut [u64; 4]) {
    let typed = sentences.iter().flat_map(|(span, part)| {
        let times = times.get(span.start..span.end).unwrap_or_default();
        times.iter().map(move |at| (*at, *part))
    });
    let mut typed: Vec<(u64, usize)> = typed.collect();
    typed.sort_unstable();
    let mut before = segment.started();
    for (at, part) in typed {
        spent[part] += at.saturating_sub(before);
        before = before.max(at);
    }
}

fn add_words(sentences: &[(Span, usize)], text: &str, spent: &mut [u64; 4]) {
    for (span, part) in sentences {
        spent[*part] += span.of(text).split_whitespace().count() as u64;
    }
}

/// Thousandths of the sum, rounded so that they make 1000 together.
fn shares(spent: [u64; 4]) -> Option<[(StarPart, Mille); 4]> {
    let sum = Some(spent.iter().sum::<u64>()).filter(|sum| *sum > 0)?;
    let up_to = |count: usize| u32::try_from(spent[..count].iter().sum::<u64>() * 1000 / sum).unwrap_or(1000);
    Some(std::array::from_fn(|part| (PARTS[part], Mille(up_to(part + 1) - up_to(part)))))
}
