//! What goes to disk. A disk that refuses is said, tried again, and never ends the interview.

use super::line::Purpose;
use super::{Holding, Mode, words};
use crate::front::holding;
use crate::live::{Event, Phase};
use crate::sitting::LiveError;
use crate::tui::stage::Stage;

/// How long trouble is shown after it was last seen, in milliseconds: the disk is tried about once a second.
const TROUBLE_MS: u64 = 1500;

impl Holding<'_> {
    /// Records an event. False: it did not fit, and why is said.
    pub(super) fn record(&mut self, event: Event) -> bool {
        match self.try_to(event) {
            Ok(()) => true,
            Err(problem) => {
                self.notice(&problem);
                false
            }
        }
    }

    /// Records an event, or tells why it did not fit. What could not be stored happened all the same.
    pub(super) fn try_to(&mut self, event: Event) -> Result<(), String> {
        match self.sitting.record(event, self.watch.at()) {
            Ok(()) => Ok(()),
            Err(LiveError::Refused(problem)) => Err(problem.to_string()),
            Err(trouble) => {
                self.trouble = Some((trouble.to_string(), self.watch.at()));
                Ok(())
            }
        }
    }

    /// Takes note of what was refused, and of what the disk says.
    pub(super) fn keep<T>(&mut self, result: Result<T, LiveError>) -> Option<T> {
        match result {
            Ok(value) => return Some(value),
            Err(LiveError::Refused(problem)) => self.notice(&problem.to_string()),
            Err(trouble) => self.trouble = Some((trouble.to_string(), self.watch.at())),
        }
        None
    }

    /// Why something is not on disk, while that is so.
    pub(super) fn trouble(&self) -> Option<&str> {
        let (text, seen) = self.trouble.as_ref()?;
        let is_new = self.watch.at() < seen + TROUBLE_MS;
        (is_new || self.sitting.has_unsaved()).then_some(text)
    }

    /// Records a note or the candidate's words as far as they are typed. A line that was emptied waits for Enter or Esc.
    pub(super) fn record_line(&mut self) {
        if matches!(&self.mode, Mode::Line(line) if !line.is_emptied()) {
            self.record_typed();
        }
    }

    fn record_typed(&mut self) {
        let Mode::Line(line) = &self.mode else { return };
        if line.recorded.trim() == line.text() {
            return;
        }
        let text = line.text().to_owned();
        match line.purpose {
            Purpose::Note { note } => self.record_note(note, text),
            Purpose::Words => self.record_words(text),
            _ => {}
        }
    }

    fn record_note(&mut self, note: Option<usize>, text: String) {
        let event = match note {
            None => Event::Noted { text: text.clone() },
            Some(note) => Event::NoteChanged { note, text: text.clone() },
        };
        if self.record(event) {
            let last = self.question().and_then(|(_, question)| question.notes.len().checked_sub(1));
            self.line_recorded(Purpose::Note { note: note.or(last) }, text);
        }
    }

    fn record_words(&mut self, text: String) {
        let Some((question, rated)) = self.question() else { return };
        let Mode::Line(line) = &self.mode else { return };
        let all = rated.candidate_words.clone().unwrap_or_default();
        let before = all.strip_suffix(line.recorded.trim()).unwrap_or(&all).trim_end().to_owned();
        if self.record(Event::WordsGiven { question, text: format!("{before}\n{text}") }) {
            self.line_recorded(Purpose::Words, text);
        }
    }

    fn line_recorded(&mut self, now: Purpose, text: String) {
        if let Mode::Line(line) = &mut self.mode {
            (line.purpose, line.recorded) = (now, text);
        }
    }

    /// Enter on a line. What is refused leaves it open.
    pub(super) fn submit(&mut self) {
        self.record_typed();
        let Mode::Line(line) = &self.mode else { return };
        // What a rating rests on is not taken away: why was said.
        if line.is_emptied() {
            return;
        }
        let done = self.follow(line.purpose, line.text().to_owned());
        match done {
            Ok(said) => {
                // A question that was skipped may have been the last one: the list is open then.
                if matches!(self.mode, Mode::Line(_)) {
                    self.turn_to(Mode::Step);
                }
                self.notice(&said);
            }
            Err(problem) => self.notice(&problem),
        }
    }

    fn follow(&mut self, purpose: Purpose, text: String) -> Result<String, String> {
        match purpose {
            Purpose::Note { note: None } => return Ok(String::new()),
            Purpose::Note { .. } if text.is_empty() => return Ok(words::NOTE_TAKEN_AWAY.to_owned()),
            Purpose::Note { .. } => return Ok(words::NOTED.to_owned()),
            Purpose::Words => return Ok(if text.is_empty() { "" } else { self.words_kept() }.to_owned()),
            Purpose::Evidence { band } => {
                self.try_to(Event::Rated { band, evidence: text }).map_err(|_| words::NEEDS_EVIDENCE.to_owned())?;
                let is_thin = self.question().is_some_and(|(_, question)| holding::is_thin(question));
                return Ok(if is_thin { words::rated_on_little(band) } else { words::rated(band) });
            }
            Purpose::NotAssessed => self.try_to(Event::NotAssessed { because: text })?,
            Purpose::Skip => {
                let number = self.question().map_or(0, |(index, _)| index + 1);
                self.try_to(Event::Skipped { because: text })?;
                self.go_on();
                return Ok(words::skipped(number));
            }
            Purpose::Revision { band } => {
                let question = self.question().map_or(0, |(index, _)| index);
                self.try_to(Event::Revised { question, band, because: text })?;
                return Ok(words::REVISED.to_owned());
            }
        }
        Ok(words::NOTED.to_owned())
    }

    fn words_kept(&self) -> &'static str {
        let is_judged = self.question().is_some_and(|(_, question)| !question.without_rubric);
        if is_judged { words::WORDS_KEPT } else { words::WORDS_NOT_JUDGED }
    }

    /// Locks the ratings and lets the engine speak.
    pub(super) fn lock(&mut self) {
        let judged = self.sitting.hear_second_opinions(self.watch.at());
        if self.keep(judged).is_some() && self.phase() == Phase::Locked {
            self.open_list();
            self.notice(words::ENGINE_SPOKE);
        }
    }
}
