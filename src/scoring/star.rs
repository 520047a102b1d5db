//! The parts of a story: situation, task, own actions, result. "We" is counted and never held against anybody; what is asked
//! for is what the speaker did. Every part stands in its own words, and the heading of a part is not the part.

use std::collections::BTreeSet;
use std::ops::Range;

use super::evidence::Read;
use super::reading::{Break, Reading};
use super::scorecard::{Cap, Evidence, Mille, StarScore, Status, StoryForm};
use crate::content::StarPart;
use crate::content::scale::Star;

/// A story as it was understood.
#[derive(Debug, Clone)]
pub(super) struct Story {
    /// For the scorecard.
    pub score: StarScore,
    /// All parts by their weights, in thousandths.
    pub credit: u32,
    /// What holds the band down.
    pub caps: Vec<Cap>,
}

/// Reads the parts of a story.
pub(super) fn story(reads: &[Read<'_>], scale: &Star) -> Story {
    let found = Found::new(reads, scale);
    let form = found.form(scale);
    let factor = if form == StoryForm::Story { 1000 } else { scale.no_story };
    let part = |credit: u32| Mille(credit * factor / 1000);
    let any = |places: &[Place]| if places.is_empty() { 0 } else { 1000 };
    let result = match (found.result.is_empty(), found.measured) {
        (true, _) => 0,
        (false, true) => 1000,
        (false, false) => scale.unmeasured,
    };
    let score = StarScore {
        situation: part(any(&found.situation)),
        task: part(any(&found.task)),
        action: part(found.action(scale)),
        result: part(result),
        measured: found.measured,
        form,
        evidence: found.evidence(reads),
    };
    let credit = weighed(&score, scale);
    let caps = found.caps(&score, scale);
    Story { score, credit, caps }
}

fn weighed(score: &StarScore, scale: &Star) -> u32 {
    let share = |part: &StarPart| match part {
        StarPart::Situation => score.situation.0,
        StarPart::Task => score.task.0,
        StarPart::Action => score.action.0,
        StarPart::Result => score.result.0,
    };
    let sum: u32 = scale.parts.iter().map(|(part, weight)| share(part) * weight).sum();
    sum / scale.parts.values().sum::<u32>().max(1)
}

/// Words in a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    segment: usize,
    tokens: Range<usize>,
}

/// What was found in all segments.
#[derive(Debug, Default)]
struct Found {
    situation: Vec<Place>,
    task: Vec<Place>,
    action: Vec<Place>,
    result: Vec<Place>,
    /// Different verbs of own actions.
    verbs: u32,
    /// Actions of "we".
    shared: u32,
    measured: bool,
    habits: u32,
    opinions: u32,
}

impl Found {
    fn new(reads: &[Read<'_>], scale: &Star) -> Self {
        let mut found = Found::default();
        let mut verbs = BTreeSet::new();
        for Read { reading, .. } in reads {
            let actions = Actions::new(reading);
            verbs.extend(actions.own.iter().map(|index| reading.document.tokens()[*index].stem.clone()));
            found.shared += actions.shared;
            found.add(reading, &actions, scale);
            found.habits += reading.stated("habit").len() as u32;
            found.opinions += reading.stated("opinion").len() as u32;
        }
        found.verbs = verbs.len() as u32;
        found
    }

    fn add(&mut self, reading: &Reading<'_>, actions: &Actions, scale: &Star) {
        let count = reading.document.tokens().len().max(1);
        let main = reading.segment == 0;
        let early = |place: &Range<usize>| !main || place.start * 1000 / count <= scale.situation_until as usize;
        let late = |place: &Range<usize>| !main || place.end * 1000 / count >= scale.result_from as usize;
        let parts = Parts { reading, least: scale.label_words as usize };
        let place = |tokens: Range<usize>| Place { segment: reading.segment, tokens };
        self.action.extend(actions.own.iter().map(|index| place(*index..*index + 1)));
        self.situation.extend(parts.of("situation").into_iter().filter(early).take(1).map(place));
        let taken = self.situation.clone();
        let free = |tokens: &Range<usize>| !taken.iter().any(|other| other.overlaps(reading.segment, tokens));
        self.task.extend(parts.of("task").into_iter().filter(early).filter(free).take(1).map(place));
        let results: Vec<Range<usize>> = parts.of("result").into_iter().filter(late).collect();
        self.measured |= results.iter().any(|tokens| is_measured(reading, tokens));
        self.result.extend(results.into_iter().map(place));
    }

    fn form(&self, scale: &Star) -> StoryForm {
        match (self.verbs, self.situation.is_empty()) {
            (1.., _) => StoryForm::Story,
            (0, _) if self.habits >= scale.habits => StoryForm::PseudoStory,
            (0, false) if self.shared > 0 && self.opinions == 0 => StoryForm::Story,
            _ => StoryForm::Opinion,
        }
    }

    /// Own actions; beside each of them one thing that "we" did counts half.
    fn action(&self, scale: &Star) -> u32 {
        let shared = self.shared.min(self.verbs);
        ((2 * self.verbs + shared) * 500 / scale.actions.max(1)).min(1000)
    }

    fn caps(&self, score: &StarScore, scale: &Star) -> Vec<Cap> {
        let cap = |band: u8, because: &str| Cap { band, because: because.to_owned() };
        match score.form {
            StoryForm::PseudoStory => return vec![cap(1, "what usually happens is told, not one episode")],
            StoryForm::Opinion => return vec![cap(1, "an opinion is told, not an episode")],
            StoryForm::Story => {}
        }
        let mut caps = Vec::new();
        if self.verbs == 0 || self.verbs + self.shared < scale.least_actions {
            caps.push(cap(2, "own steps are missing: say what you did yourself"));
        }
        if self.result.is_empty() {
            caps.push(cap(2, "the result is missing: say what changed in the end"));
        }
        caps
    }

    fn evidence(&self, reads: &[Read<'_>]) -> Vec<(StarPart, Evidence)> {
        let parts = [
            (StarPart::Situation, &self.situation),
            (StarPart::Task, &self.task),
            (StarPart::Action, &self.action),
            (StarPart::Result, &self.result),
        ];
        let places = parts.into_iter().flat_map(|(part, places)| places.iter().map(move |place| (part, place)));
        places.filter_map(|(part, place)| Some((part, place.evidence(part, reads)?))).collect()
    }
}

impl Place {
    fn overlaps(&self, segment: usize, tokens: &Range<usize>) -> bool {
        self.segment == segment && self.tokens.start < tokens.end && tokens.start < self.tokens.end
    }

    fn evidence(&self, part: StarPart, reads: &[Read<'_>]) -> Option<Evidence> {
        let reading = &reads.get(self.segment)?.reading;
        Some(Evidence {
            segment: self.segment,
            span: reading.span(&self.tokens),
            text: reading.words(&self.tokens).to_owned(),
            status: Status::Affirmed,
            rule: format!("cue:{}", name(part)),
            misspelt: false,
        })
    }
}

fn name(part: StarPart) -> &'static str {
    match part {
        StarPart::Situation => "situation",
        StarPart::Task => "task",
        StarPart::Action => "action",
        StarPart::Result => "result",
    }
}

fn is_measured(reading: &Reading<'_>, result: &Range<usize>) -> bool {
    let sentence = reading.sentence(result);
    reading.stated("measure").iter().any(|measure| reading.sentence(measure) == sentence)
}

/// Cues of the parts of a story, and headings with content behind them.
struct Parts<'a> {
    reading: &'a Reading<'a>,
    least: usize,
}

impl Parts<'_> {
    fn of(&self, class: &str) -> Vec<Range<usize>> {
        let labels: Vec<Range<usize>> =
            self.reading.stated("section-label").into_iter().filter(|label| self.heads(label)).collect();
        let is_label =
            |place: &Range<usize>| labels.iter().any(|label| label.start < place.end && place.start < label.end);
        let mut places: Vec<Range<usize>> = self.reading.stated(class);
        places.retain(|place| !is_label(place));
        let named = |label: &&Range<usize>| self.reading.token(label.start).starts_with(class);
        places.extend(labels.iter().filter(named).filter(|label| self.has_content(label, &labels)).cloned());
        places.sort_by_key(|place| place.start);
        places
    }

    /// Whether a colon follows.
    fn heads(&self, label: &Range<usize>) -> bool {
        let sentence = self.reading.sentence_tokens(self.reading.sentence(label));
        if label.end < sentence.end {
            return self.reading.document.tokens()[label.end].before.starts_with(':');
        }
        let sentences = self.reading.document.sentences();
        sentences.get(self.reading.sentence(label)).is_some_and(|sentence| sentence.after.starts_with(':'))
    }

    fn has_content(&self, label: &Range<usize>, labels: &[Range<usize>]) -> bool {
        let end = self.reading.sentence_tokens(self.reading.sentence(label)).end;
        let next = labels.iter().map(|other| other.start).find(|start| *start >= label.end).unwrap_or(end);
        self.reading.word_count(label.end..next.min(end)) >= self.least
    }
}

/// Verbs of action in the past tense, by who did it.
struct Actions {
    /// Places of the verbs whose subject is "I", or nobody.
    own: Vec<usize>,
    /// How many have "we" as their subject.
    shared: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Subject {
    Own,
    Shared,
    Other,
}

impl Actions {
    fn new(reading: &Reading<'_>) -> Self {
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
