//! The table of patterns and texts in rubrics/README.md, run as it stands there.

use super::notation::hits;

const README: &str = include_str!("../../rubrics/README.md");

/// Rows of three cells: pattern, text, and the words found, or `—` for none.
fn rows() -> Vec<[String; 3]> {
    let cell = |cell: &str| cell.trim().trim_matches('`').replace("\\|", "|");
    let table = README.split("<!-- pairs -->").nth(1).unwrap_or_default();
    let rows = table.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| {
        let hidden = row.replace("\\|", "\u{0}");
        let cells: Vec<String> =
            hidden.trim_matches('|').split('|').map(|found| cell(&found.replace('\u{0}', "\\|"))).collect();
        cells.try_into().unwrap_or_else(|cells| panic!("three cells: {cells:?}"))
    })
    .collect()
}

#[test]
fn the_pairs_of_the_readme_are_true() {
    let rows = rows();
    assert!(rows.len() >= 20, "{} pairs", rows.len());
    for [pattern, text, expected] in rows {
        let found = hits(&pattern, &text).join(" · ");
        assert_eq!(if found.is_empty() { "—" } else { &found }, expected, "{pattern} in {text}");
    }
}

#[test]
fn the_patterns_of_the_example_parse() {
    let example = README.split("```toml").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let rubric: toml::Table = example.parse().unwrap();
    let entries = ["criteria", "red_flags"].into_iter().flat_map(|key| rubric[key].as_array().unwrap());
    let mut patterns = 0;
    for entry in entries {
        for key in ["any", "all", "unless", "tradeoff", "measured"] {
            for source in entry.get(key).and_then(toml::Value::as_array).into_iter().flatten() {
                let source = source.as_str().unwrap();
                hotseat::text::Pattern::parse(source).unwrap_or_else(|error| panic!("{source}: {error}"));
                patterns += 1;
            }
        }
    }
    assert!(patterns >= 20, "{patterns}");
}
