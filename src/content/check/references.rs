//! Names that one file uses and another defines: questions, criteria, topics, groups. Those inside patterns: see `patterns`.

use super::names::Names;
use crate::content::file::{Body, InterviewFile, LexiconFile, Parsed, ProbeFile, QuestionFile, RubricFile};
use crate::content::interview::ProbeWhen;
use crate::content::nearest::suggest;
use crate::content::problem::Problem;
use crate::content::rubric::StarPart;

/// Reports names that nothing defines.
pub fn check(files: &[&Parsed<'_>], names: &Names<'_>, problems: &mut Vec<Problem>) {
    for file in files {
        let mut references = References { file, names, problems };
        match &file.body {
            Body::Interview(interview) => references.interview(interview),
            Body::Rubric(rubric) => references.rubric(rubric),
            Body::Lexicon(lexicon) => references.lexicon(lexicon),
            Body::Cues(_) | Body::Scale(_) => {}
        }
    }
}

/// When a probe is asked, read from its key; none where the key names no part of a story.
pub fn probe_when(when_missing: &str) -> Option<ProbeWhen> {
    match when_missing.strip_prefix("star.") {
        Some(part) => STAR_PARTS.iter().find(|(name, _)| *name == part).map(|(_, part)| ProbeWhen::Star(*part)),
        None if when_missing == "always" => Some(ProbeWhen::Always),
        None => Some(ProbeWhen::Criterion(when_missing.to_owned())),
    }
}

const STAR_PARTS: [(&str, StarPart); 4] = [
    ("situation", StarPart::Situation),
    ("task", StarPart::Task),
    ("action", StarPart::Action),
    ("result", StarPart::Result),
];

struct References<'a> {
    file: &'a Parsed<'a>,
    names: &'a Names<'a>,
    problems: &'a mut Vec<Problem>,
}

impl References<'_> {
    fn interview(&mut self, interview: &InterviewFile) {
        let grouped = interview.competencies.iter().flat_map(|competency| competency.topics.iter().flatten());
        for topic in interview.topics.iter().chain(grouped) {
            self.names.topics.require(&topic.value, self.file.place(topic.span), self.problems);
        }
        self.slots_of(interview);
        let slots = interview.slots.by_level().into_iter().flat_map(|(_, slots)| slots);
        for question in slots.filter_map(|slot| slot.question.as_ref()) {
            self.names.questions.require(&question.value, self.file.place(question.span), self.problems);
        }
        interview.questions.iter().for_each(|question| self.question(question));
    }

    /// Slots are taken from an interview that has slots itself.
    fn slots_of(&mut self, interview: &InterviewFile) {
        let Some(other) = &interview.slots_of else { return };
        let place = self.file.place(other.span);
        let name = other.value.as_str();
        if !self.names.topics.knows(name) {
            self.names.topics.require(name, place, self.problems);
        } else if !self.names.slotted.contains(name) {
            let message = format!("`{name}` has no slots of its own");
            let help = "name an interview that has [[slots…]], such as devops-engineer";
            self.problems.push(Problem::error("unknown-reference", place, message, help));
        } else if interview.has_slots() {
            let message = "slots of its own, and those of another interview";
            let help = "take `slots_of` out, or its own [[slots…]]";
            self.problems.push(Problem::error("two-slots", place, message, help));
        }
    }

    fn question(&mut self, question: &QuestionFile) {
        let Some(id) = &question.id else { return };
        question.probes.iter().for_each(|probe| self.probe(&id.value, probe));
    }

    fn probe(&mut self, question: &str, probe: &ProbeFile) {
        let Some(when) = &probe.when_missing else { return };
        let place = self.file.place(when.span);
        match (probe_when(&when.value), self.names.criteria.get(question)) {
            (Some(ProbeWhen::Criterion(criterion)), Some(criteria)) => {
                criteria.require(&criterion, place, self.problems);
            }
            (None, _) => {
                let help = suggest(when.value.trim_start_matches("star."), STAR_PARTS.map(|(name, _)| name));
                let message = format!("`{}` is no part of a story", when.value);
                self.problems.push(Problem::error("unknown-reference", place, message, help));
            }
            _ => {}
        }
    }

    fn rubric(&mut self, rubric: &RubricFile) {
        if let Some(question) = &rubric.question {
            self.names.questions.require(&question.value, self.file.place(question.span), self.problems);
        }
        for group in rubric.criteria().iter().filter_map(|criterion| criterion.group.as_ref()) {
            self.names.groups.require(&group.value, self.file.place(group.span), self.problems);
        }
    }

    fn lexicon(&mut self, lexicon: &LexiconFile) {
        for term in lexicon.terms.iter().flat_map(|term| &term.implied_by) {
            self.names.terms.require(&term.value, self.file.place(term.span), self.problems);
        }
    }
}
