//! Wordings that have no place in a fair interview: topics that nobody may ask about, and questions that lead.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::{Match, Regex, RegexBuilder};

use super::hits;
use crate::content::fairness::{Leading, OffLimits, leading, off_limits};
use crate::content::file::{At, InterviewFile, Parsed, QuestionFile};
use crate::content::problem::Problem;
use crate::text::{Pattern, PatternSet, Vocabulary};

/// The patterns of all topics, in their order.
static TOPICS: LazyLock<PatternSet> = LazyLock::new(|| {
    let patterns: Vec<Pattern> = off_limits().iter().flat_map(|topic| topic.any.iter().cloned()).collect();
    PatternSet::compile(&Vocabulary::default(), &patterns)
});

/// The expressions of each topic that has some.
static TOPIC_FORMS: LazyLock<Vec<(&OffLimits, Vec<Regex>)>> =
    LazyLock::new(|| off_limits().iter().map(|topic| (topic, compiled(&topic.forms))).collect());

/// The expressions of each leading form.
static FORMS: LazyLock<Vec<(&Leading, Vec<Regex>)>> =
    LazyLock::new(|| leading().iter().map(|form| (form, compiled(&form.any))).collect());

fn compiled(expressions: &[String]) -> Vec<Regex> {
    let compiled = |expression: &String| RegexBuilder::new(expression).case_insensitive(true).build().ok();
    expressions.iter().filter_map(compiled).collect()
}

/// Reports what an interviewer should neither ask nor say, wherever it is worded.
pub fn check(file: &Parsed<'_>, interview: &InterviewFile, problems: &mut Vec<Problem>) {
    let said = interview.opening.iter().chain(&interview.closing);
    for wording in said.chain(interview.questions.iter().flat_map(wordings)) {
        problems.extend(unfair(&wording.value).into_iter().map(|(topic, words)| {
            let message = format!("\"{words}\" asks about {}", topic.id);
            let help = format!("leave it out: {}; what may be asked: {}", topic.reason, topic.instead);
            Problem::warning("unfair-question", file.place(wording.span), message, help)
        }));
        problems.extend(leading_forms(&wording.value).into_iter().map(|(form, words)| {
            let message = format!("\"{words}\" leads to an answer: {}", form.reason);
            Problem::warning("leading-question", file.place(wording.span), message, form.instead.as_str())
        }));
    }
}

fn wordings(question: &QuestionFile) -> impl Iterator<Item = &At<String>> {
    let probes = question.probes.iter().filter_map(|probe| probe.ask.as_ref());
    question.prompt.iter().chain(&question.rephrased).chain(probes)
}

/// Each topic that a wording touches and must not, with the first words that touch it.
fn unfair(wording: &str) -> Vec<(&'static OffLimits, &str)> {
    let owners = off_limits().iter().flat_map(|topic| topic.any.iter().map(move |_| topic));
    let found = owners.zip(hits(&TOPICS, wording));
    let touched = found.filter_map(|(topic, spans)| spans.first().map(|span| (topic, span.of(wording))));
    let formed = TOPIC_FORMS.iter().filter_map(|(topic, forms)| {
        forms.iter().find_map(|form| form.find(wording)).map(|found| (*topic, words(found.as_str())))
    });
    let mut seen = BTreeSet::new();
    touched.chain(formed).filter(|(topic, _)| seen.insert(topic.id.as_str())).collect()
}

/// Each form in which a wording leads to an answer, with the words that do; words that belong to a form already named are not
/// named again.
fn leading_forms(wording: &str) -> Vec<(&'static Leading, String)> {
    let wording = wording.replace('’', "'");
    let mut named: Vec<(&Leading, Match<'_>)> = Vec::new();
    for (form, expressions) in FORMS.iter() {
        let is_new = |found: &Match<'_>| {
            named.iter().all(|(_, other)| other.end() <= found.start() || found.end() <= other.start())
        };
        let first = expressions.iter().filter_map(|one| one.find(&wording)).find(is_new);
        named.extend(first.map(|found| (*form, found)));
    }
    named.into_iter().map(|(form, found)| (form, words(found.as_str()).to_owned())).collect()
}

/// What was found, without the sign of the clause before it.
fn words(found: &str) -> &str {
    found.trim_start_matches([',', '.', ';', ':', '?', '!', '–', '—', '-', ' '])
}
