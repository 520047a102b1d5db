//! WebVTT (W3C, "WebVTT: The Web Video Text Tracks Format") and SubRip, as programs write them: cues with times and payload.

use super::markup::{Said, spoken};
use super::{Line, mark};

/// A cue: from when to when, what is said, and who speaks at its end.
#[derive(Debug, Default)]
struct Cue {
    from: u64,
    to: u64,
    lines: Vec<Said>,
    voice: Option<String>,
}

/// The lines of captions; none where the text is no captions.
pub fn read(text: &str) -> Option<Vec<Line>> {
    let is_vtt = text.starts_with("WEBVTT");
    if !is_vtt && !text.lines().any(|line| timing(line).is_some()) {
        return None;
    }
    let mut cues: Vec<Cue> = Vec::new();
    for block in blocks(text) {
        add(&mut cues, &block, is_vtt);
    }
    Some(said(&cues))
}

/// Lines between empty lines.
fn blocks(text: &str) -> Vec<Vec<&str>> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    lines.split(|line| line.is_empty()).filter(|block| !block.is_empty()).map(<[&str]>::to_vec).collect()
}

/// Adds a block: cues with their names and times; or more words of the cue before, which may have empty lines in it.
fn add(cues: &mut Vec<Cue>, block: &[&str], is_vtt: bool) {
    let is_cue = |index: usize| block.get(index).is_some_and(|line| timing(line).is_some());
    let is_aside = is_vtt && is_aside(block[0]) && !(0..block.len()).any(is_cue);
    for (index, line) in block.iter().enumerate() {
        if let Some(mark) = marked(line) {
            cues.push(Cue::marking(mark, cues.last()));
            continue;
        } else if is_aside {
            continue;
        }
        // A cue's name begins a block; without an empty line before it, only a number is surely one.
        let is_name = is_cue(index + 1) && (index == 0 || digits(line).is_some());
        match (timing(line), cues.last_mut()) {
            (Some((from, to)), _) => cues.push(Cue { from, to, ..Cue::default() }),
            (None, Some(cue)) if !is_name => cue.lines.extend(spoken(line, &mut cue.voice)),
            (None, _) => {}
        }
    }
}

impl Cue {
    /// A mark between cues, at the time of the cue before it.
    fn marking(mark: &str, before: Option<&Cue>) -> Cue {
        let (from, to) = before.map_or((0, 0), |before| (before.from, before.to));
        Cue { from, to, lines: vec![Said { speaker: None, text: mark.to_owned() }], voice: None }
    }
}

/// A line that says whose words follow; people write it as a line, or as a note.
fn marked(line: &str) -> Option<&str> {
    let line = line.strip_prefix("NOTE ").unwrap_or(line).trim();
    mark(line).map(|_| line)
}

/// Blocks that nobody said.
fn is_aside(line: &str) -> bool {
    ["WEBVTT", "NOTE", "STYLE", "REGION"]
        .iter()
        .any(|name| line.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t'])))
}

/// What was said, without what rolls up the screen: where a cue follows at once, lines that end one and begin the next are the
/// same words.
fn said(cues: &[Cue]) -> Vec<Line> {
    let mut lines = Vec::new();
    for (index, cue) in cues.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| &cues[before]).filter(|before| cue.from <= before.to);
        let fresh = &cue.lines[before.map_or(0, |before| repeated(&before.lines, &cue.lines))..];
        let line = |said: &Said| Line { at_ms: Some(cue.from), speaker: said.speaker.clone(), text: said.text.clone() };
        lines.extend(fresh.iter().map(line));
    }
    lines
}

/// How many lines at the end of one cue begin the next.
fn repeated(before: &[Said], after: &[Said]) -> usize {
    let most = before.len().min(after.len());
    (1..=most).rev().find(|count| before.ends_with(&after[..*count])).unwrap_or(0)
}

/// `00:01:02,500 --> 00:01:04.000 align:start`, in milliseconds.
fn timing(line: &str) -> Option<(u64, u64)> {
    let (from, to) = line.split_once("-->")?;
    Some((time(from.trim())?, time(to.split_whitespace().next()?)?))
}

/// `mm:ss.mmm` or `hh:mm:ss,mmm`.
pub(super) fn time(text: &str) -> Option<u64> {
    let (clock, thousandths) = text.split_once([',', '.'])?;
    let parts: Vec<u64> = clock.split(':').map(digits).collect::<Option<_>>()?;
    let seconds = match parts.as_slice() {
        [minutes, seconds] => minutes.checked_mul(60)?.checked_add(*seconds)?,
        [hours, minutes, seconds] => {
            hours.checked_mul(60)?.checked_add(*minutes)?.checked_mul(60)?.checked_add(*seconds)?
        }
        _ => return None,
    };
    seconds.checked_mul(1000)?.checked_add(digits(thousandths)?)
}

fn digits(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}
