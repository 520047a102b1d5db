//! Cases for store.
