//! Against answers that say nothing: echoes of the question, lists of terms, words in no order, copies of the model answer.
//! What is found here is masked or capped, with its reason; nothing here knows of criteria. What a list is, lists.rs knows.

use std::collections::{BTreeMap, BTreeSet};

use super::lists::is_noted;
use super::reading::{Break, Reading};
use super::scorecard::{AnswerFlag, Cap};
use crate::content::scale::Guards;
use crate::text::{Document, Language};

/// Runs of words that count as the question's own.
#[derive(Debug, Clone)]
pub(super) struct Echoes {
    length: usize,
    /// Each in one string, the words parted by spaces.
    runs: BTreeSet<String>,
    /// Stems of the words of content.
    content: BTreeSet<String>,
}

impl Echoes {
    /// The runs of some texts.
    pub fn new<'a>(texts: impl IntoIterator<Item = &'a str>, length: u32) -> Self {
        let mut echoes = Echoes { length: (length as usize).max(1), runs: BTreeSet::new(), content: BTreeSet::new() };
        echoes.extend(texts);
        echoes
    }

    /// Adds texts.
    pub fn extend<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) {
        for text in texts {
            let document = Document::parse(text);
            let words = words(&document);
            self.runs.extend(words.windows(self.length).map(|run| run.join(" ")));
            self.content.extend(content(&document).map(str::to_owned));
        }
    }

    /// How many different words of content a document shares with the texts.
    pub fn shared_content(&self, document: &Document) -> usize {
        content(document).filter(|stem| self.content.contains(*stem)).collect::<BTreeSet<_>>().len()
    }

    /// Which tokens stand in one of the runs.
    pub fn mask(&self, document: &Document) -> Vec<bool> {
        let words = words(document);
        let mut mask = vec![false; words.len()];
        for (start, known) in self.known(&words).enumerate() {
            if known {
                mask[start..start + self.length].fill(true);
            }
        }
        mask
    }

    /// The share of a document's runs that are known, in thousandths.
    pub fn share(&self, document: &Document) -> u32 {
        let words = words(document);
        let known = self.known(&words).filter(|known| *known).count();
        share(known, words.windows(self.length).count())
    }

    /// For each run of words, whether it is one of these.
    fn known(&self, words: &[&str]) -> impl Iterator<Item = bool> {
        words.windows(self.length).map(|run| self.runs.contains(&run.join(" ")))
    }
}

fn words(document: &Document) -> Vec<&str> {
    document.tokens().iter().map(|token| token.text.as_str()).collect()
}

fn content(document: &Document) -> impl Iterator<Item = &str> {
    document.tokens().iter().filter(|token| !token.is_function_word()).map(|token| token.stem.as_str())
}

/// `part` of `whole` in thousandths; nothing of nothing is nothing.
pub(super) fn share(part: usize, whole: usize) -> u32 {
    (part * 1000).checked_div(whole).unwrap_or_default() as u32
}

/// What the guards compare an answer with.
#[derive(Debug)]
pub(super) struct Originals {
    /// The question in all its wordings.
    pub question: Echoes,
    /// What the rubric tells readers (feedback and anchors), by longer runs: shown after an answer, and easily pasted into the next.
    pub advice: Echoes,
    /// The model answer and its short form, by longer runs.
    pub models: Echoes,
}

/// What holds for the answer as a whole, in the order of [`AnswerFlag`].
pub(super) fn flags(readings: &[&Reading<'_>], originals: &Originals, guards: &Guards) -> Vec<AnswerFlag> {
    let words: usize = readings.iter().map(|reading| reading.words_in_all()).sum();
    if words == 0 {
        return vec![AnswerFlag::Empty];
    }
    let any = |test: fn(&Reading<'_>, &Guards) -> bool| readings.iter().take(1).any(|reading| test(reading, guards));
    let mut flags = Vec::new();
    let mut raise = |raised: bool, flag: AnswerFlag| {
        if raised {
            flags.push(flag);
        }
    };
    raise(words < guards.short_words as usize, AnswerFlag::TooShort);
    // Words of another language look bare to us: they are no list for that.
    let foreign = readings.iter().take(1).any(|reading| reading.document.language() != Language::English);
    raise(!foreign && any(is_keyword_list), AnswerFlag::KeywordList);
    raise(any(is_question_echo), AnswerFlag::QuestionEcho);
    raise(any(is_scrambled), AnswerFlag::Scrambled);
    let copied = readings.iter().take(1).any(|reading| {
        words >= guards.short_words as usize && originals.models.share(&reading.document) >= guards.copy_share
    });
    raise(copied, AnswerFlag::ModelCopy);
    raise(foreign, AnswerFlag::OtherLanguage);
    raise(readings.iter().any(|reading| reading.document.truncated()), AnswerFlag::Truncated);
    flags
}

fn own_words(reading: &Reading<'_>) -> Vec<usize> {
    let fresh = |index: &usize| !reading.echoed[*index] && !reading.is_repeated(&(*index..*index + 1));
    (0..reading.document.tokens().len()).filter(fresh).collect()
}

fn is_question_echo(reading: &Reading<'_>, guards: &Guards) -> bool {
    let own = own_words(reading).len();
    let echoed = reading.echoed.iter().filter(|echoed| **echoed).count();
    share(echoed, echoed + own) >= guards.echo_share && own < guards.echo_own as usize
}

fn is_keyword_list(reading: &Reading<'_>, guards: &Guards) -> bool {
    let own = own_words(reading);
    if own.len() < guards.list_words as usize {
        return false;
    }
    let listed = own.iter().filter(|index| reading.listed[**index]).count();
    let grammatical = own.iter().filter(|index| reading.is_grammatical(**index)).count();
    let bare = share(grammatical, own.len()) < guards.list_function;
    let mostly_listed = share(listed, own.len()) >= guards.list_share;
    mostly_listed || (bare && listed > 0 && !is_noted(reading, guards)) || is_chant(reading, &own, guards)
}

/// One run of three words over and over ("and then the Jenkins and then the …").
fn is_chant(reading: &Reading<'_>, own: &[usize], guards: &Guards) -> bool {
    let mut counts: BTreeMap<[&str; 3], usize> = BTreeMap::new();
    for run in own.windows(3) {
        *counts.entry([reading.token(run[0]), reading.token(run[1]), reading.token(run[2])]).or_default() += 1;
    }
    let most = counts.values().copied().max().unwrap_or_default();
    own.len() >= guards.repeat_words as usize && share(most * 3, own.len()) > guards.repeat_share
}

fn is_scrambled(reading: &Reading<'_>, guards: &Guards) -> bool {
    let odd = reading.cues("odd-pair");
    let odd = odd.iter().filter(|pair| pair.len() == 2 && reading.break_before(pair.start + 1) == Break::None);
    let own = own_words(reading).len();
    own >= guards.odd_words as usize && share(odd.count(), own) > guards.odd_share
}

/// What the flags hold the band down to.
pub(super) fn caps(flags: &[AnswerFlag]) -> Vec<Cap> {
    let because = |flag: &AnswerFlag| match flag {
        AnswerFlag::TooShort => Some("too short to show anything but terms"),
        AnswerFlag::KeywordList => Some("a list of terms: say what each one does for you"),
        AnswerFlag::QuestionEcho => Some("mostly the words of the question or the rubric"),
        AnswerFlag::Scrambled => Some("the words stand in no order"),
        AnswerFlag::Empty
        | AnswerFlag::ModelCopy
        | AnswerFlag::OtherLanguage
        | AnswerFlag::Truncated
        | AnswerFlag::NotRecognised => None,
    };
    flags.iter().filter_map(because).map(|because| Cap { band: 1, because: because.to_owned() }).collect()
}
