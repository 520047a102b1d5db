//! JSON Schemas of the file formats: made from the types, enforced by `shape`, kept in schemas/ for editors.

use std::sync::LazyLock;

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use super::interview::InterviewFile;
use super::lexicon::{CuesFile, LexiconFile};
use super::rubric::RubricFile;
use crate::content::scale::Scale;

/// interviews/<topic>.toml
pub static INTERVIEW: LazyLock<Value> = LazyLock::new(of::<InterviewFile>);
/// rubrics/<topic>/<question>.toml
pub static RUBRIC: LazyLock<Value> = LazyLock::new(of::<RubricFile>);
/// rubrics/lexicon.toml
pub static LEXICON: LazyLock<Value> = LazyLock::new(of::<LexiconFile>);
/// rubrics/cues.toml
pub static CUES: LazyLock<Value> = LazyLock::new(of::<CuesFile>);
/// rubrics/scale.toml
pub static SCALE: LazyLock<Value> = LazyLock::new(of::<Scale>);

/// Every schema with the name of its file in schemas/ (`interview` for `interview.schema.json`).
pub fn all() -> [(&'static str, &'static Value); 5] {
    [("interview", &*INTERVIEW), ("rubric", &*RUBRIC), ("lexicon", &*LEXICON), ("cues", &*CUES), ("scale", &*SCALE)]
}

fn of<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().with_transform(WithoutNull);
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

/// TOML knows no null: what may be left out is not nullable.
#[derive(Debug, Clone)]
struct WithoutNull;

impl Transform for WithoutNull {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let Some(object) = schema.as_object_mut() else { return };
        if let Some(Value::Array(types)) = object.get_mut("type") {
            types.retain(|name| name != "null");
            if let [only] = types.as_slice() {
                let only = only.clone();
                object.insert("type".to_owned(), only);
            }
        }
        if object.get("anyOf").is_some_and(is_nullable)
            && let Some(Value::Array(choices)) = object.remove("anyOf")
        {
            let named = choices.into_iter().filter(|choice| choice["type"] != "null");
            named.for_each(|choice| object.extend(choice.as_object().cloned().unwrap_or_default()));
        }
        if object.get("default").is_some_and(Value::is_null) {
            object.remove("default");
        }
    }
}

/// Whether a choice is between one thing and null.
fn is_nullable(choices: &Value) -> bool {
    choices
        .as_array()
        .is_some_and(|choices| choices.len() == 2 && choices.iter().any(|choice| choice["type"] == "null"))
}
