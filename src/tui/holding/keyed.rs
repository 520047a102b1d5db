//! What single keys do to the open question: tick, ask, write, rate.

use super::line::{Line, Purpose};
use super::{Holding, Mark, Mode, words};
use crate::front::holding::{self, listening};
use crate::guide::lettering::LETTERS;
use crate::live::{Event, Phase, Place};
use crate::rating::{BANDS, Heard};
use crate::tui::choosing::moved;
use crate::tui::editor::Motion;
use crate::tui::stage::Stage;

impl Holding<'_> {
    pub(super) fn step_key(&mut self, key: char) {
        match key {
            '?' => self.turn_to(Mode::Keys),
            'g' => self.open_list(),
            _ if self.question().is_none() => {
                if key == '\n' {
                    self.go_on();
                }
            }
            '\t' => self.turn_to(Mode::More),
            'r' => self.turn_to(Mode::Rating),
            'p' => self.notice(words::WHICH_PROBE),
            _ if self.phase() == Phase::Locked => self.notice(words::LOCKED),
            '\n' => self.write(Purpose::Note { note: None }, ""),
            'u' => self.change_last_note(),
            'w' => self.write(Purpose::Words, ""),
            'n' => self.write(Purpose::NotAssessed, ""),
            's' => self.write(Purpose::Skip, ""),
            '1'..='9' => self.probe(key),
            ' ' => self.mark_picked(),
            _ => self.mark_lettered(key),
        }
    }

    fn write(&mut self, purpose: Purpose, text: &str) {
        self.turn_to(Mode::Line(Line::new(purpose, text)));
    }

    fn change_last_note(&mut self) {
        let notes = self.question().map_or(&[][..], |(_, question)| &question.notes);
        match notes.last().map(|note| note.text.clone()) {
            Some(text) => self.write(Purpose::Note { note: Some(notes.len() - 1) }, &text),
            None => self.notice(words::NO_NOTE),
        }
    }

    /// Asks a probe, or takes it back where it had been asked.
    fn probe(&mut self, key: char) {
        let probe = key.to_digit(10).and_then(|digit| (digit as usize).checked_sub(1)).unwrap_or(0);
        let asked = self.question().is_some_and(|(_, question)| question.probes.iter().any(|one| one.probe == probe));
        if self.record(Event::Probed { probe, asked: !asked }) {
            let usual = if asked { words::PROBE_TAKEN_BACK } else { words::PROBE_ASKED };
            self.notice(&self.too_many_probes().unwrap_or_else(|| usual.to_owned()));
        }
    }

    fn too_many_probes(&self) -> Option<String> {
        match self.sitting.view(self.watch.at())?.place {
            Place::Question(question) => listening::too_many_probes(&question),
            Place::Page(_) => None,
        }
    }

    /// Picks the next line of the list, or the one before; the list follows.
    pub(super) fn pick(&mut self, motion: Motion) {
        let step = self.sitting.live().step();
        let live = self.sitting.live();
        let lines = live.open_question().map_or(0, |index| live.criteria(index).len());
        let first = if motion == Motion::Up { lines.saturating_sub(1) } else { 0 };
        let next = self.picked().map_or(first, |now| moved(now, lines, motion));
        self.picked = Some((step, next)).filter(|_| lines > 0);
    }

    /// The line that is picked at this step.
    pub(super) fn picked(&self) -> Option<usize> {
        self.picked.filter(|(step, _)| *step == self.sitting.live().step()).map(|(_, line)| line)
    }

    /// Space steps through the marks of the criterion that is picked.
    fn mark_picked(&mut self) {
        match self.picked() {
            Some(place) => self.mark(place, false),
            None if self.question().is_some_and(|(_, question)| question.without_rubric) => {
                self.notice(words::NOTHING_TO_TICK);
            }
            None => self.notice(words::PICK_FIRST),
        }
    }

    /// A letter steps through the marks of its criterion; a capital says at once that it was contradicted.
    fn mark_lettered(&mut self, key: char) {
        match LETTERS.find(key.to_ascii_lowercase()) {
            Some(_) if self.question().is_some_and(|(_, question)| question.without_rubric) => {
                self.notice(words::NOTHING_TO_TICK);
            }
            Some(place) => self.mark(place, key.is_ascii_uppercase()),
            None => {}
        }
    }

    fn mark(&mut self, place: usize, is_against: bool) {
        let Some((index, question)) = self.question() else { return };
        let criteria = self.sitting.live().criteria(index);
        let Some(criterion) = criteria.get(place).map(|criterion| criterion.id.clone()) else { return };
        let now = holding::heard(question, &criterion);
        let heard = match is_against {
            true => Some(Heard::Contradicted).filter(|mark| now != Some(*mark)),
            false => holding::next_mark(now, !question.probes.is_empty()),
        };
        if self.record(Event::Ticked { criterion: criterion.clone(), heard }) {
            self.notice(&words::marked(&criterion, heard));
            self.before.push(Mark { question: index, criterion, heard: now });
        }
    }

    /// Who types a note without opening one has ticked something: each mark can be taken back.
    pub(super) fn undo(&mut self) {
        let here = self.question().map(|(index, _)| index);
        match self.before.pop_if(|mark| Some(mark.question) == here) {
            Some(Mark { criterion, heard, .. }) => {
                self.record(Event::Ticked { criterion: criterion.clone(), heard });
                self.notice(&words::marked(&criterion, heard));
            }
            None => self.notice(crate::tui::words::NOTHING_TO_UNDO),
        }
    }

    pub(super) fn rating_key(&mut self, key: char) {
        let band = key.to_digit(10).and_then(|digit| u8::try_from(digit).ok()).filter(|band| BANDS.contains(band));
        match (band, self.phase()) {
            (None, _) => self.turn_to(Mode::Step),
            (Some(band), Phase::Locked) => self.write(Purpose::Revision { band }, ""),
            (Some(band), _) => self.rate(band),
        }
    }

    /// A rating without ticks and notes asks what it rests on.
    fn rate(&mut self, band: u8) {
        let given = self.question().and_then(|(_, question)| question.rating.as_ref());
        let evidence = given.map_or(String::new(), |rating| rating.evidence.clone());
        self.turn_to(Mode::Step);
        match self.try_to(Event::Rated { band, evidence }) {
            Ok(()) => self.notice(&words::rated(band)),
            Err(_) => {
                self.write(Purpose::Evidence { band }, "");
                self.notice(words::NEEDS_EVIDENCE);
            }
        }
    }
}
