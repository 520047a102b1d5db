//! What makes interviews and rubrics good, besides being correct. All of it is a warning: content runs, marked as a draft.

mod fairness;
mod interview;
mod lexicon;
mod phrases;
mod prefixes;
mod question;
mod rubric;
mod specimen;

use super::names::Names;
use crate::content::file::{Body, LexiconFile, Parsed};
use crate::content::problem::Problem;
use crate::text::{Document, Hit, PatternSet, Span, Vocabulary};

/// Reports the weaknesses of files.
pub fn check(files: &[&Parsed<'_>], vocabulary: &Vocabulary, names: &Names<'_>, problems: &mut Vec<Problem>) {
    for file in files {
        match &file.body {
            Body::Interview(interview) => {
                fairness::check(file, interview, problems);
                interview::check(file, interview, names, problems);
                question::check(file, interview, names, problems);
            }
            Body::Rubric(rubric) => rubric::check(file, rubric, vocabulary, names, problems),
            _ => {}
        }
    }
    let lexicons: Vec<(&Parsed<'_>, &LexiconFile)> = files
        .iter()
        .filter_map(|file| match &file.body {
            Body::Lexicon(lexicon) => Some((*file, lexicon)),
            _ => None,
        })
        .collect();
    lexicon::check(&lexicons, vocabulary, problems);
}

/// Where each pattern hits a text of any length: paragraphs are read in portions, for a document keeps only so much.
fn hits_in_paragraphs(set: &PatternSet, text: &str) -> Vec<Vec<Span>> {
    const PORTION: usize = 10_000;
    let (mut all, mut from) = (Vec::new(), 0);
    while from < text.len() {
        let near = text.floor_char_boundary(from + PORTION);
        let end = text[near..].find("\n\n").map_or(text.len(), |gap| near + gap + 2);
        let found = hits(set, &text[from..end]);
        all.resize_with(found.len(), Vec::new);
        for (all, found) in all.iter_mut().zip(found) {
            all.extend(found.iter().map(|hit| Span { start: hit.start + from, end: hit.end + from }));
        }
        from = end;
    }
    all
}

/// Where each pattern hits a text.
fn hits(set: &PatternSet, text: &str) -> Vec<Vec<Span>> {
    let document = Document::parse(text);
    let spans = |hits: Vec<Hit>| hits.into_iter().map(|hit| document.span(hit.tokens)).collect();
    set.find(&document).into_iter().map(spans).collect()
}
