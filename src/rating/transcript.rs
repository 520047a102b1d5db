//! The candidate's words from a file: plain text, WebVTT or SubRip. Only words are kept, and who spoke them until the candidate's are
//! chosen; how it looked and where it stood on the screen are not. Reading never fails: what is no caption is words.

mod captions;
mod markup;
mod recording;
mod speakers;

pub use recording::Recording;
pub use speakers::SpeakerError;

use crate::content::nearest::suggest;

/// What was said, line by line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    lines: Vec<Line>,
    captions: bool,
}

/// A line of a transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// When, in milliseconds from the beginning of the recording; none in plain text.
    pub at_ms: Option<u64>,
    /// Who says it, where the file tells.
    pub speaker: Option<String>,
    /// The words.
    pub text: String,
}

/// Words by question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parts {
    /// What stood before the first mark.
    pub before: String,
    /// The words after each mark: the question's place, from 0, and what was said. In the order of the file.
    pub parts: Vec<(usize, String)>,
}

/// A mark that names none of the questions.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: `{mark}` names no question of this interview; {help}")]
pub struct MarkError {
    /// "line 4"; captions say "a mark".
    pub place: String,
    /// As written.
    pub mark: String,
    /// What to write instead.
    pub help: String,
}

impl Words {
    /// Reads a transcript, whatever it is: WebVTT by its first line, SubRip by its times, otherwise plain text.
    pub fn read(text: &str) -> Words {
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
        match captions::read(&text) {
            Some(lines) => Words { lines, captions: true },
            None => {
                let plain = text.lines().map(|line| Line { at_ms: None, speaker: None, text: line.to_owned() });
                Words { lines: plain.collect(), captions: false }
            }
        }
    }

    /// The lines, each with its time. Marks between captions are no words.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| !self.captions || mark(&line.text).is_none())
    }

    /// All of it as an answer. Captions break lines where the screen ends, so they are joined; plain text stays as written.
    pub fn text(&self) -> String {
        let texts: Vec<&str> = self.lines().map(|line| line.text.as_str()).collect();
        texts.join(self.gap()).trim().to_owned()
    }

    fn gap(&self) -> &'static str {
        if self.captions { " " } else { "\n" }
    }

    /// The words by question, where lines such as `# question-id` or `## 2` say whose they are; none without such lines: then all
    /// of it answers one question.
    ///
    /// # Errors
    /// One mark names a question and another one does not: its words would count for the wrong one.
    pub fn by_question(&self, questions: &[&str]) -> Result<Option<Parts>, MarkError> {
        let marked = |line: &Line| mark(&line.text).and_then(|mark| named(mark, questions)).is_some();
        if !self.lines.iter().any(marked) {
            return Ok(None);
        }
        let mut parts = Parts::default();
        for (number, line) in (1..).zip(&self.lines) {
            match mark(&line.text) {
                Some(mark) => parts.parts.push((self.known(mark, number, questions)?, String::new())),
                None => parts.add(&line.text, self.gap()),
            }
        }
        Ok(Some(parts.trimmed()))
    }

    fn known(&self, mark: &str, line: usize, questions: &[&str]) -> Result<usize, MarkError> {
        named(mark, questions).ok_or_else(|| MarkError {
            place: if self.captions { "a mark".to_owned() } else { format!("line {line}") },
            mark: mark.to_owned(),
            help: format!("{}; or give its number, 1 to {}", suggest(mark, questions.iter().copied()), questions.len()),
        })
    }
}

impl Parts {
    fn add(&mut self, line: &str, gap: &str) {
        let text = self.parts.last_mut().map_or(&mut self.before, |(_, text)| text);
        text.push_str(line);
        text.push_str(gap);
    }

    fn trimmed(mut self) -> Self {
        self.before = self.before.trim().to_owned();
        self.parts.iter_mut().for_each(|(_, text)| *text = text.trim().to_owned());
        self
    }
}

/// What follows the signs of a heading: one word, for ids and numbers have no blanks.
fn mark(line: &str) -> Option<&str> {
    let rest = line.trim().strip_prefix('#')?.trim_start_matches('#');
    Some(rest.trim()).filter(|mark| rest.starts_with(' ') && !mark.is_empty() && !mark.contains(char::is_whitespace))
}

fn named(mark: &str, questions: &[&str]) -> Option<usize> {
    let by_number = mark.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    by_number.filter(|index| *index < questions.len()).or_else(|| questions.iter().position(|id| *id == mark))
}
