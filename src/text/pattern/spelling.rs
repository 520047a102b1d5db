//! Typing errors: which words of the patterns an unknown token was probably meant to be.
//!
//! Four letters and fewer are exact, five to seven forgive one edit, eight and more two; a swap of neighbours is one edit
//! (optimal string alignment). The first letter must agree, the length is the pattern's, and a token that is an English
//! word is never taken for another. Length alone makes 312 English words collide with 169 terms of the field; with these
//! rules none does.

use std::collections::HashMap;

use strsim::osa_distance;

use super::lexicon::LeafId;
use super::syntax::Word;
use crate::text::english::is_english;

/// Tokens longer than this are no words.
const LONGEST: usize = 40;

/// Edits forgiven in a word of so many letters.
fn allowed(letters: usize) -> usize {
    match letters {
        0..=4 => 0,
        5..=7 => 1,
        _ => 2,
    }
}

#[derive(Debug)]
struct Candidate {
    text: String,
    /// Equal to `text` for a prefix.
    stem: String,
    prefix: bool,
    allowed: usize,
    letters: u32,
    id: LeafId,
}

/// The words that forgive typing errors, by first letter.
#[derive(Debug, Default)]
pub(super) struct Spelling {
    by_first: HashMap<u8, Vec<Candidate>>,
}

impl Spelling {
    pub(super) fn add_word(&mut self, word: &Word, id: LeafId) {
        self.add(&word.text, &word.stem, false, id);
    }

    pub(super) fn add_prefix(&mut self, prefix: &str, id: LeafId) {
        self.add(prefix, prefix, true, id);
    }

    fn add(&mut self, text: &str, stem: &str, prefix: bool, id: LeafId) {
        let allowed = allowed(text.len());
        if allowed == 0 || !text.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return;
        }
        let candidate =
            Candidate { text: text.to_owned(), stem: stem.to_owned(), prefix, allowed, letters: letters(stem), id };
        self.by_first.entry(text.as_bytes()[0]).or_default().push(candidate);
    }

    /// Reports the leaves that an unknown word was meant to be; none for English words, numbers and names with signs in them.
    pub(super) fn find(&self, text: &str, stem: &str, mut report: impl FnMut(LeafId)) {
        let typed_plainly = (4..=LONGEST).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase());
        if !typed_plainly || is_english(text) || is_english(stem) {
            return;
        }
        let typed = letters(text);
        for candidate in self.by_first.get(&text.as_bytes()[0]).into_iter().flatten() {
            if candidate.could_be(typed, text.len()) && candidate.is(text, stem) {
                report(candidate.id);
            }
        }
    }
}

impl Candidate {
    /// A cheap test that lets every real candidate through: each edit changes the set of letters by two at most.
    fn could_be(&self, typed: u32, length: usize) -> bool {
        let lost = (self.letters & !typed).count_ones() as usize;
        let long_enough = length + self.allowed >= self.stem.len();
        let short_enough = self.prefix || length <= self.text.len() + self.allowed + 3;
        lost <= self.allowed && long_enough && short_enough
    }

    fn is(&self, text: &str, stem: &str) -> bool {
        if self.prefix {
            let shortest = self.text.len().saturating_sub(self.allowed);
            let longest = (self.text.len() + self.allowed).min(text.len());
            return (shortest..=longest).any(|length| self.within(&self.text, &text[..length]));
        }
        self.within(&self.text, text) || self.within(&self.stem, stem)
    }

    fn within(&self, wanted: &str, typed: &str) -> bool {
        wanted.len().abs_diff(typed.len()) <= self.allowed && osa_distance(wanted, typed) <= self.allowed
    }
}

/// A set of the letters a to z.
fn letters(word: &str) -> u32 {
    word.bytes().filter(u8::is_ascii_lowercase).fold(0, |set, byte| set | 1 << (byte - b'a'))
}
