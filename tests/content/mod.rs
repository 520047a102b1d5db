//! Cases for content.
