//! What is told of an interview, and when: a step once when it comes, clocks at 80 % and at the end of a step.

use super::Interviewing;
use super::command;
use crate::content::Criterion;
use crate::front::holding::{self, listening, move_on};
use crate::front::plain::say;
use crate::front::wording::{capitalised, clock_time, section_name, time_left};
use crate::guide::lettering::short_name;
use crate::live::{Phase, Place, QuestionView, View};
use crate::report::{clock_time as clock_of_millis, criterion_name, harmless};

/// Shares of a step's time at which time is told, in thousandths.
const MILESTONES: [u32; 2] = [800, 1000];

const OVER: &str = "The conversation is over and the clocks stand still. Rate what is not rated yet.";

impl Interviewing<'_> {
    /// Notes must not go to somebody else: whose they are is said first.
    pub(super) fn tell_beginning(&self) {
        match self.sitting.sheet().from_paper {
            true => say(&format!("You copy the interview of {}.", self.who())),
            false => say(holding::RULES),
        }
    }

    pub(super) fn tell_going_on(&self) {
        say(&format!("Going on with the interview of {} where you stopped; no clock ran meanwhile.", self.who()));
    }

    fn who(&self) -> String {
        let sheet = self.sitting.sheet();
        harmless(&format!("{} by {}", sheet.candidate, sheet.interviewer))
    }

    /// Tells a step once, when it comes.
    pub(super) fn tell(&mut self) {
        let Some(view) = self.sitting.view(self.watch.at()) else { return };
        let key = Some((view.step.0, view.phase));
        if self.told == key {
            return;
        }
        match self.told {
            // What is said of a lock is said where it is locked.
            Some((step, before)) if step == view.step.0 && before != view.phase => self.tell_end_of_talk(view.phase),
            _ => self.tell_step(&view, false),
        }
        (self.told, self.milestones) = (key, 0);
    }

    fn tell_end_of_talk(&self, phase: Phase) {
        if phase == Phase::Rating {
            let over = if self.sitting.sheet().from_paper { "That was the last question." } else { OVER };
            say(&format!("\n{over} /goto 2 goes back to the second, /end prints the scorecard."));
            self.tell_list();
        }
    }

    /// Tells the step once more, and what each thing to listen for means.
    pub(super) fn show(&self) {
        if let Some(view) = self.sitting.view(self.watch.at()) {
            self.tell_step(&view, true);
        }
    }

    fn tell_step(&self, view: &View<'_>, in_full: bool) {
        match &view.place {
            Place::Page(step) => {
                let (title, text) = holding::page(step, self.courtesy);
                say(&format!("\n{title}{}", self.until(view)));
                text.iter().for_each(|paragraph| say(&harmless(paragraph.trim())));
                say("Enter goes on.");
            }
            Place::Question(question) => self.tell_question(view, question, in_full),
        }
    }

    fn tell_question(&self, view: &View<'_>, question: &QuestionView<'_>, in_full: bool) {
        let section = section_name(question.asked.section);
        say(&format!("\nQuestion {} of {}, {section}{}", question.index + 1, question.of, self.until(view)));
        say(&harmless(&question.bundle.question.prompt));
        if in_full {
            tell_meanings(question)
        } else {
            tell_titles(question)
        }
        let flags = &question.bundle.rubric.red_flags;
        if !flags.is_empty() {
            let names = listening::flag_names(flags);
            say(&harmless(&format!("Red flags (/anchors says what each means): {names}.")));
        }
        if !question.bundle.question.probes.is_empty() {
            say(&format!("Probes, {}:", listening::probe_limit(question)));
        }
        for (number, probe) in (1..).zip(&question.bundle.question.probes) {
            let asked = question.rated.probes.iter().any(|asked| asked.probe + 1 == number);
            say(&harmless(&format!("Probe {number}{}: {}", if asked { ", asked" } else { "" }, probe.ask)));
        }
        for (number, note) in (1..).zip(&question.rated.notes) {
            let at = note.at_ms.map_or(String::new(), |at| format!(" at {}", clock_of_millis(at)));
            say(&harmless(&format!("Note {number}{at}: {}", note.text)));
        }
        say(&harmless(&format!("{}. /help tells the commands.", capitalised(&holding::standing(question.rated)))));
        if let Some(card) = &question.rated.second_opinion {
            holding::second_opinion(card, question.asked.level).iter().for_each(|line| say(&harmless(line)));
        } else if question.rated.without_rubric && view.phase == Phase::Locked {
            say(&format!("Second opinion: {}", listening::NOT_JUDGED));
        }
    }

    pub(super) fn tell_noted(&self, text: &str) {
        let Some((question, note)) = self.open().and_then(|open| Some((open, open.notes.last()?))) else { return };
        let at = note.at_ms.map_or(String::new(), |at| format!(" {}", clock_of_millis(at)));
        say(&harmless(&format!("Noted{at}: {}", note.text)));
        if command::lacks_slash(text) {
            let number = question.notes.len();
            say(&harmless(&format!("A command begins with a slash: /{text}. /change {number} takes the note away.")));
        }
    }

    pub(super) fn tell_too_many_probes(&self) {
        let Some(View { place: Place::Question(question), .. }) = self.sitting.view(self.watch.at()) else { return };
        listening::too_many_probes(&question).iter().for_each(|words| say(&format!("{words}.")));
    }

    fn until(&self, view: &View<'_>) -> String {
        match self.is_timed() {
            true => format!("; {}.", move_on(view.move_on)),
            false => ".".to_owned(),
        }
    }

    pub(super) fn tell_anchors(&self) {
        let Some(bundle) = self.live().open_question().and_then(|index| self.live().bundle(index)) else {
            return say("No question is open.");
        };
        let anchors = (1..).zip(&bundle.rubric.anchors);
        anchors.for_each(|(band, anchor)| say(&harmless(&format!("{band}: {}", anchor.trim()))));
        bundle.rubric.red_flags.iter().for_each(|flag| say(&harmless(&format!("Red flag: {}", listening::flag(flag)))));
    }

    pub(super) fn tell_list(&self) {
        for (number, question) in (1..).zip(&self.sitting.sheet().questions) {
            say(&harmless(&format!("{number}. {}: {}", question.question, holding::standing(question))));
        }
        if let Some(missing) = holding::missing(self.live()) {
            say(&missing);
        }
    }

    pub(super) fn tell_clocks(&self) {
        let Some(view) = self.sitting.view(self.watch.at()) else { return };
        if !self.is_timed() {
            return say("There are no clocks: this is copied from paper, or the conversation is over.");
        }
        say(&format!("This step: {}; {}.", time_left(view.clock), move_on(view.move_on)));
        say(&format!("Interview: {} of {}.", clock_time(self.now()), clock_time(view.interview.limit)));
    }

    pub(super) fn tell_time(&mut self) {
        let Some(view) = self.sitting.view(self.watch.at()) else { return };
        let passed = MILESTONES.iter().filter(|share| view.clock.per_mille() >= **share).count();
        if self.is_timed() && passed > self.milestones {
            say(&format!("[{}; {}.]", time_left(view.clock), move_on(view.move_on)));
            self.milestones = passed;
        }
    }

    fn is_timed(&self) -> bool {
        !self.sitting.sheet().from_paper && self.live().phase() == Phase::Talking
    }
}

fn tell_titles(question: &QuestionView<'_>) {
    if question.rated.without_rubric {
        return say(&format!("{} /anchors says what ratings mean.", listening::NO_RUBRIC));
    }
    say("Listen for (/show says what each means):");
    let (expected, beyond) = question.split();
    (0..).zip(&expected).for_each(|(place, criterion)| tell_title(question, place, criterion));
    if !beyond.is_empty() {
        say(&format!("{}:", listening::beyond_title(question)));
    }
    (expected.len()..).zip(&beyond).for_each(|(place, criterion)| tell_title(question, place, criterion));
}

fn tell_title(question: &QuestionView<'_>, place: usize, criterion: &Criterion) {
    let heard = holding::heard(question.rated, &criterion.id);
    let word = Some(holding::heard_word(heard)).filter(|word| !word.is_empty());
    let word = word.map_or(String::new(), |word| format!(" ({word})"));
    let (name, sign) = (short_name(place), holding::sign(heard));
    say(&harmless(&format!("  {name} {sign} {}{word}", criterion_name(&criterion.id))));
}

fn tell_meanings(question: &QuestionView<'_>) {
    if question.rated.without_rubric {
        say(listening::NO_RUBRIC);
    }
    for (title, lines) in listening::in_full(question, short_name) {
        say(&format!("{title}:"));
        lines.iter().for_each(|line| say(&harmless(&format!("  {line}"))));
    }
}
