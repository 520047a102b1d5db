//! From files to checked content. Each step reports all it finds and leaves the rest to the next:
//! parse (syntax, shape) → names (what is defined, duplicates) → limits → references → patterns → quality → build.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
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

/// Whose content is examined: its shape, what it refers to, and what makes it good. Ids that stand twice are found in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quality {
    /// The user's own; the shipped bank has been checked before it was shipped.
    Own,
    /// Everything.
    All,
}

impl Quality {
    fn examines(self, origin: Origin) -> bool {
        self == Quality::All || origin == Origin::Own
    }
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
    let (files, mut problems) = parse_all(sources, quality);
    let names = names::Names::of(&files, &mut problems);
    let examined: Vec<&Parsed<'_>> = files.iter().filter(|file| quality.examines(file.origin)).collect();
    limits::check(&examined, &names, &mut problems);
    references::check(&examined, &names, &mut problems);
    patterns::check(&examined, &names, &mut problems);
    if !examined.is_empty() {
        quality::check(&examined, &build::vocabulary(&files), &names, &mut problems);
    }
    drop_echoes(&files, &mut problems);
    problems.sort_by(Problem::by_place);
    problems.dedup();
    let mut library = build::library(&files);
    if let Some(library) = &mut library {
        library.mark_drafts(&problems);
    }
    Checked { library, problems }
}

/// What became of one file, by its index.
type Read<'a> = (usize, Option<Parsed<'a>>, Vec<Problem>);

/// Parses files side by side: reading is most of the time that a command takes to start. Each core takes the next file when it
/// is done with one, long files first; the result is in the order of the files, however many cores there are.
fn parse_all(sources: &[Source], quality: Quality) -> (Vec<Parsed<'_>>, Vec<Problem>) {
    let cores = thread::available_parallelism().map_or(1, usize::from).min(sources.len());
    let mut queue: Vec<(usize, &Source)> = sources.iter().enumerate().collect();
    queue.sort_by_key(|(_, source)| std::cmp::Reverse(source.text.len()));
    let next = AtomicUsize::new(0);
    let mut read: Vec<Read<'_>> = thread::scope(|scope| {
        let running: Vec<_> = (0..cores).map(|_| scope.spawn(|| parse_some(&queue, &next, quality))).collect();
        running.into_iter().flat_map(|part| part.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    });
    read.sort_by_key(|(index, ..)| *index);
    let (files, problems): (Vec<_>, Vec<_>) = read.into_iter().map(|(_, file, problems)| (file, problems)).unzip();
    (files.into_iter().flatten().collect(), problems.into_iter().flatten().collect())
}

fn parse_some<'a>(queue: &[(usize, &'a Source)], next: &AtomicUsize, quality: Quality) -> Vec<Read<'a>> {
    let mut read = Vec::new();
    while let Some((index, source)) = queue.get(next.fetch_add(1, Ordering::Relaxed)) {
        let mut problems = Vec::new();
        let file = parse(source, !quality.examines(source.origin), &mut problems);
        read.push((*index, file, problems));
    }
    read
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
