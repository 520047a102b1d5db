//! What to listen for and to ask, as far as the guide on paper says it: the sentence behind each title, what is expected and what is
//! a bonus, how many probes the plan has time for. What stands there without a rubric.

use super::{heard, heard_word, sign};
use crate::content::Criterion;
use crate::live::QuestionView;
use crate::report::criterion_name;

/// In the place of what to listen for, where there is no rubric.
pub const NO_RUBRIC: &str = "There is no rubric for this question, so there is nothing to tick: note what is said.";

/// In the place of the second opinion, where there is no rubric.
pub const NOT_JUDGED: &str = "None: there is no rubric for this question, so the engine does not judge it.";

/// What is expected at the question's level, then what is beyond it: a title, and a line for each criterion, with its name for the
/// keyboard before it.
pub fn in_full(question: &QuestionView<'_>, short_name: fn(usize) -> String) -> Vec<(String, Vec<String>)> {
    let level = question.asked.level;
    let numbered = question.bundle.rubric.criteria.iter().enumerate();
    let (expected, beyond): (Vec<_>, Vec<_>) = numbered.partition(|(_, criterion)| criterion.level <= level);
    let told = |(index, criterion): (usize, &Criterion)| {
        let sign = sign(heard(question.rated, &criterion.id));
        format!("{} {sign} {}", short_name(index), meaning(question, criterion))
    };
    [(format!("Listen for, expected at {level}"), expected), (format!("Beyond {level}: counts as a bonus"), beyond)]
        .into_iter()
        .filter(|(_, criteria)| !criteria.is_empty())
        .map(|(title, criteria)| (title, criteria.into_iter().map(told).collect()))
        .collect()
}

/// A criterion with its sentence, and how it was heard.
pub fn meaning(question: &QuestionView<'_>, criterion: &Criterion) -> String {
    let is_needed = criterion.required && criterion.level <= question.asked.level;
    let needed = if is_needed { " (needed for a 3)" } else { "" };
    let word = heard_word(heard(question.rated, &criterion.id));
    let word = if word.is_empty() { String::new() } else { format!(" ({word})") };
    format!("{}{needed}{word}: {}", criterion_name(&criterion.id), criterion.feedback.trim())
}

/// How many probes may be asked.
pub fn probe_limit(question: &QuestionView<'_>) -> String {
    match question.asked.probes {
        0 => "only if the answer leaves time".to_owned(),
        limit => format!("at most {limit}"),
    }
}

/// Says that more probes were asked than the plan has time for; none where they were not.
pub fn too_many_probes(question: &QuestionView<'_>) -> Option<String> {
    let (asked, limit) = (question.rated.probes.len(), question.asked.probes as usize);
    (limit > 0 && asked > limit).then(|| format!("{asked} probes asked; the plan gives everybody at most {limit}"))
}
