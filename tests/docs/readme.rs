//! The README's examples are run, and print what it says.

use std::fs;

#[test]
fn examples_print_what_the_readme_says() {
    let data = tempfile::tempdir().unwrap();
    trycmd::TestCases::new()
        .case("README.md")
        .env("HOTSEAT_DATA", data.path().to_string_lossy())
        .env("TZ", "UTC")
        .env("NO_COLOR", "1");
}

#[test]
fn the_two_commands_stand_there() {
    let readme = fs::read_to_string("README.md").unwrap();
    assert!(readme.contains("cargo run --release -- run"));
    assert!(readme.contains("\ncargo test "));
}

#[test]
fn every_file_it_names_is_there() {
    let readme = fs::read_to_string("README.md").unwrap();
    let links = readme.split("](").skip(1).map(|rest| rest.split(')').next().unwrap());
    for link in links {
        assert!(std::path::Path::new(link).exists(), "{link} is missing");
    }
}
