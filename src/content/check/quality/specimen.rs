//! The simplest texts that a pattern describes: `{graceful*|clean} ~2 shutdown` describes "graceful shutdown" and "clean
//! shutdown". A pattern that matches none of its own specimens matches nothing.

use crate::text::Vocabulary;

/// Cue classes within cue classes.
const DEEPEST: usize = 3;

/// Specimens tried: as many as alternatives of a brace.
const MOST: usize = 8;

/// Texts that a pattern describes, so that every alternative of a short brace is in one; empty where they depend on more than
/// words (a regular expression, a name that needs context).
pub fn specimens(source: &str, vocabulary: &Vocabulary) -> Vec<String> {
    let mut texts: Vec<String> =
        (0..MOST).filter_map(|choice| Describe { vocabulary, choice }.pattern(source, 0)).collect();
    texts.dedup();
    texts
}

struct Describe<'a> {
    vocabulary: &'a Vocabulary,
    /// Which alternative is taken from every brace; the last one where there are fewer.
    choice: usize,
}

impl Describe<'_> {
    fn pattern(&self, source: &str, depth: usize) -> Option<String> {
        let mut words = Vec::new();
        let mut rest = source.trim_start();
        while !rest.is_empty() {
            let length =
                if rest.starts_with('{') { braces(rest)? } else { rest.find([' ', '{']).unwrap_or(rest.len()) };
            let (piece, after) = rest.split_at(length.max(1));
            words.push(self.word(piece, depth)?);
            rest = after.trim_start();
        }
        Some(words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
    }

    fn word(&self, piece: &str, depth: usize) -> Option<String> {
        match piece.chars().next()? {
            '{' => self.pattern(self.alternative(piece)?, depth),
            '~' | '&' => Some(String::new()),
            '/' => None,
            '#' => number(piece),
            '@' => self.alias(piece),
            '=' => Some(piece[1..].to_owned()),
            _ => match piece.strip_prefix("cue:") {
                Some(name) => self.cue(name, depth),
                None => Some(piece.trim_end_matches('*').to_owned()),
            },
        }
    }

    fn alternative<'s>(&self, braced: &'s str) -> Option<&'s str> {
        let inner = braced.strip_prefix('{')?.strip_suffix('}')?;
        let mut depth = 0;
        let alternatives: Vec<&str> = inner
            .split(|character| {
                depth += i32::from(character == '{') - i32::from(character == '}');
                depth == 0 && character == '|'
            })
            .collect();
        alternatives.get(self.choice).or(alternatives.last()).copied()
    }

    fn alias(&self, reference: &str) -> Option<String> {
        let mut terms = self.vocabulary.terms.iter().filter(|term| match reference.strip_prefix("@group:") {
            Some(group) => term.groups.iter().any(|own| own == group),
            None => reference[1..] == term.id,
        });
        terms.find(|term| !term.is_word).and_then(|term| term.aliases.first().cloned())
    }

    fn cue(&self, name: &str, depth: usize) -> Option<String> {
        let (_, patterns) = self.vocabulary.cues.iter().find(|(id, _)| id == name)?;
        if depth >= DEEPEST {
            return None;
        }
        patterns.iter().find_map(|pattern| self.pattern(pattern.source(), depth + 1))
    }
}

/// Bytes up to the brace that closes the first one.
fn braces(text: &str) -> Option<usize> {
    let mut depth = 0;
    text.char_indices().find_map(|(at, character)| {
        depth += i32::from(character == '{') - i32::from(character == '}');
        (depth == 0).then_some(at + 1)
    })
}

fn number(class: &str) -> Option<String> {
    let text = match class {
        "#num" => "42",
        "#percent" => "42%",
        "#duration" => "5 minutes",
        "#money" => "$5",
        _ => return None,
    };
    Some(text.to_owned())
}
