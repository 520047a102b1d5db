//! What a candidate contests: a criterion that should have been met, and the words that should have met it. A contest changes
//! no score; it is for the report and for the rubric's author. Finding the words is in `passage`, handing them on in `case`.

use jiff::Timestamp;

use super::Attempt;
use crate::content::{Bundle, Probe, ProbeWhen, StarPart};
use crate::scoring::scorecard::Mille;
use crate::scoring::{Scorecard, StarScore};
use crate::session::Answer;
use crate::text::Span;

/// A contest as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Contest {
    /// 1, 2… within the attempt.
    pub number: u32,
    /// What is contested.
    pub claim: Claim,
    /// When it was made, or last changed.
    pub made: Timestamp,
}

/// A criterion that should have been met.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Claim {
    /// The question.
    pub question: String,
    /// The criterion of its rubric, or a part of the story (`star.result`).
    pub criterion: String,
    /// The segment of the probe that was answered with "already said".
    pub already_said: Option<usize>,
    /// The words that should have counted; none while only "already said" stands for them.
    pub marked: Option<Marked>,
    /// A word to the rubric's author.
    pub note: Option<String>,
}

/// Words of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// 0 the answer, 1… the answers to probes.
    pub segment: usize,
    /// Where in the whole text of the segment, over-time included.
    pub span: Span,
    /// As they stand there.
    pub words: String,
}

/// A criterion that was not earned in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contestable<'a> {
    /// The criterion, or a part of the story (`star.result`).
    pub criterion: &'a str,
    /// How much of it was earned.
    pub credit: Mille,
    /// What the report says about it; empty for parts of the story.
    pub feedback: &'a str,
}

impl Attempt {
    /// Contests of a question, in the order in which they were made.
    pub fn contests_of<'a>(&'a self, question: &'a str) -> impl Iterator<Item = &'a Contest> {
        self.contests.iter().filter(move |contest| contest.claim.question == question)
    }

    /// What follows from probes that were answered with "already said". A probe that asks for nothing in particular contests
    /// nothing.
    pub fn already_said(&self) -> Vec<Claim> {
        let bundle = |answer: &Answer| self.bundle(&answer.question);
        let answers = self.transcript.answers.iter().filter_map(|answer| Some((answer, bundle(answer)?)));
        answers.flat_map(|(answer, bundle)| said_of(answer, bundle)).collect()
    }
}

fn said_of<'a>(answer: &'a Answer, bundle: &'a Bundle) -> impl Iterator<Item = Claim> + 'a {
    let said = answer.segments.iter().enumerate().filter(|(_, segment)| segment.already_said);
    said.filter_map(|(index, segment)| {
        let criterion = asked_for(bundle.question.probes.get(segment.probe?)?)?;
        let question = answer.question.clone();
        Some(Claim { question, criterion, already_said: Some(index), ..Claim::default() })
    })
}

/// The criterion that a probe asks about.
fn asked_for(probe: &Probe) -> Option<String> {
    match &probe.when_missing {
        ProbeWhen::Criterion(id) => Some(id.clone()),
        ProbeWhen::Star(part) => Some(star_id(*part).to_owned()),
        ProbeWhen::Always => None,
    }
}

/// What can be contested in a scorecard: what was not earned in full; first what was expected at its level, then the rest.
pub fn contestable(card: &Scorecard) -> Vec<Contestable<'_>> {
    let (expected, beyond): (Vec<_>, Vec<_>) = card.criteria.iter().partition(|criterion| criterion.expected);
    let criteria = expected.into_iter().chain(beyond).map(|criterion| Contestable {
        criterion: &criterion.id,
        credit: criterion.credit,
        feedback: &criterion.feedback,
    });
    let parts = card.star.iter().flat_map(parts);
    criteria.chain(parts).filter(|one| one.credit < Mille(1000)).collect()
}

/// The parts in the order of a story.
pub(super) const PARTS: [StarPart; 4] = [StarPart::Situation, StarPart::Task, StarPart::Action, StarPart::Result];

fn parts(star: &StarScore) -> [Contestable<'_>; 4] {
    let parts = [
        (StarPart::Situation, star.situation),
        (StarPart::Task, star.task),
        (StarPart::Action, star.action),
        (StarPart::Result, star.result),
    ];
    parts.map(|(part, credit)| Contestable { criterion: star_id(part), credit, feedback: "" })
}

/// As probes and contests name a part.
pub fn star_id(part: StarPart) -> &'static str {
    match part {
        StarPart::Situation => "star.situation",
        StarPart::Task => "star.task",
        StarPart::Action => "star.action",
        StarPart::Result => "star.result",
    }
}
