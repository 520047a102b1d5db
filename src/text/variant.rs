//! British and American spelling folded to one form (the American one, because fewer words change). Spelling only: no
//! inflection is taken off here.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::english::is_english;

/// By the first three letters: British and American beginnings.
static BEGINNINGS: LazyLock<HashMap<&'static str, Vec<(&'static str, &'static str)>>> = LazyLock::new(|| {
    let mut table: HashMap<&str, Vec<(&str, &str)>> = HashMap::new();
    for line in include_str!("data/british.txt").lines().filter(|line| !line.starts_with('#')) {
        if let Some((british, american)) = line.split_once(' ') {
            table.entry(&british[..3]).or_default().push((british, american));
        }
    }
    table
});

/// Endings in which `s` stands for `z`, longest first.
const S_FOR_Z: [&str; 10] = ["isations", "isation", "isers", "ising", "ised", "ises", "iser", "ise", "ysed", "ysing"];

/// Folds a lower-case word; words without a variant come back unchanged.
pub fn fold(word: &str) -> String {
    if !word.is_ascii() || word.len() < 4 {
        return word.to_owned();
    }
    if let Some(beginnings) = BEGINNINGS.get(&word[..3])
        && let Some((british, american)) = beginnings.iter().find(|(british, _)| word.starts_with(british))
    {
        return format!("{american}{}", &word[british.len()..]);
    }
    z_for_s(word).unwrap_or_else(|| word.to_owned())
}

/// `organised` to `organized`, not `advised` to `advized`: the word list decides, and unknown words are folded.
fn z_for_s(word: &str) -> Option<String> {
    if word == "analyse" || word == "paralyse" || word == "catalyse" {
        return Some(format!("{}ze", &word[..word.len() - 2]));
    }
    let ending = S_FOR_Z.iter().find(|ending| word.ends_with(**ending))?;
    let before = &word[..word.len() - ending.len()];
    if before.len() < 3 || before.ends_with(['a', 'o', 'u', 'e']) {
        return None;
    }
    let folded = format!("{before}{}", ending.replacen('s', "z", 1));
    (is_english(&folded) || !is_english(word)).then_some(folded)
}

/// The beginnings under which a prefix pattern has to be looked up: as written, and folded where the cut shows a variant.
pub fn prefixes(prefix: &str) -> Vec<String> {
    let mut all = vec![prefix.to_owned()];
    let folded = fold(prefix);
    if folded != prefix {
        all.push(folded);
    }
    for (british, american) in [("is", "iz"), ("isat", "izat"), ("ys", "yz"), ("our", "or"), ("isi", "izi")] {
        if let Some(before) = prefix.strip_suffix(british).filter(|before| before.len() >= 3) {
            all.push(format!("{before}{american}"));
        }
    }
    all.dedup();
    all
}
