//! The full-screen session: the editor and the views by themselves, then the whole program on a pseudo-terminal.

mod editor;
mod holding;
mod keys;
#[cfg(unix)]
#[cfg(unix)]
mod typing;
mod views;
