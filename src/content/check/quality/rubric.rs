//! Weak rubrics: too few criteria, phrasings, red flags or samples, no feedback. Their patterns: see `phrases`.

use std::ops::RangeInclusive;

use super::interview::placeholder;
use super::phrases;
use crate::content::check::names::Names;
use crate::content::file::{At, CriterionFile, Parsed, QuestionFile, RubricFile};
use crate::content::problem::Problem;
use crate::content::rubric::Dimension;
use crate::text::Vocabulary;

/// Fewer tell too little apart; more cannot all be said in one answer.
const CRITERIA: RangeInclusive<usize> = 6..=12;
const LEAST_PHRASINGS: usize = 6;
const LEAST_FLAGS: usize = 2;
const LEAST_SAMPLES: usize = 5;
/// What can be said in a few minutes, and read in one.
const MODEL_WORDS: RangeInclusive<usize> = 120..=220;

/// Reports weaknesses of a rubric.
pub fn check(
    file: &Parsed<'_>,
    rubric: &RubricFile,
    vocabulary: &Vocabulary,
    names: &Names<'_>,
    problems: &mut Vec<Problem>,
) {
    let Some(id) = &rubric.question else { return };
    let question = names.asked.get(id.value.as_str()).map(|(_, question)| *question);
    let mut weak = Weak { file, problems };
    weak.whole(rubric, id, question);
    rubric.criteria().iter().for_each(|criterion| weak.criterion(criterion));
    for flag in rubric.red_flags.iter().filter(|flag| flag.feedback.is_none()) {
        weak.no_feedback(&flag.id);
    }
    let prompt = question.and_then(|question| question.prompt.as_ref()).map_or("", |prompt| &prompt.value);
    phrases::check(file, rubric, vocabulary, prompt, problems);
}

struct Weak<'a> {
    file: &'a Parsed<'a>,
    problems: &'a mut Vec<Problem>,
}

impl Weak<'_> {
    fn warn(&mut self, rule: &'static str, at: &At<String>, message: String, help: &str) {
        self.problems.push(Problem::warning(rule, self.file.place(at.span), message, help));
    }

    fn whole(&mut self, rubric: &RubricFile, id: &At<String>, question: Option<&QuestionFile>) {
        let criteria = rubric.criteria();
        if criteria.len() < *CRITERIA.start() {
            let message = format!("{} of at least {} criteria", criteria.len(), CRITERIA.start());
            self.warn("few-criteria", id, message, "judge many small things rather than a few large ones");
        }
        if criteria.len() > *CRITERIA.end() {
            let message =
                format!("{} criteria, and at most {} can be met in one answer", criteria.len(), CRITERIA.end());
            self.warn("many-criteria", id, message, "join those that go together, or leave out what matters least");
        }
        if rubric.red_flags.len() < LEAST_FLAGS {
            let message = format!("{} of at least {LEAST_FLAGS} red flags", rubric.red_flags.len());
            self.warn("few-flags", id, message, "add [[red_flags]]: misconceptions that candidates really voice");
        }
        self.samples(rubric, id);
        self.answers(rubric, id);
        if self.file.stem != id.value {
            let message = format!("the rubric of `{}` stands in {}.toml", id.value, self.file.stem);
            self.warn("file-name", id, message, "name the file like the question, so that it is found");
        }
        let Some(level) = question.and_then(|question| question.level.as_ref()) else {
            return;
        };
        for (dimension, name) in [(Dimension::Tools, "tools"), (Dimension::Tradeoffs, "tradeoffs")] {
            let expected = |criterion: &&CriterionFile| {
                let own = criterion.level.as_ref().map_or(level.value, |own| own.value);
                criterion.dimension.as_ref().is_some_and(|own| own.value == dimension) && own <= level.value
            };
            if criteria.iter().find(expected).is_none() {
                let message = format!("no criterion of dimension `{name}` is expected at the question's own level");
                let help = "that dimension weighs at every level: give it a criterion at or below the question's level";
                self.warn("no-dimension", id, message, help);
            }
        }
    }

    fn samples(&mut self, rubric: &RubricFile, id: &At<String>) {
        let help = "add [[samples]]: answers of every band, written without looking at the patterns";
        match rubric.samples.len() {
            0 => {
                let message = "no sample shows that the rubric judges as a person would".to_owned();
                self.warn("no-samples", id, message, help);
                return;
            }
            few @ 1..LEAST_SAMPLES => {
                self.warn("few-samples", id, format!("{few} of at least {LEAST_SAMPLES} samples"), help);
            }
            _ => {}
        }
        let bands = || rubric.samples.iter().filter_map(|sample| sample.band.as_ref());
        for band in (1..=4).filter(|band| bands().all(|own| own.value != *band)) {
            self.warn("few-samples", id, format!("no sample of band {band}"), help);
        }
    }

    fn answers(&mut self, rubric: &RubricFile, id: &At<String>) {
        if rubric.short_answer.is_none() {
            let help = "add one that fits the time box at 25 words a minute, and still deserves band 4";
            self.warn("no-short-answer", id, "no `short_answer` for slow typists".to_owned(), help);
        }
        let written = rubric.model_answer.iter().chain(&rubric.short_answer);
        self.problems.extend(written.filter_map(|answer| placeholder(self.file, answer)));
        let Some(model) = &rubric.model_answer else { return };
        let words = model.value.split_whitespace().count();
        if !MODEL_WORDS.contains(&words) {
            let (least, most) = MODEL_WORDS.into_inner();
            let help = "write it as it would be said: neither a list of points nor a lecture";
            self.warn("model-length", model, format!("{words} words, not {least} to {most}"), help);
        }
    }

    fn criterion(&mut self, criterion: &CriterionFile) {
        let Some(id) = &criterion.id else { return };
        if criterion.feedback.is_none() {
            self.no_feedback(&criterion.id);
        }
        let others = [&criterion.all, &criterion.tradeoff, &criterion.measured];
        let only_any = others.iter().all(|form| form.is_none()) && criterion.group.is_none();
        let Some(any) = criterion.any.as_ref().filter(|any| only_any && any.len() < LEAST_PHRASINGS) else {
            return;
        };
        let message = format!("`{}` has {} of at least {LEAST_PHRASINGS} phrasings", id.value, any.len());
        self.warn("few-phrasings", id, message, "add the words that people would say, two of them without any jargon");
    }

    fn no_feedback(&mut self, id: &Option<At<String>>) {
        let Some(id) = id else { return };
        let message = format!("`{}` has no feedback", id.value);
        self.warn("no-feedback", id, message, "add `feedback`: what to say next time");
    }
}
