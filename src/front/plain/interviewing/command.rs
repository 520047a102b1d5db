//! Lines as commands. Pure: what is no command is a note.

use crate::rating::Heard;

/// What a line asks for. Numbers that people count from 1 are counted from 0 here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    Note(String),
    Tick(Marks),
    Probe(usize),
    Change(usize, String),
    Rate(u8, String),
    NotAssessed(String),
    Skip(String),
    Words(String),
    Next,
    Back,
    GoTo(usize),
    Show,
    Anchors,
    List,
    Time,
    Lock,
    Revise(usize, u8, String),
    End,
    Quit,
    Help,
}

/// Criteria, by letter, number or id, and how they were heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marks {
    pub names: Vec<String>,
    /// None: not heard after all.
    pub heard: Option<Heard>,
}

/// What the commands are.
pub const HELP: &str = "\
A line without a slash is a note; one that begins with // is a note that begins with a slash.
/tick a c     heard: letters, numbers or names; then `probe` for after a probe, `contra` for contradicted, `no` to take back
/probe 1      ask this probe; again takes it back
/rate 3 because …   rate by the anchors (/anchors shows them); needs a tick, a note or words
/na because …       not assessed; counts nothing, unlike a 1
/skip because …     pass the question over
/change 2 …         change note 2; without words take it away
/words …            what the candidate said, word for word: for a second opinion, after your ratings are locked
/next /back /goto 4   go through the interview;  /show again, in full;  /list how all questions stand;  /time the clocks
/lock   lock the ratings and hear the engine;  /revise 2 3 because …  change question 2 to 3, beside the first rating
/end    end and print the scorecard;  /quit leave, to go on later with --resume";

impl Command {
    /// What a line asks for; none for an empty line.
    pub fn of(line: &str) -> Option<Result<Command, String>> {
        let line = line.trim();
        match line.strip_prefix('/') {
            None => Some(Ok(Command::Note(line.to_owned()))),
            Some(rest) if rest.starts_with('/') => Some(Ok(Command::Note(rest.to_owned()))),
            Some(rest) => Some(parsed(rest)),
        }
    }
}

fn parsed(line: &str) -> Result<Command, String> {
    let (name, rest) = split(line);
    Ok(match name {
        "note" => Command::Note(rest.to_owned()),
        "tick" => Command::Tick(marks(rest)?),
        "probe" => Command::Probe(place(rest, "/probe 1")?),
        "change" => {
            let (note, text) = split(rest);
            Command::Change(place(note, "/change 1 new words")?, text.to_owned())
        }
        "rate" => {
            let (band, evidence) = split(rest);
            Command::Rate(number(band, "/rate 3 because …")?, reason(evidence))
        }
        "na" => Command::NotAssessed(reason(rest)),
        "skip" => Command::Skip(reason(rest)),
        "words" => Command::Words(rest.to_owned()),
        "next" => Command::Next,
        "back" => Command::Back,
        "goto" => Command::GoTo(place(rest, "/goto 4")?),
        "show" => Command::Show,
        "anchors" => Command::Anchors,
        "list" => Command::List,
        "time" => Command::Time,
        "lock" => Command::Lock,
        "revise" => revision(rest)?,
        "end" => Command::End,
        "quit" => Command::Quit,
        "help" => Command::Help,
        _ => return Err(format!("'/{name}' is no command; /help lists them, and // begins a note with a slash.")),
    })
}

/// Whether a note would be a command with a slash before it, and none of its words be lost.
pub fn lacks_slash(note: &str) -> bool {
    let (name, rest) = split(note);
    let name = name.to_lowercase();
    let (bare, whole) = (parsed(&name), parsed(&format!("{name} {rest}")));
    whole.is_ok() && (rest.is_empty() || whole != bare)
}

fn revision(rest: &str) -> Result<Command, String> {
    const USE: &str = "/revise 2 3 because …";
    let (question, rest) = split(rest);
    let (band, because) = split(rest);
    Ok(Command::Revise(place(question, USE)?, number(band, USE)?, reason(because)))
}

fn marks(rest: &str) -> Result<Marks, String> {
    let mut names: Vec<String> = rest.split([' ', ',']).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    let heard = match names.last().map(String::as_str) {
        Some("probe" | "after-probe") => Some(Some(Heard::AfterProbe)),
        Some("contra" | "contradicted") => Some(Some(Heard::Contradicted)),
        Some("heard") => Some(Some(Heard::Heard)),
        Some("no") => Some(None),
        _ => None,
    };
    if heard.is_some() {
        names.pop();
    }
    if names.is_empty() {
        return Err("Say which: /tick a, or /tick a c probe.".to_owned());
    }
    Ok(Marks { names, heard: heard.unwrap_or(Some(Heard::Heard)) })
}

/// "because it was late" is "it was late".
fn reason(text: &str) -> String {
    text.strip_prefix("because ").unwrap_or(text).trim().to_owned()
}

fn split(text: &str) -> (&str, &str) {
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    (first, rest.trim())
}

fn place(text: &str, usage: &str) -> Result<usize, String> {
    let number: usize = number(text, usage)?;
    number.checked_sub(1).ok_or_else(|| format!("Count from 1: {usage}"))
}

fn number<N: std::str::FromStr>(text: &str, usage: &str) -> Result<N, String> {
    text.parse().map_err(|_| format!("There has to be a number: {usage}"))
}
