//! The words, beginnings and expressions that a set of patterns looks for, each with a number, and the one pass over a
//! document that finds them all.

use std::collections::{HashMap, HashSet};

use regex::Regex;

use super::matches::{Match, Matches, tidy};
use super::parse::compiled_regex;
use super::spelling::Spelling;
use super::syntax::Word;
use crate::text::document::{Document, Token};
use crate::text::english::is_english;
use crate::text::variant;

/// `roll back` is read as `rollback` from this length on.
const JOINED_FROM: usize = 6;

/// Number of a leaf: an index into what `find` returns.
pub(super) type LeafId = usize;

/// What patterns look for, by how it is looked up.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    count: usize,
    /// By stem; the leaf that forgives typing errors, and the one that does not.
    words: HashMap<String, [Option<LeafId>; 2]>,
    prefixes: HashMap<String, Vec<LeafId>>,
    prefix_ids: HashMap<(String, bool), LeafId>,
    /// Shortest and longest beginning, in bytes.
    prefix_lengths: (usize, usize),
    exact: HashMap<String, LeafId>,
    /// By the word as typed, in lower case.
    typed: HashMap<String, Vec<LeafId>>,
    typed_ids: HashMap<Vec<String>, LeafId>,
    regexes: Vec<(String, Option<Regex>, LeafId)>,
    spelling: Spelling,
    /// Words that are no typing errors because the vocabulary has them.
    known: HashSet<String>,
}

impl Lexicon {
    fn next(&mut self) -> LeafId {
        self.count += 1;
        self.count - 1
    }

    pub(super) fn word(&mut self, word: &Word, tolerant: bool) -> LeafId {
        if let Some(id) = self.words.get(&word.stem).and_then(|ids| ids[usize::from(tolerant)]) {
            return id;
        }
        let id = self.next();
        self.words.entry(word.stem.clone()).or_default()[usize::from(tolerant)] = Some(id);
        self.known.insert(word.text.clone());
        self.known.insert(word.stem.clone());
        if tolerant {
            self.spelling.add_word(word, id);
        }
        id
    }

    pub(super) fn prefix(&mut self, prefix: &str, tolerant: bool) -> LeafId {
        if let Some(id) = self.prefix_ids.get(&(prefix.to_owned(), tolerant)) {
            return *id;
        }
        let id = self.next();
        self.prefix_ids.insert((prefix.to_owned(), tolerant), id);
        for variant in variant::prefixes(prefix) {
            let (shortest, longest) = self.prefix_lengths;
            let shortest = if shortest == 0 { variant.len() } else { shortest.min(variant.len()) };
            self.prefix_lengths = (shortest, longest.max(variant.len()));
            self.prefixes.entry(variant).or_default().push(id);
        }
        if tolerant {
            self.spelling.add_prefix(prefix, id);
        }
        id
    }

    pub(super) fn exact(&mut self, raw: &str) -> LeafId {
        if let Some(id) = self.exact.get(raw) {
            return *id;
        }
        let id = self.next();
        self.exact.insert(raw.to_owned(), id);
        self.known.insert(raw.to_lowercase());
        id
    }

    pub(super) fn typed(&mut self, words: &[String]) -> LeafId {
        if let Some(id) = self.typed_ids.get(words) {
            return *id;
        }
        let id = self.next();
        self.typed_ids.insert(words.to_vec(), id);
        words.iter().for_each(|word| self.typed.entry(word.clone()).or_default().push(id));
        id
    }

    pub(super) fn regex(&mut self, source: &str) -> LeafId {
        if let Some((_, _, id)) = self.regexes.iter().find(|(known, _, _)| known == source) {
            return *id;
        }
        let id = self.next();
        self.regexes.push((source.to_owned(), compiled_regex(source).ok(), id));
        id
    }

    /// Words that are never taken for another one misspelt.
    pub(super) fn know(&mut self, words: impl Iterator<Item = Word>) {
        self.known.extend(words.flat_map(|word| [word.text, word.stem]));
    }

    /// Where each leaf stands in the document.
    pub(super) fn find(&self, document: &Document) -> Vec<Matches> {
        let mut found = vec![Matches::new(); self.count];
        let tokens = document.tokens();
        for (index, token) in tokens.iter().enumerate() {
            self.token(token, index, &mut found);
            if let Some(next) = tokens.get(index + 1).filter(|next| next.sentence == token.sentence) {
                self.pair(token, next, index, &mut found);
            }
        }
        found.into_iter().map(tidy).collect()
    }

    fn token(&self, token: &Token, index: usize, found: &mut [Matches]) {
        let mut hit = |id: LeafId, misspelt| {
            found[id].push(Match { start: index as u32, end: index as u32 + 1, misspelt });
        };
        let exact = self.words.get(&token.stem);
        exact.into_iter().flatten().flatten().for_each(|&id| hit(id, false));
        if let Some(&id) = self.exact.get(&token.raw) {
            hit(id, false);
        }
        let lowered = token.raw.to_lowercase();
        self.typed.get(&lowered).into_iter().flatten().for_each(|&id| hit(id, false));
        self.beginnings(&token.text, 0, |id| hit(id, false));
        if token.stem != token.text {
            self.beginnings(&token.stem, 0, |id| hit(id, false));
        }
        if lowered != token.text {
            self.beginnings(&lowered, 0, |id| hit(id, false));
        }
        for (_, regex, id) in &self.regexes {
            if regex.as_ref().is_some_and(|regex| regex.is_match(&lowered)) {
                hit(*id, false);
            }
        }
        if exact.is_none() && !self.known.contains(&token.text) && !self.known.contains(&token.stem) {
            self.spelling.find(&token.text, &token.stem, |id| hit(id, true));
        }
    }

    /// `roll back`, `rolled back` and `roll-back` where a pattern has `rollback`.
    fn pair(&self, first: &Token, second: &Token, index: usize, found: &mut [Matches]) {
        if first.text.len() + second.text.len() < JOINED_FROM || !(first.is_word() && second.is_word()) {
            return;
        }
        let mut hit = |id: LeafId, misspelt| {
            found[id].push(Match { start: index as u32, end: index as u32 + 2, misspelt });
        };
        let mut joined = String::with_capacity(32);
        for (start, end) in [(&first.stem, &second.stem), (&first.text, &second.stem)] {
            joined.clear();
            joined.push_str(start);
            joined.push_str(end);
            self.words.get(&joined).into_iter().flatten().flatten().for_each(|&id| hit(id, false));
        }
        joined.clear();
        joined.push_str(&first.stem);
        joined.push_str(&second.text);
        self.beginnings(&joined, first.stem.len() + 1, |id| hit(id, false));
        if second.glued && !(is_english(&first.text) && is_english(&second.text)) {
            self.spelling.find(&joined, &joined, |id| hit(id, true));
        }
    }

    /// The prefixes, at least `from` bytes long, that `word` begins with.
    fn beginnings(&self, word: &str, from: usize, mut hit: impl FnMut(LeafId)) {
        let (shortest, longest) = self.prefix_lengths;
        for length in shortest.max(from).max(1)..=longest.min(word.len()) {
            if let Some(ids) = word.get(..length).and_then(|prefix| self.prefixes.get(prefix)) {
                ids.iter().for_each(|&id| hit(id));
            }
        }
    }
}
