//! Cases for attempt: words found in an answer as people copy them.

mod bundle;
mod passage;
