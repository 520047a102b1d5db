//! Cases for attempt: words found in an answer as people copy them; what was kept earlier; when things happened.

mod bundle;
mod passage;
mod timeline;
