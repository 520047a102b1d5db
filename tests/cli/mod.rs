//! Cases for cli.
