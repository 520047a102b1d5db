//! Attempts on their way from one machine to another: everything that is kept of them, as JSON, without loss. Pure: texts and
//! readers go in, texts and attempts come out; files are the business of `cli`, rows that of `store`.
//!
//! A file is one object: what it is (`kind`, `format`, `program`), whose attempts these are, the questions and rubrics that they
//! share, then one attempt after the other. The attempts stand last, so that they are written and read one by one.

mod body;
mod check;
mod kept;
mod read;
mod rebuild;
mod verify;
mod write;

use std::collections::BTreeMap;

use jiff::Timestamp;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

pub use body::Body;
pub use check::{Bundles, EVENT_FORMAT, check_bundles, check_profiles};
pub use kept::{KeptAsked, KeptAttempt, KeptCard, KeptCardName, KeptContest, KeptEvent, KeptNote, KeptScoring};
pub use read::{ArchiveError, Opened, attempts, open};
pub use rebuild::rebuild;
pub use verify::{Difference, Verifier};
pub use write::{closing, entry, opening};

/// What tells such a file from others.
pub const KIND: &str = "hotseat-attempts";

/// Version of the format that is written. Older ones are read for ever, newer ones refused.
pub const FORMAT: u32 = 1;

/// A file of attempts, as `hotseat export` writes it and `hotseat import` reads it.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Archive {
    /// Always `hotseat-attempts`.
    pub kind: String,
    /// Version of the format: 1. A change of meaning raises it.
    pub format: u32,
    /// Version of the program that wrote the file. Nothing depends on it.
    pub program: String,
    /// Whose attempts these are, by id.
    pub profiles: Vec<KeptProfile>,
    /// Questions with their rubrics, each once, by fingerprint.
    pub bundles: Vec<KeptBundle>,
    /// The attempts, by id, which is the order in which they began.
    pub attempts: Vec<KeptAttempt>,
}

/// What stands before the attempts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Head {
    /// Whose attempts these are.
    pub profiles: Vec<KeptProfile>,
    /// What they were asked, and how it was judged.
    pub bundles: Vec<KeptBundle>,
}

/// Somebody whose attempts are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptProfile {
    /// The profile; it survives a renaming.
    #[schemars(with = "String")]
    pub id: Uuid,
    /// Its name on the machine that wrote the file.
    pub name: String,
    /// When it was made.
    #[schemars(with = "String")]
    pub created: Timestamp,
    /// What is remembered, such as `composing-wpm`; only where the whole profile was exported.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub settings: BTreeMap<String, String>,
    /// Model answers that were shown; only where the whole profile was exported.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown: Vec<KeptShown>,
}

/// A model answer that somebody was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptShown {
    /// The question.
    pub question: String,
    /// When.
    #[schemars(with = "String")]
    pub shown: Timestamp,
}

/// A question with all that judging it needs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptBundle {
    /// The first 16 hexadecimal digits of the BLAKE3 hash of `body`, written without spaces between its tokens.
    pub fingerprint: String,
    /// The question's id.
    pub question: String,
    /// Question, rubric, terms, cues and constants.
    pub body: Body,
}

/// The JSON Schema of a file of attempts.
pub fn schema() -> Value {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Archive>().to_value()
}
