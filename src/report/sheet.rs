//! A question as the bank holds it: how it is asked and, for those who may know, what is listened for.

use super::surface::{Mark, Surface};
use super::words::{band_name, dimension, kind, probe_when, spoken};
use crate::content::{Criterion, Dimension, Probe, Question, Rubric};

pub fn write(question: &Question, rubric: Option<&Rubric>, out: &mut dyn Surface) {
    out.heading(1, &question.id);
    out.headline(&question.prompt);
    let minutes = question.minutes;
    out.paragraph(&format!(
        "{}, {}, {} level, {minutes} minutes.",
        question.topic,
        kind(question.kind),
        question.level
    ));
    if !question.rephrased.is_empty() {
        out.heading(2, "In other words");
        question.rephrased.iter().for_each(|wording| out.item(Mark::Point, wording));
    }
    if let Some(rubric) = rubric {
        revealed(question, rubric, out);
    }
}

fn revealed(question: &Question, rubric: &Rubric, out: &mut dyn Surface) {
    out.heading(2, "What is listened for");
    for one in [Dimension::Substance, Dimension::Tools, Dimension::Tradeoffs, Dimension::Star] {
        let criteria: Vec<&Criterion> = rubric.criteria.iter().filter(|criterion| criterion.dimension == one).collect();
        if !criteria.is_empty() {
            out.heading(3, dimension(one));
            criteria.iter().for_each(|criterion| listened_for(criterion, out));
        }
    }
    if !rubric.red_flags.is_empty() {
        out.heading(2, "What counts against an answer");
        for flag in &rubric.red_flags {
            out.item(Mark::Costs, &format!("{}: {}", spoken(&flag.id), flag.feedback));
        }
    }
    if !question.probes.is_empty() {
        out.heading(2, "Follow-ups");
        question.probes.iter().for_each(|probe| followed_up(probe, out));
    }
    out.heading(2, "Bands");
    for (band, anchor) in (1..).zip(&rubric.anchors) {
        out.item(Mark::Point, &format!("{band}, {}: {anchor}", band_name(band)));
    }
    out.heading(2, "A model answer");
    out.quote(rubric.model_answer.trim());
    if !rubric.short_answer.is_empty() {
        out.heading(2, "The same for slow typists");
        out.quote(rubric.short_answer.trim());
    }
}

fn listened_for(criterion: &Criterion, out: &mut dyn Surface) {
    let required = if criterion.required { ", required" } else { "" };
    let points = if criterion.points == 1 { "1 point".to_owned() } else { format!("{} points", criterion.points) };
    out.item(Mark::Point, &format!("{} ({points}, from {}{required})", spoken(&criterion.id), criterion.level));
    out.detail(&criterion.feedback);
}

fn followed_up(probe: &Probe, out: &mut dyn Surface) {
    out.item(Mark::Point, &probe.ask);
    out.detail(&probe_when(&probe.when_missing));
}
