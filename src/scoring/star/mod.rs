//! The parts of a story: situation, task, own actions, result. "We" is counted and never held against anybody; what is asked
//! for is what the speaker did. Every part stands in its own words, and the heading of a part is not the part.

mod actions;
mod parts;

use std::collections::BTreeSet;
use std::ops::Range;

use super::evidence::Read;
use super::reading::Reading;
use super::scorecard::{Cap, Evidence, Mille, StarScore, Status, StoryForm};
use crate::content::StarPart;
use crate::content::scale::Star;
use actions::Actions;
use parts::Parts;

/// A story as it was understood.
#[derive(Debug, Clone)]
pub(super) struct Story {
    /// For the scorecard.
    pub score: StarScore,
    /// All parts by their weights, in thousandths.
    pub credit: u32,
    /// What holds the band down.
    pub caps: Vec<Cap>,
    /// What it would earn with one part told in full.
    pub steps: Vec<Step>,
}

/// One part of a story told in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    /// As probes name it (`star.result`).
    pub id: &'static str,
    /// What to say.
    pub say: &'static str,
    /// What all parts would earn, in thousandths.
    pub credit: u32,
    /// The reasons of the caps that it would lift.
    pub lifts: Vec<&'static str>,
}

const PSEUDO_STORY: &str = "what usually happens is told, not one episode";
const OPINION: &str = "an opinion is told, not an episode";
const NO_OWN_STEPS: &str = "own steps are missing: say what you did yourself";
const NO_RESULT: &str = "the result is missing: say what changed in the end";

/// The parts of a story: how they are named in probes, what to say, and the caps that they lift.
const PARTS: [(StarPart, &str, &str, &[&str]); 4] = [
    (
        StarPart::Situation,
        "star.situation",
        "Tell one episode: when it was, where, and what was at stake.",
        &[PSEUDO_STORY, OPINION],
    ),
    (StarPart::Task, "star.task", "Say what you had to achieve yourself, and by when.", &[]),
    (
        StarPart::Action,
        "star.action",
        "Say step by step what you did yourself, and why.",
        &[NO_OWN_STEPS, OPINION, PSEUDO_STORY],
    ),
    (StarPart::Result, "star.result", "Say what changed in the end, with a number: before and after.", &[NO_RESULT]),
];

/// Reads the parts of a story.
pub(super) fn story(reads: &[Read<'_>], scale: &Star) -> Story {
    let found = Found::new(reads, scale);
    let form = found.form(scale);
    let told = PARTS.map(|(part, ..)| found.told(part, scale));
    let factor = if form == StoryForm::Story { 1000 } else { scale.no_story };
    let [situation, task, action, result] = told.map(|share| Mille(share * factor / 1000));
    let score =
        StarScore { situation, task, action, result, measured: found.measured, form, evidence: found.evidence(reads) };
    let steps = (0..PARTS.len()).filter(|part| told[*part] < 1000).map(|part| step(part, told, scale));
    Story { credit: weighed(told, scale) * factor / 1000, caps: found.caps(form, scale), steps: steps.collect(), score }
}

/// What a story would earn with one part told in full; telling it makes an episode of an opinion.
fn step(index: usize, mut told: [u32; 4], scale: &Star) -> Step {
    let (_, id, say, lifts) = PARTS[index];
    told[index] = 1000;
    Step { id, say, credit: weighed(told, scale), lifts: lifts.to_vec() }
}

fn weighed(told: [u32; 4], scale: &Star) -> u32 {
    let weight = |part: &StarPart| scale.parts.get(part).copied().unwrap_or_default();
    let sum: u32 = PARTS.iter().zip(told).map(|((part, ..), share)| share * weight(part)).sum();
    sum / PARTS.iter().map(|(part, ..)| weight(part)).sum::<u32>().max(1)
}

/// Words in a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    segment: usize,
    tokens: Range<usize>,
}

/// What was found in all segments.
#[derive(Debug, Default)]
struct Found {
    situation: Vec<Place>,
    task: Vec<Place>,
    action: Vec<Place>,
    result: Vec<Place>,
    /// Different verbs of own actions.
    verbs: u32,
    /// Actions of "we".
    shared: u32,
    measured: bool,
    habits: u32,
    opinions: u32,
}

impl Found {
    fn new(reads: &[Read<'_>], scale: &Star) -> Self {
        let mut found = Found::default();
        let mut verbs = BTreeSet::new();
        for Read { reading, .. } in reads {
            let actions = Actions::new(reading);
            verbs.extend(actions.own.iter().map(|index| reading.document.tokens()[*index].stem.clone()));
            found.shared += actions.shared;
            found.add(reading, &actions, scale);
            found.habits += reading.stated("habit").len() as u32;
            found.opinions += reading.stated("opinion").len() as u32;
        }
        found.verbs = verbs.len() as u32;
        found
    }

    fn add(&mut self, reading: &Reading<'_>, actions: &Actions, scale: &Star) {
        let count = reading.document.tokens().len().max(1);
        let main = reading.segment == 0;
        let early = |place: &Range<usize>| !main || place.start * 1000 / count <= scale.situation_until as usize;
        let late = |place: &Range<usize>| !main || place.end * 1000 / count >= scale.result_from as usize;
        let parts = Parts { reading, least: scale.label_words as usize };
        let place = |tokens: Range<usize>| Place { segment: reading.segment, tokens };
        self.action.extend(actions.own.iter().map(|index| place(*index..*index + 1)));
        self.situation.extend(parts.of("situation").into_iter().filter(early).take(1).map(place));
        let taken = self.situation.clone();
        let free = |tokens: &Range<usize>| !taken.iter().any(|other| other.overlaps(reading.segment, tokens));
        self.task.extend(parts.of("task").into_iter().filter(early).filter(free).take(1).map(place));
        let results: Vec<Range<usize>> = parts.of("result").into_iter().filter(late).collect();
        self.measured |= results.iter().any(|tokens| is_measured(reading, tokens));
        self.result.extend(results.into_iter().map(place));
    }

    fn form(&self, scale: &Star) -> StoryForm {
        match (self.verbs, self.situation.is_empty()) {
            (1.., _) => StoryForm::Story,
            (0, _) if self.habits >= scale.habits => StoryForm::PseudoStory,
            (0, false) if self.shared > 0 && self.opinions == 0 => StoryForm::Story,
            _ => StoryForm::Opinion,
        }
    }

    /// How much of a part was told, in thousandths.
    fn told(&self, part: StarPart, scale: &Star) -> u32 {
        let any = |places: &[Place]| if places.is_empty() { 0 } else { 1000 };
        match part {
            StarPart::Situation => any(&self.situation),
            StarPart::Task => any(&self.task),
            // Beside each own action one thing that "we" did counts half.
            StarPart::Action => {
                let halves = 2 * self.verbs + self.shared.min(self.verbs);
                (halves * 500 / scale.actions.max(1)).min(1000)
            }
            StarPart::Result if self.measured => any(&self.result),
            StarPart::Result => any(&self.result).min(scale.unmeasured),
        }
    }

    fn caps(&self, form: StoryForm, scale: &Star) -> Vec<Cap> {
        let few = self.verbs == 0 || self.verbs + self.shared < scale.least_actions;
        let reasons = match form {
            StoryForm::PseudoStory => vec![(1, PSEUDO_STORY, true)],
            StoryForm::Opinion => vec![(1, OPINION, true)],
            StoryForm::Story => vec![(2, NO_OWN_STEPS, few), (2, NO_RESULT, self.result.is_empty())],
        };
        let applying = reasons.into_iter().filter(|(_, _, applies)| *applies);
        applying.map(|(band, because, _)| Cap { band, because: because.to_owned() }).collect()
    }

    fn evidence(&self, reads: &[Read<'_>]) -> Vec<(StarPart, Evidence)> {
        let parts = [
            (StarPart::Situation, &self.situation),
            (StarPart::Task, &self.task),
            (StarPart::Action, &self.action),
            (StarPart::Result, &self.result),
        ];
        let places = parts.into_iter().flat_map(|(part, places)| places.iter().map(move |place| (part, place)));
        places.filter_map(|(part, place)| Some((part, place.evidence(part, reads)?))).collect()
    }
}

impl Place {
    fn overlaps(&self, segment: usize, tokens: &Range<usize>) -> bool {
        self.segment == segment && self.tokens.start < tokens.end && tokens.start < self.tokens.end
    }

    fn evidence(&self, part: StarPart, reads: &[Read<'_>]) -> Option<Evidence> {
        let reading = &reads.get(self.segment)?.reading;
        Some(Evidence {
            segment: self.segment,
            span: reading.span(&self.tokens),
            text: reading.words(&self.tokens).to_owned(),
            status: Status::Affirmed,
            rule: format!("cue:{}", name(part)),
            misspelt: false,
        })
    }
}

fn name(part: StarPart) -> &'static str {
    match part {
        StarPart::Situation => "situation",
        StarPart::Task => "task",
        StarPart::Action => "action",
        StarPart::Result => "result",
    }
}

fn is_measured(reading: &Reading<'_>, result: &Range<usize>) -> bool {
    let sentence = reading.sentence(result);
    reading.stated("measure").iter().any(|measure| reading.sentence(measure) == sentence)
}
