//! All content that a run of the program works on: the shipped bank, and the user's own beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::bundle::Bundle;
use super::check::{Quality, check};
use super::cues::Cue;
use super::interview::{Interview, Question};
use super::lexicon::Term;
use super::problem::{Place, Problem};
use super::rubric::Rubric;
use super::scale::Scale;
use super::sources::{self, Origin, ReadError, Source};
use crate::text::{Pattern, Reference, Span};

/// Checked content, by id.
#[derive(Debug, Clone)]
pub struct Library {
    /// Interviews, by file name.
    pub interviews: BTreeMap<String, Interview>,
    /// Questions of all interviews.
    pub questions: BTreeMap<String, Question>,
    /// Rubrics, by question.
    pub rubrics: BTreeMap<String, Rubric>,
    /// The lexicon, by term.
    pub terms: BTreeMap<String, Term>,
    /// Cue classes, by name.
    pub cues: BTreeMap<String, Cue>,
    /// The constants of scoring.
    pub scale: Scale,
    /// Where each rubric's parts stand, by question, for problems that only scoring brings to light.
    pub places: BTreeMap<String, RubricPlaces>,
    /// What of it is the user's own.
    pub own: Own,
}

/// What is the user's own, and not shipped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Own {
    /// Ids of interviews, and so of their questions' topics.
    pub interviews: BTreeSet<String>,
    /// Ids of terms.
    pub terms: BTreeSet<String>,
}

/// Where the parts of a rubric stand.
#[derive(Debug, Clone)]
pub struct RubricPlaces {
    /// Whose rubric it is.
    pub origin: Origin,
    /// The question's id.
    pub question: Place,
    /// The model answer.
    pub model_answer: Place,
    /// The short answer, where there is one.
    pub short_answer: Option<Place>,
    /// The samples' answers, in order.
    pub samples: Vec<Place>,
    /// The criteria's ids.
    pub criteria: BTreeMap<String, Place>,
    /// Where the patterns of each criterion stand in that file, in the order of [`super::Criterion::patterns`].
    pub patterns: BTreeMap<String, Vec<Span>>,
}

/// Why content cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A folder cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Content has mistakes; warnings are not among them.
    #[error("{}", summary(.problems))]
    Content {
        /// All of them, by file and place.
        problems: Vec<Problem>,
        /// The files, for showing where.
        sources: Vec<Source>,
    },
}

fn summary(problems: &[Problem]) -> String {
    match problems {
        [one] => format!("{}: {}", one.place.file, one.message),
        [first, rest @ ..] => format!("{}: {}, and {} more", first.place.file, first.message, rest.len()),
        [] => "rubrics/scale.toml is missing".to_owned(),
    }
}

impl Library {
    /// The shipped bank alone.
    pub fn builtin() -> Result<Library, LoadError> {
        Library::load(&[])
    }

    /// The shipped bank, and users' own folders beside it. Their weak rubrics are marked as drafts.
    pub fn load(folders: &[PathBuf]) -> Result<Library, LoadError> {
        let mut sources = sources::shipped();
        for folder in folders {
            sources.extend(sources::folder(folder)?);
        }
        let checked = check(&sources, Quality::Own);
        let errors = checked.has_errors();
        match checked.library {
            Some(library) if !errors => Ok(library),
            _ => {
                let problems = checked.problems.into_iter().filter(Problem::is_error).collect();
                Err(LoadError::Content { problems, sources })
            }
        }
    }

    /// Marks the user's own rubrics that something was found in.
    pub(super) fn mark_drafts(&mut self, problems: &[Problem]) {
        for (question, rubric) in &mut self.rubrics {
            let Some(places) = self.places.get(question) else {
                continue;
            };
            let weak = || problems.iter().any(|problem| problem.place.file == places.question.file);
            rubric.draft = places.origin == Origin::Own && weak();
        }
    }

    /// What a topic, or an interview, is called; its id where the library holds it no more.
    pub fn title<'a>(&'a self, topic: &'a str) -> &'a str {
        self.interviews.get(topic).map_or(topic, |interview| &interview.title)
    }

    /// Everything that judging one question needs; none where the question or its rubric is unknown. Samples stay out: they
    /// prove the rubric and judge no answer, so that adding one leaves the fingerprint as it is.
    pub fn bundle(&self, question: &str) -> Option<Bundle> {
        let rubric = self.rubrics.get(question)?;
        let rubric = Rubric { samples: Vec::new(), ..rubric.clone() };
        Some(Bundle {
            question: self.questions.get(question)?.clone(),
            terms: self.terms_of(&rubric),
            rubric,
            cues: self.cues.values().cloned().collect(),
            scale: self.scale.clone(),
        })
    }

    /// The terms that a rubric or a cue refers to, with all that they refer to in turn; sorted by id.
    fn terms_of(&self, rubric: &Rubric) -> Vec<Term> {
        let mut found = BTreeSet::new();
        let cues = self.cues.values().flat_map(|cue| &cue.any);
        let mut open: Vec<&str> = rubric.patterns().chain(cues).flat_map(|pattern| self.named_by(pattern)).collect();
        while let Some(id) = open.pop() {
            let Some(term) = self.terms.get(id).filter(|term| found.insert(term.id.clone())) else {
                continue;
            };
            open.extend(term.implied_by.iter().map(String::as_str));
            open.extend(term.context.iter().flat_map(|pattern| self.named_by(pattern)));
        }
        found.iter().filter_map(|id| self.terms.get(id)).cloned().collect()
    }

    /// Ids of the terms that a pattern names, by themselves or by group.
    fn named_by(&self, pattern: &Pattern) -> Vec<&str> {
        let named = |reference: &Reference| -> Vec<&str> {
            let of_group = |group: &String| {
                let terms = self.terms.values().filter(|term| term.groups.contains(group));
                terms.map(|term| term.id.as_str()).collect()
            };
            match reference {
                Reference::Term(id) => self.terms.get(id).map(|term| term.id.as_str()).into_iter().collect(),
                Reference::Group(group) => of_group(group),
                Reference::Cue(_) => Vec::new(),
            }
        };
        pattern.references().iter().flat_map(|(reference, _)| named(reference)).collect()
    }
}
