//! Cases for text.
