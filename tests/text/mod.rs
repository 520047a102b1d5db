//! Cases for text.

mod document;
mod language;
mod laws;
mod notation;
mod number;
mod readme;
mod spelling;
mod stem;
mod terms;
