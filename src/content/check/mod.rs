//! From files to checked content. Each step reports all it finds and leaves the rest to the next:
//! parse (syntax, shape) → names (what is defined, duplicates) → limits → references → patterns → quality → build.

use std::panic::resume_unwind;
use std::thread;

mod build;
mod limits;
mod names;
mod patterns;
mod quality;
mod references;

use super::file::{Parsed, parse};
use super::library::Library;
use super::problem::Problem;
use super::render::position;
use super::sources::{Origin, Source};
use crate::text::Span;

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
        self.problems.iter().any(Problem::is_error)
    }
}

/// Checks files together and makes them ready to run on.
pub fn check(sources: &[Source], quality: Quality) -> Checked {
    let (files, mut problems) = parse_all(sources);
    let names = names::Names::of(&files, &mut problems);
    limits::check(&files, &names, &mut problems);
    references::check(&files, &names, &mut problems);
    patterns::check(&files, &names, &mut problems);
    let examined: Vec<&Parsed<'_>> =
        files.iter().filter(|file| quality == Quality::All || file.origin == Origin::Own).collect();
    quality::check(&examined, &build::vocabulary(&files), &names, &mut problems);
    drop_echoes(&files, &mut problems);
    problems.sort_by(Problem::by_place);
    problems.dedup();
    let mut library = build::library(&files);
    if let Some(library) = &mut library {
        library.mark_drafts(&problems);
    }
    Checked { library, problems }
}

/// Parses files side by side, a share for each core: reading is most of the time that a command takes to start. The result is
/// in the order of the files, however many cores there are.
fn parse_all(sources: &[Source]) -> (Vec<Parsed<'_>>, Vec<Problem>) {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let share = sources.len().div_ceil(cores).max(1);
    let (files, problems): (Vec<_>, Vec<_>) = thread::scope(|scope| {
        let running: Vec<_> = sources.chunks(share).map(|part| scope.spawn(move || parse_some(part))).collect();
        running.into_iter().map(|part| part.join().unwrap_or_else(|panic| resume_unwind(panic))).unzip()
    });
    (files.into_iter().flatten().collect(), problems.into_iter().flatten().collect())
}

fn parse_some(sources: &[Source]) -> (Vec<Parsed<'_>>, Vec<Problem>) {
    let mut problems = Vec::new();
    let files = sources.iter().filter_map(|source| parse(source, &mut problems)).collect();
    (files, problems)
}

/// On a line with a syntax error, only the first problem is the author's: the others follow from it.
fn drop_echoes(files: &[Parsed<'_>], problems: &mut Vec<Problem>) {
    for file in files.iter().filter(|file| file.torn) {
        let line = |problem: &Problem| position(file.text, problem.place.span.start).0;
        let here = |problem: &Problem| problem.place.file == file.name;
        let mut slips: Vec<&Problem> =
            problems.iter().filter(|problem| here(problem) && problem.rule == "syntax").collect();
        slips.sort_by_key(|problem| problem.place.span);
        slips.dedup_by_key(|problem| line(problem));
        let firsts: Vec<(usize, Span)> = slips.iter().map(|problem| (line(problem), problem.place.span)).collect();
        problems.retain(|problem| {
            let first = firsts.iter().find(|(first, _)| here(problem) && *first == line(problem));
            first.is_none_or(|(_, span)| problem.rule == "syntax" && problem.place.span == *span)
        });
    }
}
