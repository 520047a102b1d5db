//! Prefix patterns that accept a word which has nothing to do with what was meant; the list stands in data/prefixes.txt.

use std::sync::LazyLock;

use crate::text::{Pattern, Span};

/// A word that is meant, and a word that begins alike.
struct Trap {
    meant: &'static str,
    swallowed: &'static str,
}

static TRAPS: LazyLock<Vec<Trap>> = LazyLock::new(|| {
    let lines = include_str!("../../data/prefixes.txt").lines().filter(|line| !line.starts_with('#'));
    lines
        .flat_map(|line| {
            let (meant, others) = line.split_once(' ').unwrap_or((line, ""));
            others.split_whitespace().map(move |swallowed| Trap { meant, swallowed })
        })
        .collect()
});

/// The words that begin alike, each a sentence of its own: what a pattern hits here, it hits all by itself.
pub static WORDS: LazyLock<String> =
    LazyLock::new(|| TRAPS.iter().map(|trap| format!("{}.\n\n", trap.swallowed)).collect());

/// Among the words that a pattern hits in [`WORDS`], one that it accepts through a prefix and that was hardly meant.
pub fn swallowed(pattern: &Pattern, hits: &[Span]) -> Option<&'static str> {
    let words: Vec<&str> = hits.iter().map(|hit| hit.of(&WORDS)).collect();
    let falls = |trap: &&Trap| {
        pattern
            .prefixes()
            .iter()
            .any(|(prefix, _)| trap.meant.starts_with(prefix) && trap.swallowed.starts_with(prefix))
    };
    let mut traps = TRAPS.iter().filter(|trap| words.contains(&trap.swallowed));
    traps.find(falls).map(|trap| trap.swallowed)
}
