//! Cases for scoring.
