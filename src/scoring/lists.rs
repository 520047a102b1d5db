//! Lists of terms: rows of bare items, each a name or a few nouns. Terse notes are none: their items say something, by a verb,
//! a preposition, an arrow, a number before what it counts, or a word such as "first" or "cheaper". Judged item by item, so
//! that a note among names is kept and names among notes are not; where nearly all items are bare, only grammar saves one.

use std::ops::Range;

use super::guards::share;
use super::reading::{Break, Reading};
use crate::content::scale::Guards;

/// A stretch between commas and stronger breaks, or between the joints of a list.
struct Item {
    tokens: Range<usize>,
    /// Another word for the item before it, behind a slash.
    alternative: bool,
    form: Form,
}

/// What makes a statement of an item, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    /// Nothing.
    Bare,
    /// An arrow, or a sign of comparison, at one side of it.
    Related,
    /// What stands for grammar in notes.
    Note,
    /// Words of grammar, or more words than a name has.
    Phrase,
}

/// Which tokens stand in a list of terms.
pub(super) fn lists(reading: &Reading<'_>, guards: &Guards) -> Vec<bool> {
    let mut listed = vec![false; reading.document.tokens().len()];
    let items = Notes::new(reading, guards).items();
    let wordless = items.iter().filter(|item| item.form < Form::Note).count();
    let noted = is_noted(reading, guards);
    let spoken = share(wordless, items.len()) < guards.list_bare || noted;
    let least = if spoken { Form::Related } else { Form::Phrase };
    let mut list = |row: &[Item], run: u32| {
        let alternatives = row.iter().filter(|item| item.alternative).count();
        if row.len() - alternatives.min(guards.list_item as usize) >= run as usize {
            row.iter().for_each(|item| listed[item.tokens.clone()].fill(true));
        }
    };
    items.split(|item| item.form >= least).for_each(|row| list(row, guards.list_run));
    // Nobody strings so many scraps together in prose, verbs or not, nor with nothing but commas in notes.
    for row in scraps(reading, &items, noted, guards) {
        listed[row].fill(true);
    }
    let unbroken = items.iter().filter(|item| is_unbroken(reading, &item.tokens, guards));
    unbroken.for_each(|item| listed[item.tokens.clone()].fill(true));
    strings(reading, guards).into_iter().for_each(|tokens| listed[tokens].fill(true));
    listed
}

/// Rows of short items with hardly a word of grammar among them; in notes a row ends with its sentence, and with any sign but
/// a comma.
fn scraps(reading: &Reading<'_>, items: &[Item], noted: bool, guards: &Guards) -> Vec<Range<usize>> {
    let short = |item: &Item| reading.word_count(item.tokens.clone()) <= guards.list_item as usize;
    let goes_on = |index: usize| {
        short(&items[index])
            && short(&items[index - 1])
            && !(noted && reading.break_before(items[index].tokens.start) > Break::Comma)
    };
    let rows = runs(items.len(), |index| index > 0 && goes_on(index));
    let tokens = |row: &Range<usize>| items[row.start].tokens.start..items[row.end - 1].tokens.end;
    let bare = |tokens: &Range<usize>| {
        let grammar = tokens.clone().filter(|index| reading.is_grammatical(*index)).count();
        share(grammar, tokens.len()) < guards.scraps_function
    };
    let long = |row: &Range<usize>| row.len() >= guards.list_long as usize;
    rows.iter().filter(|row| long(row)).map(tokens).filter(bare).collect()
}

/// Whether so many words stand without a sign, and hardly one of grammar among them, that nobody said them.
fn is_unbroken(reading: &Reading<'_>, tokens: &Range<usize>, guards: &Guards) -> bool {
    let grammar = tokens.clone().filter(|index| reading.is_grammatical(*index)).count();
    let words = tokens.clone().filter(|index| reading.document.tokens()[*index].is_word()).count();
    2 * words > tokens.len()
        && reading.word_count(tokens.clone()) >= 2 * guards.list_long as usize
        && share(grammar, tokens.len()) < guards.scraps_function
}

/// Words strung together: written as one ("a/b/c/d/e/f"), or one after the other with neither a sign nor a word of grammar.
fn strings(reading: &Reading<'_>, guards: &Guards) -> Vec<Range<usize>> {
    let tokens = reading.document.tokens();
    let glued = |index: usize| tokens[index].glued;
    let bare = |index: usize| {
        index > 0
            && tokens[index].is_word()
            && !reading.is_grammatical(index)
            && !tokens[index].code
            && (glued(index) || reading.break_before(index) == Break::None)
    };
    let mut strings = runs(tokens.len(), glued);
    strings.retain(|run| run.len() >= guards.list_run as usize);
    let mut bare_runs = runs(tokens.len(), bare);
    bare_runs.retain(|run| reading.word_count(run.clone()) >= guards.list_long as usize);
    strings.extend(bare_runs);
    strings
}

/// Stretches of tokens that each go on from the one before, with the one that they begin with.
fn runs(tokens: usize, goes_on: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for index in 0..tokens {
        match runs.last_mut() {
            Some(run) if goes_on(index) => run.end = index + 1,
            _ => runs.push(index..index + 1),
        }
    }
    runs
}

/// Signs that relate what stands at either side of them, by kind.
const RELATIONS: [&[char]; 6] =
    [&['→', '>', '<', '≥', '≤'], &['=', '≠', '≈'], &[':'], &['(', '['], &[';', '|'], &['+', '&']];

/// Whether signs of several kinds hold the words together, and not commas alone, or arrows alone: in notes relations are a
/// quarter of all signs and more, in rows of terms a tenth at most.
pub(super) fn is_noted(reading: &Reading<'_>, guards: &Guards) -> bool {
    let signs = || reading.document.tokens().iter().filter(|token| !token.glued).map(|token| token.before.as_str());
    let kinds = RELATIONS.iter().filter(|kind| signs().any(|signs| signs.contains(**kind))).count();
    let relates = |signs: &str| RELATIONS.iter().any(|kind| signs.contains(*kind));
    let relations = signs().filter(|signs| relates(signs)).count();
    let commas = signs().filter(|signs| signs.contains(',') && !relates(signs)).count();
    kinds > 1 && share(relations, relations + commas) >= guards.note_share
}

/// Tells items that say something from bare ones.
struct Notes<'a> {
    reading: &'a Reading<'a>,
    longest: usize,
    joint: Vec<bool>,
    relation: Vec<bool>,
    verb: Vec<bool>,
}

impl<'a> Notes<'a> {
    fn new(reading: &'a Reading<'a>, guards: &Guards) -> Self {
        Notes {
            reading,
            longest: guards.list_item as usize,
            joint: reading.flagged("joint"),
            relation: reading.flagged("note-relation"),
            verb: reading.flagged("note-verb"),
        }
    }

    /// All items in order, without echoes of the question.
    fn items(&self) -> Vec<Item> {
        let mut ranges = Vec::new();
        let mut start = 0;
        for (index, joins) in self.joint.iter().enumerate() {
            if *joins || self.reading.break_before(index) > Break::None || self.signs(index) == "/" {
                ranges.push(start..index);
                start = index + usize::from(*joins);
            }
        }
        ranges.push(start..self.joint.len());
        ranges.retain(|tokens| !tokens.is_empty() && !self.reading.is_echo(tokens));
        let item = |tokens: Range<usize>| Item {
            alternative: self.signs(tokens.start) == "/",
            form: self.form(&tokens),
            tokens,
        };
        ranges.into_iter().map(item).collect()
    }

    fn form(&self, tokens: &Range<usize>) -> Form {
        let grammatical = |index: usize| self.reading.is_grammatical(index) && !self.joint[index];
        if self.reading.word_count(tokens.clone()) > self.longest || tokens.clone().any(grammatical) {
            Form::Phrase
        } else if tokens.len() > 1 && self.is_note(tokens) {
            Form::Note
        } else if self.is_related(tokens.start) != self.is_related(tokens.end) {
            // The links of a long chain have an arrow at either side, and are a list like any other.
            Form::Related
        } else {
            Form::Bare
        }
    }

    /// Whether several words of content are held together by a verb, or by what stands for one.
    fn is_note(&self, tokens: &Range<usize>) -> bool {
        let words = self.reading.document.tokens();
        let last = &words[tokens.end - 1];
        let counted = !words[tokens.start].is_word() && !words[tokens.start + 1].glued;
        let done = last.text.ends_with("ed") && last.text != last.stem;
        counted || done || self.verb[tokens.start] || self.relation[tokens.clone()].contains(&true)
    }

    fn is_related(&self, index: usize) -> bool {
        let begins = self.reading.break_before(index) == Break::Sentence;
        !begins && self.signs(index).contains(['=', '>', '<', '→', '≠', '≈', '≥', '≤'])
    }

    /// The signs before a token.
    fn signs(&self, index: usize) -> &str {
        self.reading.document.tokens().get(index).map(|token| token.before.as_str()).unwrap_or_default()
    }
}
