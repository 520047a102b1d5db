//! What the candidate reads.
