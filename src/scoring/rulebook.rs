//! All patterns of a bundle, compiled together so that an answer is read once, and where each one's hits are found.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::content::{Bundle, Cue, Rule};
use crate::text::pattern::{Reference, TermForms};
use crate::text::{Document, Hit, Pattern, PatternSet, Vocabulary};

/// The patterns of one bundle.
#[derive(Debug)]
pub(super) struct Rulebook {
    set: PatternSet,
    patterns: Vec<Pattern>,
    /// As their authors wrote them.
    sources: Vec<String>,
    /// Per criterion of the rubric.
    pub criteria: Vec<CriterionPatterns>,
    /// Per red flag of the rubric.
    pub red_flags: Vec<FlagPatterns>,
    /// Classes of cues that are wrong whatever the question, with what is said about them.
    pub harms: Vec<(String, String)>,
    cues: BTreeMap<String, Range<usize>>,
    terms: BTreeMap<String, String>,
}

/// Where the patterns of a criterion are found.
#[derive(Debug)]
pub(super) struct CriterionPatterns {
    /// Per rule: its patterns, or the topics it has to be near.
    pub rules: Vec<Range<usize>>,
    /// What excludes a hit in the same sentence.
    pub unless: Range<usize>,
}

/// Where the patterns of a red flag are found.
#[derive(Debug)]
pub(super) struct FlagPatterns {
    /// How it is voiced.
    pub any: Range<usize>,
    /// What excludes a hit in the same sentence.
    pub unless: Range<usize>,
}

/// Patterns in the order in which they were added.
#[derive(Default)]
struct Shelf {
    patterns: Vec<Pattern>,
    sources: Vec<String>,
}

impl Shelf {
    fn add(&mut self, patterns: &[Pattern]) -> Range<usize> {
        patterns.iter().for_each(|pattern| self.put(pattern.clone(), pattern.source()));
        self.patterns.len() - patterns.len()..self.patterns.len()
    }

    /// The patterns of a cue class, each as a class of its own: patterns inside a class forgive no typing error.
    fn add_exactly(&mut self, cue: &Cue) -> Range<usize> {
        let start = self.patterns.len();
        for (index, pattern) in cue.any.iter().enumerate() {
            if let Ok(reference) = Pattern::parse(&format!("cue:{}", part(cue, index))) {
                self.put(reference, pattern.source());
            }
        }
        start..self.patterns.len()
    }

    fn put(&mut self, pattern: Pattern, source: &str) {
        self.patterns.push(pattern);
        self.sources.push(source.to_owned());
    }
}

impl Rulebook {
    /// Compiles all patterns of a bundle.
    pub fn new(bundle: &Bundle) -> Self {
        let mut shelf = Shelf::default();
        let criteria = (bundle.rubric.criteria.iter())
            .map(|criterion| CriterionPatterns {
                rules: criterion.rules.iter().map(|rule| shelf.add(patterns_of(rule))).collect(),
                unless: shelf.add(&criterion.unless),
            })
            .collect();
        let red_flags = (bundle.rubric.red_flags.iter())
            .map(|flag| FlagPatterns { any: shelf.add(&flag.any), unless: shelf.add(&flag.unless) })
            .collect();
        let cues = bundle.cues.iter().map(|cue| (cue.id.clone(), shelf.add_exactly(cue))).collect();
        let harms = bundle.cues.iter().filter(|cue| cue.id.starts_with("harm-"));
        let harms = harms.map(|cue| (cue.id.clone(), cue.about.clone())).collect();
        let set = PatternSet::compile(&vocabulary(bundle), &shelf.patterns);
        Rulebook {
            set,
            patterns: shelf.patterns,
            sources: shelf.sources,
            criteria,
            red_flags,
            harms,
            cues,
            terms: names(bundle),
        }
    }

    /// The hits of every pattern.
    pub fn find(&self, document: &Document) -> Vec<Vec<Hit>> {
        self.set.find(document)
    }

    /// The patterns of a cue class; empty where there is no such class.
    pub fn cue(&self, class: &str) -> Range<usize> {
        self.cues.get(class).cloned().unwrap_or(0..0)
    }

    /// A pattern as its author wrote it.
    pub fn source(&self, pattern: usize) -> &str {
        self.sources.get(pattern).map(String::as_str).unwrap_or_default()
    }

    /// Whether different words that match a pattern are different things: those of a group are, the aliases of a term
    /// and the phrasings of one idea are not.
    pub fn is_plural(&self, pattern: usize) -> bool {
        (self.patterns.get(pattern)).is_some_and(|pattern| {
            pattern.references().iter().any(|(reference, _)| matches!(reference, Reference::Group(_)))
        })
    }

    /// The term that goes by this name, or the name itself.
    pub fn term<'a>(&'a self, name: &'a str) -> &'a str {
        self.terms.get(name).map_or(name, String::as_str)
    }
}

fn patterns_of(rule: &Rule) -> &[Pattern] {
    match rule {
        Rule::Any { patterns, .. } | Rule::All { patterns } => patterns,
        Rule::Tradeoff { near } | Rule::Measured { near } => near,
    }
}

fn part(cue: &Cue, index: usize) -> String {
    format!("{}.{index}", cue.id)
}

fn vocabulary(bundle: &Bundle) -> Vocabulary {
    let terms = (bundle.terms.iter())
        .map(|term| TermForms {
            id: term.id.clone(),
            aliases: term.aliases.clone(),
            implied_by: term.implied_by.clone(),
            groups: term.groups.clone(),
            is_word: term.word,
            context: term.context.clone(),
        })
        .collect();
    let whole = bundle.cues.iter().map(|cue| (cue.id.clone(), cue.any.clone()));
    let single = bundle
        .cues
        .iter()
        .flat_map(|cue| cue.any.iter().enumerate().map(|(index, pattern)| (part(cue, index), vec![pattern.clone()])));
    let cues = whole.chain(single).collect();
    let other_words = bundle.terms.iter().flat_map(|term| term.near.iter().cloned()).collect();
    Vocabulary { terms, cues, other_words }
}

fn names(bundle: &Bundle) -> BTreeMap<String, String> {
    let aliases = bundle.terms.iter().flat_map(|term| term.aliases.iter().map(move |alias| (alias, &term.id)));
    aliases.map(|(alias, id)| (alias.to_lowercase(), id.clone())).collect()
}
