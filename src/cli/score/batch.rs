//! A batch: lines are read on one thread, judged on many, and written in their order on this one.
//!
//! Order and bounded memory come from one queue. Each line that is read takes a place in it, with a slot for its result; the
//! writer empties the queue from the front and waits there for each result. When all places are taken, the reader waits: however
//! long the input, however slow the writer or one of the lines, no more than [`in_flight`] lines are in memory.

use std::io::{self, BufRead, BufReader, ErrorKind, IsTerminal, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use anyhow::Context as _;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::Value;

use super::bench::{Bench, Verdict};
use super::lines::{self, LONGEST, Line};
use crate::content::{Level, Library};

/// A line on its way to a judge, and the slot for its result.
struct Job {
    line: Line,
    slot: SyncSender<Verdict>,
}

/// A place in the queue of results: the slot that the result will come from, or why there are no more lines.
type Place = io::Result<Receiver<Verdict>>;

/// Judges a batch on so many threads and writes the results to standard output; 1 where lines could not be judged.
///
/// # Errors
/// The input cannot be read, or the output not written; a reader who goes away is none.
pub fn run(
    library: Library,
    level: Option<Level>,
    input: Box<dyn Read + Send>,
    threads: usize,
    plain: bool,
) -> anyhow::Result<ExitCode> {
    let bench = Arc::new(Bench::new(library, level));
    let places = judged(Box::new(BufReader::new(input)), threads, move |line| bench.judge(line));
    let progress = progress(plain);
    let mut output = io::stdout().lock();
    let mut all_judged = true;
    for place in places {
        let verdict = result(place.context("cannot read the batch")?);
        all_judged &= verdict.judged;
        progress.inc(1);
        match writeln!(output, "{}", verdict.line) {
            // The other threads wait for input that nobody wants any more; they end with the process.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(ExitCode::SUCCESS),
            written => written?,
        }
    }
    progress.finish_and_clear();
    Ok(if all_judged { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// As many threads as the machine runs at once.
pub fn all_cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Lines in memory at most, besides the one being read: enough to keep every thread busy while one line takes long.
fn in_flight(threads: usize) -> usize {
    8 * threads
}

/// Starts to read and to judge; gives the results' places in the order of the lines.
fn judged(
    mut input: Box<dyn BufRead + Send>,
    threads: usize,
    judge: impl Fn(&Line) -> Verdict + Send + Sync + 'static,
) -> Receiver<Place> {
    let (jobs, open) = sync_channel::<Job>(in_flight(threads));
    // The place that the writer waits at has left the queue, so the queue is one shorter than what it bounds.
    let (places, results) = sync_channel(in_flight(threads) - 1);
    let (open, judge) = (Arc::new(Mutex::new(open)), Arc::new(judge));
    for _ in 0..threads {
        let (open, judge) = (Arc::clone(&open), Arc::clone(&judge));
        thread::spawn(move || work(&open, judge.as_ref()));
    }
    thread::spawn(move || read(input.as_mut(), &jobs, &places));
    results
}

/// Hands lines out until the input ends, or nobody waits for results.
fn read(input: &mut dyn BufRead, jobs: &SyncSender<Job>, places: &SyncSender<Place>) {
    loop {
        let line = match lines::next(input, LONGEST) {
            Ok(Some(Line::Whole(line))) if line.trim_ascii().is_empty() => continue,
            Ok(Some(line)) => line,
            Ok(None) => return,
            Err(error) => {
                // Where nobody waits, nobody has to be told.
                let _ = places.send(Err(error));
                return;
            }
        };
        let (slot, result) = sync_channel(1);
        if places.send(Ok(result)).is_err() {
            return;
        }
        if jobs.send(Job { line, slot }).is_err() {
            return;
        }
    }
}

fn work(open: &Mutex<Receiver<Job>>, judge: &dyn Fn(&Line) -> Verdict) {
    loop {
        let next = open.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = next else { return };
        // A judge that fails costs its own line, whose slot is dropped, and no other.
        if let Ok(verdict) = catch_unwind(AssertUnwindSafe(|| judge(&job.line))) {
            // A result that nobody waits for any more is none.
            let _ = job.slot.send(verdict);
        }
    }
}

/// Waits for the result of a line.
fn result(slot: Receiver<Verdict>) -> Verdict {
    let lost = |_| Verdict::failed(&Value::Null, "judging this line failed: please report it with the line");
    slot.recv().unwrap_or_else(lost)
}

/// Drawn on standard error, where that is a terminal and results do not run through the same one.
fn progress(plain: bool) -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner} {human_pos} answers judged, {per_sec}");
    let bar = ProgressBar::new_spinner().with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
    if plain || io::stdout().is_terminal() {
        bar.set_draw_target(ProgressDrawTarget::hidden());
    }
    bar
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    /// Endless numbered lines that counts how many were read.
    struct Endless(Arc<AtomicUsize>);

    impl Read for Endless {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let count = self.0.fetch_add(1, Ordering::SeqCst);
            let line = format!("{count}\n");
            buffer[..line.len()].copy_from_slice(line.as_bytes());
            Ok(line.len())
        }
    }

    fn echo(line: &Line) -> Verdict {
        let Line::Whole(bytes) = line else { return Verdict::failed(&Value::Null, "too long") };
        Verdict { line: String::from_utf8_lossy(bytes).into_owned(), judged: true }
    }

    /// A count once it has not changed for a while.
    fn settled(count: &AtomicUsize) -> usize {
        let mut before = usize::MAX;
        loop {
            let now = count.load(Ordering::SeqCst);
            if now == before {
                return now;
            }
            before = now;
            thread::sleep(Duration::from_millis(100));
        }
    }

    #[test]
    fn a_writer_that_stands_still_stops_the_reader() {
        for threads in [1, 2, 8] {
            let count = Arc::new(AtomicUsize::new(0));
            let results = judged(Box::new(BufReader::with_capacity(64, Endless(Arc::clone(&count)))), threads, echo);
            let read = settled(&count);
            assert!(read <= in_flight(threads) + 1, "{read} lines were read on {threads} threads, and none written");
            drop(results);
        }
    }

    #[test]
    fn one_slow_line_holds_the_others_back_and_loses_none() {
        let count = Arc::new(AtomicUsize::new(0));
        let (go, gate) = sync_channel::<()>(0);
        let gate = Mutex::new(gate);
        let judge = move |line: &Line| {
            if *line == Line::Whole(b"0".to_vec()) {
                let _ = gate.lock().unwrap().recv();
            }
            echo(line)
        };
        let results = judged(Box::new(BufReader::with_capacity(64, Endless(Arc::clone(&count)))), 4, judge);
        let first = results.recv().unwrap().unwrap();
        let read = settled(&count);
        assert!(read <= in_flight(4) + 1, "{read} lines were read while the first was still being judged");
        go.send(()).unwrap();
        assert_eq!(result(first).line, "0");
        let next: Vec<String> = results.iter().take(500).map(|place| result(place.unwrap()).line).collect();
        assert_eq!(next, (1..=500).map(|number| number.to_string()).collect::<Vec<_>>());
    }

    #[test]
    fn a_line_whose_judge_fails_says_so_in_its_place() {
        let judge = |line: &Line| {
            if *line == Line::Whole(b"2".to_vec()) {
                std::panic::resume_unwind(Box::new("lost"));
            }
            echo(line)
        };
        let input = Box::new(BufReader::new(&b"1\n2\n3\n"[..]));
        let found: Vec<bool> = judged(input, 1, judge).iter().map(|place| result(place.unwrap()).judged).collect();
        assert_eq!(found, [true, false, true]);
    }
}
