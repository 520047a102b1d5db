//! Runs a program over a document: leaves first, then each node from those before it.

use super::Hit;
use super::compile::{Node, Program};
use super::matches::{Match, Matches, followed, minimal, near, tidy};
use crate::text::document::{Document, Token};
use crate::text::number::NumberClass;

/// Tokens on either side in which a context word makes a doubtful name certain.
const CONTEXT: u32 = 8;

pub(super) fn find(program: &Program, document: &Document) -> Vec<Vec<Hit>> {
    let mut leaves = program.lexicon.find(document);
    let text = Text::of(document);
    let mut found: Vec<Matches> = Vec::with_capacity(program.nodes.len());
    for node in &program.nodes {
        let matches = text.evaluate(node, &mut leaves, &found);
        found.push(matches);
    }
    program.roots.iter().map(|&root| minimal(&found[root]).into_iter().map(Hit::from).collect()).collect()
}

impl From<Match> for Hit {
    fn from(found: Match) -> Self {
        Hit { tokens: found.start as usize..found.end as usize, misspelt: found.misspelt }
    }
}

struct Text<'a> {
    document: &'a Document,
    /// For each token, the end of its sentence.
    sentence_end: Vec<u32>,
    shouting: bool,
}

impl<'a> Text<'a> {
    fn of(document: &'a Document) -> Self {
        let tokens = document.tokens();
        let end =
            |token: &Token| document.sentences().get(token.sentence).map_or(0, |sentence| sentence.tokens.end as u32);
        let long: Vec<&Token> = tokens.iter().filter(|token| token.text.len() > 3).collect();
        let capitals = long.iter().filter(|token| !token.raw.contains(char::is_lowercase)).count();
        Text { document, sentence_end: tokens.iter().map(end).collect(), shouting: capitals * 2 > long.len() }
    }

    fn evaluate(&self, node: &Node, leaves: &mut [Matches], found: &[Matches]) -> Matches {
        match node {
            // Nodes are shared, so that each leaf belongs to one of them.
            Node::Leaf(leaf) => std::mem::take(&mut leaves[*leaf]),
            Node::Number(class) => self.numbers(*class),
            Node::Sequence(parts) => self.sequence(parts, found),
            Node::Near(members, gap) => {
                let lists: Vec<&[Match]> = members.iter().map(|&member| found[member].as_slice()).collect();
                if lists.iter().any(|list| list.is_empty()) {
                    return Matches::new();
                }
                near(&lists, *gap, &self.sentence_end)
            }
            Node::Either(members) => {
                let mut lists = members.iter().map(|&member| &found[member]).filter(|list| !list.is_empty());
                let Some(first) = lists.next() else {
                    return Matches::new();
                };
                tidy(lists.fold(first.clone(), |mut all, list| {
                    all.extend(list);
                    all
                }))
            }
            Node::Doubtful { name, context } => {
                let certain = |name: &&Match| self.is_name(name) || is_near(name, &found[*context]);
                found[*name].iter().filter(certain).copied().collect()
            }
        }
    }

    fn sequence(&self, parts: &[(usize, usize)], found: &[Matches]) -> Matches {
        if parts.iter().any(|&(_, part)| found[part].is_empty()) {
            return Matches::new();
        }
        let mut parts = parts.iter();
        let first = parts.next().map_or_else(Matches::new, |&(_, part)| found[part].clone());
        parts.fold(first, |left, &(gap, part)| followed(&left, &found[part], gap, &self.sentence_end))
    }

    fn numbers(&self, class: NumberClass) -> Matches {
        let mut all = Matches::new();
        for sentence in self.document.sentences() {
            let start = sentence.tokens.start;
            for range in class.find(self.document.sentence_tokens(sentence)) {
                let (start, end) = ((start + range.start) as u32, (start + range.end) as u32);
                all.push(Match { start, end, misspelt: false });
            }
        }
        all
    }

    /// A capital inside a sentence shows a name, unless the writer capitalises everything.
    fn is_name(&self, found: &Match) -> bool {
        let (tokens, at) = (self.document.tokens(), found.start as usize);
        let Some(sentence) = self.document.sentence_of(at) else {
            return false;
        };
        if self.shouting || at == sentence.tokens.start || !tokens[at].is_capitalised() {
            return false;
        }
        let words: Vec<&Token> =
            self.document.sentence_tokens(sentence).iter().filter(|token| token.is_word()).collect();
        let capitalised = words.iter().filter(|token| token.is_capitalised()).count();
        words.len() < 4 || capitalised * 10 <= words.len() * 7
    }
}

fn is_near(name: &Match, context: &[Match]) -> bool {
    context.iter().any(|word| word.start <= name.end + CONTEXT && name.start <= word.end + CONTEXT)
}
