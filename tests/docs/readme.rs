//! README examples run.
