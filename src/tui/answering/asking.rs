//! Questions of the program that wait for one key. None of them loses a character: whatever is not their answer goes on writing,
//! or back to the answer.

use super::super::keys::{Command, Input};
use super::super::stage::Stage;
use super::{Answering, words};
use crate::front::wording::ALREADY_SAID;
use crate::session::{Event, Screen};

/// A question that waits for a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// Finish the answer?
    Finish,
    /// Note it as "I don't know"?
    DontKnow,
    /// Answer the follow-up with "already said"?
    AlreadySaid,
    /// Leave, and how?
    Leave,
    /// Really end it all?
    End,
}

/// What a key answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// Leave the sitting, to be resumed.
    Leave,
    /// Nothing more to do with this key.
    Settled,
    /// The key is not an answer, and does what it always does.
    GoOn(Input),
}

impl Ask {
    /// The key that asked. Held down, it must not answer itself.
    fn key(self) -> Command {
        match self {
            Ask::Finish => Command::Done,
            Ask::DontKnow => Command::DontKnow,
            Ask::AlreadySaid => Command::AlreadySaid,
            Ask::Leave | Ask::End => Command::Leave,
        }
    }
}

impl Answering<'_> {
    /// Answers a question with a key.
    pub(super) fn reply(&mut self, ask: Ask, input: Input) -> Reply {
        if input == Input::Command(ask.key()) {
            self.ask = Some(ask);
            return Reply::Settled;
        }
        let first = match &input {
            Input::Typed(typed) => typed.chars().next().map(|c| c.to_ascii_lowercase()),
            _ => None,
        };
        match (ask, first) {
            (Ask::Finish, Some('\n')) => drop(self.record(Event::Finished)),
            (Ask::DontKnow, Some('\n')) => drop(self.record(Event::Skipped)),
            (Ask::AlreadySaid, Some('\n')) => self.already_said(),
            (Ask::Finish | Ask::DontKnow | Ask::AlreadySaid, _) if input != Input::Command(Command::Escape) => {
                return Reply::GoOn(input);
            }
            (Ask::Leave, Some('q')) => return Reply::Leave,
            (Ask::Leave, Some('e')) => self.ask = Some(Ask::End),
            (Ask::End, Some('y')) => drop(self.record(Event::Ended)),
            _ => {}
        }
        Reply::Settled
    }

    fn already_said(&mut self) {
        if self.record(Event::AlreadySaid) {
            self.notice(ALREADY_SAID);
        }
    }

    /// The words of the question that waits.
    pub(super) fn asked(&self) -> Option<String> {
        let view = self.sitting.view(self.watch.at());
        let question = match &view.screen {
            Screen::Question(question) => Some(question),
            _ => None,
        };
        Some(match (self.ask?, question) {
            (Ask::Finish, question) => {
                words::finish(self.editor.words(), question.map_or(view.interview, |question| question.clock))
            }
            (Ask::DontKnow, Some(question)) if question.probe_of.is_some() => words::PASS_PROBE.into(),
            (Ask::DontKnow, _) => words::DONT_KNOW.into(),
            (Ask::AlreadySaid, _) => words::ALREADY_SAID.into(),
            (Ask::Leave, _) if self.is_drill() => words::LEAVE_DRILL.into(),
            (Ask::End, _) if self.is_drill() => words::END_DRILL.into(),
            (Ask::Leave, _) => words::LEAVE.into(),
            (Ask::End, _) => words::END.into(),
        })
    }
}
