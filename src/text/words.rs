//! Where a word begins and ends, and where a full stop ends a sentence. Works on folded characters.

use unicode_normalization::char::is_combining_mark;

use super::english::is_english;
use super::normalise::Glyph;

/// Endings behind a dot that are names and files, not the next sentence.
const DOMAINS: [&str; 8] = ["net", "com", "org", "dev", "app", "log", "conf", "lock"];

/// Abbreviations whose dot does not end a sentence.
const ABBREVIATIONS: [&str; 12] = ["e.g", "eg", "i.e", "ie", "vs", "cf", "approx", "incl", "mr", "mrs", "dr", "resp"];

/// The end of the word that begins at `start`; none if no word begins there.
pub(super) fn word_end(glyphs: &[Glyph], start: usize, limit: usize) -> Option<usize> {
    if is_lone_percent(glyphs, start) {
        return Some(start + 1);
    }
    let at = |index: usize| glyphs[..limit].get(index).map(|glyph| glyph.ch);
    let mut end = start + usize::from(has_leading_sign(glyphs, start, limit));
    if !at(end).is_some_and(|ch| ch.is_alphanumeric() && !is_combining_mark(ch)) {
        return None;
    }
    while let Some(ch) = at(end) {
        let goes_on = ch.is_alphanumeric() || is_combining_mark(ch) || joins(glyphs, start, end, limit);
        if !goes_on {
            break;
        }
        end += 1;
    }
    Some(end + closing_sign(glyphs, start, end, limit))
}

/// The sign in `40 %`, which is a word of its own because "40 per cent" has one there.
fn is_lone_percent(glyphs: &[Glyph], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map(|index| glyphs[index].ch);
    glyphs[at].ch == '%' && before(1) == Some(' ') && before(2).is_some_and(|ch| ch.is_ascii_digit())
}

/// `.net`, `$300`.
fn has_leading_sign(glyphs: &[Glyph], start: usize, limit: usize) -> bool {
    let next = glyphs[..limit].get(start + 1).map(|glyph| glyph.ch);
    let after_space = start == 0 || !glyphs[start - 1].ch.is_alphanumeric();
    match glyphs[start].ch {
        '.' => after_space && next.is_some_and(char::is_alphabetic),
        '$' | '€' | '£' | '¥' => next.is_some_and(|ch| ch.is_ascii_digit()),
        _ => false,
    }
}

/// Whether the sign at `index` holds a word together: `don't`, `node.js`, `1.5`, `1,000`, `10:30`, `½`.
fn joins(glyphs: &[Glyph], start: usize, index: usize, limit: usize) -> bool {
    let at = |index: usize| glyphs[..limit].get(index).map(|glyph| glyph.ch);
    let (Some(before), Some(after)) = (index.checked_sub(1).and_then(at), at(index + 1)) else {
        return false;
    };
    let digit = |ch: Option<char>| ch.is_some_and(|ch| ch.is_ascii_digit());
    match glyphs[index].ch {
        '\'' => before.is_alphanumeric() && after.is_alphabetic(),
        '.' => before.is_alphanumeric() && after.is_alphanumeric() && !dot_ends_sentence(glyphs, start, index, limit),
        ',' => digit(Some(before)) && (1..=3).all(|step| digit(at(index + step))) && !digit(at(index + 4)),
        ':' | '⁄' => digit(Some(before)) && digit(Some(after)),
        _ => false,
    }
}

/// `99.9%`, `c++`, `c#`.
fn closing_sign(glyphs: &[Glyph], start: usize, end: usize, limit: usize) -> usize {
    let at = |index: usize| glyphs[..limit].get(index).map(|glyph| glyph.ch);
    let free = |index: usize| !at(index).is_some_and(char::is_alphanumeric);
    let letter = end - start == 1 && glyphs[start].ch.is_ascii_alphabetic();
    match at(end) {
        Some('%') if glyphs[end - 1].ch.is_ascii_digit() => 1,
        Some('+') if letter && at(end + 1) == Some('+') && free(end + 2) => 2,
        Some('#') if letter && free(end + 1) => 1,
        _ => 0,
    }
}

/// A dot without a space behind it still ends a sentence in "it is done.Then" and "restart it.check the logs".
fn dot_ends_sentence(glyphs: &[Glyph], start: usize, dot: usize, limit: usize) -> bool {
    let before: String = glyphs[start..dot].iter().map(|glyph| glyph.ch).collect();
    let after: String =
        glyphs[dot + 1..limit].iter().map(|glyph| glyph.ch).take_while(|ch| ch.is_alphabetic()).collect();
    if before.len() < 2 || after.len() < 3 || !before.chars().all(char::is_alphabetic) {
        return false;
    }
    let capital = after.starts_with(char::is_uppercase) && after.chars().skip(1).all(char::is_lowercase);
    let (before, after) = (before.to_lowercase(), after.to_lowercase());
    is_english(&after) && !DOMAINS.contains(&after.as_str()) && (capital || is_english(&before))
}

/// Whether the sign at `index`, outside a word, ends the sentence; `previous` is the folded word before it.
pub(super) fn ends_sentence(glyphs: &[Glyph], index: usize, limit: usize, previous: &str) -> bool {
    let sign = glyphs[index].ch;
    if !matches!(sign, '.' | '?' | '!' | '。' | '？' | '！') {
        return false;
    }
    let mut rest = glyphs[index + 1..limit].iter().map(|glyph| glyph.ch);
    let next = rest.by_ref().find(|ch| !matches!(ch, '.' | '?' | '!' | ')' | ']' | '"' | '\'' | '*' | '_' | '`'));
    match next {
        None => true,
        Some(' ') if sign == '.' => {
            let following = rest.find(|ch| *ch != ' ');
            let ellipsis =
                index > 0 && glyphs[index - 1].ch == '.' || glyphs.get(index + 1).is_some_and(|glyph| glyph.ch == '.');
            let lower = following.is_some_and(char::is_lowercase);
            !ABBREVIATIONS.contains(&previous) && !(lower && (ellipsis || previous == "etc" || previous == "no"))
        }
        Some(' ') => true,
        Some(next) => next.is_alphabetic(),
    }
}
