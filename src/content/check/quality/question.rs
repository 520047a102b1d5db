//! Weak questions: those that nothing judges, and those with too few probes or wordings.

use crate::content::check::names::Names;
use crate::content::file::{InterviewFile, Parsed, QuestionFile};
use crate::content::problem::Problem;

const LEAST_PROBES: usize = 2;

/// Reports weak questions.
pub fn check(file: &Parsed<'_>, interview: &InterviewFile, names: &Names<'_>, problems: &mut Vec<Problem>) {
    for question in &interview.questions {
        problems.extend(few_probes(file, question));
        problems.extend(no_rewording(file, question));
        problems.extend(no_rubric(file, question, names));
    }
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
