//! Source to expression, by recursive descent; the grammar stands in rubrics/README.md.

use regex::RegexBuilder;

use super::syntax::{Expr, Reference, Word};
use super::{Parts, PatternError};
use crate::text::document::Document;
use crate::text::number::NumberClass;
use crate::text::span::Span;
use crate::text::stem::stem;
use crate::text::variant;

/// `~` beyond this no longer means "near".
const WIDEST: usize = 40;
/// `a & b ~8` unless it says otherwise.
const NEAR: usize = 8;
/// `{` inside `{`.
const DEEPEST: usize = 12;
/// Members of `&`: each order is tried.
const MOST_NEAR: usize = 3;
/// Bytes.
const LONGEST: usize = 2_000;

pub(super) fn parse(source: &str) -> Result<Parts, PatternError> {
    let mut parser = Parser { source, at: 0, depth: 0, references: Vec::new(), prefixes: Vec::new() };
    if source.len() > LONGEST {
        return Err(error(0..source.len(), "the pattern is too long", "split it into several patterns"));
    }
    let expr = parser.near()?;
    match parser.peek() {
        None => {}
        Some('|') => return Err(parser.here("`|` stands outside braces", "write {a|b}, or two patterns")),
        Some(_) => return Err(parser.here("`}` closes nothing", "remove it, or open a `{` before")),
    }
    Ok(Parts { expr, references: parser.references, prefixes: parser.prefixes })
}

fn error(span: std::ops::Range<usize>, message: impl Into<String>, hint: impl Into<String>) -> PatternError {
    PatternError { span: Span { start: span.start, end: span.end }, message: message.into(), hint: hint.into() }
}

struct Parser<'a> {
    source: &'a str,
    at: usize,
    depth: usize,
    references: Vec<(Reference, Span)>,
    prefixes: Vec<(String, Span)>,
}

impl<'a> Parser<'a> {
    /// The next character that is no space.
    fn peek(&mut self) -> Option<char> {
        let rest = &self.source[self.at..];
        self.at += rest.len() - rest.trim_start().len();
        self.source[self.at..].chars().next()
    }

    fn here(&self, message: impl Into<String>, hint: impl Into<String>) -> PatternError {
        let length = self.source[self.at..].chars().next().map_or(0, char::len_utf8);
        error(self.at..self.at + length, message, hint)
    }

    /// `sequence { "&" sequence } [ "~" number ]`
    fn near(&mut self) -> Result<Expr, PatternError> {
        let start = self.at;
        let (first, mut trailing) = self.sequence()?;
        let mut members = vec![first];
        while trailing.is_none() && self.peek() == Some('&') {
            self.at += 1;
            let (member, gap) = self.sequence()?;
            members.push(member);
            trailing = gap;
        }
        match (members.len(), trailing) {
            (1, Some(_)) => {
                Err(error(start..self.at, "`~` at the end has nothing to its right", "write `a ~3 b`, or `a & b ~8`"))
            }
            (1, None) => Ok(members.remove(0)),
            (count, _) if count > MOST_NEAR => Err(error(
                start..self.at,
                format!("more than {MOST_NEAR} parts joined by `&`"),
                "use `all` with several patterns",
            )),
            (_, gap) if self.peek() == Some('&') => {
                let _ = gap;
                Err(self.here("`~` must come after the last part of `&`", "write `a & b & c ~8`"))
            }
            (_, gap) => Ok(Expr::Near(members, gap.unwrap_or(NEAR))),
        }
    }

    /// `item { [ "~" number ] item }`, and the `~ number` left over behind the last item.
    fn sequence(&mut self) -> Result<(Expr, Option<usize>), PatternError> {
        let mut parts: Vec<(usize, Expr)> = Vec::new();
        let mut gap: Option<usize> = None;
        loop {
            match self.peek() {
                None | Some('|' | '}' | '&') => break,
                Some('~') if parts.is_empty() => {
                    return Err(self.here("`~` has nothing to its left", "write `a ~3 b`"));
                }
                Some('~') if gap.is_some() => return Err(self.here("two distances in a row", "keep one of them")),
                Some('~') => gap = Some(self.distance()?),
                Some('{') => parts.push((gap.take().unwrap_or(0), self.group()?)),
                Some(_) => self.item(&mut parts, gap.take().unwrap_or(0))?,
            }
        }
        match parts.len() {
            0 => Err(self.here("something is missing here", "write a word, or remove the sign")),
            1 => Ok((parts.remove(0).1, gap)),
            _ => Ok((Expr::Sequence(parts), gap)),
        }
    }

    fn distance(&mut self) -> Result<usize, PatternError> {
        let digits: &str = &self.source[self.at + 1..];
        let length = digits.bytes().take_while(u8::is_ascii_digit).count();
        let end = self.at + 1 + length;
        match digits[..length].parse::<usize>() {
            Ok(words) if words <= WIDEST => {
                self.at = end;
                Ok(words)
            }
            Ok(_) => Err(error(
                self.at..end,
                format!("more than {WIDEST} words apart is not near"),
                "use `all` with `within_sentences`",
            )),
            Err(_) => Err(error(self.at..end, "`~` needs a number", "write `a ~3 b` for at most three words between")),
        }
    }

    /// `"{" near { "|" near } "}"`
    fn group(&mut self) -> Result<Expr, PatternError> {
        let start = self.at;
        if self.depth == DEEPEST {
            return Err(self.here("braces are nested too deeply", "split the pattern"));
        }
        self.depth += 1;
        self.at += 1;
        let mut members = Vec::new();
        loop {
            if matches!(self.peek(), Some('|' | '}')) {
                return Err(self.here("an alternative is empty", "remove the `|`, or write a word"));
            }
            if self.peek().is_some() {
                members.push(self.near()?);
            }
            match self.peek() {
                Some('|') => self.at += 1,
                Some('}') => break,
                _ => return Err(error(start..start + 1, "`{` is never closed", "add a `}`")),
            }
        }
        self.at += 1;
        self.depth -= 1;
        Ok(Expr::Either(members))
    }

    /// One written word with all its signs; a hyphenated one becomes several parts.
    fn item(&mut self, parts: &mut Vec<(usize, Expr)>, gap: usize) -> Result<(), PatternError> {
        if self.source[self.at..].starts_with('/') {
            let regex = self.regex()?;
            parts.push((gap, regex));
            return Ok(());
        }
        let rest = &self.source[self.at..];
        let length = rest.find(|ch: char| ch.is_whitespace() || "{}|~".contains(ch)).unwrap_or(rest.len());
        let span = Span { start: self.at, end: self.at + length };
        let written = &rest[..length];
        self.at = span.end;
        if written.is_empty() {
            return Err(self.here("`~` must have a space before it", "write `a ~3 b`"));
        }
        let expr = match written.as_bytes()[0] {
            b'@' => self.reference(&written[1..], span)?,
            b'#' => number_class(written, span)?,
            _ if written.starts_with("cue:") => self.refer(Reference::Cue(name(&written[4..], span)?), span),
            _ => return self.words(written, span, parts, gap),
        };
        parts.push((gap, expr));
        Ok(())
    }

    fn reference(&mut self, written: &str, span: Span) -> Result<Expr, PatternError> {
        let reference = match written.strip_prefix("group:") {
            Some(group) => Reference::Group(name(group, span)?),
            None => Reference::Term(name(written, span)?),
        };
        Ok(self.refer(reference, span))
    }

    fn refer(&mut self, reference: Reference, span: Span) -> Expr {
        self.references.push((reference.clone(), span));
        Expr::Reference(reference)
    }

    fn regex(&mut self) -> Result<Expr, PatternError> {
        let body = &self.source[self.at + 1..];
        let mut escaped = false;
        let length = body.find(|ch| {
            let closes = ch == '/' && !escaped;
            escaped = ch == '\\' && !escaped;
            closes
        });
        let Some(length) = length else {
            return Err(self.here("`/` is never closed", "write /…/ around the regular expression"));
        };
        let span = self.at..self.at + length + 2;
        let regex = body[..length].replace("\\/", "/");
        if let Some(words) = plain_words(&regex) {
            self.at = span.end;
            return Ok(Expr::Typed(words));
        }
        if let Err(problem) = compiled_regex(&regex) {
            let reason = problem.to_string();
            let reason = reason.lines().last().unwrap_or_default().trim_start_matches("error: ");
            return Err(error(span, format!("not a regular expression: {reason}"), "see docs.rs/regex for the syntax"));
        }
        self.at = span.end;
        Ok(Expr::Regex(regex))
    }

    fn words(
        &mut self,
        written: &str,
        span: Span,
        parts: &mut Vec<(usize, Expr)>,
        gap: usize,
    ) -> Result<(), PatternError> {
        let exact = written.starts_with('=');
        let bare = &written[usize::from(exact)..];
        let (bare, prefix) = bare.strip_suffix('*').map_or((bare, false), |bare| (bare, true));
        if bare.contains('*') || (exact && prefix) {
            return Err(error(
                span.start..span.end,
                "`*` stands only at the end of a word",
                "write `deploy*`; any word is `~1`",
            ));
        }
        if bare.len() > 1 && !exact && bare.bytes().all(|byte| byte.is_ascii_lowercase()) {
            let expr = if prefix { self.prefix(&variant::fold(bare), span)? } else { Expr::Word(folded(bare)) };
            parts.push((gap, expr));
            return Ok(());
        }
        let document = Document::parse(bare);
        let tokens = document.tokens();
        let whole = tokens.first().is_some_and(|token| token.span.start == 0)
            && tokens.last().is_some_and(|token| token.span.end == bare.len())
            && tokens.iter().skip(1).all(|token| token.glued);
        if !whole {
            let message = format!("`{written}` is not one word");
            let help = match written.contains('*') {
                true => {
                    "put `*` right behind a word, inside the braces where there are any; inflected forms match without it"
                }
                false => "leave out punctuation: patterns see words only",
            };
            return Err(error(span.start..span.end, message, help));
        }
        for (index, token) in tokens.iter().enumerate() {
            let gap = if index == 0 { gap } else { 0 };
            let last = index + 1 == tokens.len();
            let expr = match () {
                () if exact => Expr::Exact(token.raw.clone()),
                () if prefix && last => self.prefix(&token.text, span)?,
                () => Expr::Word(Word { text: token.text.clone(), stem: token.stem.clone() }),
            };
            parts.push((gap, expr));
        }
        Ok(())
    }

    fn prefix(&mut self, text: &str, span: Span) -> Result<Expr, PatternError> {
        if text.chars().count() < 2 {
            return Err(error(span.start..span.end, "too short a beginning", "give at least two letters before `*`"));
        }
        self.prefixes.push((text.to_owned(), span));
        Ok(Expr::Prefix(text.to_owned()))
    }
}

fn name(written: &str, span: Span) -> Result<String, PatternError> {
    let valid = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_.+".contains(&byte);
    if written.is_empty() || !written.bytes().all(valid) {
        return Err(error(
            span.start..span.end,
            "not a name",
            "names are lower case: `@gitlab-ci`, `@group:ci`, `cue:cost`",
        ));
    }
    Ok(written.to_owned())
}

fn number_class(written: &str, span: Span) -> Result<Expr, PatternError> {
    NumberClass::named(&written[1..]).map(Expr::Number).ok_or_else(|| {
        error(span.start..span.end, format!("`{written}` is unknown"), "write #num, #percent, #duration or #money")
    })
}

/// The words that a regular expression lists, where it does nothing else: most do, and words are looked up faster than
/// expressions are compiled and tried.
fn plain_words(regex: &str) -> Option<Vec<String>> {
    let is_word = |word: &str| !word.is_empty() && word.chars().all(|ch| ch.is_alphanumeric() || ch == '\'');
    regex.split('|').map(|word| is_word(word).then(|| word.to_lowercase())).collect()
}

/// Matches a whole token, in either case.
pub(super) fn compiled_regex(source: &str) -> Result<regex::Regex, regex::Error> {
    RegexBuilder::new(&format!("^(?:{source})$")).case_insensitive(true).size_limit(1 << 18).build()
}

/// A word of lower-case letters.
fn folded(word: &str) -> Word {
    let text = variant::fold(word);
    Word { stem: stem(&text), text }
}

/// The words of a term's alias, which has no notation in it.
pub(super) fn plain(alias: &str) -> Vec<Word> {
    if alias.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' ') {
        return alias.split_whitespace().map(folded).collect();
    }
    let document = Document::parse(alias);
    document.tokens().iter().map(|token| Word { text: token.text.clone(), stem: token.stem.clone() }).collect()
}
