//! Signals that end a session. The session is kept and can be resumed after any of them.

use super::Left;

/// What the system asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// Ctrl-C, where the terminal turns it into a signal.
    Interrupt,
    /// The program is to end, or its terminal is gone.
    Terminate,
}

impl Signal {
    /// How the sitting is left.
    pub fn left(self) -> Left {
        match self {
            Signal::Interrupt => Left::Interrupted,
            Signal::Terminate => Left::Open,
        }
    }
}

#[cfg(unix)]
mod system {
    use super::Signal;
    use tokio::signal::unix::{self, SignalKind};

    /// The signals of this process, as long as this is kept.
    #[derive(Debug)]
    pub struct Signals {
        interrupt: unix::Signal,
        terminate: unix::Signal,
        hang_up: unix::Signal,
    }

    impl Signals {
        /// Takes the signals over. Needs a running runtime.
        pub fn new() -> std::io::Result<Self> {
            Ok(Signals {
                interrupt: unix::signal(SignalKind::interrupt())?,
                terminate: unix::signal(SignalKind::terminate())?,
                hang_up: unix::signal(SignalKind::hangup())?,
            })
        }

        /// The next one.
        pub async fn next(&mut self) -> Signal {
            tokio::select! {
                _ = self.interrupt.recv() => Signal::Interrupt,
                _ = self.terminate.recv() => Signal::Terminate,
                _ = self.hang_up.recv() => Signal::Terminate,
            }
        }
    }
}

#[cfg(not(unix))]
mod system {
    use super::Signal;

    /// The signals of this process.
    #[derive(Debug)]
    pub struct Signals;

    impl Signals {
        /// Takes Ctrl-C over.
        pub fn new() -> std::io::Result<Self> {
            Ok(Signals)
        }

        /// The next one.
        pub async fn next(&mut self) -> Signal {
            // Where Ctrl-C cannot be waited for, there is no signal to wait for.
            if tokio::signal::ctrl_c().await.is_err() {
                std::future::pending::<()>().await;
            }
            Signal::Interrupt
        }
    }
}

pub use system::Signals;
