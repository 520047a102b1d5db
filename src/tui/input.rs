//! Keys as they come, read on a thread of their own: crossterm's event stream loses wake-ups, and a thread that only reads
//! never keeps the clock waiting.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossterm::event;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::keys::{self, Input};

/// How long the thread waits before it looks whether it is still wanted.
const PATIENCE: Duration = Duration::from_millis(250);

/// So many events are taken together at most, so that a long paste does not keep clock and signals waiting.
const BURST: usize = 4096;

/// The terminal's input.
#[derive(Debug)]
pub struct Keys {
    receiver: UnboundedReceiver<Input>,
    unwanted: Arc<AtomicBool>,
}

impl Keys {
    /// Starts to read the terminal.
    pub fn read() -> Self {
        let (sender, receiver) = unbounded_channel();
        let unwanted = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&unwanted);
        std::thread::spawn(move || read_until(&told, &sender));
        Keys { receiver, unwanted }
    }

    /// What comes next, with everything that waits behind it, characters joined. Empty: there will be no more.
    pub async fn next(&mut self) -> Vec<Input> {
        let mut burst = Vec::new();
        self.receiver.recv_many(&mut burst, BURST).await;
        joined(burst)
    }

    /// Drops what was typed and not read yet: keys in flight belong to the answer that has just ended.
    pub fn discard(&mut self) {
        discard_unread();
        while self.receiver.try_recv().is_ok() {}
    }
}

impl Drop for Keys {
    fn drop(&mut self) {
        self.unwanted.store(true, Ordering::Relaxed);
    }
}

fn read_until(unwanted: &AtomicBool, sender: &UnboundedSender<Input>) {
    while !unwanted.load(Ordering::Relaxed) {
        match event::poll(PATIENCE) {
            Ok(false) => continue,
            Ok(true) => {}
            Err(_) => return,
        }
        // An error ends the channel, and with it the session: nothing more can be typed.
        let Ok(event) = event::read() else { return };
        if let Some(input) = keys::input(event)
            && sender.send(input).is_err()
        {
            return;
        }
    }
}

/// Neighbouring characters as one piece: a burst of thousands is one change of the text.
pub fn joined(burst: Vec<Input>) -> Vec<Input> {
    let mut inputs: Vec<Input> = Vec::new();
    for input in burst {
        match (inputs.last_mut(), input) {
            (Some(Input::Typed(before)), Input::Typed(more)) => before.push_str(&more),
            (_, input) => inputs.push(input),
        }
    }
    inputs
}

#[cfg(unix)]
fn discard_unread() {
    use rustix::termios::{QueueSelector, tcflush};
    // A terminal that cannot be flushed is gone, which is noticed elsewhere.
    let _ = tcflush(std::io::stdin(), QueueSelector::IFlush);
}

#[cfg(not(unix))]
fn discard_unread() {}
