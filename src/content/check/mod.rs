//! From files to checked content. Each step reports all it finds and leaves the rest to the next:
//! parse (syntax, shape) → names (what is defined, duplicates) → references → limits → patterns → build → quality.

mod build;
mod limits;
mod names;
mod patterns;
mod references;

use super::file::{Parsed, parse};
use super::library::Library;
use super::problem::{Problem, Severity};
use super::sources::{Origin, Source};

/// Whose content is held to what makes a rubric good, besides being correct.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quality {
    /// The user's own; the shipped bank has been checked before it was shipped.
    Own,
    /// Everything.
    All,
}

/// What the files hold, and what is wrong with them.
#[derive(Debug)]
pub struct Checked {
    /// All that is complete. None where the constants of scoring cannot be read.
    pub library: Option<Library>,
    /// By file and place.
    pub problems: Vec<Problem>,
}

impl Checked {
    /// Whether something keeps content from being used.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }
}

/// Checks files together and makes them ready to run on.
pub fn check(sources: &[Source], quality: Quality) -> Checked {
    let mut problems = Vec::new();
    let files: Vec<Parsed<'_>> = sources
        .iter()
        .filter_map(|source| parse(source, &mut problems))
        .collect();
    let names = names::Names::of(&files, &mut problems);
    references::check(&files, &names, &mut problems);
    limits::check(&files, &names, &mut problems);
    patterns::check(&files, &names, &mut problems);
    let library = build::library(&files);
    let _ = quality;
    problems.sort_by(|a, b| (&a.place, a.rule).cmp(&(&b.place, b.rule)));
    problems.dedup();
    Checked { library, problems }
}
