//! Cases for report.
