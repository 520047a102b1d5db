//! Attempts on disk.
