//! The README's examples are run, and print what it says.

use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn examples_print_what_the_readme_says() {
    let data = tempfile::tempdir().unwrap();
    sit_six_weeks(data.path());
    trycmd::TestCases::new()
        .case("README.md")
        .env("HOTSEAT_DATA", data.path().to_string_lossy())
        .env("TZ", "UTC")
        .env("NO_COLOR", "1");
}

/// What the README says that Ada has done.
fn sit_six_weeks(data: &Path) {
    for (week, plan) in (1..).zip("abcabc".chars()) {
        let (plan, answers) = (format!("plan-{plan}.toml"), format!("answers-{week}.toml"));
        let folder = Path::new("examples/six-weeks");
        let mut run = Command::new(env!("CARGO_BIN_EXE_hotseat"));
        run.args(["--profile", "ada", "run"]).arg(folder.join(plan)).arg("--answers").arg(folder.join(answers));
        let ran = run.env("HOTSEAT_DATA", data).output().unwrap();
        assert!(ran.status.success(), "week {week}: {}", String::from_utf8_lossy(&ran.stderr));
    }
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
        assert!(Path::new(link).exists(), "{link} is missing");
    }
}
