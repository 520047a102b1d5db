//! The shipped bank is held to the stricter rules.

use hotseat::content::check::{Quality, check};
use hotseat::content::render::render;
use hotseat::content::sources;

#[test]
#[ignore = "the topics that devops-engineer.toml draws from are not here yet"]
fn the_shipped_bank_has_no_problems() {
    let sources = sources::shipped();
    let problems = check(&sources, Quality::All).problems;
    let shown: Vec<String> = problems.iter().map(|problem| render(problem, &sources, 120)).collect();
    assert!(shown.is_empty(), "{}", shown.join("\n\n"));
}
