//! Weak patterns: those that match nothing, the question itself, or more than was meant.

use std::collections::BTreeMap;

use super::{hits, hits_in_paragraphs, prefixes, specimen};
use crate::content::file::{Parsed, Phrase, RubricFile};
use crate::content::problem::Problem;
use crate::text::{Pattern, PatternSet, Span, Vocabulary};

/// Reports weak patterns of a rubric.
pub fn check(
    file: &Parsed<'_>,
    rubric: &RubricFile,
    vocabulary: &Vocabulary,
    prompt: &str,
    problems: &mut Vec<Problem>,
) {
    let phrases: Vec<(&Phrase, &Pattern)> =
        rubric.phrases().filter_map(|phrase| Some((phrase, phrase.pattern()?))).collect();
    let patterns: Vec<Pattern> = phrases.iter().map(|(_, pattern)| (*pattern).clone()).collect();
    let set = PatternSet::compile(vocabulary, &patterns);
    let mut weak = Weak { file, phrases: &phrases, problems };
    weak.swallowing(rubric, &hits(&set, &prefixes::WORDS));
    weak.in_prompt(rubric, prompt, &hits(&set, prompt));
    let (text, specimens) = specimens(&phrases, vocabulary);
    weak.matching_nothing(rubric, &specimens, &hits_in_paragraphs(&set, &text));
}

/// Every pattern's specimens in one text, with their places there, by the place of the phrase.
fn specimens(phrases: &[(&Phrase, &Pattern)], vocabulary: &Vocabulary) -> (String, BTreeMap<Span, Vec<Span>>) {
    let (mut text, mut places) = (String::new(), BTreeMap::<Span, Vec<Span>>::new());
    for (phrase, pattern) in phrases {
        for specimen in specimen::specimens(pattern.source(), vocabulary) {
            let start = text.len();
            text.push_str(&specimen);
            places.entry(phrase.span).or_default().push(Span { start, end: text.len() });
            text.push_str(".\n\n");
        }
    }
    (text, places)
}

struct Weak<'a> {
    file: &'a Parsed<'a>,
    phrases: &'a [(&'a Phrase, &'a Pattern)],
    problems: &'a mut Vec<Problem>,
}

impl Weak<'_> {
    fn warn(&mut self, rule: &'static str, phrase: &Phrase, message: String, help: &str) {
        self.problems.push(Problem::warning(rule, self.file.place(phrase.span), message, help));
    }

    fn swallowing(&mut self, rubric: &RubricFile, found: &[Vec<Span>]) {
        let excluding: Vec<Span> = rubric.exclusions().map(|phrase| phrase.span).collect();
        for ((phrase, pattern), hits) in self.phrases.iter().zip(found) {
            let word = prefixes::swallowed(pattern, hits).filter(|_| !excluding.contains(&phrase.span));
            if let Some(word) = word {
                let message = format!("this also accepts \"{word}\"");
                let help = "leave the `*` out (inflected forms match anyway), write a longer beginning, or the words one by one";
                self.warn("prefix", phrase, message, help);
            }
        }
    }

    fn in_prompt(&mut self, rubric: &RubricFile, prompt: &str, found: &[Vec<Span>]) {
        let any = rubric.criteria().iter().flat_map(|criterion| criterion.any.iter().flatten());
        for phrase in any {
            if let Some(hit) = self.found(phrase, found).first() {
                let message = format!("the question itself says \"{}\"", hit.of(prompt));
                let help = "an echo of the question earns nothing: look for what only an answer says";
                self.warn("in-prompt", phrase, message, help);
            }
        }
    }

    fn matching_nothing(&mut self, rubric: &RubricFile, specimens: &BTreeMap<Span, Vec<Span>>, found: &[Vec<Span>]) {
        let help = "see rubrics/README.md for how words are read";
        for (phrase, _) in self.phrases {
            let hits = self.found(phrase, found);
            let own = specimens.get(&phrase.span);
            if own.is_some_and(|own| own.iter().all(|own| !hits.iter().any(|hit| hit.overlaps(*own)))) {
                self.warn("never-matches", phrase, "this matches nothing, not even its own words".to_owned(), help);
            }
        }
        let criteria = rubric.criteria().iter().map(|criterion| (&criterion.any, &criterion.unless));
        let flags = rubric.red_flags.iter().map(|flag| (&flag.any, &flag.unless));
        for (any, unless) in criteria.chain(flags) {
            let excluded: Vec<Span> = unless.iter().flat_map(|phrase| self.found(phrase, found)).copied().collect();
            for phrase in any.iter().flatten() {
                let own = specimens.get(&phrase.span);
                if own.is_some_and(|own| own.iter().all(|own| excluded.iter().any(|hit| hit.overlaps(*own)))) {
                    let help = "a pattern of `unless` matches wherever this one does: narrow it";
                    self.warn("never-matches", phrase, "`unless` takes every hit away".to_owned(), help);
                }
            }
        }
    }

    /// Where a phrase of the rubric hits.
    fn found<'f>(&self, phrase: &Phrase, found: &'f [Vec<Span>]) -> &'f [Span] {
        let at = self.phrases.iter().position(|(own, _)| own.span == phrase.span);
        at.and_then(|at| found.get(at)).map_or(&[], Vec::as_slice)
    }
}
