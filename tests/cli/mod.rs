//! The real program, as its users start it: with a data folder of its own, and nothing else of this machine.

mod bank;
mod batch;
mod calibrate;
mod compare;
mod contest;
mod contract;
mod data;
mod delete;
mod drill;
mod edges;
mod endings;
mod exchange;
mod history;
mod hostile;
mod interview;
mod interviews;
mod own_interview;
mod panel;
mod progress;
#[cfg(unix)]
mod pty;
mod script;
mod session;
mod side_by_side;

use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// The program with a data folder that nobody else uses.
pub struct Hotseat {
    pub data: TempDir,
}

/// What a run printed, and its exit code.
pub struct Ran {
    pub out: String,
    pub err: String,
    pub code: i32,
}

impl Hotseat {
    pub fn new() -> Self {
        let data = tempfile::tempdir().unwrap();
        std::fs::write(data.path().join("config.toml"), "").unwrap();
        Hotseat { data }
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hotseat"));
        command.args(arguments).env_clear().env("HOTSEAT_DATA", self.data.path()).env("TZ", "UTC");
        command.env("HOTSEAT_CONFIG", self.data.path().join("config.toml"));
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, "")
    }

    /// A file in the data folder, which goes with it.
    pub fn file(&self, name: &str, text: &str) -> String {
        let path = self.data.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_string_lossy().into_owned()
    }

    /// Runs with a text on standard input.
    pub fn run_with(&self, arguments: &[&str], input: &str) -> Ran {
        let mut command = self.command(arguments);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        match std::io::Write::write_all(&mut child.stdin.take().unwrap(), input.as_bytes()) {
            // What it refuses at once, it ends before it has read anything.
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {}
            written => written.unwrap(),
        }
        Ran::of(child.wait_with_output().unwrap())
    }
}

impl Ran {
    fn of(output: Output) -> Self {
        Ran {
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
            code: output.status.code().unwrap_or(-1),
        }
    }

    /// The standard output of a run that must have gone well.
    pub fn good(self) -> String {
        assert_eq!(self.code, 0, "standard error: {}", self.err);
        self.out
    }
}

/// A file of the repository.
pub fn example(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name);
    path.to_string_lossy().into_owned()
}
