//! Inflection off, meaning kept: plurals, -ing, -ed, irregular verbs and nouns. Never derivational (`deployment` is not
//! `deploy`). The same function serves patterns and answers. A word list decides between `coding`/`code` and
//! `opening`/`open`; unknown words fall back on the look of their ending.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::english::{is_english, is_function_word};

static IRREGULAR: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let lines = include_str!("data/irregular.txt").lines().filter(|line| !line.starts_with('#'));
    let mut forms = HashMap::new();
    for line in lines {
        let mut words = line.split_whitespace();
        let Some(base) = words.next() else { continue };
        forms.insert(base, base);
        forms.extend(words.map(|form| (form, base)));
    }
    forms
});

static PROTECTED: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("data/protected.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});

/// Particles in front of verbs that the word list has only without them (`autoscaling`, `redeploying`).
const PREFIXES: [&str; 16] = [
    "auto", "re", "un", "pre", "over", "under", "micro", "multi", "de", "dis", "mis", "out", "up", "down", "back", "co",
];

/// The base form of a folded word (lower case, American spelling).
pub fn stem(word: &str) -> String {
    if let Some(owner) = word.strip_suffix("'s").filter(|_| !is_function_word(word)) {
        return stem(owner);
    }
    if let Some(base) = IRREGULAR.get(word) {
        return (*base).to_owned();
    }
    if PROTECTED.contains(word) || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let singular = without_s(word);
    without_ed_or_ing(&singular).unwrap_or(singular)
}

/// Plural of a noun, third person of a verb.
fn without_s(word: &str) -> String {
    let keep = || word.to_owned();
    let Some(bare) = word.strip_suffix('s').filter(|bare| bare.len() >= 2 && !bare.ends_with('s')) else {
        return keep();
    };
    if bare.len() == 2 {
        return if is_english(word) { keep() } else { bare.to_owned() };
    }
    if known(bare) {
        return bare.to_owned();
    }
    if let Some(before) = word.strip_suffix("ies") {
        return format!("{before}y");
    }
    if let Some(before) = word.strip_suffix("es")
        && (known(before) || ["s", "x", "z", "ch", "sh"].iter().any(|end| before.ends_with(end)))
    {
        return before.to_owned();
    }
    if is_english(word) || bare.ends_with(['u', 'i']) { keep() } else { bare.to_owned() }
}

/// Past tense, participle, gerund; none where the ending belongs to the word.
fn without_ed_or_ing(word: &str) -> Option<String> {
    if let Some(before) = word.strip_suffix("ied").filter(|before| before.len() >= 2) {
        return Some(format!("{before}y"));
    }
    let bare = word.strip_suffix("ing").or_else(|| word.strip_suffix("ed"))?;
    if bare.len() < 2 || !bare.contains(['a', 'e', 'i', 'o', 'u', 'y']) {
        return None;
    }
    let with_e = format!("{bare}e");
    let single = undoubled(bare);
    for listed in [is_listed, is_compound] {
        let bases = [Some(with_e.as_str()), Some(bare), single];
        if let Some(base) = bases.into_iter().flatten().find(|base| listed(base)) {
            return Some(base.to_owned());
        }
    }
    if is_english(word) {
        return None;
    }
    if let Some(single) = single.filter(|single| !single.ends_with(['l', 's'])) {
        return Some(single.to_owned());
    }
    let mute_e = ["iz", "is", "yz", "at", "v", "c", "u", "dg", "rg"].iter().any(|end| bare.ends_with(end));
    Some(if mute_e { with_e } else { bare.to_owned() })
}

fn undoubled(bare: &str) -> Option<&str> {
    let mut last = bare.bytes().rev();
    let (end, before) = (last.next()?, last.next()?);
    (end == before && !b"aeiou".contains(&end)).then(|| &bare[..bare.len() - 1])
}

fn known(word: &str) -> bool {
    is_listed(word) || is_compound(word)
}

fn is_listed(word: &str) -> bool {
    is_english(word) || IRREGULAR.get(word).is_some_and(|base| *base == word)
}

/// Whether the word list has the word behind a common particle.
fn is_compound(word: &str) -> bool {
    PREFIXES.iter().any(|prefix| word.strip_prefix(prefix).is_some_and(|rest| rest.len() > 3 && is_english(rest)))
}
