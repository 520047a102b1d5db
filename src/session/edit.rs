//! One change of a text: the smallest stretch that differs.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// `removed` bytes at `start` were replaced by `inserted`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// Byte offset into the text before the change.
    pub start: usize,
    /// Bytes taken out.
    pub removed: usize,
    /// What was put in their place.
    pub inserted: String,
}

impl Edit {
    /// The change that leads from one text to another; none when they are equal.
    pub fn between(old: &str, new: &str) -> Option<Edit> {
        if old == new {
            return None;
        }
        let start = common_prefix(old, new);
        let (old_rest, new_rest) = (&old[start..], &new[start..]);
        let tail = common_suffix(old_rest, new_rest);
        Some(Edit { start, removed: old_rest.len() - tail, inserted: new_rest[..new_rest.len() - tail].to_owned() })
    }

    /// Makes the change. An edit that does not fit the text (a damaged record) is moved to the nearest place that does,
    /// so that no recorded character is ever dropped.
    pub fn apply(&self, text: &mut String) {
        text.replace_range(self.range_in(text), &self.inserted);
    }

    /// The bytes of the text that the change takes out, moved to where they fit.
    pub fn range_in(&self, text: &str) -> Range<usize> {
        let start = floor(text, self.start);
        start..floor(text, self.start.saturating_add(self.removed)).max(start)
    }
}

/// The last character boundary at or before `index`.
fn floor(text: &str, index: usize) -> usize {
    let mut index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

fn common_prefix(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum()
}

fn common_suffix(a: &str, b: &str) -> usize {
    a.chars().rev().zip(b.chars().rev()).take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum()
}
