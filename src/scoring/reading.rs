//! One segment of an answer as the scorer reads it: its words, what separates them, the hits of all patterns, and which
//! words count for nothing because they echo the question, stand in a list, or were said before.

use std::ops::Range;

use super::guards;
use super::lists::lists;
use super::rulebook::Rulebook;
use crate::content::scale::Guards;
use crate::text::{Document, Hit, Span, Token};

/// A segment that has been read.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    /// 0 the answer, 1… the answers to probes.
    pub segment: usize,
    /// As typed.
    pub text: &'a str,
    /// Its tokens and sentences.
    pub document: Document,
    /// Tokens that repeat the question.
    pub echoed: Vec<bool>,
    /// Tokens that stand in a list of terms.
    pub listed: Vec<bool>,
    hits: Vec<Vec<Hit>>,
    rulebook: &'a Rulebook,
}

/// What separates a token from the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    /// At most a space.
    None,
    /// A comma, or a slash or a plus sign between words.
    Comma,
    /// A semicolon, colon, bracket, dash or arrow.
    Clause,
    /// It begins a sentence.
    Sentence,
}

impl<'a> Reading<'a> {
    /// Reads a segment; `echoes` are the runs of words that count as the question's and the rubric's own.
    pub fn new(
        segment: usize,
        text: &'a str,
        rulebook: &'a Rulebook,
        echoes: [&guards::Echoes; 2],
        guards: &Guards,
    ) -> Self {
        let document = Document::parse(text);
        let hits = rulebook.find(&document);
        let [question, advice] = echoes.map(|echoes| echoes.mask(&document));
        let echoed = question.into_iter().zip(advice).map(|(question, advice)| question || advice).collect();
        let mut reading = Reading { segment, text, document, echoed, listed: Vec::new(), hits, rulebook };
        reading.listed = lists(&reading, guards);
        reading
    }

    /// The hits of a pattern.
    pub fn hits(&self, pattern: usize) -> &[Hit] {
        self.hits.get(pattern).map(Vec::as_slice).unwrap_or_default()
    }

    /// The places of all cues of a class, in order.
    pub fn cues(&self, class: &str) -> Vec<Range<usize>> {
        let hits = self.rulebook.cue(class).flat_map(|pattern| self.hits(pattern));
        let mut places: Vec<_> = hits.map(|hit| hit.tokens.clone()).collect();
        places.sort_by_key(|place| (place.start, place.end));
        places.dedup();
        places
    }

    /// The cues of a class that stand in the speaker's own statements: not in echoes, lists or repetitions.
    pub fn stated(&self, class: &str) -> Vec<Range<usize>> {
        self.cues(class).into_iter().filter(|place| self.counts(place)).collect()
    }

    /// Which tokens belong to a cue of a class.
    pub fn flagged(&self, class: &str) -> Vec<bool> {
        let mut flags = vec![false; self.document.tokens().len()];
        for place in self.cues(class) {
            flags.get_mut(place).unwrap_or_default().fill(true);
        }
        flags
    }

    /// Whether words are neither echoed nor listed nor said before.
    pub fn counts(&self, tokens: &Range<usize>) -> bool {
        !self.is_echo(tokens) && !self.is_listed(tokens) && !self.is_repeated(tokens)
    }

    /// Whether all the words repeat the question.
    pub fn is_echo(&self, tokens: &Range<usize>) -> bool {
        self.echoed.get(tokens.clone()).is_some_and(|mask| mask.iter().all(|echoed| *echoed))
    }

    /// Whether the words stand in a list of terms.
    pub fn is_listed(&self, tokens: &Range<usize>) -> bool {
        self.listed.get(tokens.start).copied().unwrap_or_default()
    }

    /// Whether the sentence stood earlier in the answer.
    pub fn is_repeated(&self, tokens: &Range<usize>) -> bool {
        self.document.sentences().get(self.sentence(tokens)).is_some_and(|sentence| sentence.repeated)
    }

    /// Whether the words are code.
    pub fn is_code(&self, tokens: &Range<usize>) -> bool {
        self.document.tokens().get(tokens.clone()).is_some_and(|tokens| tokens.iter().all(|token| token.code))
    }

    /// The sentence that words stand in.
    pub fn sentence(&self, tokens: &Range<usize>) -> usize {
        self.document.tokens().get(tokens.start).map_or(0, |token| token.sentence)
    }

    /// The tokens of a sentence.
    pub fn sentence_tokens(&self, sentence: usize) -> Range<usize> {
        self.document.sentences().get(sentence).map_or(0..0, |sentence| sentence.tokens.clone())
    }

    /// Where words stand in the segment.
    pub fn span(&self, tokens: &Range<usize>) -> Span {
        self.document.span(tokens.clone())
    }

    /// Words as typed.
    pub fn words(&self, tokens: &Range<usize>) -> &'a str {
        self.span(tokens).of(self.text)
    }

    /// A token's folded text.
    pub fn token(&self, index: usize) -> &str {
        self.document.tokens().get(index).map(|token| token.text.as_str()).unwrap_or_default()
    }

    /// Whether a token carries grammar rather than content.
    pub fn is_grammatical(&self, index: usize) -> bool {
        self.document.tokens().get(index).is_some_and(Token::is_function_word)
    }

    /// How many written words the segment has.
    pub fn words_in_all(&self) -> usize {
        self.word_count(0..self.document.tokens().len())
    }

    /// What stands before a token; at and past the end, the end of a sentence.
    pub fn break_before(&self, index: usize) -> Break {
        let Some(token) = self.document.tokens().get(index) else { return Break::Sentence };
        let first = self.sentence_tokens(token.sentence).start == index;
        match (first, token.glued) {
            (true, _) => Break::Sentence,
            (_, true) => Break::None,
            _ => weight(&token.before),
        }
    }

    /// The sign before a word, if it is a single one.
    pub fn sign_before(&self, index: usize) -> Option<char> {
        let token = self.document.tokens().get(index)?;
        let mut signs = token.before.chars();
        signs.next().filter(|_| signs.next().is_none())
    }

    /// How many written words stand in a range; `ci/cd` is one.
    pub fn word_count(&self, tokens: Range<usize>) -> usize {
        let tokens = self.document.tokens().get(tokens).unwrap_or_default();
        tokens.iter().filter(|token| !token.glued).count()
    }
}

/// The strongest of the signs between two words.
fn weight(signs: &str) -> Break {
    let parts_clauses =
        |sign: char| matches!(sign, ';' | ':' | '(' | ')' | '[' | ']' | '=' | '<' | '>' | '|' | '"' | '—' | '→');
    if signs.contains(parts_clauses) {
        Break::Clause
    } else if signs.contains([',', '/', '+', '&', '•']) {
        Break::Comma
    } else {
        Break::None
    }
}
