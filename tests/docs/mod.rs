//! Cases for docs.
