//! What says the same in other characters, another spelling, or twice.

use unicode_normalization::UnicodeNormalization;

use super::Change;
use crate::text::variant::fold;

/// Name, what it does, and how.
pub(super) const ALL: [(&str, &str, Change); 8] = [
    ("crlf", "line ends of Windows", |answer, _| answer.replace("\r\n", "\n").replace('\n', "\r\n")),
    ("nfd", "accents as characters of their own", |answer, _| answer.nfd().collect()),
    ("nfc", "accents as parts of their letters", |answer, _| answer.nfc().collect()),
    ("american", "British spelling becomes American", |answer, _| respelt(answer, american)),
    ("british", "American spelling becomes British", |answer, _| respelt(answer, british)),
    ("sentence-again", "its longest sentence is said again at the end", |answer, _| sentence_again(answer)),
    ("upper-case", "capital letters only", |answer, _| answer.to_uppercase()),
    ("lower-case", "small letters only", |answer, _| answer.to_lowercase()),
];

/// How a British ending or beginning differs from the American one; whether a word has it is for [`fold`] to say.
const SPELLINGS: [(&str, &str); 7] =
    [("iz", "is"), ("yz", "ys"), ("or", "our"), ("ter", "tre"), ("ber", "bre"), ("ense", "ence"), ("og", "ogue")];

fn american(word: &str) -> Option<String> {
    Some(fold(word)).filter(|folded| folded != word)
}

/// Another spelling that folds to the word.
fn british(word: &str) -> Option<String> {
    let places = SPELLINGS.iter().flat_map(|(american, british)| {
        word.match_indices(american)
            .map(move |(at, _)| format!("{}{british}{}", &word[..at], &word[at + american.len()..]))
    });
    places.into_iter().find(|other| other != word && fold(other) == word)
}

/// Every word by itself, its capitals kept.
fn respelt(text: &str, respell: fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let length = rest.find(|ch: char| !ch.is_alphabetic()).unwrap_or(rest.len());
        let (word, after) = rest.split_at(length);
        out.push_str(&respell(&word.to_lowercase()).map_or(word.to_owned(), |other| with_capitals_of(word, &other)));
        let sign = after.chars().next().map_or(0, char::len_utf8);
        out.push_str(&after[..sign]);
        rest = &after[sign..];
    }
    out
}

fn with_capitals_of(word: &str, other: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    if first && letters.next().is_some_and(char::is_uppercase) {
        return other.to_uppercase();
    }
    let mut chars = other.chars();
    match chars.next() {
        Some(letter) if first => letter.to_uppercase().chain(chars).collect(),
        _ => other.to_owned(),
    }
}

fn sentence_again(answer: &str) -> String {
    let sentences = answer.split_inclusive(['.', '!', '?', '\n']).map(str::trim);
    match sentences.max_by_key(|sentence| sentence.len()).filter(|sentence| !sentence.is_empty()) {
        Some(longest) => format!("{} {longest}", answer.trim_end()),
        None => answer.to_owned(),
    }
}
