//! Beginnings of interviews, questions and rubrics, with comments that guide. Texts only: nothing is read or written here.

use super::interview::{Kind, Level};

/// What a new question is like.
#[derive(Debug, Clone)]
pub struct NewQuestion {
    /// Its id.
    pub id: String,
    /// The level it is for; one level below, it may be asked as a stretch, and one above as an opener.
    pub level: Level,
    /// What sort of answer it asks for.
    pub kind: Kind,
    /// Time box of the answer.
    pub minutes: u32,
    /// As it is asked.
    pub prompt: String,
}

/// What the beginnings say until their author says something better.
pub const PLACEHOLDERS: [&str; 4] = [
    "What it is about, in one line",
    "What these questions are about, in one line",
    "What do you want to know?",
    "Write here the answer that you would like to hear.",
];

/// Whether a name can stand as an id: small letters, digits, `.`, `_` and `-`, beginning with a letter or digit.
pub fn is_id(name: &str) -> bool {
    let allowed = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit();
    name.starts_with(allowed) && name.chars().all(|sign| allowed(sign) || matches!(sign, '.' | '_' | '-'))
}

/// An interview that draws from shipped topics.
pub fn interview(id: &str) -> String {
    filled(include_str!("templates/interview.toml"), &[("title", &quoted(&title(id))), ("id", id)])
}

/// A topic, before its first question.
pub fn topic(id: &str) -> String {
    filled(include_str!("templates/topic.toml"), &[("title", &quoted(&title(id)))])
}

/// A question, to be put at the end of an interview's file.
pub fn question(new: &NewQuestion) -> String {
    let kind = match new.kind {
        Kind::Technical => "technical",
        Kind::Design => "design",
        Kind::Behavioural => "behavioural",
    };
    let probes = match new.kind {
        Kind::Behavioural => [("star.action", "Which of those steps were yours?"), ("star.result", "What came of it?")],
        _ => [("always", "What would make you choose differently?"), ("always", "How would you know that it worked?")],
    };
    filled(
        include_str!("templates/question.toml"),
        &[
            ("when1", probes[0].0),
            ("ask1", probes[0].1),
            ("when2", probes[1].0),
            ("ask2", probes[1].1),
            ("id", &quoted(&new.id)),
            ("level", new.level.name()),
            ("kind", kind),
            ("minutes", &new.minutes.to_string()),
            ("prompt", &quoted(&new.prompt)),
        ],
    )
}

/// A rubric of three criteria; `words` fit the question's time box.
pub fn rubric(question: &str, level: Level, minutes: u32, words: u32) -> String {
    filled(
        include_str!("templates/rubric.toml"),
        &[
            ("id", &quoted(question)),
            ("level", level.name()),
            ("minutes", &minutes.to_string()),
            ("words", &words.to_string()),
            ("model", "Write here the answer that you would like to hear."),
        ],
    )
}

/// Puts values into their places in one pass: a value that looks like a place stays as it is.
fn filled(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        text.push_str(&rest[..open]);
        rest = &rest[open..];
        let place = values.iter().find(|(name, _)| rest[1..].starts_with(&format!("{name}}}")));
        let taken = match place {
            Some((name, value)) => {
                text.push_str(value);
                name.len() + 2
            }
            None => {
                text.push('{');
                1
            }
        };
        rest = &rest[taken..];
    }
    text + rest
}

/// As a TOML string.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// "web-platform" as "Web platform".
fn title(id: &str) -> String {
    let words = id.replace(['-', '_', '.'], " ");
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
