//! How far the cues reach that change how words were meant: forward from "never", backward from "was overkill".
//! After NegEx and ConText: a window of words, ended by a new clause; a cue never changes words that it is part of.

use std::ops::Range;

use super::reading::{Break, Reading};
use super::scorecard::Status;
use crate::content::scale;

/// A cue and the words it reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Scope {
    /// What it makes of them.
    pub status: Status,
    /// Still to be learnt, whatever the question asks for.
    pub learning: bool,
    /// The cue itself.
    pub cue: Range<usize>,
    /// The words it reaches.
    pub reach: Range<usize>,
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
    /// The short question before it.
    Answer,
}

/// The classes of cues that change how words were meant.
const CLASSES: [(&str, Status, Direction); 15] = [
    ("negation", Status::Negated, Direction::Forward),
    ("negation-after", Status::Negated, Direction::Backward),
    ("negation-fronted", Status::Negated, Direction::BackwardAtEnd),
    ("negation-answer", Status::Negated, Direction::Answer),
    ("rejection", Status::Rejected, Direction::ForwardOption),
    ("rejection-frame", Status::Rejected, Direction::Inside),
    ("rejection-after", Status::Rejected, Direction::Backward),
    ("rejection-fronted", Status::Rejected, Direction::BackwardAtEnd),
    ("weak", Status::Weak, Direction::Forward),
    ("weak-after", Status::Weak, Direction::BackwardAtEnd),
    ("other-person", Status::Other, Direction::Forward),
    ("other-after", Status::Other, Direction::Backward),
    ("attribution", Status::Other, Direction::Forward),
    ("learning", Status::Hypothetical, Direction::Forward),
    ("hypothetical", Status::Hypothetical, Direction::Forward),
];

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
    for (class, status, direction) in CLASSES {
        let shelf = if class == "attribution" { &mut scopes.reported } else { &mut scopes.meant };
        for cue in reading.cues(class) {
            if status == Status::Negated && borders.is_pseudo(&cue) {
                continue;
            }
            if let Some(reach) = borders.reach(&cue, direction) {
                shelf.push(Scope { status, learning: class == "learning", cue, reach });
            }
        }
    }
    for (class, direction) in [("warning", Direction::Forward), ("warning-after", Direction::Backward)] {
        scopes.warned.extend(reading.cues(class).iter().filter_map(|cue| borders.reach(cue, direction)));
    }
    scopes.terminator = borders.terminator;
    scopes
}

/// What ends a scope.
struct Borders<'a> {
    reading: &'a Reading<'a>,
    limits: &'a scale::Scope,
    terminator: Vec<bool>,
    subject: Vec<bool>,
    option_end: Vec<bool>,
    joint: Vec<bool>,
    tail: Vec<bool>,
    pseudo: Vec<Range<usize>>,
}

impl<'a> Borders<'a> {
    fn new(reading: &'a Reading<'a>, limits: &'a scale::Scope) -> Self {
        Borders {
            reading,
            limits,
            terminator: reading.flagged("terminator"),
            subject: reading.flagged("subject"),
            option_end: reading.flagged("rejection-end"),
            joint: reading.flagged("joint"),
            tail: reading.flagged("clause-tail"),
            pseudo: reading.cues("pseudo-negation"),
        }
    }

    fn is_pseudo(&self, cue: &Range<usize>) -> bool {
        self.pseudo.iter().any(|pseudo| pseudo.start < cue.end && cue.start < pseudo.end)
    }

    fn reach(&self, cue: &Range<usize>, direction: Direction) -> Option<Range<usize>> {
        match direction {
            Direction::Forward => Some(cue.end..self.forward_end(cue, false)),
            Direction::ForwardOption => Some(cue.end..self.forward_end(cue, true)),
            Direction::Inside => Some(cue.clone()),
            Direction::Backward => Some(self.backward_start(cue)..cue.start),
            Direction::BackwardAtEnd => self.ends_clause(cue).then(|| self.backward_start(cue)..cue.start),
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
            if used >= budget || self.terminator[index] || new_subject || (option && self.option_end[index]) {
                break;
            }
            used += 1;
            index += 1;
        }
        index
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
            let fronted_comma = step == Break::Comma && start == cue.start;
            if (step > Break::None && !fronted_comma) || self.terminator[start - 1] {
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
