//! Expressions and vocabulary to one program: a list of nodes, each after those it is made of, equal ones shared.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::lexicon::{LeafId, Lexicon};
use super::parse::plain;
use super::syntax::{Expr, Reference, Word};
use super::{TermForms, Vocabulary};
use crate::text::english::is_english;
use crate::text::number::NumberClass;
use crate::text::stem::stem;

pub(super) type NodeId = usize;

/// How the matches of a node come about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Node {
    Leaf(LeafId),
    Number(NumberClass),
    /// Each part with the words allowed before it.
    Sequence(Vec<(usize, NodeId)>),
    Near(Vec<NodeId>, usize),
    Either(Vec<NodeId>),
    /// A name that is an English word too: it needs a capital, or the context nearby.
    Doubtful {
        name: NodeId,
        context: NodeId,
    },
}

/// All patterns of a set, ready to run.
#[derive(Debug, Default)]
pub(super) struct Program {
    pub lexicon: Lexicon,
    pub nodes: Vec<Node>,
    /// The node of each pattern, in the order given.
    pub roots: Vec<NodeId>,
}

pub(super) fn compile(vocabulary: &Vocabulary, expressions: &[&Expr]) -> Program {
    let mut compiler = Compiler::new(vocabulary);
    let roots = expressions.iter().map(|expr| compiler.expr(expr, true)).collect();
    let others = vocabulary.other_words.iter().flat_map(|words| plain(words));
    compiler.program.lexicon.know(others);
    compiler.program.roots = roots;
    compiler.program
}

struct Compiler<'a> {
    terms: BTreeMap<&'a str, &'a TermForms>,
    cues: BTreeMap<&'a str, &'a [super::Pattern]>,
    program: Program,
    shared: HashMap<Node, NodeId>,
    references: HashMap<Reference, NodeId>,
}

impl<'a> Compiler<'a> {
    fn new(vocabulary: &'a Vocabulary) -> Self {
        Compiler {
            terms: vocabulary.terms.iter().map(|term| (term.id.as_str(), term)).collect(),
            cues: vocabulary.cues.iter().map(|(name, any)| (name.as_str(), any.as_slice())).collect(),
            program: Program::default(),
            shared: HashMap::new(),
            references: HashMap::new(),
        }
    }

    fn node(&mut self, node: Node) -> NodeId {
        if let Some(id) = self.shared.get(&node) {
            return *id;
        }
        let id = self.program.nodes.len();
        self.program.nodes.push(node.clone());
        self.shared.insert(node, id);
        id
    }

    /// `tolerant`: typing errors are forgiven.
    fn expr(&mut self, expr: &'a Expr, tolerant: bool) -> NodeId {
        let leaf = match expr {
            Expr::Word(word) => self.program.lexicon.word(word, tolerant),
            Expr::Prefix(prefix) => self.program.lexicon.prefix(prefix, tolerant),
            Expr::Exact(raw) => self.program.lexicon.exact(raw),
            Expr::Typed(words) => self.program.lexicon.typed(words),
            Expr::Regex(source) => self.program.lexicon.regex(source),
            Expr::Number(class) => return self.node(Node::Number(*class)),
            Expr::Reference(reference) => return self.reference(reference),
            Expr::Sequence(parts) => return self.sequence(parts, tolerant),
            Expr::Near(members, gap) => {
                let members = members.iter().map(|member| self.expr(member, tolerant)).collect();
                return self.node(Node::Near(members, *gap));
            }
            Expr::Either(members) => {
                let members = members.iter().map(|member| self.expr(member, tolerant)).collect();
                return self.either(members);
            }
        };
        self.node(Node::Leaf(leaf))
    }

    fn either(&mut self, mut members: Vec<NodeId>) -> NodeId {
        members.sort_unstable();
        members.dedup();
        match members.as_slice() {
            [only] => *only,
            _ => self.node(Node::Either(members)),
        }
    }

    /// The parts in order, or with two adjacent words written as one (`roll back`, `rollback`).
    fn sequence(&mut self, parts: &'a [(usize, Expr)], tolerant: bool) -> NodeId {
        let nodes: Vec<(usize, NodeId)> = parts.iter().map(|(gap, part)| (*gap, self.expr(part, tolerant))).collect();
        let mut readings = Vec::new();
        for (index, pair) in parts.windows(2).enumerate() {
            if let [(_, first), (0, second)] = pair
                && let Some(joined) = self.joined(first, second, tolerant)
            {
                let mut shorter = nodes.clone();
                shorter.splice(index..index + 2, [(nodes[index].0, joined)]);
                readings.push(if shorter.len() == 1 { joined } else { self.node(Node::Sequence(shorter)) });
            }
        }
        readings.push(self.node(Node::Sequence(nodes)));
        self.either(readings)
    }

    fn joined(&mut self, first: &Expr, second: &Expr, tolerant: bool) -> Option<NodeId> {
        let Expr::Word(first) = first else { return None };
        let letters = |text: &str| text.bytes().all(|byte| byte.is_ascii_lowercase());
        let leaf = match second {
            Expr::Word(second) if letters(&first.text) && letters(&second.text) => {
                let text = format!("{}{}", first.text, second.text);
                let word = Word { stem: stem(&text), text };
                is_compound(&word.text).then(|| self.program.lexicon.word(&word, tolerant))?
            }
            Expr::Prefix(prefix) if letters(&first.text) => {
                let joined = format!("{}{prefix}", first.text);
                is_compound(&joined).then(|| self.program.lexicon.prefix(&joined, tolerant))?
            }
            _ => return None,
        };
        Some(self.node(Node::Leaf(leaf)))
    }

    /// A cue or term may refer to others; one that leads back to itself matches nothing there.
    fn reference(&mut self, reference: &Reference) -> NodeId {
        if let Some(node) = self.references.get(reference) {
            return *node;
        }
        let nothing = self.node(Node::Either(Vec::new()));
        self.references.insert(reference.clone(), nothing);
        let node = match reference {
            Reference::Cue(name) => {
                let any = self.cues.get(name.as_str()).copied().unwrap_or_default();
                let members = any.iter().map(|pattern| self.expr(pattern.expr(), false)).collect();
                self.either(members)
            }
            Reference::Term(id) => {
                let members = self.implying(id).into_iter().map(|term| self.term(term)).collect();
                self.either(members)
            }
            Reference::Group(name) => {
                let of_group = |term: &&TermForms| term.groups.contains(name);
                let ids: Vec<&str> =
                    self.terms.values().copied().filter(of_group).map(|term| term.id.as_str()).collect();
                let members = ids.into_iter().map(|id| self.reference(&Reference::Term(id.to_owned()))).collect();
                self.either(members)
            }
        };
        self.references.insert(reference.clone(), node);
        node
    }

    /// The term and all whose mention implies it, directly or not.
    fn implying(&self, id: &str) -> Vec<&'a TermForms> {
        let mut reached = BTreeSet::new();
        let mut waiting = vec![id];
        let mut terms = Vec::new();
        while let Some(term) = waiting.pop().and_then(|id| self.terms.get(id).copied()) {
            if reached.insert(term.id.as_str()) {
                waiting.extend(term.implied_by.iter().map(String::as_str));
                terms.push(term);
            }
        }
        terms
    }

    fn term(&mut self, term: &'a TermForms) -> NodeId {
        let (mut certain, mut doubtful) = (Vec::new(), Vec::new());
        for alias in &term.aliases {
            let words = plain(alias);
            let english = matches!(words.as_slice(), [only] if is_english(&only.text) || only.text == term.id);
            let node = self.alias(&words);
            if term.is_word && english { doubtful.push(node) } else { certain.push(node) }
        }
        if !doubtful.is_empty() {
            let name = self.either(doubtful);
            let context = term.context.iter().map(|pattern| self.expr(pattern.expr(), true)).collect();
            let context = self.either(context);
            certain.push(self.node(Node::Doubtful { name, context }));
        }
        self.either(certain)
    }

    fn alias(&mut self, words: &[Word]) -> NodeId {
        let leaves: Vec<NodeId> = words
            .iter()
            .map(|word| {
                let leaf = self.program.lexicon.word(word, true);
                self.node(Node::Leaf(leaf))
            })
            .collect();
        let mut readings = Vec::new();
        for (index, pair) in words.windows(2).enumerate() {
            let (first, second) = (Expr::Word(pair[0].clone()), Expr::Word(pair[1].clone()));
            if let Some(joined) = self.joined(&first, &second, true) {
                let mut shorter = leaves.clone();
                shorter.splice(index..index + 2, [joined]);
                readings.push(self.adjacent(&shorter));
            }
        }
        readings.push(self.adjacent(&leaves));
        self.either(readings)
    }

    fn adjacent(&mut self, leaves: &[NodeId]) -> NodeId {
        match leaves {
            [only] => *only,
            [] => self.node(Node::Either(Vec::new())),
            _ => self.node(Node::Sequence(leaves.iter().map(|&leaf| (0, leaf)).collect())),
        }
    }
}

/// Whether two words may be written as this one: `rollback` and `cicd`, but not `away` for `a way`.
fn is_compound(joined: &str) -> bool {
    joined.len() >= 6 || (joined.len() >= 4 && !is_english(joined))
}
