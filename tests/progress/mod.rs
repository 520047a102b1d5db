//! Many attempts, looked at together.

mod memory;
