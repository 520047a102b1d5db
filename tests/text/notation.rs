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
    found[0].iter().map(|hit| document.span(hit.tokens.clone()).of(text).to_owned()).collect()
}

#[test]
fn patterns_find_these_words() {
    for (pattern, text, expected) in [
        ("deploy", "We deployed it, deploys fail; the deployment", vec!["deployed", "deploys"]),
        ("deploy*", "the deployments", vec!["deployments"]),
        ("roll* ~2 back", "we rolled everything back", vec!["rolled everything back"]),
        (
            "rollback",
            "a roll-back, a roll back, a rollback, rolled back, rolbacks",
            vec!["roll-back", "roll back", "rollback", "rolled back", "rolbacks"],
        ),
        ("roll back", "a roll-back, a rollback, rolled back", vec!["roll-back", "rollback", "rolled back"]),
        ("ci/cd", "our CI/CD, ci-cd and CICD", vec!["CI/CD", "ci-cd", "CICD"]),
        ("cd", "our CI/CD", vec!["CD"]),
        ("cost & benefit ~3", "benefit before cost. cost. benefit", vec!["benefit before cost"]),
        ("{pull|pull request} review", "a pull request review", vec!["pull request review"]),
        ("=SLO", "the SLO, the slo", vec!["SLO"]),
        (r"/p9\d/", "p99 and P95 and p5", vec!["p99", "P95"]),
        ("#percent", "99.9% and 40 % and forty percent", vec!["99.9%", "40 %", "forty percent"]),
        ("#duration", "18 minutes, 300ms, an hour, half a day", vec!["18 minutes", "300ms", "an hour", "half a day"]),
        ("from #num to #num", "from four to one", vec!["from four to one"]),
    ] {
        assert_eq!(hits(pattern, text), expected, "{pattern}");
    }
}

#[test]
fn mistakes_are_named_where_they_stand() {
    for (source, at, message) in [
        ("a | b", "|", "`|` stands outside braces"),
        ("a }", "}", "`}` closes nothing"),
        ("{a|b", "{", "`{` is never closed"),
        ("{a|}", "}", "an alternative is empty"),
        ("~3 a", "~", "`~` has nothing to its left"),
        ("a ~3", "a ~3", "`~` at the end has nothing to its right"),
        ("a ~ b", "~", "`~` needs a number"),
        ("a ~99 b", "~99", "more than 40 words apart is not near"),
        ("a ~2 ~3 b", "~", "two distances in a row"),
        ("a & b ~3 & c", "&", "`~` must come after the last part of `&`"),
        ("a &", "", "something is missing here"),
        ("", "", "something is missing here"),
        ("error, rate", "error,", "`error,` is not one word"),
        ("ab*cd", "ab*cd", "`*` stands only at the end of a word"),
        ("d*", "d*", "too short a beginning"),
        ("@Helm", "@Helm", "not a name"),
        ("#numbers", "#numbers", "`#numbers` is unknown"),
        ("/a(/", "/a(/", "not a regular expression: unclosed group"),
        ("/abc", "/", "`/` is never closed"),
    ] {
        let error = Pattern::parse(source).expect_err(source);
        assert_eq!((error.span.of(source), error.message.as_str()), (at, message), "{source}");
    }
}

#[test]
fn references_are_listed_with_their_places() {
    let source = "{@helm|@group:ci} ~3 cue:cost";
    let pattern = Pattern::parse(source).unwrap();
    let places: Vec<&str> = pattern.references().iter().map(|(_, span)| span.of(source)).collect();
    assert_eq!(places, ["@helm", "@group:ci", "cue:cost"]);
}

#[test]
fn a_pattern_taken_as_written_says_what_is_wrong_with_it_and_matches_nothing() {
    let broken = Pattern::written("{drain|stop".into());
    assert_eq!(broken.error().unwrap(), &Pattern::parse("{drain|stop").unwrap_err());
    let set = PatternSet::compile(&Vocabulary::default(), &[broken, Pattern::written("/drain|stop/".into())]);
    let hits = set.find(&Document::parse("We drain it, then stop it."));
    assert_eq!(hits.iter().map(Vec::len).collect::<Vec<_>>(), [0, 2]);
}
