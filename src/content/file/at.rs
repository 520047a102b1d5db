//! Values that know where they stand in their file.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer};

use crate::text::{Pattern, Span};

/// A value and its place.
#[derive(Debug, Clone)]
pub struct At<T> {
    /// Bytes of the file, quotes included.
    pub span: Span,
    /// The value.
    pub value: T,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for At<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = toml::Spanned::<T>::deserialize(deserializer)?;
        let span = Span { start: spanned.span().start, end: spanned.span().end };
        Ok(At { span, value: spanned.into_inner() })
    }
}

/// In the schema, the place is invisible.
impl<T: JsonSchema> JsonSchema for At<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<T>()
    }
}

/// A pattern as written, right or wrong.
#[derive(Debug, Clone)]
pub struct Phrase {
    /// Bytes of the file, quotes included.
    pub span: Span,
    /// What it says.
    pub written: Pattern,
}

impl Phrase {
    /// The pattern, where it parses.
    pub fn pattern(&self) -> Option<&Pattern> {
        Some(&self.written).filter(|written| written.error().is_none())
    }
}

impl<'de> Deserialize<'de> for Phrase {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let At { span, value } = At::<String>::deserialize(deserializer)?;
        Ok(Phrase { span, written: Pattern::written(value) })
    }
}

impl JsonSchema for Phrase {
    fn schema_name() -> Cow<'static, str> {
        "Pattern".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({
            "type": "string",
            "minLength": 1,
            "description": "Words in the pattern notation: see rubrics/README.md."
        })
    }
}
