//! Who did what: verbs of action in the past tense, each with its subject, as far as word order tells.

use crate::scoring::reading::{Break, Reading};

/// Verbs of action in the past tense, by who did it.
pub(super) struct Actions {
    /// Places of the verbs whose subject is "I", or nobody.
    pub own: Vec<usize>,
    /// How many have "we" as their subject.
    pub shared: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Subject {
    Own,
    Shared,
    Other,
}

impl Actions {
    /// All actions of a segment.
    pub fn new(reading: &Reading<'_>) -> Self {
        let speakers = Speakers {
            reading,
            own: reading.flagged("own"),
            we: reading.flagged("we"),
            subject: reading.flagged("subject"),
            person: persons(reading),
            adverb: reading.flagged("action-adverb"),
            blocker: reading.flagged("action-blocker"),
            joint: reading.flagged("joint"),
        };
        let unchanged = reading.flagged("action-unchanged");
        let mut places: Vec<usize> = reading.stated("action").into_iter().map(|place| place.start).collect();
        places.extend(reading.stated("action-unchanged").into_iter().map(|place| place.start));
        places.sort_unstable();
        places.dedup();
        places.retain(|index| unchanged[*index] || is_past(reading, *index));
        let mut actions = Actions { own: Vec::new(), shared: 0 };
        for index in places {
            match speakers.of(index, &actions.own) {
                Subject::Own => actions.own.push(index),
                Subject::Shared => actions.shared += 1,
                Subject::Other => {}
            }
        }
        actions
    }
}

/// An inflected form that is no gerund and no third person.
fn is_past(reading: &Reading<'_>, index: usize) -> bool {
    let token = &reading.document.tokens()[index];
    token.text != token.stem && !token.text.ends_with("ing") && !token.text.ends_with('s')
}

fn persons(reading: &Reading<'_>) -> Vec<bool> {
    let (subject, own, we) = (reading.flagged("subject"), reading.flagged("own"), reading.flagged("we"));
    let mut persons = reading.flagged("third-person");
    for (index, person) in persons.iter_mut().enumerate() {
        *person |= subject[index] && (own[index] || we[index]);
    }
    persons
}

struct Speakers<'a> {
    reading: &'a Reading<'a>,
    own: Vec<bool>,
    we: Vec<bool>,
    subject: Vec<bool>,
    /// Pronouns that can be the subject of several clauses in a row; "it" and "that" are mostly objects.
    person: Vec<bool>,
    adverb: Vec<bool>,
    blocker: Vec<bool>,
    joint: Vec<bool>,
}

impl Speakers<'_> {
    /// Whose deed a verb is: that of the pronoun before it, or, at the head of a clause, that of the clause before.
    fn of(&self, verb: usize, known: &[usize]) -> Subject {
        let start = self.reading.sentence_tokens(self.reading.document.tokens()[verb].sentence).start;
        let mut index = verb;
        while index > start && self.reading.break_before(index) == Break::None && self.adverb[index - 1] {
            index -= 1;
        }
        let heads_clause = self.reading.break_before(index) > Break::None || (index > start && self.joint[index - 1]);
        if index > start && self.subject[index - 1] && self.reading.break_before(index) == Break::None {
            return self.speaker(index - 1);
        }
        if !heads_clause {
            return Subject::Other;
        }
        if index == start {
            return Subject::Own;
        }
        match (start..index).rev().find(|before| self.person[*before] || self.blocker[*before]) {
            Some(before) if self.blocker[before] => Subject::Other,
            Some(before) => self.speaker(before),
            None if known.contains(&start) => Subject::Own,
            None => Subject::Other,
        }
    }

    fn speaker(&self, pronoun: usize) -> Subject {
        match (self.own[pronoun], self.we[pronoun]) {
            (true, _) => Subject::Own,
            (_, true) => Subject::Shared,
            _ => Subject::Other,
        }
    }
}
