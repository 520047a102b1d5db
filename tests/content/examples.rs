//! What the documentation shows is what the program reads.

use std::fs;
use std::path::Path;

use hotseat::content::check::{Checked, Quality, check};
use hotseat::content::file::schema;
use hotseat::content::sources::{self, Origin, Source};

fn readme() -> String {
    fs::read_to_string("interviews/README.md").unwrap()
}

fn example() -> Source {
    let readme = readme();
    let text = readme.split("```toml\n").nth(1).unwrap().split("```").next().unwrap().to_owned();
    let path = "interviews/web-platform-engineer.toml".to_owned();
    Source { name: path.clone(), path, text, origin: Origin::Own }
}

/// Topics that the example borrows from the bank.
fn neighbours() -> [Source; 2] {
    ["kubernetes", "ci-cd"].map(|topic| {
        let path = format!("interviews/{topic}.toml");
        let text = format!(
            "title = \"{topic}\"\nsummary = \"x\"\nminutes = 45\n[[questions]]\nid = \"{topic}\"\nlevel = \"mid\"\n\
             kind = \"technical\"\nminutes = 4\nprompt = \"What is it?\"\n"
        );
        Source { name: path.clone(), path, text, origin: Origin::Shipped }
    })
}

#[test]
fn the_readme_shows_an_interview_that_loads() {
    let sources: Vec<Source> = neighbours().into_iter().chain([example()]).collect();
    let Checked { problems, .. } = check(&sources, Quality::Own);
    let errors: Vec<_> = problems.iter().filter(|problem| problem.is_error()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn the_readme_shows_every_key() {
    let example = example().text;
    let definitions = schema::INTERVIEW["$defs"].as_object().unwrap().values();
    for table in definitions.chain([&*schema::INTERVIEW]) {
        for key in table["properties"].as_object().into_iter().flatten().map(|(key, _)| key) {
            let shown = example.contains(&format!("{key} ="))
                || example.contains(&format!("[[{key}"))
                || example.contains(&format!("{key}]]"));
            let named = example.contains(&format!("{key},")) || example.contains(&format!(", {key}"));
            assert!(shown || named || key == "slots", "interviews/README.md does not show `{key}`");
        }
    }
}

#[test]
fn the_example_folder_is_sound() {
    let mut sources = sources::shipped();
    sources.extend(sources::folder(Path::new("examples/content")).unwrap());
    let Checked { problems, .. } = check(&sources, Quality::Own);
    let own: Vec<_> = problems.iter().filter(|problem| problem.place.file.starts_with("examples/")).collect();
    assert!(own.is_empty(), "{own:#?}");
}
