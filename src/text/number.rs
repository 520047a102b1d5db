//! Numbers with their units, in digits or words. Finds where they stand; does no arithmetic.

use std::ops::Range;

use super::document::Token;

/// What sort of number a pattern asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NumberClass {
    /// `#num`: `4`, `four`, `twenty five`, `1,000`, `10x`, `half`, `two thirds`.
    Num,
    /// `#percent`: `40%`, `40 %`, `forty per cent`.
    Percent,
    /// `#duration`: `18 minutes`, `300ms`, `an hour`, `half a day`.
    Duration,
    /// `#money`: `$300`, `5k€`, `300 dollars`.
    Money,
}

impl NumberClass {
    /// By the name it has in patterns.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "num" => Some(Self::Num),
            "percent" => Some(Self::Percent),
            "duration" => Some(Self::Duration),
            "money" => Some(Self::Money),
            _ => None,
        }
    }

    /// Where such numbers stand among the tokens of one sentence: ascending, not overlapping.
    pub fn find(self, tokens: &[Token]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match self.length(&tokens[at..]) {
                0 => at += 1,
                length => {
                    found.push(at..at + length);
                    at += length;
                }
            }
        }
        found
    }

    /// Tokens of the number that `tokens` begins with; 0 if it begins with none.
    fn length(self, tokens: &[Token]) -> usize {
        match self {
            Self::Num => quantity(tokens),
            Self::Percent => with_unit(tokens, quantity(tokens), |unit| unit.ends_with('%'), percent_unit),
            Self::Duration => duration(tokens),
            Self::Money => money(tokens),
        }
    }
}

const UNITS: [&str; 29] = [
    "zero",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "dozen",
    "one",
];
const MULTIPLES: [&str; 6] = ["hundred", "thousand", "million", "billion", "k", "dozen"];
const FRACTIONS: [&str; 8] = ["half", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth"];
/// Words beside which `one` is a pronoun, not a number.
const PRONOUN_AFTER: [&str; 4] = ["of", "another", "is", "that"];

/// Short time units as they are glued to digits (`300ms`) or stand alone behind them.
const TIME_SHORT: [&str; 16] =
    ["ns", "us", "µs", "ms", "s", "sec", "secs", "m", "min", "mins", "h", "hr", "hrs", "d", "w", "y"];
const TIME_WORDS: [&str; 10] =
    ["nanosecond", "microsecond", "millisecond", "second", "minute", "hour", "day", "night", "week", "month"];
const TIME_LONG: [&str; 6] = ["quarter", "year", "sprint", "weekend", "fortnight", "decade"];
/// Amounts that are vague, but amounts of time all the same.
const VAGUE: [&str; 6] = ["a", "an", "few", "several", "couple", "one"];

fn text(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).map_or("", |token| token.text.as_str())
}

/// Digits, with `$` and `x`, `k`, `m`, `bn` taken off; none if the token does not begin as a number.
fn digits(word: &str) -> Option<&str> {
    let bare = word.trim_start_matches(['$', '€', '£', '¥']);
    let unit = bare.trim_start_matches(|ch: char| ch.is_ascii_digit() || ".,:⁄".contains(ch));
    bare.starts_with(|ch: char| ch.is_ascii_digit()).then_some(unit)
}

/// Tokens of a plain number: digits or number words, a range of them, or a fraction.
fn quantity(tokens: &[Token]) -> usize {
    let first = single(tokens);
    if first == 0 {
        return 0;
    }
    let linked = match text(tokens, first) {
        "to" | "or" => 1,
        _ if tokens.get(first).is_some_and(|token| token.glued && token.before == "-") => 0,
        _ => return first,
    };
    // "3-5", "two to three": a range counts once where a unit follows it, so look for the second number only.
    let second = single(tokens.get(first + linked..).unwrap_or_default());
    let ranged = second > 0 && (linked == 0 || is_time_unit(text(tokens, first + linked + second)));
    if ranged { first + linked + second } else { first }
}

fn single(tokens: &[Token]) -> usize {
    let word = text(tokens, 0);
    if let Some(unit) = digits(word) {
        let plain = unit.is_empty()
            || ["x", "k", "m", "bn", "mb", "gb", "tb", "rps", "th", "st", "nd", "rd", "%"].contains(&unit);
        return usize::from(plain || TIME_SHORT.contains(&unit))
            + usize::from(unit.is_empty() && MULTIPLES.contains(&text(tokens, 1)));
    }
    if word == "a" && FRACTIONS.contains(&text(tokens, 1)) && text(tokens, 1) != "half"
        || word == "a" && text(tokens, 1) == "dozen"
    {
        return 2;
    }
    if FRACTIONS[..1].contains(&word) || word == "twice" || word == "thrice" {
        return 1;
    }
    if !UNITS.contains(&word) || (word == "one" && PRONOUN_AFTER.contains(&text(tokens, 1))) {
        return 0;
    }
    let number = |at: usize| UNITS.contains(&text(tokens, at)) || MULTIPLES.contains(&text(tokens, at));
    let mut length = (1..6).take_while(|&at| number(at)).count() + 1;
    if FRACTIONS[1..].contains(&text(tokens, length)) {
        length += 1;
    }
    if text(tokens, length) == "and" && text(tokens, length + 1) == "a" && text(tokens, length + 2) == "half" {
        length += 3;
    }
    length
}

fn with_unit(tokens: &[Token], number: usize, glued: impl Fn(&str) -> bool, unit: impl Fn(&[Token]) -> usize) -> usize {
    if number == 0 {
        return 0;
    }
    if glued(text(tokens, number - 1)) {
        return number;
    }
    match unit(tokens.get(number..).unwrap_or_default()) {
        0 => 0,
        length => number + length,
    }
}

fn percent_unit(tokens: &[Token]) -> usize {
    match (text(tokens, 0), text(tokens, 1)) {
        ("percent" | "pct" | "%", _) => 1,
        ("per", "cent") => 2,
        _ => 0,
    }
}

fn is_time_unit(word: &str) -> bool {
    let singular = word.strip_suffix('s').filter(|bare| bare.len() > 2).unwrap_or(word);
    TIME_WORDS.contains(&singular) || TIME_LONG.contains(&singular) || TIME_SHORT.contains(&word)
}

fn duration(tokens: &[Token]) -> usize {
    let glued = |word: &str| digits(word).is_some_and(|unit| TIME_SHORT.contains(&unit));
    let unit = |tokens: &[Token]| usize::from(is_time_unit(text(tokens, 0)));
    let precise = with_unit(tokens, quantity(tokens), glued, unit);
    if precise > 0 { precise } else { vague_duration(tokens) }
}

/// `an hour`, `half a day`, `half an hour`, `a couple of hours`, `a few minutes`.
fn vague_duration(tokens: &[Token]) -> usize {
    let filler = |word: &str| VAGUE.contains(&word) || word == "half" || word == "of";
    let words = (0..4).take_while(|&at| filler(text(tokens, at))).count();
    let starts = words > 0 && text(tokens, 0) != "of";
    let unit = text(tokens, words);
    let long = TIME_SHORT.contains(&unit);
    if starts && !long && is_time_unit(unit) { words + 1 } else { 0 }
}

fn money(tokens: &[Token]) -> usize {
    let first = text(tokens, 0);
    let sign = first.starts_with(['$', '€', '£', '¥']);
    let number = quantity(tokens);
    if sign && number > 0 {
        return number;
    }
    let unit = |tokens: &[Token]| {
        let named = ["dollar", "dollars", "euro", "euros", "pound", "pounds", "usd", "eur", "gbp", "bucks", "cents"];
        usize::from(named.contains(&text(tokens, 0)))
    };
    with_unit(tokens, number, |_| false, unit)
}
