//! What to listen for and to ask, as far as the guide on paper says it: the sentence behind each title, what is expected and what is
//! a bonus, how many probes the plan has time for. What stands there without a rubric.

use std::collections::BTreeMap;

use super::{heard, heard_word, sign};
use crate::content::{Criterion, RedFlag};
use crate::live::QuestionView;
use crate::report::{criterion_name, flag_words};

/// In the place of what to listen for, where there is no rubric.
pub const NO_RUBRIC: &str = "There is no rubric for this question, so there is nothing to tick: note what is said.";

/// In the place of the second opinion, where there is no rubric.
pub const NOT_JUDGED: &str = "None: there is no rubric for this question, so the engine does not judge it.";

/// What is expected at the question's level, then what is beyond it: a title, and a line for each criterion, with its name for the
/// keyboard before it.
pub fn in_full(question: &QuestionView<'_>, short_name: fn(usize) -> String) -> Vec<(String, Vec<String>)> {
    let (expected, beyond) = question.split();
    let told = |(place, criterion): (usize, &&Criterion)| {
        let sign = sign(heard(question.rated, &criterion.id));
        format!("{} {sign} {}", short_name(place), meaning(question, criterion))
    };
    let title = format!("Listen for, expected at {}", question.asked.level);
    let of_beyond = (expected.len()..).zip(&beyond).map(told).collect();
    [(title, (0..).zip(&expected).map(told).collect::<Vec<String>>()), (beyond_title(question), of_beyond)]
        .into_iter()
        .filter(|(_, criteria)| !criteria.is_empty())
        .collect()
}

/// Above what nobody expects.
pub fn beyond_title(question: &QuestionView<'_>) -> String {
    format!("Beyond {}: counts as a bonus", question.asked.level)
}

/// A criterion with its sentence, and how it was heard.
pub fn meaning(question: &QuestionView<'_>, criterion: &Criterion) -> String {
    let is_needed = criterion.required && criterion.level <= question.asked.level;
    let needed = if is_needed { " (needed for a 3)" } else { "" };
    let word = heard_word(heard(question.rated, &criterion.id));
    let word = if word.is_empty() { String::new() } else { format!(" ({word})") };
    format!("{}{needed}{word}: {}", criterion_name(&criterion.id), criterion.feedback.trim())
}

/// A red flag with its sentence, and what it costs.
pub fn flag(flag: &RedFlag) -> String {
    format!("{}: {}", criterion_name(&flag.id), flag_words(flag))
}

/// The names of red flags.
pub fn flag_names<'a>(flags: impl IntoIterator<Item = &'a RedFlag>) -> String {
    flags.into_iter().map(|flag| criterion_name(&flag.id)).collect::<Vec<_>>().join(", ")
}

/// Which red flags cap a rating, and at what; none where there are no red flags.
pub fn caps(flags: &[RedFlag]) -> Option<String> {
    const NO_CAP: u8 = u8::MAX;
    let mut by_cap = BTreeMap::<u8, Vec<&RedFlag>>::new();
    flags.iter().for_each(|flag| by_cap.entry(flag.caps.unwrap_or(NO_CAP)).or_default().push(flag));
    let told = by_cap.into_iter().map(|(cap, flags)| match cap {
        NO_CAP => format!("Red flags without a cap: {}.", flag_names(flags)),
        cap => format!("Red flags, at most a {cap}: {}.", flag_names(flags)),
    });
    Some(told.collect::<Vec<_>>().join(" ")).filter(|told| !told.is_empty())
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
