//! The language of an answer, as far as scoring needs to know. Says nothing about how good the English is.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::document::Token;
use super::english::{is_english, is_function_word};

/// Answers with fewer words are taken for English.
const ENOUGH_WORDS: usize = 15;

/// English function words that are words of other languages too.
const SHARED: [&str; 13] = ["a", "as", "no", "do", "me", "in", "on", "an", "so", "he", "was", "over", "or"];

/// Function words of seven languages, without those that are English words too.
static FOREIGN: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("data/foreign-words.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});

/// The language an answer is written in, as far as scoring needs to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English, or too short to tell.
    English,
    /// Latin letters, but not English.
    OtherLanguage,
    /// Mostly letters of another script.
    OtherScript,
}

/// How many letters of which script.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Letters {
    latin: usize,
    other: usize,
}

impl Letters {
    pub(super) fn count(chars: impl Iterator<Item = char>) -> Self {
        let mut letters = Letters::default();
        for ch in chars.filter(|ch| ch.is_alphabetic()) {
            let latin = matches!(ch, 'a'..='z' | 'A'..='Z' | '\u{aa}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
            *(if latin { &mut letters.latin } else { &mut letters.other }) += 1;
        }
        letters
    }
}

/// Not English takes three signs: few English words, few English function words, and words of another language. A terse
/// list of tool names shows the first two only.
pub(super) fn judge(letters: Letters, tokens: &[Token]) -> Language {
    if letters.other > letters.latin {
        return Language::OtherScript;
    }
    let prose: Vec<&Token> = tokens.iter().filter(|token| token.is_word() && !token.code).collect();
    let words = prose.len();
    if words < ENOUGH_WORDS || words * 2 < tokens.len() {
        return Language::English;
    }
    let share = |is: fn(&Token) -> bool| prose.iter().filter(|token| is(token)).count() * 100 / words;
    // The dearest question last: most answers need not ask it.
    let foreign = || share(|token| FOREIGN.contains(token.text.as_str()) || !token.raw.is_ascii()) >= 12;
    let function = || share(|token| token.is_function_word() && !SHARED.contains(&token.text.as_str())) >= 20;
    let english = || share(|token| is_function_word(&token.text) || is_english(&token.text)) >= 60;
    if foreign() && !function() && !english() { Language::OtherLanguage } else { Language::English }
}
