//! Names that mean two things: an alias of two terms, and an alias that is an English word.

use std::collections::BTreeMap;

use crate::content::file::{At, LexiconFile, Parsed, TermFile};
use crate::content::problem::Problem;
use crate::text::Vocabulary;
use crate::text::english::is_english;

/// Groups whose terms are named by English words in their usual sense (`latency`, `rollback`).
const PLAIN: [&str; 2] = ["practice", "metric"];

/// Reports ambiguous aliases of the given lexicons, against those of all.
pub fn check(lexicons: &[(&Parsed<'_>, &LexiconFile)], vocabulary: &Vocabulary, problems: &mut Vec<Problem>) {
    let owners = owners(vocabulary);
    for (file, lexicon) in lexicons {
        for term in &lexicon.terms {
            for alias in term.aliases.iter().flatten() {
                problems.extend(taken(file, term, alias, &owners));
                problems.extend(word(file, term, alias));
            }
        }
    }
}

/// Every alias with the terms that go by it.
fn owners(vocabulary: &Vocabulary) -> BTreeMap<String, Vec<&str>> {
    let mut owners: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for term in &vocabulary.terms {
        term.aliases.iter().for_each(|alias| owners.entry(alias.to_lowercase()).or_default().push(&term.id));
    }
    owners
}

fn taken(
    file: &Parsed<'_>,
    term: &TermFile,
    alias: &At<String>,
    owners: &BTreeMap<String, Vec<&str>>,
) -> Option<Problem> {
    let own = term.id.as_ref()?;
    let other = owners.get(&alias.value.to_lowercase())?.iter().find(|owner| **owner != own.value)?;
    let message = format!("`{}` is also a name of `{other}`", alias.value);
    let help = "keep it with one of the two; where one implies the other, use `implied_by`";
    Some(Problem::warning("alias", file.place(alias.span), message, help))
}

fn word(file: &Parsed<'_>, term: &TermFile, alias: &At<String>) -> Option<Problem> {
    let plain = term.groups.iter().any(|group| PLAIN.contains(&group.value.as_str()));
    if term.word.is_some() || plain || !is_english(&alias.value.to_lowercase()) {
        return None;
    }
    let message = format!("`{}` is an English word", alias.value);
    let help = "set `word = true`, so that it needs a capital or a word of its `context` nearby; or `word = false`, where it \
                means the same in plain English";
    Some(Problem::warning("alias-word", file.place(alias.span), message, help))
}
