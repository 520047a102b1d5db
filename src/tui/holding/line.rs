//! The line at the bottom: what is written in it, and what becomes of that.

use super::super::editor::{Editing, Editor, Motion};
use super::super::keys::Input;
use super::super::words::holding as words;

/// A line that is written.
#[derive(Debug)]
pub struct Line {
    pub purpose: Purpose,
    pub editor: Editor,
    /// The text as it was last recorded, where it is recorded as it is typed.
    pub recorded: String,
}

/// What a line is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A note; recorded as it is typed, once there is a word of it.
    Note {
        /// Which of the question's notes; none so far.
        note: Option<usize>,
    },
    /// The candidate's words; recorded as they are typed.
    Words,
    /// What a rating rests on.
    Evidence {
        /// 1 to 4.
        band: u8,
    },
    /// Why a locked rating is changed.
    Revision {
        /// 1 to 4.
        band: u8,
    },
    /// Why there is no rating.
    NotAssessed,
    /// Why the question is passed over.
    Skip,
}

impl Line {
    pub fn new(purpose: Purpose, text: &str) -> Self {
        let mut editor = Editor::new(text);
        editor.edit(Editing::Move(Motion::End));
        Line { purpose, editor, recorded: text.to_owned() }
    }

    /// What was written, without blanks around it.
    pub fn text(&self) -> &str {
        self.editor.text().trim()
    }

    /// Whether it is recorded as it is typed, so that leaving it loses nothing.
    pub fn is_kept(&self) -> bool {
        matches!(self.purpose, Purpose::Note { .. } | Purpose::Words)
    }

    /// Whether everything was taken out of what is recorded: Enter takes that away, Esc leaves it.
    pub fn is_emptied(&self) -> bool {
        self.text().is_empty() && !self.recorded.trim().is_empty()
    }

    /// Takes what is typed or pasted; a line stays one line.
    pub fn write(&mut self, input: Input) {
        match input {
            Input::Typed(typed) => self.editor.type_in(&typed.replace(['\n', '\t'], " ")),
            Input::Pasted(pasted) => self.editor.paste(&pasted.replace(['\r', '\n'], " ")),
            Input::Edit(editing) => drop(self.editor.edit(editing)),
            Input::Command(_) | Input::Resized => {}
        }
    }

    /// What it is, and which keys end it.
    pub fn label(&self) -> String {
        match self.purpose {
            Purpose::Note { .. } => words::NOTE.to_owned(),
            Purpose::Words => words::WORDS.to_owned(),
            Purpose::Evidence { band } => words::evidence(band),
            Purpose::Revision { band } => words::revision(band),
            Purpose::NotAssessed => words::NOT_ASSESSED.to_owned(),
            Purpose::Skip => words::SKIP.to_owned(),
        }
    }
}
