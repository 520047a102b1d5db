//! The full-screen session.
