//! Cases for text.

mod notation;
