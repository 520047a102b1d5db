//! What would raise an answer most, and what would raise it one band: found by rating it again with criteria earned in full,
//! never by guessing.

mod prospect;
mod raise;

use super::rating::{Findings, Rating, Ruler};
use super::scorecard::{Mille, NextStep, Scorecard};
use super::star::{Step, Story};
use crate::content::{Probe, ProbeWhen, StarPart};

pub(super) use raise::raise;

/// The missing criterion, or part of the story (`star.result`), with the largest gain; among equals a criterion that is
/// required, then the first in the file. What only lifts a cap counts by the score it sets free.
pub(super) fn next_step(
    ruler: &Ruler<'_>,
    findings: &Findings,
    story: Option<&Story>,
    now: &Rating,
) -> Option<NextStep> {
    let criterion = best_criterion(ruler, findings, now);
    let parts = story.into_iter().flat_map(|story| &story.steps).map(|step| part_told(ruler, findings, step, now));
    let part = parts.rev().filter(|step| step.gain.0 > 0).max_by_key(|step| step.gain);
    match (criterion, part) {
        (Some(criterion), Some(part)) => Some(if part.gain > criterion.gain { part } else { criterion }),
        (criterion, part) => criterion.or(part),
    }
}

fn part_told(ruler: &Ruler<'_>, findings: &Findings, step: &Step, now: &Rating) -> NextStep {
    let mut findings = findings.clone();
    findings.story = Some(step.credit);
    findings.caps.retain(|cap| !step.lifts.contains(&cap.because.as_str()));
    let then = ruler.rate(&findings);
    NextStep {
        criterion: step.id.to_owned(),
        say: step.say.to_owned(),
        gain: Mille(then.score.saturating_sub(now.score)),
        band: (then.band > now.band).then_some(then.band),
    }
}

fn best_criterion(ruler: &Ruler<'_>, findings: &Findings, now: &Rating) -> Option<NextStep> {
    let missing =
        (0..ruler.criteria.len()).filter(|index| findings.credits.get(*index).is_some_and(|credit| *credit < 1000));
    let steps = missing.filter_map(|index| {
        let then = with(ruler, findings, index);
        let gain = then.score.saturating_sub(now.score);
        (gain > 0).then_some((index, gain, then.band))
    });
    let rank = |&(index, gain, _): &(usize, u32, u8)| (gain, ruler.criteria[index].required, std::cmp::Reverse(index));
    let (index, gain, band) = steps.max_by_key(rank)?;
    let criterion = &ruler.criteria[index];
    Some(NextStep {
        criterion: criterion.id.clone(),
        say: criterion.feedback.clone(),
        gain: Mille(gain),
        band: (band > now.band).then_some(band),
    })
}

fn with(ruler: &Ruler<'_>, findings: &Findings, index: usize) -> Rating {
    let mut findings = findings.clone();
    if let Some(credit) = findings.credits.get_mut(index) {
        *credit = 1000;
    }
    ruler.rate(&findings)
}

/// The probe whose criterion, or part of the story, misses most by weight; then one that may always be asked.
pub(super) fn probe(card: &Scorecard, probes: &[Probe], asked: &[usize]) -> Option<usize> {
    let open = probes.iter().enumerate().filter(|(index, _)| !asked.contains(index));
    let ranked = open.filter_map(|(index, probe)| Some((missing(card, &probe.when_missing)?, index)));
    ranked.max_by_key(|(missing, index)| (*missing, std::cmp::Reverse(*index))).map(|(_, index)| index)
}

/// How much is missing of what a probe asks for; none where nothing is.
fn missing(card: &Scorecard, when: &ProbeWhen) -> Option<u64> {
    let gap = match when {
        ProbeWhen::Always => return Some(0),
        ProbeWhen::Criterion(id) => {
            let criterion = card.criteria.iter().find(|criterion| criterion.id == *id)?;
            let of_dimension =
                card.criteria.iter().filter(|other| other.dimension == criterion.dimension && other.expected);
            let points: u32 = of_dimension.map(|other| other.points).sum();
            let open = u64::from(1000u32.saturating_sub(criterion.credit.0));
            let weight = card.dimensions.iter().find(|dimension| dimension.id == criterion.dimension)?.weight.0;
            let share = if criterion.expected { 2 } else { 1 };
            open * u64::from(weight) * u64::from(criterion.points) * share / u64::from(2 * points.max(1))
        }
        ProbeWhen::Star(part) => {
            let star = card.star.as_ref()?;
            let earned = match part {
                StarPart::Situation => star.situation,
                StarPart::Task => star.task,
                StarPart::Action => star.action,
                StarPart::Result => star.result,
            };
            u64::from(1000u32.saturating_sub(earned.0)) * 250
        }
    };
    (gap > 0).then_some(gap)
}
