//! From the text of a file to what its author wrote, with every mistake of syntax and shape.

use std::sync::LazyLock;

use serde::de::DeserializeOwned;
use serde_json::Value;
use toml::Spanned;
use toml::de::{DeTable, Deserializer};

use super::interview::InterviewFile;
use super::lexicon::{CuesFile, LexiconFile};
use super::rubric::RubricFile;
use super::{schema, shape, syntax};
use crate::content::problem::{Place, Problem};
use crate::content::scale::Scale;
use crate::content::sources::{Origin, Source};
use crate::text::Span;

/// What a file holds; the path decides.
#[derive(Debug)]
pub enum Body {
    /// interviews/<topic>.toml
    Interview(InterviewFile),
    /// rubrics/<topic>/<question>.toml
    Rubric(RubricFile),
    /// rubrics/lexicon.toml
    Lexicon(LexiconFile),
    /// rubrics/cues.toml
    Cues(CuesFile),
    /// rubrics/scale.toml
    Scale(Option<Box<Scale>>),
}

/// A file as far as it could be read.
#[derive(Debug)]
pub struct Parsed<'a> {
    /// Its name in messages.
    pub name: &'a str,
    /// The name of the file without its ending: the topic of an interview, the question of a rubric.
    pub stem: &'a str,
    /// Its text.
    pub text: &'a str,
    /// Whose it is.
    pub origin: Origin,
    /// Whether syntax errors may have swallowed something: then what it defines is not known in full.
    pub torn: bool,
    /// What it holds.
    pub body: Body,
}

impl Parsed<'_> {
    /// A place in this file.
    pub fn place(&self, span: Span) -> Place {
        Place::new(self.name, span)
    }
}

/// Reads a file; none where its path says that it is no content. `trusted`: its shape has been checked before, and is looked
/// at again only where it cannot be read.
pub fn parse<'a>(source: &'a Source, trusted: bool, problems: &mut Vec<Problem>) -> Option<Parsed<'a>> {
    let parts: Vec<&str> = source.path.trim_end_matches(".toml").split('/').collect();
    let mut reader = Reader { source, problems, trusted, torn: false };
    let body = match parts.as_slice() {
        ["interviews", _] => Body::Interview(reader.read(&schema::INTERVIEW).unwrap_or_default()),
        ["rubrics", "lexicon"] => Body::Lexicon(reader.read(&schema::LEXICON).unwrap_or_default()),
        ["rubrics", "cues"] => Body::Cues(reader.read(&schema::CUES).unwrap_or_default()),
        ["rubrics", "scale"] => Body::Scale(reader.read(&schema::SCALE).map(Box::new)),
        ["rubrics", _, _] => Body::Rubric(reader.read(&schema::RUBRIC).unwrap_or_default()),
        _ => {
            reader.stray();
            return None;
        }
    };
    let torn = reader.torn;
    let stem = parts.last().copied().unwrap_or_default();
    Some(Parsed { name: &source.name, stem, text: &source.text, origin: source.origin, torn, body })
}

struct Reader<'a, 'p> {
    source: &'a Source,
    problems: &'p mut Vec<Problem>,
    trusted: bool,
    torn: bool,
}

impl Reader<'_, '_> {
    fn read<T: DeserializeOwned>(&mut self, schema: &LazyLock<Value>) -> Option<T> {
        if let Some(body) = self.trusted.then(|| toml::from_str(&self.source.text).ok()).flatten() {
            return Some(body);
        }
        let (document, errors) = DeTable::parse_recoverable(&self.source.text);
        if errors.is_empty() {
            return self.shaped(document, schema);
        }
        self.torn = true;
        let (mended, slips) = syntax::mend(&self.source.text);
        for (span, message) in slips {
            self.error("syntax", span, &message, "see https://toml.io for the notation");
        }
        self.shaped(DeTable::parse_recoverable(&mended).0, schema)
    }

    fn shaped<T: DeserializeOwned>(&mut self, mut document: Spanned<DeTable<'_>>, schema: &Value) -> Option<T> {
        let before = self.problems.len();
        shape::check(&self.source.name, &mut document, schema, !self.torn, self.problems);
        let clean = self.problems.len() == before;
        self.typed(document, clean)
    }

    /// Cannot fail after `shape`, except for what a schema cannot say (numbers beyond every range).
    fn typed<T: DeserializeOwned>(&mut self, document: Spanned<DeTable<'_>>, clean: bool) -> Option<T> {
        match T::deserialize(Deserializer::from(document)) {
            Ok(body) => Some(body),
            Err(error) => {
                if clean {
                    let span = error
                        .span()
                        .map_or(Span { start: 0, end: 0 }, |span| Span { start: span.start, end: span.end });
                    self.error("wrong-type", span, error.message(), "see the schema in schemas/");
                }
                None
            }
        }
    }

    fn error(&mut self, rule: &'static str, span: Span, message: &str, help: &str) {
        self.problems.push(Problem::error(rule, Place::new(&self.source.name, span), message, help));
    }

    fn stray(&mut self) {
        let help = "interviews are interviews/NAME.toml, rubrics are rubrics/TOPIC/QUESTION.toml, and beside them stand \
                    rubrics/lexicon.toml, rubrics/cues.toml and rubrics/scale.toml";
        let place = Place::top(&self.source.name);
        self.problems.push(Problem::warning("stray-file", place, "this file is not read", help));
    }
}
