//! What counts as an English word, and as a function word. Word lists only: no grammar, no stemming.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Sorted, one word a line; source and licence in data/README.md.
static WORDS: &str = include_str!("data/english.txt");

static FUNCTION_WORDS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("data/function-words.txt").split_whitespace().collect());

/// Whether a lower-case word, in any inflected form, is in the English list. Words of one or two letters are not listed.
pub fn is_english(word: &str) -> bool {
    let (mut low, mut high) = (0, WORDS.len());
    while low < high {
        let middle = (low + high) / 2;
        let start = WORDS.as_bytes()[..middle].iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        let length = WORDS.as_bytes()[start..].iter().position(|&byte| byte == b'\n').unwrap_or(WORDS.len() - start);
        match WORDS[start..start + length].cmp(word) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = start + length + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    false
}

/// Whether a lower-case word carries grammar rather than content: articles, pronouns, prepositions, conjunctions,
/// auxiliaries and their contractions.
pub fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.contains(word)
}
