#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, clippy::print_stderr)]
//! One test binary: behaviour that a user would notice, most of it as data.

mod agreement;
mod attempt;
mod browser;
mod calibration;
mod cli;
mod compare;
mod content;
mod docs;
mod guide;
mod live;
mod plan;
mod progress;
mod rating;
mod report;
mod scoring;
mod session;
mod store;
#[cfg(unix)]
mod terminal;
mod text;
mod tui;
