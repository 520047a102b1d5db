//! Values that are right by themselves and do not fit together: times, counts, criteria that nothing can meet.

use std::ops::Range;

use super::names::Names;
use crate::content::file::{At, Body, CriterionFile, InterviewFile, Parsed, RubricFile, SlotFile};
use crate::content::problem::Problem;

/// Reports values that do not fit together.
pub fn check(files: &[&Parsed<'_>], names: &Names<'_>, problems: &mut Vec<Problem>) {
    for file in files {
        let mut limits = Limits { file, names, problems };
        match &file.body {
            Body::Interview(interview) => limits.interview(interview),
            Body::Rubric(rubric) => limits.rubric(rubric),
            _ => {}
        }
    }
}

struct Limits<'a> {
    file: &'a Parsed<'a>,
    names: &'a Names<'a>,
    problems: &'a mut Vec<Problem>,
}

impl Limits<'_> {
    fn error<T>(&mut self, rule: &'static str, at: &At<T>, message: String, help: &str) {
        self.problems.push(Problem::error(rule, self.file.place(at.span), message, help));
    }

    fn interview(&mut self, interview: &InterviewFile) {
        let slots = interview.slots.by_level();
        if interview.questions.is_empty()
            && !interview.has_slots()
            && interview.slots_of.is_none()
            && !self.refused(0..usize::MAX)
        {
            let place = self.file.place(crate::text::Span { start: 0, end: 0 });
            let help = "add [[questions]], or topics and [[slots.mid]] to draw from them";
            self.problems.push(Problem::error("nothing-asked", place, "this interview asks nothing", help));
        }
        let Some(minutes) = &interview.minutes else { return };
        for question in &interview.questions {
            if let Some(own) = question.minutes.as_ref().filter(|own| own.value > minutes.value) {
                let message = format!("{} minutes do not fit an interview of {}", own.value, minutes.value);
                self.error("minutes", own, message, "shorten the question, or lengthen the interview");
            }
        }
        for (level, slots) in slots {
            slots.iter().for_each(|slot| self.slot(slot));
            let least: u32 = slots.iter().map(least_minutes).sum();
            if least > minutes.value {
                let message =
                    format!("the slots for {level:?} take {least} minutes, the interview lasts {}", minutes.value)
                        .to_lowercase();
                self.error("minutes", minutes, message, "take slots out, shorten them, or lengthen the interview");
            }
        }
    }

    fn slot(&mut self, slot: &SlotFile) {
        let Some(At { span, value: [least, most] }) = &slot.minutes else {
            return;
        };
        if least > most {
            let (place, message) = (self.file.place(*span), format!("from {least} to {most} minutes fits nothing"));
            self.problems.push(Problem::error("minutes", place, message, "write the shorter time first"));
        }
        let Some(fixed) = &slot.question else { return };
        let own = self.names.asked.get(fixed.value.as_str()).and_then(|(_, question)| question.minutes.as_ref());
        if let Some(own) = own.filter(|own| own.value < *least || own.value > *most) {
            let message = format!("`{}` takes {} minutes, the slot {least} to {most}", fixed.value, own.value);
            self.error("minutes", fixed, message, "change the slot's minutes, or put another question here");
        }
    }

    fn rubric(&mut self, rubric: &RubricFile) {
        let ids: Vec<usize> =
            rubric.criteria().iter().filter_map(|criterion| criterion.id.as_ref()).map(|id| id.span.start).collect();
        for criterion in rubric.criteria() {
            self.criterion(criterion, &ids);
        }
    }

    /// Whether something was refused between two bytes of the file: what is missing there may only have been misspelt.
    fn refused(&self, range: Range<usize>) -> bool {
        self.file.torn
            || self
                .problems
                .iter()
                .any(|problem| problem.place.file == self.file.name && range.contains(&problem.place.span.start))
    }

    fn criterion(&mut self, criterion: &CriterionFile, ids: &[usize]) {
        let Some(id) = &criterion.id else { return };
        let next = ids.iter().find(|next| **next > id.span.start).copied().unwrap_or(usize::MAX);
        if self.refused(id.span.end..next) {
            return;
        }
        let forms = [&criterion.any, &criterion.all, &criterion.tradeoff, &criterion.measured];
        if forms.iter().all(|form| form.is_none()) && criterion.group.is_none() {
            let message = format!("nothing can meet `{}`", id.value);
            self.error("no-form", id, message, "give it `any`, `all`, `group`, `tradeoff` or `measured`");
        }
        let Some(need) = &criterion.need else { return };
        match &criterion.any {
            Some(any) if criterion.group.is_none() && need.value as usize > any.len() && !is_open(criterion) => {
                let message = format!("{} of {} patterns can never be met", need.value, any.len());
                self.error("out-of-range", need, message, "lower `need`, or add patterns to `any`");
            }
            None if criterion.group.is_none() => {
                let help = "`need` counts hits of `any` or `group`: give one of them, or take `need` out";
                self.error("out-of-range", need, "`need` has nothing to count".to_owned(), help);
            }
            _ => {}
        }
    }
}

/// Whether one pattern of `any` can hit several distinct things (`@group:ci`, `#num`).
fn is_open(criterion: &CriterionFile) -> bool {
    let mut patterns = criterion.any.iter().flatten().filter_map(|phrase| phrase.pattern());
    patterns.any(|pattern| pattern.source().contains(['@', '#', '/', '{']) || pattern.source().contains("cue:"))
}

fn least_minutes(slot: &SlotFile) -> u32 {
    let repeat = slot.repeat.as_ref().map_or(1, |repeat| repeat.value);
    slot.minutes.as_ref().map_or(0, |minutes| minutes.value[0]).saturating_mul(repeat)
}
