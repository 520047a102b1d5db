//! A file of attempts as text, in three parts, so that ten thousand attempts need no more memory than one.

use serde_json::json;

use super::{FORMAT, Head, KIND, KeptAttempt};

/// Columns by which an attempt is set in.
const INDENT: &str = "    ";

/// Everything before the first attempt.
pub fn opening(head: &Head) -> String {
    // Own types with string keys: they always have a JSON form.
    let part = |name: &str, value: serde_json::Result<String>| {
        format!("  \"{name}\": {},\n", value.unwrap_or_default().replace('\n', "\n  "))
    };
    let mut text = "{\n".to_owned();
    text += &part("kind", Ok(json!(KIND).to_string()));
    text += &part("format", Ok(FORMAT.to_string()));
    text += &part("program", Ok(json!(env!("CARGO_PKG_VERSION")).to_string()));
    text += &part("profiles", serde_json::to_string_pretty(&head.profiles));
    text += &part("bundles", serde_json::to_string_pretty(&head.bundles));
    text + "  \"attempts\": ["
}

/// One attempt, which may be the first.
pub fn entry(attempt: &KeptAttempt, is_first: bool) -> String {
    let text = serde_json::to_string_pretty(attempt).unwrap_or_default();
    let comma = if is_first { "" } else { "," };
    // Strings hold no line breaks in JSON, and bodies no white space: every line break is the printer's.
    format!("{comma}\n{INDENT}{}", text.replace('\n', &format!("\n{INDENT}")))
}

/// Everything after the last attempt.
pub fn closing() -> &'static str {
    "\n  ]\n}\n"
}
