//! Undo and redo, word by word.

/// What was put in place of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Byte offset of the change.
    pub at: usize,
    /// What was taken out.
    pub removed: String,
    /// What was put in its place.
    pub inserted: String,
}

/// The changes of a text.
#[derive(Debug, Default)]
pub struct History {
    done: Vec<Change>,
    undone: Vec<Change>,
    /// Whether the last change may still grow.
    open: bool,
}

impl History {
    /// The next change is a step of its own.
    pub fn seal(&mut self) {
        self.open = false;
    }

    /// Something was written. It joins the word before it.
    pub fn typed(&mut self, change: Change) {
        let joins = |last: &Change| {
            last.removed.is_empty()
                && last.at + last.inserted.len() == change.at
                && !begins_word(&last.inserted, &change.inserted)
        };
        match self.done.last_mut().filter(|last| self.open && joins(last)) {
            Some(last) => last.inserted.push_str(&change.inserted),
            None => self.done.push(change),
        }
        self.note();
    }

    /// Something was taken out. It joins what was taken out beside it, up to a word.
    pub fn deleted(&mut self, change: Change) {
        match self.done.last_mut().filter(|last| self.open && last.inserted.is_empty()) {
            Some(last)
                if change.at + change.removed.len() == last.at && !begins_word(&change.removed, &last.removed) =>
            {
                last.removed.insert_str(0, &change.removed);
                last.at = change.at;
            }
            Some(last) if change.at == last.at && !begins_word(&last.removed, &change.removed) => {
                last.removed.push_str(&change.removed);
            }
            _ => self.done.push(change),
        }
        self.note();
    }

    /// Takes the last step back; gives the cursor's place.
    pub fn undo(&mut self, text: &mut String) -> Option<usize> {
        let change = self.done.pop()?;
        self.seal();
        text.replace_range(change.at..change.at + change.inserted.len(), &change.removed);
        let cursor = change.at + change.removed.len();
        self.undone.push(change);
        Some(cursor)
    }

    /// Makes the last step again that was taken back; gives the cursor's place.
    pub fn redo(&mut self, text: &mut String) -> Option<usize> {
        let change = self.undone.pop()?;
        self.seal();
        text.replace_range(change.at..change.at + change.removed.len(), &change.inserted);
        let cursor = change.at + change.inserted.len();
        self.done.push(change);
        Some(cursor)
    }

    fn note(&mut self) {
        self.undone.clear();
        self.open = true;
    }
}

/// Whether a new word begins between two stretches.
fn begins_word(before: &str, after: &str) -> bool {
    before.ends_with(char::is_whitespace) && after.starts_with(|c: char| !c.is_whitespace())
}
