//! Whether a file has the shape of its JSON Schema: the right keys, of the right types, within their ranges.
//!
//! Every mistake is reported, and what is wrong is taken out of the document, so that the rest can be read and checked
//! further in the same run. The schema is the one that editors complete from: the two cannot disagree.

use std::ops::RangeInclusive;

use serde_json::Value;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::content::nearest::suggest;
use crate::content::problem::{Place, Problem};
use crate::text::Span;

/// Checks a document and takes out what is wrong. `complete` is false where syntax errors may have swallowed keys: then
/// none is reported as missing.
pub fn check(
    file: &str,
    document: &mut Spanned<DeTable<'_>>,
    schema: &Value,
    complete: bool,
    problems: &mut Vec<Problem>,
) {
    let mut shape = Shape { file, root: schema, complete, problems };
    shape.table(document.get_mut(), Span { start: 0, end: 0 }, schema);
}

type Key<'i> = Spanned<DeString<'i>>;

struct Shape<'a> {
    file: &'a str,
    root: &'a Value,
    complete: bool,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Shape<'a> {
    fn error(&mut self, rule: &'static str, span: Span, message: String, help: String) -> bool {
        self.problems.push(Problem::error(rule, Place::new(self.file, span), message, help));
        false
    }

    /// The definition that a schema refers to, or the schema itself.
    fn resolve(&self, schema: &'a Value) -> &'a Value {
        let name = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/"));
        name.map_or(schema, |name| &self.root["$defs"][name])
    }

    fn table(&mut self, table: &mut DeTable<'_>, header: Span, schema: &'a Value) {
        let written: Vec<String> = table.keys().map(|key| key.get_ref().to_string()).collect();
        let entries = std::mem::take(table).into_iter();
        *table = entries.filter_map(|(key, value)| self.entry(&key, value, schema).map(|value| (key, value))).collect();
        let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let complete = self.complete;
        for key in required.filter(|key| complete && !written.iter().any(|written| written == key)) {
            let help = description(&schema["properties"][key], &Value::Null);
            self.error("missing-key", header, format!("`{key}` is missing"), help);
        }
    }

    /// The value, where it may stay.
    fn entry<'i>(
        &mut self,
        key: &Key<'_>,
        mut value: Spanned<DeValue<'i>>,
        schema: &'a Value,
    ) -> Option<Spanned<DeValue<'i>>> {
        let known = schema["properties"].as_object();
        let others = &schema["additionalProperties"];
        let stays = match known.and_then(|known| known.get(key.get_ref().as_ref())) {
            Some(property) => self.value(key.get_ref(), &mut value, property),
            None if others.is_object() => self.value(key.get_ref(), &mut value, others),
            None if others == &Value::Bool(false) => {
                let names = known.into_iter().flat_map(|known| known.keys().map(String::as_str));
                let help = suggest(key.get_ref(), names);
                self.error("unknown-key", place(key.span()), format!("unknown key `{}`", key.get_ref()), help)
            }
            None => true,
        };
        stays.then_some(value)
    }

    /// Whether a value may stay.
    fn value(&mut self, name: &str, value: &mut Spanned<DeValue<'_>>, schema: &'a Value) -> bool {
        let rules = self.resolve(schema);
        let span = place(value.span());
        let choices = choices(rules);
        match value.get_mut() {
            DeValue::String(text) if !choices.is_empty() => self.choice(name, text, span, &choices),
            DeValue::String(text) if expects(rules, "string") => self.text(name, text, span, schema, rules),
            DeValue::Integer(number) if expects(rules, "integer") || expects(rules, "number") => {
                let value = i64::from_str_radix(number.as_str(), number.radix()).ok().map(|value| value as f64);
                self.number(name, value, span, [schema, rules])
            }
            DeValue::Float(number) if expects(rules, "number") => {
                self.number(name, number.as_str().parse().ok(), span, [schema, rules])
            }
            DeValue::Boolean(_) if expects(rules, "boolean") => true,
            DeValue::Table(table) if expects(rules, "object") => {
                self.table(table, span, rules);
                true
            }
            DeValue::Array(_) if expects(rules, "array") => self.list(name, value, span, [schema, rules]),
            _ if rules.get("type").is_none() && choices.is_empty() => true,
            other => {
                let message = format!("`{name}` must be {}, not {}", wanted(rules), given(other));
                self.error("wrong-type", span, message, help_for_type(rules))
            }
        }
    }

    fn choice(&mut self, name: &str, text: &str, span: Span, choices: &[&str]) -> bool {
        let message = || format!("`{name}` cannot be `{text}`");
        choices.contains(&text) || self.error("unknown-value", span, message(), suggest(text, choices.iter().copied()))
    }

    fn text(&mut self, name: &str, text: &str, span: Span, schema: &Value, rules: &Value) -> bool {
        let filled = [schema, rules].iter().any(|rules| rules["minLength"].as_u64() > Some(0));
        if filled && text.trim().is_empty() {
            return self.error("empty", span, format!("`{name}` is empty"), description(schema, rules));
        }
        let pattern = schema["pattern"].as_str().and_then(|pattern| regex::Regex::new(pattern).ok());
        if pattern.is_some_and(|pattern| !pattern.is_match(text)) {
            let help = "use lower-case letters, digits and hyphens, as in `zero-downtime`".to_owned();
            return self.error("bad-name", span, format!("`{name}` cannot be `{text}`"), help);
        }
        true
    }

    fn number(&mut self, name: &str, value: Option<f64>, span: Span, rules: [&Value; 2]) -> bool {
        let bound = |key: &str, otherwise| rules.iter().find_map(|rules| rules[key].as_f64()).unwrap_or(otherwise);
        let range: RangeInclusive<f64> = bound("minimum", f64::MIN)..=bound("maximum", f64::MAX);
        if value.is_some_and(|value| range.contains(&value)) {
            return true;
        }
        let help = match (*range.start(), *range.end()) {
            (low, f64::MAX) => format!("it must be at least {low}"),
            (low, high) => format!("it must be from {low} to {high}"),
        };
        self.error("out-of-range", span, format!("`{name}` is out of range"), help)
    }

    fn list(&mut self, name: &str, value: &mut Spanned<DeValue<'_>>, span: Span, rules: [&'a Value; 2]) -> bool {
        let DeValue::Array(items) = value.get_mut() else {
            return true;
        };
        let bound = |key: &str| rules.iter().find_map(|rules| rules[key].as_u64()).map(|bound| bound as usize);
        let (least, most) = (bound("minItems").unwrap_or(0), bound("maxItems").unwrap_or(usize::MAX));
        if items.is_empty() && least > 0 {
            return self.error("empty", span, format!("`{name}` is empty"), description(rules[0], rules[1]));
        }
        if items.len() < least || items.len() > most {
            let message = format!("`{name}` has {} entries", items.len());
            let help = if least == most { format!("it takes {least}") } else { format!("it takes at least {least}") };
            return self.error("out-of-range", span, message, help);
        }
        let element = rules.iter().find_map(|rules| rules.get("items")).unwrap_or(&Value::Null);
        let all = std::mem::replace(items, std::iter::empty().collect());
        *items = all.into_iter().filter_map(|mut item| self.value(name, &mut item, element).then_some(item)).collect();
        items.len() >= least
    }
}

fn place(range: std::ops::Range<usize>) -> Span {
    Span { start: range.start, end: range.end }
}

fn expects(rules: &Value, name: &str) -> bool {
    rules["type"] == name
}

/// The values that an enumeration allows; empty for everything else.
fn choices(rules: &Value) -> Vec<&str> {
    let listed = rules["enum"].as_array().into_iter().flatten();
    let described = rules["oneOf"].as_array().into_iter().flatten().flat_map(|one| {
        let listed = one["enum"].as_array().into_iter().flatten();
        listed.chain(one.get("const"))
    });
    listed.chain(described).chain(rules.get("const")).filter_map(Value::as_str).collect()
}

/// What a schema wants, in words.
fn wanted(rules: &Value) -> &'static str {
    match rules["type"].as_str() {
        Some("object") => "a table",
        Some("array") => "a list",
        Some("integer") => "a whole number",
        Some("number") => "a number",
        Some("boolean") => "true or false",
        _ => "a string",
    }
}

/// What an author gave, in words.
fn given(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

fn help_for_type(rules: &Value) -> String {
    match rules["type"].as_str() {
        Some("object") => "write it as a table, under a heading in brackets".to_owned(),
        Some("array") => "put it in square brackets".to_owned(),
        Some("integer") => "write digits only, without quotes".to_owned(),
        Some("number") => "write it with digits and a point, without quotes".to_owned(),
        Some("boolean") => "write true or false, without quotes".to_owned(),
        _ => "put it in quotes".to_owned(),
    }
}

fn description(schema: &Value, rules: &Value) -> String {
    let described = [schema, rules].iter().find_map(|rules| rules["description"].as_str());
    described.unwrap_or("see the schema in schemas/").to_owned()
}
