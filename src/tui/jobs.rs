//! Stopping and going on at the shell's wish, and whether the terminal is still there.

/// What job control wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Job {
    /// Give the terminal back and stop.
    Stop,
    /// It goes on after a stop that nobody announced.
    GoOn,
}

#[cfg(unix)]
mod system {
    use std::io;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::process::{Signal, getpgrp, getpid, getsid, kill_current_process_group, kill_process};
    use tokio::signal::unix::{self, SignalKind, signal};

    use super::Job;

    /// The signals of job control.
    #[derive(Debug)]
    pub struct Jobs {
        stop: unix::Signal,
        go_on: unix::Signal,
    }

    impl Jobs {
        /// Takes the signals over. Needs a running runtime.
        pub fn new() -> io::Result<Self> {
            let stop = SignalKind::from_raw(Signal::TSTP.as_raw());
            let go_on = SignalKind::from_raw(Signal::CONT.as_raw());
            Ok(Jobs { stop: signal(stop)?, go_on: signal(go_on)? })
        }

        /// The next one.
        pub async fn next(&mut self) -> Job {
            tokio::select! {
                _ = self.stop.recv() => Job::Stop,
                _ = self.go_on.recv() => Job::GoOn,
            }
        }
    }

    /// Whether there is a shell to stop for. Whoever leads the session would stop for ever.
    pub fn can_stop() -> bool {
        getsid(None).is_ok_and(|session| session != getpgrp())
    }

    /// Asks the whole job to stop, as the terminal's own key would; it comes back as [`Job::Stop`].
    pub fn ask_to_stop() {
        let _ = kill_current_process_group(Signal::TSTP);
    }

    /// Stops, and comes back when the shell says so.
    pub fn stop() {
        let _ = kill_process(getpid(), Signal::STOP);
    }

    /// Whether the terminal has hung up.
    pub fn is_terminal_gone() -> bool {
        let stdin = io::stdin();
        let mut fds = [PollFd::new(&stdin, PollFlags::empty())];
        let gone = PollFlags::HUP | PollFlags::ERR;
        poll(&mut fds, Some(&Timespec::default())).is_ok() && fds[0].revents().intersects(gone)
    }
}

#[cfg(not(unix))]
mod system {
    use super::Job;

    /// There is no job control.
    #[derive(Debug)]
    pub struct Jobs;

    impl Jobs {
        /// Nothing to take over.
        pub fn new() -> std::io::Result<Self> {
            Ok(Jobs)
        }

        /// Never comes.
        pub async fn next(&mut self) -> Job {
            std::future::pending().await
        }
    }

    /// There is no shell to stop for.
    pub fn can_stop() -> bool {
        false
    }

    /// Nothing to ask.
    pub fn ask_to_stop() {}

    /// Nothing stops.
    pub fn stop() {}

    /// A console says so by an error of its own.
    pub fn is_terminal_gone() -> bool {
        false
    }
}

pub use system::{Jobs, ask_to_stop, can_stop, is_terminal_gone, stop};
