//! How long it takes to load the shipped bank, to make its judges, and to judge answers: `cargo bench --bench judge [-- WHAT]`.
//! Prints the fastest of several runs, which other work on the machine disturbed least, and the median; asserts nothing.
#![allow(clippy::print_stdout)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use hotseat::content::{Level, Library};
use hotseat::scoring::{Judge, Segment};

/// Runs per figure.
const RUNS: usize = 15;

fn main() -> anyhow::Result<()> {
    let library = Library::builtin()?;
    let bundles: Vec<_> = library.rubrics.keys().filter_map(|id| library.bundle(id)).collect();
    let judges: Vec<Judge> = bundles.iter().map(Judge::new).collect();
    let answers: Vec<&str> = library.rubrics.values().map(|rubric| rubric.model_answer.as_str()).collect();
    let words = answers.iter().map(|answer| answer.split_whitespace().count()).sum::<usize>() / answers.len().max(1);
    println!("{} questions; their model answers have {words} words on average", judges.len());
    print("load the shipped bank", 1, || drop(black_box(Library::builtin())));
    print("gather what a question needs", bundles.len(), || {
        library.rubrics.keys().for_each(|id| drop(black_box(library.bundle(id))));
    });
    print("make a judge", bundles.len(), || bundles.iter().for_each(|bundle| drop(black_box(Judge::new(bundle)))));
    print("judge an answer", judges.len(), || {
        for (judge, answer) in judges.iter().zip(&answers) {
            drop(black_box(judge.score(&[Segment::answer(answer)], Level::Staff)));
        }
    });
    Ok(())
}

/// Prints the time of one of `count` pieces of work, unless the command line names another.
fn print(what: &str, count: usize, work: impl Fn()) {
    let mut named = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).peekable();
    if named.peek().is_some() && !named.any(|name| what.contains(&name)) {
        return;
    }
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort();
    let [fastest, median] = [times[0], times[RUNS / 2]].map(|time| time.as_secs_f64() * 1000.0 / count.max(1) as f64);
    println!("{what:<32} {fastest:>9.3} ms   median {median:>9.3} ms");
}
