//! The lexicon: tools, practices and metrics with all their names.

use serde::{Deserialize, Serialize};

use crate::text::{Pattern, TermForms};

/// A term and the names it goes by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// The name that patterns use (`@helm`).
    pub id: String,
    /// For people.
    pub label: String,
    /// Surface forms.
    pub aliases: Vec<String>,
    /// Groups it belongs to (`@group:ci`).
    pub groups: Vec<String>,
    /// Terms whose mention implies this one.
    pub implied_by: Vec<String>,
    /// Names that look alike and mean something else.
    pub near: Vec<String>,
    /// Also an English word: needs a capital inside a sentence, or a context word nearby.
    pub word: bool,
    /// Patterns that make the reading as a name certain.
    pub context: Vec<Pattern>,
}

impl Term {
    /// What the matcher needs to know of it.
    pub fn forms(&self) -> TermForms {
        TermForms {
            id: self.id.clone(),
            aliases: self.aliases.clone(),
            implied_by: self.implied_by.clone(),
            groups: self.groups.clone(),
            is_word: self.word,
            context: self.context.clone(),
        }
    }
}
