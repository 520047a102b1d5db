//! Cases for plan.
