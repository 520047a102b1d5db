//! Which of the speakers is the candidate. Programs name speakers in a tag (WebVTT), or before a colon: "Interviewer: …".

use super::{Line, Words, mark};
use crate::rating::sheet::Who;

/// Why nobody knows which words are the candidate's, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SpeakerError {
    /// Several people speak, and none is called the candidate.
    #[error("{} speak, and only the candidate's words count", .0.join(", "))]
    Several(Vec<String>),
    /// Nobody has that name.
    #[error("nobody is called {name}; there speak: {}", .speakers.join(", "))]
    Nobody {
        /// As asked for.
        name: String,
        /// Who speaks.
        speakers: Vec<String>,
    },
}

impl Words {
    /// The candidate's words alone, and the names of those whose words were left out. The candidate is whom `chosen` names, or who
    /// is called candidate or by the code; otherwise the one who is not the interviewer. What nobody is named for stays.
    ///
    /// # Errors
    /// [`SpeakerError`]: nobody can tell who the candidate is.
    pub fn of_candidate(mut self, who: &Who, chosen: Option<&str>) -> Result<(Words, Vec<String>), SpeakerError> {
        self.read_prefixes(
            &[&["candidate", "interviewer", &who.candidate, &who.interviewer][..], chosen.as_slice()].concat(),
        );
        let speakers = self.speakers();
        let kept = kept(&speakers, who, chosen)?;
        self.lines.retain(|line| line.speaker.as_ref().is_none_or(|speaker| kept.iter().any(|name| is(speaker, name))));
        let left_out = speakers.into_iter().filter(|speaker| !kept.contains(speaker)).collect();
        Ok((self, left_out))
    }

    /// Everybody who is named, in order of appearance.
    fn speakers(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for speaker in self.lines.iter().filter_map(|line| line.speaker.as_ref()) {
            if !all.iter().any(|known| is(known, speaker)) {
                all.push(speaker.clone());
            }
        }
        all
    }

    /// Names before colons become speakers: those that are known; and in captions without tags any, where at least half of the
    /// lines have one.
    fn read_prefixes(&mut self, known: &[&str]) {
        let named = self.lines.iter().filter(|line| prefix(&line.text).is_some()).count();
        let tagged = self.lines.iter().any(|line| line.speaker.is_some());
        let any = self.captions && !tagged && named > 1 && 2 * named >= self.lines.len();
        let mut before: Option<Line> = None;
        for line in &mut self.lines {
            let found = prefix(&line.text).filter(|(name, _)| any || known.iter().any(|known| is_called(name, known)));
            if let Some((name, text)) = found.map(|(name, text)| (name.to_owned(), text.to_owned())) {
                (line.speaker, line.text) = (Some(name), text);
            } else if line.speaker.is_none() && mark(&line.text).is_none() {
                // Whoever speaks goes on: to the end of a caption, and in plain text until somebody else is named.
                line.speaker = before.filter(|before| before.at_ms == line.at_ms).and_then(|before| before.speaker);
            }
            before = Some(line.clone());
        }
    }
}

/// Those whose words are the candidate's.
fn kept(speakers: &[String], who: &Who, chosen: Option<&str>) -> Result<Vec<String>, SpeakerError> {
    let called = |names: &[&str]| -> Vec<String> {
        speakers.iter().filter(|speaker| names.iter().any(|name| is_called(speaker, name))).cloned().collect()
    };
    if let Some(name) = chosen {
        let kept: Vec<String> = speakers.iter().filter(|speaker| is(speaker, name)).cloned().collect();
        let nobody = || SpeakerError::Nobody { name: name.to_owned(), speakers: speakers.to_vec() };
        return if kept.is_empty() { Err(nobody()) } else { Ok(kept) };
    }
    let candidate = called(&["candidate", &who.candidate]);
    if !candidate.is_empty() {
        return Ok(candidate);
    }
    let interviewer = called(&["interviewer", &who.interviewer]);
    let others: Vec<String> = speakers.iter().filter(|speaker| !interviewer.contains(speaker)).cloned().collect();
    if others.len() > 1 { Err(SpeakerError::Several(others)) } else { Ok(others) }
}

/// "Ada Example: we roll back": a name of up to four words, each with a capital letter or a digit first; or any one word.
fn prefix(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.split_once(':')?;
    let name = name.trim();
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_name = |word: &&str| word.starts_with(|first: char| first.is_uppercase() || first.is_numeric());
    let fits = words.len() == 1 || (words.len() <= 4 && words.iter().all(is_name));
    let begins = name.starts_with(char::is_alphabetic) && (rest.is_empty() || rest.starts_with(char::is_whitespace));
    (fits && begins).then(|| (name, rest.trim()))
}

fn is(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// Whether somebody goes by a name, or by a name and a number: "Interviewer 2".
fn is_called(speaker: &str, name: &str) -> bool {
    let (first, number) = speaker.rsplit_once(' ').unwrap_or((speaker, ""));
    is(speaker, name) || (is(first, name) && number.bytes().all(|byte| byte.is_ascii_digit()))
}
