//! The schemas in schemas/, which editors complete from, are those that `check` enforces; that of attempts
//! is the one that `export` follows.
//! `HOTSEAT_BLESS=1 cargo test schemas` writes them anew.

use std::{env, fs};

use hotseat::content::file::schema;
use serde_json::Value;

/// Of what authors write, and of what is exported.
fn all() -> Vec<(&'static str, Value)> {
    let written = schema::all().map(|(name, value)| (name, value.clone()));
    written.into_iter().chain([("attempts", hotseat::archive::schema())]).collect()
}

#[test]
fn schemas_are_up_to_date() {
    for (name, value) in all() {
        let path = format!("schemas/{name}.schema.json");
        let current = format!("{}\n", serde_json::to_string_pretty(&value).unwrap());
        if env::var_os("HOTSEAT_BLESS").is_some() {
            fs::write(&path, &current).unwrap();
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == current, "{path} is out of date: HOTSEAT_BLESS=1 cargo test schemas");
    }
}

#[test]
fn every_key_has_a_description_for_tooltips() {
    for (name, value) in all() {
        let definitions = value["$defs"].as_object().into_iter().flatten().map(|(_, definition)| definition);
        for table in definitions.chain([&value]) {
            for (key, property) in table["properties"].as_object().into_iter().flatten() {
                assert!(property["description"].is_string(), "{name}: {key} has no description");
            }
        }
    }
}
