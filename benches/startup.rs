//! From the start of the program to its first screen: `cargo bench --bench startup`.
//! The real program on a pseudo-terminal with an empty data folder each time; the clock stops when the first question that it
//! asks can be read. Prints the median and the slowest of its runs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

use std::io::Read;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

const RUNS: usize = 30;
const FIRST_SCREEN: &str = "At which level";

fn main() {
    let mut times: Vec<Duration> = (0..RUNS).map(|_| first_screen()).collect();
    times.sort();
    println!(
        "first screen after {:.1} ms (median of {RUNS}; slowest {:.1} ms)",
        times[RUNS / 2].as_secs_f64() * 1000.0,
        times[RUNS - 1].as_secs_f64() * 1000.0
    );
}

fn first_screen() -> Duration {
    let data = tempfile::tempdir().unwrap();
    let size = PtySize { cols: 80, rows: 24, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hotseat"));
    command.arg("run");
    command.env("HOTSEAT_DATA", data.path());
    command.env("TERM", "xterm-256color");
    let mut reader = pair.master.try_clone_reader().unwrap();
    let start = Instant::now();
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut screen = vt100::Parser::default();
    let mut bytes = [0; 4096];
    let time = loop {
        let read = reader.read(&mut bytes).expect("the program ended before its first screen");
        screen.process(&bytes[..read]);
        if screen.screen().contents().contains(FIRST_SCREEN) {
            break start.elapsed();
        }
    };
    child.kill().unwrap();
    child.wait().unwrap();
    time
}
