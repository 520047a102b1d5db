//! How far the cues reach that change how words were meant: forward from "never", backward from "was overkill".
//! After NegEx and ConText: a window of words, ended by a new clause; a cue never changes words that it is part of.

use std::ops::Range;

use super::reading::{Break, Reading};
use super::scorecard::Status;
use crate::content::scale;

/// A cue and the words it reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Scope {
    /// What it makes of them, and of which.
    pub class: &'static Class,
    /// The cue itself.
    pub cue: Range<usize>,
    /// The words it reaches.
    pub reach: Range<usize>,
}

/// A class of cues that changes how words were meant.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Class {
    /// Its id in cues.toml.
    id: &'static str,
    /// What it makes of the words.
    pub status: Status,
    direction: Direction,
    /// Only tools and names are meant: "we dropped Jenkins" leaves it, "we dropped the table" is just what was done.
    pub names: bool,
    /// In which questions it changes nothing: "would" answers "how would you", and a design leaves work to others.
    pub fine: Fine,
}

/// The kinds of questions in which a class of cues changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fine {
    /// In none.
    Never,
    /// In design questions.
    InDesigns,
    /// In all but stories.
    UnlessStory,
}

/// In which direction the cues of a class reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    /// The words behind it.
    Forward,
    /// The words behind it, up to what took their place.
    ForwardOption,
    /// The words inside it.
    Inside,
    /// The words before it.
    Backward,
    /// The words before it, if its clause ends with it.
    BackwardAtEnd,
    /// All that its sentence said before it; the sentence before, where it begins one.
    Back,
    /// Its clause, where the speaker does not come up in it.
    Clause,
    /// The whole sentence, as far as nothing is set against it.
    Around,
    /// The short question before it.
    Answer,
}

/// The classes, in the order in which they apply to words that several reach.
#[rustfmt::skip]
const CLASSES: [Class; 28] = {
    use Direction::*;
    use Fine::*;
    use Status::*;
    const fn class(id: &'static str, status: Status, direction: Direction, fine: Fine) -> Class {
        Class { id, status, direction, names: false, fine }
    }
    const fn names(id: &'static str, status: Status, direction: Direction, fine: Fine) -> Class {
        Class { id, status, direction, names: true, fine }
    }
    [
        class("negation", Negated, Forward, Never),
        class("negation-after", Negated, Backward, Never),
        class("negation-fronted", Negated, BackwardAtEnd, Never),
        class("negation-answer", Negated, Answer, Never),
        names("negation-around", Negated, Around, Never),
        names("negation-it", Negated, Back, Never),
        class("rejection", Rejected, ForwardOption, Never),
        class("rejection-frame", Rejected, Inside, Never),
        class("rejection-after", Rejected, Backward, Never),
        class("rejection-fronted", Rejected, BackwardAtEnd, Never),
        class("rejection-answer", Rejected, Answer, Never),
        names("rejection-name", Rejected, ForwardOption, Never),
        names("rejection-name-frame", Rejected, Inside, Never),
        names("rejection-name-after", Rejected, Backward, Never),
        names("rejection-it", Rejected, Back, Never),
        class("weak", Weak, Forward, Never),
        class("weak-after", Weak, BackwardAtEnd, Never),
        names("weak-around", Weak, Around, Never),
        class("other-person", Other, Forward, InDesigns),
        class("other-after", Other, Backward, InDesigns),
        names("third-party", Other, Forward, UnlessStory),
        names("outsider", Other, Clause, UnlessStory),
        names("third-party-after", Other, Backward, UnlessStory),
        names("third-party-around", Other, Around, Never),
        class("attribution", Other, Forward, InDesigns),
        class("learning", Hypothetical, Forward, Never),
        names("plan-around", Hypothetical, Around, Never),
        class("hypothetical", Hypothetical, Forward, UnlessStory),
    ]
};

/// The scopes of all cues in a segment. Those of reported opinions (`attribution`) are kept apart.
#[derive(Debug, Default)]
pub(super) struct Scopes {
    /// How words were meant.
    pub meant: Vec<Scope>,
    /// What others think or say.
    pub reported: Vec<Scope>,
    /// What is warned of, prevented, undone or only supposed: it tells against nobody.
    pub warned: Vec<Range<usize>>,
    /// Which words end a scope, and so begin something else.
    pub terminator: Vec<bool>,
}

/// Finds the scopes of all cues.
pub(super) fn scopes(reading: &Reading<'_>, limits: &scale::Scope) -> Scopes {
    let borders = Borders::new(reading, limits);
    let mut scopes = Scopes::default();
    for class in &CLASSES {
        let shelf = if class.id == "attribution" { &mut scopes.reported } else { &mut scopes.meant };
        for cue in reading.cues(class.id) {
            let deniable = matches!(class.status, Status::Negated | Status::Rejected | Status::Hypothetical);
            let pseudo = deniable && borders.is_pseudo(&cue);
            let torn = class.status == Status::Other && class.names && borders.is_torn(&cue);
            let torn = torn || (class.status == Status::Weak && class.names && borders.is_split(&cue));
            if pseudo || torn {
                continue;
            }
            if let Some(reach) = borders.reach(&cue, class.direction) {
                shelf.push(Scope { class, cue, reach });
            }
        }
    }
    cancel_doubles(&mut scopes.meant, &borders);
    for (class, direction) in [("warning", Direction::Forward), ("warning-after", Direction::Backward)] {
        scopes.warned.extend(reading.cues(class).iter().filter_map(|cue| borders.reach(cue, direction)));
    }
    scopes.terminator = borders.terminator;
    scopes
}

/// Two denials in one breath make a statement: "we have not given up Zabbix", "hardly a day I did not use it".
fn cancel_doubles(scopes: &mut Vec<Scope>, borders: &Borders<'_>) {
    let denies = |scope: &&Scope| {
        scope.class.status == Status::Negated
            && scope.class.direction == Direction::Forward
            && !borders.is_joint(&scope.cue)
    };
    let doubled = |outer: &Scope, inner: &Scope| {
        outer.reach.contains(&inner.cue.start)
            && outer.cue.end <= inner.cue.start
            && inner.class.status != Status::Other
            && !borders.is_joint(&inner.cue)
            && !borders.parts(outer.cue.end..inner.cue.start)
    };
    let undone = |scope: &Scope| matches!(scope.class.status, Status::Negated | Status::Rejected);
    let is_inner = |scope: &Scope| scopes.iter().filter(denies).any(|outer| doubled(outer, scope));
    // What the second denial undoes is stated; the second denial itself is still denied ("we do not skip tests").
    let reach = |scope: &Scope| {
        let mut inner = scopes.iter().filter(|inner| denies(&scope) && undone(inner) && doubled(scope, inner));
        inner.next().map_or(scope.reach.clone(), |inner| inner.cue.clone())
    };
    let meant: Vec<Scope> = (scopes.iter())
        .filter(|scope| !is_inner(scope))
        .map(|scope| Scope { class: scope.class, cue: scope.cue.clone(), reach: reach(scope) })
        .collect();
    *scopes = meant;
}

/// What ends a scope.
struct Borders<'a> {
    reading: &'a Reading<'a>,
    limits: &'a scale::Scope,
    terminator: Vec<bool>,
    contrast: Vec<bool>,
    speaker: Vec<bool>,
    subject: Vec<bool>,
    option_end: Vec<bool>,
    joint: Vec<bool>,
    object: Vec<bool>,
    tail: Vec<bool>,
    pseudo: Vec<Range<usize>>,
    counterfactual: Vec<Range<usize>>,
}

impl<'a> Borders<'a> {
    fn new(reading: &'a Reading<'a>, limits: &'a scale::Scope) -> Self {
        Borders {
            reading,
            limits,
            terminator: reading.flagged("terminator"),
            contrast: reading.flagged("contrast"),
            speaker: reading.flagged("speaker"),
            subject: reading.flagged("subject"),
            option_end: reading.flagged("rejection-end"),
            joint: reading.flagged("joint"),
            object: reading.flagged("object"),
            tail: reading.flagged("clause-tail"),
            pseudo: reading.cues("pseudo-negation"),
            counterfactual: reading.cues("counterfactual"),
        }
    }

    fn is_pseudo(&self, cue: &Range<usize>) -> bool {
        let overlaps = |pseudo: &Range<usize>| pseudo.start < cue.end && cue.start < pseudo.end;
        let begins = self.reading.break_before(cue.start) == Break::Sentence;
        self.pseudo.iter().any(overlaps) || (begins && self.counterfactual.iter().any(overlaps))
    }

    /// Whether a cue joins two denied things ("neither A nor B").
    fn is_joint(&self, cue: &Range<usize>) -> bool {
        matches!(self.reading.token(cue.start), "nor" | "neither")
    }

    /// Whether a cue was patched together from two clauses ("I'm no DBA, but I have").
    fn is_torn(&self, cue: &Range<usize>) -> bool {
        let other = |index: usize| {
            self.contrast[index] || (self.speaker[index] && index + 1 < cue.end && !self.speaker[cue.start])
        };
        (cue.start + 1..cue.end).any(|index| self.reading.break_before(index) > Break::None || other(index))
    }

    /// Whether a sign parts the words of a cue.
    fn is_split(&self, cue: &Range<usize>) -> bool {
        (cue.start + 1..cue.end).any(|index| self.reading.break_before(index) > Break::None)
    }

    /// Whether something else begins within some words.
    fn parts(&self, tokens: Range<usize>) -> bool {
        tokens.clone().any(|index| self.joint[index] || self.terminator[index])
            || (tokens.start..=tokens.end).any(|index| self.reading.break_before(index) > Break::None)
    }

    fn reach(&self, cue: &Range<usize>, direction: Direction) -> Option<Range<usize>> {
        match direction {
            Direction::Forward => Some(cue.end..self.forward_end(cue, false)),
            Direction::ForwardOption => Some(cue.end..self.forward_end(cue, true)),
            Direction::Inside => Some(cue.clone()),
            Direction::Backward => Some(self.backward_start(cue)..cue.start),
            Direction::BackwardAtEnd => self.ends_clause(cue).then(|| self.backward_start(cue)..cue.start),
            Direction::Back => self.said_before(cue),
            Direction::Clause => self.clause_without_speaker(cue),
            Direction::Around => Some(self.clauses(cue)),
            Direction::Answer => self.question_before(cue),
        }
    }

    /// One past the last word that a cue reaches.
    fn forward_end(&self, cue: &Range<usize>, option: bool) -> usize {
        let mut budget = self.limits.words;
        let mut used = 0;
        let mut index = cue.end;
        loop {
            match self.reading.break_before(index) {
                Break::Sentence | Break::Clause => break,
                Break::Comma if !self.list_goes_on(cue, index) => break,
                Break::Comma => budget = (budget + self.limits.per_comma).min(self.limits.most),
                Break::None => {}
            }
            let after_joint = index > cue.end && self.joint[index - 1];
            let new_subject = self.subject[index] && (after_joint || option);
            if self.is_elsewhere(cue.end, index) {
                break;
            }
            let far = used >= budget || index - cue.end >= self.limits.most as usize;
            if far || self.terminator[index] || new_subject || (option && self.option_end[index]) {
                break;
            }
            // Words of grammar carry a denial on: "never got the chance to work with".
            used += u32::from(!self.reading.is_grammatical(index));
            index += 1;
        }
        index
    }

    /// Whether a place begins once a verb and its object are complete: "we do not blame anyone | in our reviews".
    fn is_elsewhere(&self, start: usize, index: usize) -> bool {
        let place = matches!(self.reading.token(index), "in" | "during" | "at" | "through" | "within")
            && matches!(self.reading.token(index + 1), "our" | "the" | "my" | "each" | "every");
        place && index >= start + 2 && self.object[index - 1]
    }

    /// Whether the comma before `index` is one of a list that the cue denies as a whole ("never used A, B or C"), and not
    /// the end of a terse statement ("no direct pushes, one review").
    fn list_goes_on(&self, cue: &Range<usize>, index: usize) -> bool {
        let end = self.reading.sentence_tokens(self.reading.sentence(cue)).end;
        let item_end = (index..end).find(|next| *next > index && (self.ends_item(*next))).unwrap_or(end);
        let has_or = (index..end.min(index + self.limits.most as usize)).any(|next| {
            matches!(self.reading.token(next), "or" | "nor") && self.reading.break_before(next) < Break::Clause
        });
        let verbal = cue.len() > 1 || !matches!(self.reading.token(cue.start), "no" | "not" | "without" | "zero");
        let short = self.reading.word_count(index..item_end) <= self.limits.item as usize;
        short && !self.subject[index] && !self.terminator[index] && (has_or || verbal)
    }

    fn ends_item(&self, index: usize) -> bool {
        self.reading.break_before(index) > Break::None || self.joint[index]
    }

    /// The first word of the clause that ends with a cue, within the window.
    fn backward_start(&self, cue: &Range<usize>) -> usize {
        let earliest = cue.start.saturating_sub(self.limits.words as usize);
        let mut start = cue.start;
        while start > earliest {
            let step = self.reading.break_before(start);
            let fronted = start == cue.start
                && (step == Break::Comma || matches!(self.reading.sign_before(start), Some(':' | '-' | '—')));
            if (step > Break::None && !fronted) || self.terminator[start - 1] {
                break;
            }
            start -= 1;
        }
        start
    }

    fn ends_clause(&self, cue: &Range<usize>) -> bool {
        let mut next = cue.end;
        while self.tail.get(next).copied().unwrap_or_default() && self.reading.break_before(next) == Break::None {
            next += 1;
        }
        self.reading.break_before(next) > Break::None || self.terminator[next] || self.joint[next]
    }

    /// The sentence that a cue stands in, as far as nothing is set against it ("…, but Prometheus I know").
    fn clauses(&self, cue: &Range<usize>) -> Range<usize> {
        let sentence = self.reading.sentence_tokens(self.reading.sentence(cue));
        let start = (sentence.start..cue.start).rev().find(|index| self.contrast[*index]).unwrap_or(sentence.start);
        let end = (cue.end..sentence.end).find(|index| self.contrast[*index]).unwrap_or(sentence.end);
        start..end
    }

    fn clause_without_speaker(&self, cue: &Range<usize>) -> Option<Range<usize>> {
        let sentence = self.reading.sentence_tokens(self.reading.sentence(cue));
        let begins = |index: &usize| self.reading.break_before(*index) > Break::None || self.contrast[*index];
        let start = (sentence.start..=cue.start).rev().find(begins).unwrap_or(sentence.start);
        let end = (cue.end..sentence.end).find(begins).unwrap_or(sentence.end);
        (start..end).all(|index| !self.speaker[index]).then_some(start..end)
    }

    fn said_before(&self, cue: &Range<usize>) -> Option<Range<usize>> {
        let sentence = self.reading.sentence(cue);
        let start = self.reading.sentence_tokens(sentence).start;
        let only_subject =
            (start..cue.start).all(|index| self.subject[index] || self.terminator[index] || self.joint[index]);
        let start = if only_subject { self.reading.sentence_tokens(sentence.checked_sub(1)?).start } else { start };
        Some(start..cue.start)
    }

    /// "Docker? No, …": the sentence before, if it is a question of a few words.
    fn question_before(&self, cue: &Range<usize>) -> Option<Range<usize>> {
        let sentence = self.reading.sentence(cue);
        let begins = self.reading.break_before(cue.start) == Break::Sentence;
        let ends = self.reading.break_before(cue.end) > Break::None;
        let before = self.reading.document.sentences().get(sentence.checked_sub(1)?)?;
        let short = before.tokens.len() <= self.limits.words as usize;
        (begins && ends && before.is_question() && short).then(|| before.tokens.clone())
    }
}
