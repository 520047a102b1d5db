//! Where an attempt stands.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where an attempt stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Running, or interrupted.
    Open,
    /// Done and scored.
    Finished,
    /// Given up.
    Abandoned,
}

impl State {
    /// All of them.
    pub const ALL: [State; 3] = [State::Open, State::Finished, State::Abandoned];

    /// As it is written in files.
    pub fn name(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Finished => "finished",
            State::Abandoned => "abandoned",
        }
    }
}
