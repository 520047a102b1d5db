//! Reading a file of attempts: once for what stands before the attempts, and whether the file is whole; then attempt by attempt.

use std::cell::Cell;
use std::fmt;
use std::io::{self, Read};
use std::rc::Rc;

use serde::Deserialize;
use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::{FORMAT, Head, KIND, KeptAttempt, KeptBundle, KeptProfile};

/// Why a file of attempts, or an attempt in it, is refused.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// It is no JSON, or ends too soon.
    #[error("line {line}, column {column}: {said}")]
    Syntax {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// As the parser says it, without its place.
        said: String,
    },
    /// It is JSON of another kind.
    #[error("it holds no attempts of hotseat (its `kind` is not \"{KIND}\")")]
    Foreign,
    /// A newer program wrote it.
    #[error("a newer hotseat wrote it (format {found}; this program knows {FORMAT})")]
    Newer {
        /// Format of the file.
        found: u64,
    },
    /// Something in it does not fit.
    #[error("{place}: {said}")]
    Wrong {
        /// Where, as a path of keys.
        place: String,
        /// What is wrong.
        said: String,
    },
}

/// What a first look at a file tells.
#[derive(Debug)]
pub struct Opened {
    /// What stands before the attempts.
    pub head: Head,
    /// How many attempts there are.
    pub attempts: usize,
}

impl ArchiveError {
    pub(super) fn wrong(place: impl Into<String>, said: impl fmt::Display) -> Self {
        ArchiveError::Wrong { place: place.into(), said: in_words(&said.to_string()) }
    }

    /// A parser's error in a text that begins `lines` lines further down in its file.
    fn syntax(error: &serde_json::Error, lines: usize) -> Self {
        let whole = error.to_string();
        let place = format!(" at line {} column {}", error.line(), error.column());
        let said = whole.strip_suffix(&place).unwrap_or(&whole);
        ArchiveError::Syntax { line: error.line() + lines, column: error.column(), said: in_words(said) }
    }
}

/// What a parser says, without the names that types have in this program.
fn in_words(said: &str) -> String {
    let said = said.replace("UUID parsing failed", "it is no id (a UUID, as `hotseat export` writes it)");
    let word = |word| match word {
        "u8" | "u32" | "u64" | "usize" => "a whole number from 0",
        other => other,
    };
    said.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// Looks a whole file through: whether it is one of ours, of a format that we know, and complete. No attempt is kept in memory.
///
/// # Errors
/// [`ArchiveError`], for the first thing that is wrong.
pub fn open(file: impl Read) -> Result<Opened, ArchiveError> {
    let label: Label = serde_json::from_reader(file).map_err(|error| match error.classify() {
        serde_json::error::Category::Data if error.line() == 1 && error.column() <= 1 => ArchiveError::Foreign,
        _ => ArchiveError::syntax(&error, 0),
    })?;
    if label.kind.as_ref().is_none_or(|kind| kind.get() != format!("\"{KIND}\"")) {
        return Err(ArchiveError::Foreign);
    }
    match label.format {
        Some(format) if (1..=u64::from(FORMAT)).contains(&format) => {}
        Some(found) if found > 0 => return Err(ArchiveError::Newer { found }),
        _ => return Err(ArchiveError::wrong("format", "it is missing, or no number from 1")),
    }
    let profiles: Vec<KeptProfile> = part(label.profiles.as_deref(), "profiles")?;
    let bundles: Vec<KeptBundle> = part(label.bundles.as_deref(), "bundles")?;
    let attempts = label.attempts.ok_or_else(|| ArchiveError::wrong("attempts", "they are missing"))?.0;
    Ok(Opened { head: Head { profiles, bundles }, attempts })
}

fn part<T: de::DeserializeOwned>(raw: Option<&RawValue>, name: &str) -> Result<Vec<T>, ArchiveError> {
    let raw = raw.ok_or_else(|| ArchiveError::wrong(name, "they are missing"))?;
    serde_json::from_str(raw.get()).map_err(|error| ArchiveError::wrong(name, error))
}

/// Hands the attempts of a file over, one by one, each with its number from 1; those that cannot be read with the reason.
///
/// # Errors
/// Where the file is no JSON, which [`open`] would have told.
pub fn attempts(
    file: impl Read,
    mut each: impl FnMut(usize, Result<KeptAttempt, ArchiveError>),
) -> Result<(), ArchiveError> {
    let lines = Rc::new(Cell::new(0));
    let counted = Counted { inner: file, lines: Rc::clone(&lines) };
    let mut parser = serde_json::Deserializer::from_reader(counted);
    let stream = Stream { lines, each: &mut each };
    stream.deserialize(&mut parser).map_err(|error| ArchiveError::syntax(&error, 0))
}

/// The keys of a file; large parts unread.
#[derive(Deserialize)]
struct Label {
    kind: Option<Box<RawValue>>,
    format: Option<u64>,
    profiles: Option<Box<RawValue>>,
    bundles: Option<Box<RawValue>>,
    attempts: Option<Count>,
}

/// How many values a list has.
struct Count(usize);

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Counter)
    }
}

struct Counter;

impl<'de> Visitor<'de> for Counter {
    type Value = Count;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of attempts")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Count, A::Error> {
        let mut count = 0;
        while list.next_element::<IgnoredAny>()?.is_some() {
            count += 1;
        }
        Ok(Count(count))
    }
}

/// Counts the line breaks that a parser has read. Parsers of readers ask for byte after byte, so the count is where they are.
struct Counted<R> {
    inner: R,
    lines: Rc<Cell<usize>>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        let breaks = buffer[..read].iter().filter(|byte| **byte == b'\n').count();
        self.lines.set(self.lines.get() + breaks);
        Ok(read)
    }
}

/// Finds the list of attempts, and hands each over.
struct Stream<'a, F> {
    lines: Rc<Cell<usize>>,
    each: &'a mut F,
}

impl<'de, F: FnMut(usize, Result<KeptAttempt, ArchiveError>)> DeserializeSeed<'de> for Stream<'_, F> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, F: FnMut(usize, Result<KeptAttempt, ArchiveError>)> Visitor<'de> for Stream<'_, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a file of attempts")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut file: A) -> Result<(), A::Error> {
        while let Some(key) = file.next_key::<String>()? {
            if key == "attempts" {
                file.next_value_seed(Stream { lines: Rc::clone(&self.lines), each: &mut *self.each })?;
            } else {
                file.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let mut number = 0;
        while let Some(raw) = list.next_element::<Box<RawValue>>()? {
            number += 1;
            let inside = raw.get().bytes().filter(|byte| *byte == b'\n').count();
            let before = self.lines.get().saturating_sub(inside);
            (self.each)(number, serde_json::from_str(raw.get()).map_err(|error| ArchiveError::syntax(&error, before)));
        }
        Ok(())
    }
}
