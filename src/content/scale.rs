//! Every constant of the scoring: bands, cut scores, weights, guards.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// rubrics/scale.toml. All shares are thousandths.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scale {}
