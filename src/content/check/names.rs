//! What the files define, where; ids that stand twice.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::file::{At, Body, Parsed, QuestionFile, RubricFile};
use crate::content::nearest::suggest;
use crate::content::problem::{Place, Problem};

/// The names of one sort of thing.
#[derive(Debug)]
pub struct Defined<'a> {
    what: &'static str,
    places: BTreeMap<&'a str, Place>,
    /// Whether a file that defines such things is torn by syntax errors: then an unknown name may be none.
    torn: bool,
}

impl<'a> Defined<'a> {
    fn new(what: &'static str) -> Self {
        Defined { what, places: BTreeMap::new(), torn: false }
    }

    fn define(&mut self, name: &'a str, place: Place, problems: &mut Vec<Problem>) {
        let Some(first) = self.places.get(name) else {
            self.places.insert(name, place);
            return;
        };
        let message = format!("the {} `{name}` stands twice", self.what);
        let help = format!("rename one of the two, or take one out: the other stands in {}", first.file);
        problems.push(Problem::error("duplicate-id", place, message, help).and_also(first.clone()));
    }

    fn define_at(&mut self, file: &Parsed<'a>, name: &'a Option<At<String>>, problems: &mut Vec<Problem>) {
        if let Some(name) = name {
            self.define(&name.value, file.place(name.span), problems);
        }
    }

    /// Whether a name is defined, as far as can be told.
    pub fn knows(&self, name: &str) -> bool {
        self.torn || self.places.contains_key(name)
    }

    /// Reports a name that nothing defines.
    pub fn require(&self, name: &str, place: Place, problems: &mut Vec<Problem>) {
        if !self.knows(name) {
            let message = format!("there is no {} `{name}`", self.what);
            let help = suggest(name, self.places.keys().copied());
            problems.push(Problem::error("unknown-reference", place, message, help));
        }
    }
}

/// Everything that can be referred to.
#[derive(Debug)]
pub struct Names<'a> {
    /// Interviews, and so topics.
    pub topics: Defined<'a>,
    /// Interviews with slots of their own.
    pub slotted: BTreeSet<&'a str>,
    /// Questions of all interviews.
    pub questions: Defined<'a>,
    /// Rubrics, by question.
    pub rubrics: Defined<'a>,
    /// Terms of the lexicon.
    pub terms: Defined<'a>,
    /// Groups of terms.
    pub groups: Defined<'a>,
    /// Cue classes.
    pub cues: Defined<'a>,
    /// Criteria, by question.
    pub criteria: BTreeMap<&'a str, Defined<'a>>,
    /// Questions as written, with their topic.
    pub asked: BTreeMap<&'a str, (&'a str, &'a QuestionFile)>,
}

impl<'a> Names<'a> {
    /// Collects the names, reports those that stand twice.
    pub fn of(files: &'a [Parsed<'a>], problems: &mut Vec<Problem>) -> Self {
        let mut names = Names {
            topics: Defined::new("topic"),
            slotted: BTreeSet::new(),
            questions: Defined::new("question"),
            rubrics: Defined::new("rubric of"),
            terms: Defined::new("term"),
            groups: Defined::new("group"),
            cues: Defined::new("cue class"),
            criteria: BTreeMap::new(),
            asked: BTreeMap::new(),
        };
        let mut constants = Defined::new("file of constants");
        for file in files {
            match &file.body {
                Body::Scale(_) => constants.define("scale", Place::top(file.name), problems),
                _ => names.collect(file, problems),
            }
        }
        names
    }

    fn collect(&mut self, file: &'a Parsed<'a>, problems: &mut Vec<Problem>) {
        match &file.body {
            Body::Interview(interview) => {
                self.topics.define(file.stem, Place::top(file.name), problems);
                self.slotted.extend(Some(file.stem).filter(|_| interview.has_slots()));
                self.questions.torn |= file.torn;
                for question in &interview.questions {
                    self.questions.define_at(file, &question.id, problems);
                    if let Some(id) = &question.id {
                        self.asked.entry(&id.value).or_insert((file.stem, question));
                    }
                }
                unique("competency", file, interview.competencies.iter().map(|competency| &competency.id), problems);
            }
            Body::Rubric(rubric) => self.rubric(file, rubric, problems),
            Body::Lexicon(lexicon) => {
                self.terms.torn |= file.torn;
                self.groups.torn |= file.torn;
                for term in &lexicon.terms {
                    self.terms.define_at(file, &term.id, problems);
                    for group in &term.groups {
                        self.groups.places.entry(&group.value).or_insert_with(|| file.place(group.span));
                    }
                }
            }
            Body::Cues(cues) => {
                self.cues.torn |= file.torn;
                cues.cues.iter().for_each(|cue| self.cues.define_at(file, &cue.id, problems));
            }
            Body::Scale(_) => {}
        }
    }

    fn rubric(&mut self, file: &'a Parsed<'a>, rubric: &'a RubricFile, problems: &mut Vec<Problem>) {
        self.rubrics.define_at(file, &rubric.question, problems);
        let mut criteria = unique("criterion", file, rubric.criteria().iter().map(|criterion| &criterion.id), problems);
        criteria.torn = file.torn;
        let question = rubric.question.as_ref().map_or(file.stem, |question| &question.value);
        self.criteria.entry(question).or_insert(criteria);
        unique("red flag", file, rubric.red_flags.iter().map(|flag| &flag.id), problems);
    }
}

/// Names that must be unique within one file.
fn unique<'a>(
    what: &'static str,
    file: &Parsed<'a>,
    ids: impl Iterator<Item = &'a Option<At<String>>>,
    problems: &mut Vec<Problem>,
) -> Defined<'a> {
    let mut defined = Defined::new(what);
    ids.for_each(|id| defined.define_at(file, id, problems));
    defined
}
