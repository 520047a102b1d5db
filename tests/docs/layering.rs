//! Data flows one way: a module uses only modules named before it in the table of src/lib.rs.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules in the order of the table.
fn order() -> Vec<String> {
    let lib = fs::read_to_string("src/lib.rs").unwrap();
    let rows = lib.lines().filter_map(|line| line.strip_prefix("//! | [`"));
    rows.map(|row| row.split('`').next().unwrap().to_owned()).collect()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .collect()
}

/// Modules that a source file names as `crate::module`.
fn used(text: &str) -> Vec<&str> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let names = code.flat_map(|line| line.split("crate::").skip(1));
    names.map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap()).collect()
}

#[test]
fn a_module_uses_only_modules_before_it() {
    let order = order();
    assert!(order.len() > 8, "the table of src/lib.rs was not found");
    let place = |name: &str| order.iter().position(|module| module == name);
    let mut wrong = Vec::new();
    for path in sources(Path::new("src")) {
        let inside = path.strip_prefix("src").unwrap();
        let module = inside.iter().next().unwrap().to_string_lossy().replace(".rs", "");
        let Some(own) = place(&module) else { continue };
        let text = fs::read_to_string(&path).unwrap();
        for name in used(&text) {
            if place(name).is_some_and(|other| other > own) {
                wrong.push(format!("{} uses {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "against the order {order:?}:\n{}", wrong.join("\n"));
}

#[test]
fn every_module_stands_in_the_table() {
    let lib = fs::read_to_string("src/lib.rs").unwrap();
    let declared = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")).map(|name| name.trim_end_matches(';'));
    let order = order();
    for module in declared {
        assert!(order.iter().any(|known| known == module), "{module} is missing from the table of src/lib.rs");
    }
}
