//! What is said and understood when an interview is held by lines, or copied from paper.

mod command;
mod telling;

use std::time::Duration;

use super::dialogue::Flow;
use super::lines::Input;
use super::say;
use crate::front::Left;
use crate::front::holding::{self, Courtesy};
use crate::front::stopwatch::Stopwatch;
use crate::front::wording::capitalised;
use crate::guide::lettering::place_of;
use crate::live::{Event, Live, Phase};
use crate::rating::RatedQuestion;
use crate::report::harmless;
use crate::sitting::{LiveError, LiveSitting};
use command::Command;

const REVISE: &str = "/revise 2 3 because … changes question 2 to 3, beside the first rating";

const LOCK: &str = "/lock again ends the conversation and locks every rating for good; then the engine says what it makes of \
                    the candidate's words.";

/// An interview that is held, told by lines.
#[derive(Debug)]
pub struct Interviewing<'a> {
    sitting: &'a mut LiveSitting,
    courtesy: &'a Courtesy,
    watch: Stopwatch,
    /// The step and phase that were last told in full.
    told: Option<(usize, Phase)>,
    /// Milestones of the step that have been told.
    milestones: usize,
    /// A command that was just given and waits to be given again.
    pending: Option<Command>,
    /// Whether the disk refused lately: that is told once, and tried again.
    in_trouble: bool,
}

impl<'a> Interviewing<'a> {
    pub fn new(sitting: &'a mut LiveSitting, courtesy: &'a Courtesy) -> Self {
        let watch = Stopwatch::starting_at(sitting.resumes_at());
        Interviewing { sitting, courtesy, watch, told: None, milestones: 0, pending: None, in_trouble: false }
    }

    /// Starts the clock, or tells where an interrupted interview goes on.
    pub fn begin(&mut self) -> Flow {
        if self.live().phase() == Phase::NotStarted {
            self.tell_beginning();
            self.record(Event::Started);
        } else {
            self.tell_going_on();
        }
        self.then()
    }

    /// Takes a line: a command, or a note.
    pub fn take(&mut self, input: Input) -> Flow {
        let Input::Line(line) = input else { return Flow::Leave(Left::Open) };
        let pending = self.pending.take();
        match Command::of(&line) {
            None => {}
            Some(Err(problem)) => say(&harmless(&problem)),
            Some(Ok(Command::Quit)) => return Flow::Leave(Left::Open),
            Some(Ok(command)) => self.follow(command, pending),
        }
        self.then()
    }

    /// Looks at the clocks.
    pub fn tick(&mut self) -> Flow {
        let ticked = self.sitting.tick(self.watch.at());
        let was_in_trouble = std::mem::replace(&mut self.in_trouble, ticked.is_err());
        if !was_in_trouble {
            self.told(ticked);
        }
        self.tell_time();
        Flow::GoOn
    }

    fn follow(&mut self, command: Command, pending: Option<Command>) {
        let at = self.watch.at();
        match command {
            Command::Note(text) => self.note(text),
            Command::Tick(marks) => self.tick_all(&marks),
            Command::Probe(probe) => self.probe(probe),
            Command::Change(note, text) => self.change(note, text),
            Command::Rate(band, evidence) => self.tell_standing_after(Event::Rated { band, evidence }),
            Command::NotAssessed(because) => self.tell_standing_after(Event::NotAssessed { because }),
            Command::Skip(because) => {
                let skipped = self.sitting.skip(&because, at);
                self.told(skipped);
            }
            Command::Words(words) => self.words(&words),
            Command::Next => self.go_on(),
            Command::Back => {
                let gone = self.sitting.go_back(at);
                self.told(gone);
            }
            Command::GoTo(question) => {
                let gone = self.sitting.go_to_question(question, at);
                self.told(gone);
            }
            Command::Show => self.show(),
            Command::Anchors => self.tell_anchors(),
            Command::List => self.tell_list(),
            Command::Time => self.tell_clocks(),
            Command::Lock => self.lock(pending),
            Command::Revise(question, band, because) => self.revise(question, band, because),
            Command::End => self.end(pending),
            Command::Help => say(command::HELP),
            Command::Quit => {}
        }
    }

    fn note(&mut self, text: String) {
        // Enter alone goes on from a page, as it does in a mock interview.
        if text.is_empty() && self.live().open_question().is_none() && self.live().phase() == Phase::Talking {
            return self.follow(Command::Next, None);
        }
        if text.is_empty() {
            return;
        }
        let count = |told: &Self| told.open().map_or(0, |question| question.notes.len());
        let before = count(self);
        self.record(Event::Noted { text: text.clone() });
        if count(self) > before { self.tell_noted(&text) } else { say("That note is not kept.") }
    }

    fn go_on(&mut self) {
        if self.live().next_step().is_none() && self.live().phase() > Phase::Talking {
            return say(
                "Nothing comes after this. /goto 2 goes to question 2, /list shows all, /end prints the scorecard.",
            );
        }
        let left = self.live().open_question().map(|index| index + 1);
        let gone = self.sitting.go_on(self.watch.at());
        self.told(gone);
        if let Some(number) = left.filter(|number| self.live().unrated().contains(number)) {
            say(&format!("Question {number} has no rating yet; /back goes back."));
        }
    }

    fn tick_all(&mut self, marks: &command::Marks) {
        for name in &marks.names {
            let criterion = self.criterion(name).unwrap_or_else(|| name.clone());
            if self.record(Event::Ticked { criterion: criterion.clone(), heard: marks.heard }) {
                let sign = holding::sign(marks.heard);
                say(&format!("{sign} {}", crate::report::criterion_name(&criterion)));
            }
        }
    }

    /// A criterion by its letter or its number.
    fn criterion(&self, name: &str) -> Option<String> {
        let criteria = self.live().criteria(self.live().open_question()?);
        criteria.get(place_of(name)?).map(|criterion| criterion.id.clone())
    }

    /// Asks a probe, or takes it back where it had been asked.
    fn probe(&mut self, probe: usize) {
        let asked = self.open().is_some_and(|question| question.probes.iter().any(|one| one.probe == probe));
        if self.record(Event::Probed { probe, asked: !asked }) {
            let bundle = self.live().open_question().and_then(|index| self.live().bundle(index));
            let wording = bundle.and_then(|bundle| bundle.question.probes.get(probe)).map_or("", |probe| &probe.ask);
            say(&if asked { format!("Not asked after all: {wording}") } else { format!("Ask: {wording}") });
            self.tell_too_many_probes();
        }
    }

    /// Says how the question stands, once something about its rating has changed.
    fn tell_standing_after(&mut self, event: Event) {
        let is_taken = self.record(event);
        if let Some(question) = self.open().filter(|_| is_taken) {
            say(&harmless(&format!("{}.", capitalised(&holding::standing(question)))));
            if holding::is_thin(question) {
                say("That is short evidence. /rate again with more words says later what you heard.");
            }
        }
    }

    fn change(&mut self, note: usize, text: String) {
        if self.record(Event::NoteChanged { note, text }) {
            say("Changed.");
        }
    }

    fn words(&mut self, words: &str) {
        let Some(question) = self.live().open_question() else {
            say("No question is open; /goto 2 opens the second.");
            return;
        };
        let before = self.sitting.sheet().questions[question].candidate_words.clone().unwrap_or_default();
        let text = format!("{before}\n{words}");
        if self.record(Event::WordsGiven { question, text }) && self.sitting.sheet().questions[question].without_rubric
        {
            say("Kept on the scorecard. There is no rubric for this question, so the engine does not judge it.");
        }
    }

    fn lock(&mut self, pending: Option<Command>) {
        // Where a rating is missing, nothing is locked: that is said at once.
        let may_lock = self.live().phase() < Phase::Locked && self.live().unrated().is_empty();
        if may_lock && pending != Some(Command::Lock) {
            say(LOCK);
            holding::to_judge(self.live()).iter().for_each(|words| say(&harmless(&format!("It will judge {words}"))));
            holding::unasked(self.live()).iter().for_each(|unasked| say(unasked));
            self.pending = Some(Command::Lock);
            return;
        }
        let judged = self.sitting.hear_second_opinions(self.watch.at());
        let Some(count) = self.told(judged) else { return };
        let what = match count {
            0 => "There are no words of the candidate for the engine to judge.".to_owned(),
            1 => format!("The engine judged 1 answer; {REVISE}."),
            more => format!("The engine judged {more} answers; {REVISE}."),
        };
        say(&format!("Ratings are locked. {what}"));
        holding::not_judged(self.live()).iter().for_each(|unjudged| say(unjudged));
        self.tell_list();
    }

    fn revise(&mut self, question: usize, band: u8, because: String) {
        if self.record(Event::Revised { question, band, because }) {
            say("Kept beside the first rating.");
        }
    }

    fn end(&mut self, pending: Option<Command>) {
        let waits = holding::waits_for_engine(self.live()) && self.live().phase() != Phase::Locked;
        if pending == Some(Command::End) || (self.live().phase() == Phase::Locked && !waits) {
            self.record(Event::Ended);
            return;
        }
        self.tell_list();
        if waits {
            say("There are words of the candidate: /lock hears the engine before you end.");
        }
        say("/end again ends the interview and locks every rating; anything else goes on.");
        self.pending = Some(Command::End);
    }

    /// The question that is open.
    fn open(&self) -> Option<&RatedQuestion> {
        self.sitting.sheet().questions.get(self.live().open_question()?)
    }

    fn live(&self) -> &Live {
        self.sitting.live()
    }

    /// Records an event. False: it did not fit, and why was told.
    fn record(&mut self, event: Event) -> bool {
        let recorded = self.sitting.record(event, self.watch.at());
        self.told(recorded).is_some()
    }

    /// Tells what was refused; a disk that refuses is told and tried again.
    fn told<T>(&mut self, result: Result<T, LiveError>) -> Option<T> {
        result.map_err(|problem| say(&harmless(&format!("{}.", capitalised(&problem.to_string()))))).ok()
    }

    fn then(&mut self) -> Flow {
        if self.live().phase() == Phase::Done {
            return Flow::Leave(Left::Finished);
        }
        self.tell();
        Flow::GoOn
    }

    fn now(&self) -> Duration {
        Duration::from_millis(self.watch.at())
    }
}
