//! An answer, split into sentences and tokens, each with its span in the text as typed. No matching and no judgement.

use std::collections::HashSet;
use std::ops::Range;

use super::language;
use super::lines::{Line, lines};
use super::normalise::{Glyph, normalise};
use super::span::Span;
use super::stem::stem;
use super::variant;
use super::words::{ends_sentence, word_end};

pub use super::language::Language;

/// Sentences shorter than this may stand twice without counting as repeated ("We tested it.").
const REPEATED_FROM: usize = 4;

/// One word or number, in a folded form that patterns are matched against. Signs between words are no tokens: they stand
/// in `before` of the word that follows them.
///
/// A written word with a hyphen or slash in it is several tokens, the later ones `glued` (`roll-back`, `ci/cd`); patterns
/// match the parts as well as the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the text as typed.
    pub span: Span,
    /// Folded: NFKC, lower case, straight quotes, no accents, British spelling folded to American.
    pub text: String,
    /// Inflection taken off (`deploys`, `deployed`, `deploying` are all `deploy`).
    pub stem: String,
    /// As typed, apart from normalisation, for `=SLO` and for names that are English words.
    pub raw: String,
    /// Index of its sentence.
    pub sentence: usize,
    /// Whether it stands in a code span or a fenced block.
    pub code: bool,
    /// Signs between the token before it in the same sentence and this one, without spaces, in order: `,` `;` `:` `(` `)`
    /// `"` `/` `&` `->` `…` and so on. A hyphen between words is `-`; a dash that parts clauses is `—`, however typed.
    pub before: String,
    /// Whether it is part of the same written word as the token before it.
    pub glued: bool,
}

impl Token {
    /// Whether it has a letter in it (`p99` is a word, `99.9%` is not).
    pub fn is_word(&self) -> bool {
        self.text.chars().any(char::is_alphabetic)
    }

    /// Whether it carries grammar rather than content (`the`, `of`, `don't`).
    pub fn is_function_word(&self) -> bool {
        super::english::is_function_word(&self.text)
    }

    /// Whether it was typed with a capital first letter.
    pub fn is_capitalised(&self) -> bool {
        self.raw.chars().find(|ch| ch.is_alphabetic()).is_some_and(char::is_uppercase)
    }
}

/// A sentence, bullet or line: a range of tokens, never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Whether the same sentence stood earlier in the document; a repeated sentence counts once.
    pub repeated: bool,
    /// Whether it began with a bullet or a number.
    pub bullet: bool,
    /// Signs behind its last word: `.`, `?`, `!`, `:`, `).` and so on; empty at a bare line end.
    pub after: String,
}

impl Sentence {
    /// Whether it is a question.
    pub fn is_question(&self) -> bool {
        self.after.contains('?')
    }
}

/// A text made ready for matching.
#[derive(Debug, Clone)]
pub struct Document {
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    truncated: bool,
    source_len: usize,
    letters: language::Letters,
}

impl Document {
    /// Reads a text of any size: the first MiB is looked at, and at most its first 20,000 characters are kept. Never fails.
    pub fn parse(text: &str) -> Self {
        let normalised = normalise(text);
        let glyphs = &normalised.glyphs;
        let mut builder = Builder { glyphs, ..Builder::default() };
        for line in lines(glyphs) {
            builder.line(&line);
        }
        builder.end_sentence();
        let mut sentences = builder.sentences;
        mark_repeated(&builder.tokens, &mut sentences);
        let letters = language::Letters::count(glyphs.iter().map(|glyph| glyph.ch));
        Document { tokens: builder.tokens, sentences, truncated: normalised.truncated, source_len: text.len(), letters }
    }

    /// All tokens in order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// All sentences in order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The sentence a token stands in; none beyond the end.
    pub fn sentence_of(&self, token: usize) -> Option<&Sentence> {
        self.sentences.get(self.tokens.get(token)?.sentence)
    }

    /// The tokens of a sentence.
    pub fn sentence_tokens(&self, sentence: &Sentence) -> &[Token] {
        self.tokens.get(sentence.tokens.clone()).unwrap_or_default()
    }

    /// The span from the first to the last token of a range; empty, at the end of the text, where the range holds none.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        match self.tokens.get(tokens) {
            Some([first, .., last]) => Span { start: first.span.start, end: last.span.end },
            Some([only]) => only.span,
            _ => Span { start: self.source_len, end: self.source_len },
        }
    }

    /// Whether only the beginning of the text was kept.
    pub fn truncated(&self) -> bool {
        self.truncated
    }

    /// Bytes of the text as typed, including what was cut off.
    pub fn source_len(&self) -> usize {
        self.source_len
    }

    /// Judged from letters, function words and a list of English words.
    pub fn language(&self) -> Language {
        language::judge(self.letters, &self.tokens)
    }
}

/// Collects tokens and sentences line by line.
#[derive(Default)]
struct Builder<'a> {
    glyphs: &'a [Glyph],
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    /// First token of the sentence that is being read.
    first: usize,
    bullet: bool,
    /// Signs since the last token.
    signs: String,
    /// A space or line end since the last token.
    space: bool,
}

impl Builder<'_> {
    fn line(&mut self, line: &Line) {
        if line.bullet {
            self.end_sentence();
            self.bullet = true;
        }
        let limit = line.content.end;
        let mut code = line.fenced;
        let mut at = line.content.start;
        while at < limit {
            if let Some(end) = word_end(self.glyphs, at, limit) {
                self.word(at..end, code);
                at = end;
                continue;
            }
            let sign = self.glyphs[at].ch;
            let closing = || self.glyphs[at + 1..limit].iter().any(|glyph| glyph.ch == '`');
            if sign == '`' && !line.fenced && (code || closing()) {
                code = !code;
            }
            self.sign(sign, at, limit);
            at += 1;
        }
        self.space = true;
        if !line.wrapped {
            self.end_sentence();
        }
    }

    fn word(&mut self, range: Range<usize>, code: bool) {
        let raw: String = self.glyphs[range.clone()].iter().map(|glyph| glyph.ch).collect();
        let text = variant::fold(&folded(&raw));
        let first_in_sentence = self.tokens.len() == self.first;
        let glued = !self.space && !first_in_sentence && matches!(self.signs.as_str(), "-" | "/" | "_" | "&" | "+");
        let span = Span { start: self.glyphs[range.start].span.start, end: self.glyphs[range.end - 1].span.end };
        let before = std::mem::take(&mut self.signs);
        let token = Token { span, stem: stem(&text), text, raw, sentence: self.sentences.len(), code, before, glued };
        self.tokens.push(token);
        self.space = false;
    }

    fn sign(&mut self, sign: char, at: usize, limit: usize) {
        match sign {
            ' ' => self.space = true,
            '•' => {
                self.end_sentence();
                self.bullet = true;
            }
            '`' | '*' => {}
            '-' if self.is_dash(at, limit) => self.push_dash(),
            '—' => self.push_dash(),
            _ => {
                self.signs.push(sign);
                let previous = self.tokens.last().map_or("", |token| token.text.as_str());
                if ends_sentence(self.glyphs, at, limit, previous) {
                    self.end_sentence();
                }
            }
        }
    }

    /// A hyphen with a space or another hyphen beside it, but not the arrow `->`.
    fn is_dash(&self, at: usize, limit: usize) -> bool {
        let near =
            |index: Option<usize>| index.filter(|&index| index < limit).map_or(' ', |index| self.glyphs[index].ch);
        let (before, after) = (near(at.checked_sub(1)), near(Some(at + 1)));
        after != '>' && (" -".contains(before) || " -".contains(after))
    }

    fn push_dash(&mut self) {
        if !self.signs.ends_with('—') {
            self.signs.push('—');
        }
    }

    /// Closes the sentence; without a word since the last one, its signs belong to that one.
    fn end_sentence(&mut self) {
        let after = std::mem::take(&mut self.signs);
        if self.tokens.len() > self.first {
            let tokens = self.first..self.tokens.len();
            self.sentences.push(Sentence { tokens, repeated: false, bullet: self.bullet, after });
            self.first = self.tokens.len();
            self.bullet = false;
        } else if let Some(last) = self.sentences.last_mut() {
            last.after.push_str(&after);
        }
    }
}

/// Lower case without accents, whatever the locale; letters of other scripts are only lowered.
fn folded(raw: &str) -> String {
    use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
    if raw.is_ascii() {
        return raw.to_ascii_lowercase();
    }
    raw.chars().flat_map(char::to_lowercase).nfd().filter(|&ch| !is_combining_mark(ch)).nfc().collect()
}

fn mark_repeated(tokens: &[Token], sentences: &mut [Sentence]) {
    let mut seen: HashSet<Vec<&str>> = HashSet::new();
    for sentence in sentences.iter_mut().filter(|sentence| sentence.tokens.len() >= REPEATED_FROM) {
        let words = tokens[sentence.tokens.clone()].iter().map(|token| token.text.as_str()).collect();
        sentence.repeated = !seen.insert(words);
    }
}
