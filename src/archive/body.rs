//! JSON inside JSON that must come back byte for byte: fingerprints depend on the order of keys and the spelling of numbers.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;

/// A JSON value as it is written, without white space between its tokens.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct Body(Box<RawValue>);

impl Body {
    /// A value as it is stored.
    ///
    /// # Errors
    /// The text is no JSON.
    pub fn of(text: String) -> Result<Self, serde_json::Error> {
        let raw = RawValue::from_string(text)?;
        Ok(Body(match compact(raw.get()) {
            Cow::Borrowed(_) => raw,
            Cow::Owned(compacted) => RawValue::from_string(compacted)?,
        }))
    }

    /// As it is written.
    pub fn text(&self) -> &str {
        self.0.get()
    }

    /// The value, as the type that it is.
    ///
    /// # Errors
    /// It is not of that type.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_str(self.text())
    }
}

impl PartialEq for Body {
    fn eq(&self, other: &Self) -> bool {
        self.text() == other.text()
    }
}

impl<'de> Deserialize<'de> for Body {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        Body::of(Box::<str>::from(raw).into()).map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Body {
    fn schema_name() -> Cow<'static, str> {
        "Body".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({
            "description": "Kept as it is written: order of keys and spelling of numbers count."
        })
    }
}

/// Takes out white space outside of strings, which editors and `jq` add.
fn compact(text: &str) -> Cow<'_, str> {
    if text.chars().all(significant()) {
        return Cow::Borrowed(text);
    }
    let mut counts = significant();
    Cow::Owned(text.chars().filter(|c| counts(*c)).collect())
}

/// Tells of each character of a JSON text in turn whether it is more than white space between tokens.
fn significant() -> impl FnMut(char) -> bool {
    let (mut in_string, mut escaped) = (false, false);
    move |c| {
        let is_space = !in_string && c.is_ascii_whitespace();
        in_string ^= c == '"' && !escaped;
        escaped = in_string && c == '\\' && !escaped;
        !is_space
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_goes_and_everything_else_stays() {
        let cases = [
            (r#"{"b": 1.0,  "a" :1e-1}"#, r#"{"b":1.0,"a":1e-1}"#),
            ("[\n  \"a b\\\" c\\\\\" ,\t1 ]", "[\"a b\\\" c\\\\\",1]"),
            (r#""kept as it is""#, r#""kept as it is""#),
            ("18446744073709551616", "18446744073709551616"),
        ];
        for (text, expected) in cases {
            let body = Body::of(text.to_owned()).ok();
            assert_eq!(body.as_ref().map(Body::text), Some(expected));
        }
    }
}
