//! Patterns and texts that match or do not.

use hotseat::text::{Document, Pattern, PatternSet, Vocabulary};

/// The words of each hit, as typed.
pub fn hits(pattern: &str, text: &str) -> Vec<String> {
    hits_with(&Vocabulary::default(), pattern, text)
}

pub fn hits_with(vocabulary: &Vocabulary, pattern: &str, text: &str) -> Vec<String> {
    let pattern = Pattern::parse(pattern).unwrap_or_else(|error| panic!("{pattern}: {error}"));
    let document = Document::parse(text);
    let found = PatternSet::compile(vocabulary, &[pattern]).find(&document);
    found[0]
        .iter()
        .map(|hit| document.span(hit.tokens.clone()).of(text).to_owned())
        .collect()
}

#[test]
fn patterns_find_these_words() {
    for (pattern, text, expected) in [
        (
            "deploy",
            "We deployed it, deploys fail; the deployment",
            vec!["deployed", "deploys"],
        ),
        ("deploy*", "the deployments", vec!["deployments"]),
        (
            "roll* ~2 back",
            "we rolled everything back",
            vec!["rolled everything back"],
        ),
        (
            "rollback",
            "a roll-back, a roll back, a rollback, rolled back, rolbacks",
            vec!["roll-back", "roll back", "rollback", "rolled back", "rolbacks"],
        ),
        (
            "roll back",
            "a roll-back, a rollback, rolled back",
            vec!["roll-back", "rollback", "rolled back"],
        ),
        ("ci/cd", "our CI/CD, ci-cd and CICD", vec!["CI/CD", "ci-cd", "CICD"]),
        ("cd", "our CI/CD", vec!["CD"]),
        (
            "cost & benefit ~3",
            "benefit before cost. cost. benefit",
            vec!["benefit before cost"],
        ),
        (
            "{pull|pull request} review",
            "a pull request review",
            vec!["pull request review"],
        ),
        ("=SLO", "the SLO, the slo", vec!["SLO"]),
        (r"/p9\d/", "p99 and P95 and p5", vec!["p99", "P95"]),
        (
            "#percent",
            "99.9% and 40 % and forty percent",
            vec!["99.9%", "40 %", "forty percent"],
        ),
        (
            "#duration",
            "18 minutes, 300ms, an hour, half a day",
            vec!["18 minutes", "300ms", "an hour", "half a day"],
        ),
        ("from #num to #num", "from four to one", vec!["from four to one"]),
    ] {
        assert_eq!(hits(pattern, text), expected, "{pattern}");
    }
}
