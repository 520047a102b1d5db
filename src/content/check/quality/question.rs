//! Weak questions: unfair ones, those that nothing judges, and those with too few probes.

use super::fairness::off_limits;
use crate::content::check::names::Names;
use crate::content::file::{At, InterviewFile, Parsed, QuestionFile};
use crate::content::problem::Problem;

const LEAST_PROBES: usize = 2;

/// Reports weak questions.
pub fn check(file: &Parsed<'_>, interview: &InterviewFile, names: &Names<'_>, problems: &mut Vec<Problem>) {
    for question in &interview.questions {
        let asked = question.probes.iter().filter_map(|probe| probe.ask.as_ref());
        for wording in question.prompt.iter().chain(&question.rephrased).chain(asked) {
            problems.extend(unfair(file, wording));
        }
        problems.extend(few_probes(file, question));
        problems.extend(no_rewording(file, question));
        problems.extend(no_rubric(file, question, names));
    }
}

fn unfair(file: &Parsed<'_>, wording: &At<String>) -> Option<Problem> {
    let (topic, words) = off_limits(&wording.value)?;
    let message = format!("\"{words}\" asks about {}", topic.id);
    let help = format!("leave it out: {}", topic.reason);
    Some(Problem::warning("unfair-question", file.place(wording.span), message, help))
}

fn few_probes(file: &Parsed<'_>, question: &QuestionFile) -> Option<Problem> {
    let id = question.id.as_ref().filter(|_| question.probes.len() < LEAST_PROBES)?;
    let message = format!("`{}` has {} of at least {LEAST_PROBES} probes", id.value, question.probes.len());
    let help = "add neutral follow-ups under [[questions.probes]], for what answers tend to leave out";
    Some(Problem::warning("few-probes", file.place(id.span), message, help))
}

fn no_rewording(file: &Parsed<'_>, question: &QuestionFile) -> Option<Problem> {
    let id = question.id.as_ref().filter(|_| question.rephrased.is_empty())?;
    let message = format!("`{}` has no other wording", id.value);
    let help = "add `rephrased`, so that a retry is not learnt by heart";
    Some(Problem::warning("no-rewording", file.place(id.span), message, help))
}

fn no_rubric(file: &Parsed<'_>, question: &QuestionFile, names: &Names<'_>) -> Option<Problem> {
    let id = question.id.as_ref().filter(|id| !names.criteria.contains_key(id.value.as_str()))?;
    let message = format!("`{}` has no rubric: it is asked, and not scored", id.value);
    let help = format!("write rubrics/{}/{}.toml", file.stem, id.value);
    Some(Problem::warning("no-rubric", file.place(id.span), message, help))
}
