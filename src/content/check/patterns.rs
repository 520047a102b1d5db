//! Patterns that do not parse, and names inside patterns that nothing defines; the caret points into the string.

use super::names::Names;
use crate::content::file::{Body, Parsed, Phrase, literal};
use crate::content::problem::Problem;
use crate::text::{Reference, Span};

/// Reports what is wrong with the patterns of all files, each by itself.
pub fn check(files: &[&Parsed<'_>], names: &Names<'_>, problems: &mut Vec<Problem>) {
    for file in files {
        phrases(file).for_each(|phrase| check_phrase(file, phrase, names, problems));
    }
}

/// Every pattern in a file.
fn phrases<'a>(file: &'a Parsed<'a>) -> Box<dyn Iterator<Item = &'a Phrase> + 'a> {
    match &file.body {
        Body::Rubric(rubric) => Box::new(rubric.phrases()),
        Body::Lexicon(lexicon) => Box::new(lexicon.terms.iter().flat_map(|term| &term.context)),
        Body::Cues(cues) => Box::new(cues.cues.iter().flat_map(|cue| cue.any.iter().flatten())),
        Body::Interview(_) | Body::Scale(_) => Box::new(std::iter::empty()),
    }
}

fn check_phrase(file: &Parsed<'_>, phrase: &Phrase, names: &Names<'_>, problems: &mut Vec<Problem>) {
    let place = |inner: Span| file.place(literal::inside(file.text, phrase.span, inner));
    if let Some(error) = phrase.written.error() {
        problems.push(Problem::error("pattern", place(error.span), &error.message, &error.hint));
    }
    for (reference, span) in phrase.written.references() {
        let (defined, name) = match reference {
            Reference::Term(name) => (&names.terms, name),
            Reference::Group(name) => (&names.groups, name),
            Reference::Cue(name) => (&names.cues, name),
        };
        defined.require(name, place(*span), problems);
    }
}
