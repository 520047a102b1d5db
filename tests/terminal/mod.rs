//! A terminal to run the real program on: what is on its screen, and keys for it. Waits for what is to be seen, and never for
//! a fixed time.

use std::io::{Read, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

/// Columns and rows of most terminals.
pub const USUAL: (u16, u16) = (80, 24);
pub const ENTER: &str = "\r";

const PATIENCE: Duration = Duration::from_secs(30);

/// The program on a terminal of its own.
pub struct Screen {
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    parser: Arc<Mutex<vt100::Parser>>,
    reader: Option<JoinHandle<()>>,
    unplugged: Arc<AtomicBool>,
}

impl Screen {
    /// Starts it in so many columns and rows, with a data folder that may hold something already.
    pub fn start(data: &TempDir, arguments: &[&str], (width, height): (u16, u16)) -> Self {
        let pair = native_pty_system().openpty(size(width, height)).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_hotseat"));
        command.args(arguments);
        command.env_clear();
        command.env("HOTSEAT_DATA", data.path());
        command.env("TERM", "xterm-256color");
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let parser = Arc::new(Mutex::new(vt100::Parser::new(cells(height), cells(width), 0)));
        let (mut output, fed) = (pair.master.try_clone_reader().unwrap(), Arc::clone(&parser));
        let unplugged = Arc::new(AtomicBool::new(false));
        let pulled = Arc::clone(&unplugged);
        let reader = std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(read @ 1..) = output.read(&mut bytes) {
                if pulled.load(Ordering::Relaxed) {
                    return;
                }
                fed.lock().unwrap().process(&bytes[..read]);
            }
        });
        let keyboard = pair.master.take_writer().unwrap();
        Screen { master: Some(pair.master), keyboard: Some(keyboard), child, parser, reader: Some(reader), unplugged }
    }

    pub fn text(&self) -> String {
        self.parser.lock().unwrap().screen().contents()
    }

    /// Column and row.
    pub fn cursor(&self) -> (u16, u16) {
        let (row, column) = self.parser.lock().unwrap().screen().cursor_position();
        (column, row)
    }

    pub fn is_alternate(&self) -> bool {
        self.parser.lock().unwrap().screen().alternate_screen()
    }

    pub fn takes_pastes(&self) -> bool {
        self.parser.lock().unwrap().screen().bracketed_paste()
    }

    pub fn until(&self, what: &str, is_so: impl Fn(&Screen) -> bool) -> &Self {
        let end = Instant::now() + PATIENCE;
        while !is_so(self) {
            assert!(Instant::now() < end, "waited in vain for {what}:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(10));
        }
        self
    }

    pub fn sees(&self, text: &str) -> &Self {
        self.until(text, |screen| screen.text().contains(text))
    }

    pub fn gone(&self, text: &str) -> &Self {
        self.until(&format!("'{text}' to go"), |screen| !screen.text().contains(text))
    }

    pub fn types(&mut self, keys: &str) -> &mut Self {
        let keyboard = self.keyboard.as_mut().unwrap();
        keyboard.write_all(keys.as_bytes()).unwrap();
        keyboard.flush().unwrap();
        self
    }

    pub fn pastes(&mut self, text: &str) -> &mut Self {
        self.types(&format!("\u{1b}[200~{text}\u{1b}[201~"))
    }

    pub fn resizes(&self, width: u16, height: u16) {
        self.parser.lock().unwrap().screen_mut().set_size(cells(height), cells(width));
        self.master.as_ref().unwrap().resize(size(width, height)).unwrap();
    }

    /// Sends a signal by name.
    pub fn signals(&self, name: &str) {
        let id = self.child.process_id().unwrap().to_string();
        std::process::Command::new("kill").args([&format!("-{name}"), &id]).status().unwrap();
    }

    /// Whether the process stands still.
    #[cfg(target_os = "linux")]
    pub fn is_stopped(&self) -> bool {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.process_id().unwrap())).unwrap();
        stat.rsplit(')').next().unwrap().trim_start().starts_with('T')
    }

    /// Pulls the plug. The thread that reads the screen lets go when the clock is next drawn.
    pub fn dies(&mut self) {
        self.unplugged.store(true, Ordering::Relaxed);
        self.keyboard = None;
        self.master = None;
    }

    /// As if the machine lost its power.
    pub fn killed(mut self) {
        self.signals("KILL");
        self.child.wait().unwrap();
    }

    /// The exit code, once it has ended and all that it wrote stands on the screen.
    pub fn ends(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                self.reader.take().map(JoinHandle::join);
                return status.exit_code();
            }
            assert!(Instant::now() < end, "it does not end:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, ..PtySize::default() }
}

fn cells(count: u16) -> std::num::NonZeroU16 {
    count.try_into().unwrap()
}
