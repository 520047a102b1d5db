//! Cases for session.
