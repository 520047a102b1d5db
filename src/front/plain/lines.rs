//! Lines of standard input, read on a thread of their own: tokio's standard input would keep the program from ending.

use std::io::BufRead;

use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

/// What came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A line, without its end.
    Line(String),
    /// There will be no more.
    End,
}

/// Lines as they come.
#[derive(Debug)]
pub struct Lines {
    receiver: UnboundedReceiver<String>,
}

impl Lines {
    /// Starts to read standard input.
    pub fn of_stdin() -> Self {
        let (sender, receiver) = unbounded_channel();
        std::thread::spawn(move || {
            let mut input = std::io::stdin().lock();
            let mut bytes = Vec::new();
            // A read error ends the input as its end would; what came before is kept.
            while input.read_until(b'\n', &mut bytes).is_ok_and(|read| read > 0) {
                let line = String::from_utf8_lossy(&bytes);
                if sender.send(line.trim_end_matches(['\r', '\n']).to_owned()).is_err() {
                    return;
                }
                bytes.clear();
            }
        });
        Lines { receiver }
    }

    /// The next line. May be dropped and called again without losing one.
    pub async fn next(&mut self) -> Input {
        self.receiver.recv().await.map_or(Input::End, Input::Line)
    }
}
