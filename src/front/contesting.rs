//! Contesting by lines: which question, which criterion, which words. Works on a terminal and through a pipe alike. It asks and
//! understands; what comes of it is kept elsewhere, and what is said is made harmless where it is printed.

use std::iter::Peekable;

use crate::attempt::Attempt;
use crate::attempt::contest::{Claim, Contestable, Marked, contestable};
use crate::attempt::passage::{closest, find, sentences};
use crate::report::{band_words, criterion_name, percent, shortened};
use crate::text::Span;

/// Longest wording of a question in the list.
const TITLE: usize = 90;
/// Longest passage that is shown as the closest one.
const PASSAGE: usize = 200;

/// What has been chosen before.
#[derive(Debug, Clone, Default)]
pub struct Chosen {
    /// Index into the plan's questions.
    pub question: Option<usize>,
    /// The criterion's id.
    pub criterion: Option<String>,
}

/// Asks by lines what is contested.
pub struct Contesting<'a, L: Iterator<Item = String>, S: FnMut(&str)> {
    attempt: &'a Attempt,
    lines: Peekable<L>,
    say: S,
    /// Whether the questions have been listed.
    listed: bool,
}

impl<'a, L: Iterator<Item = String>, S: FnMut(&str)> Contesting<'a, L, S> {
    /// Over lines that come in, and a way to say something.
    pub fn new(attempt: &'a Attempt, lines: L, say: S) -> Self {
        Contesting { attempt, lines: lines.peekable(), say, listed: false }
    }

    /// Asks what has not been chosen. None: an empty line, or the end of the input, ended it.
    pub fn next(&mut self, mut chosen: Chosen) -> Option<Claim> {
        loop {
            let question = chosen.question.take().map_or_else(|| self.question(), Some)?;
            let Some(criterion) = chosen.criterion.take().or_else(|| self.criterion(question)) else { continue };
            if let Some(marked) = self.words(question, &criterion) {
                let question = self.attempt.transcript.answers[question].question.clone();
                return Some(Claim { question, criterion, marked: Some(marked), ..Claim::default() });
            }
        }
    }

    fn line(&mut self) -> Option<String> {
        self.lines.next().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty())
    }

    fn question(&mut self) -> Option<usize> {
        let answered = self.answered();
        if answered.is_empty() {
            (self.say)("No question was answered in this attempt.");
            return None;
        }
        self.list(&answered);
        loop {
            let typed = self.line()?;
            let number = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            match number.filter(|index| answered.contains(index)) {
                Some(index) => return Some(index),
                None => (self.say)(&format!("'{typed}' is none of these.")),
            }
        }
    }

    /// Lists the questions the first time, and only asks for another one then.
    fn list(&mut self, answered: &[usize]) {
        if std::mem::replace(&mut self.listed, true) {
            return (self.say)("\nAnother one? Type the number of its question; Enter alone ends.");
        }
        (self.say)("\nDid something not count that you said? These questions you answered:");
        for index in answered {
            let line = self.question_line(*index);
            (self.say)(&line);
        }
        (self.say)("Type the number of a question; Enter alone ends.");
    }

    fn answered(&self) -> Vec<usize> {
        let judged = self.attempt.judged.iter().enumerate();
        judged.filter(|(_, judged)| judged.in_time.is_some()).map(|(index, _)| index).collect()
    }

    fn question_line(&self, index: usize) -> String {
        let id = &self.attempt.transcript.answers[index].question;
        let prompt = self.attempt.bundles.get(id).map_or(id.as_str(), |bundle| &bundle.question.prompt);
        let card = self.attempt.judged[index].in_time.as_ref();
        let band = card.map_or(String::new(), |card| format!(" ({})", band_words(card.band, card.level)));
        format!("  {}  {}{band}", index + 1, shortened(prompt, TITLE))
    }

    fn criterion(&mut self, question: usize) -> Option<String> {
        let card = self.attempt.judged[question].in_time.as_ref();
        let open = card.map(contestable).unwrap_or_default();
        if open.is_empty() {
            (self.say)("Everything counted in full here.");
            return None;
        }
        (self.say)("\nThis did not count, or not in full:");
        for (number, one) in (1..).zip(&open) {
            let again = if self.is_contested(question, one.criterion) { ", contested" } else { "" };
            (self.say)(&criterion_line(number, one, again));
        }
        (self.say)("Which of these did you say? Type its number; Enter alone goes back.");
        loop {
            let typed = self.line()?;
            let index = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            match index.and_then(|index| open.get(index)) {
                Some(one) => return Some(one.criterion.to_owned()),
                None => (self.say)(&format!("'{typed}' is none of these.")),
            }
        }
    }

    fn is_contested(&self, question: usize, criterion: &str) -> bool {
        let question = &self.attempt.transcript.answers[question].question;
        self.attempt.contests_of(question).any(|contest| contest.claim.criterion == criterion)
    }

    fn words(&mut self, question: usize, criterion: &str) -> Option<Marked> {
        let sentences = self.show(question);
        (self.say)(&format!(
            "Which words should have counted for {}? Type a sentence's number, or two as in 2-3, or paste the words; \
             Enter alone goes back.",
            criterion_name(criterion)
        ));
        loop {
            let typed = self.line()?;
            let marked = match numbers(&typed) {
                Some(range) => self.numbered(question, &sentences, range),
                None => self.pasted(question, typed),
            };
            if marked.is_some() {
                return marked;
            }
        }
    }

    /// Shows the answer with its sentences numbered.
    fn show(&mut self, question: usize) -> Vec<(usize, Span)> {
        let answer = &self.attempt.transcript.answers[question];
        let mut all = Vec::new();
        (self.say)("\nYour answer:");
        for (index, segment) in answer.segments.iter().enumerate() {
            if segment.text.trim().is_empty() {
                continue;
            }
            if index > 0 {
                (self.say)("  after a follow-up:");
            }
            for span in sentences(&segment.text) {
                all.push((index, span));
                (self.say)(&format!("  {}  {}", all.len(), shortened(span.of(&segment.text), usize::MAX)));
            }
        }
        all
    }

    fn numbered(
        &mut self,
        question: usize,
        sentences: &[(usize, Span)],
        (first, last): (usize, usize),
    ) -> Option<Marked> {
        let nth = |number: usize| sentences.get(number.checked_sub(1)?);
        let (Some((segment, first)), Some((same, last))) = (nth(first.min(last)), nth(first.max(last))) else {
            (self.say)(&format!("There are sentences 1 to {}.", sentences.len()));
            return None;
        };
        if segment != same {
            (self.say)(
                "One mark stays within the answer, or within one follow-up; mark the other part after this one.",
            );
            return None;
        }
        let span = Span { start: first.start, end: last.end };
        let text = &self.attempt.transcript.answers[question].segments[*segment].text;
        Some(Marked { segment: *segment, span, words: span.of(text).to_owned() })
    }

    /// Words as they were typed or pasted. A paste of several lines arrives as several: each that continues the words is taken,
    /// up to an empty one.
    fn pasted(&mut self, question: usize, mut words: String) -> Option<Marked> {
        let segments = &self.attempt.transcript.answers[question].segments;
        let texts: Vec<&str> = segments.iter().map(|segment| segment.text.as_str()).collect();
        let Some(mut found) = find(&texts, &words) else {
            (self.say)(&not_found(&texts, &words));
            return None;
        };
        (self.say)("Found. Enter alone marks them; more lines of a paste go on.");
        while let Some(next) = self.lines.peek() {
            if next.trim().is_empty() {
                self.lines.next();
                break;
            }
            let longer = format!("{words}\n{next}");
            let Some(more) = find(&texts, &longer) else { break };
            (found, words) = (more, longer);
            self.lines.next();
        }
        if let Some(twice) = several(found.times) {
            (self.say)(&twice);
        }
        Some(found.marked)
    }
}

/// What is said where words do not stand in an answer.
pub fn not_found(texts: &[&str], words: &str) -> String {
    let words = shortened(words, PASSAGE);
    match closest(texts, &words) {
        Some(passage) => {
            format!(
                "\"{words}\" does not stand in this answer. The closest passage: \"{}\"",
                shortened(&passage, PASSAGE)
            )
        }
        None => format!("\"{words}\" does not stand in this answer, nor anything like it."),
    }
}

/// What is said where words stand in an answer more than once.
pub fn several(times: usize) -> Option<String> {
    (times > 1).then(|| format!("These words stand {times} times in the answer; the first are marked."))
}

fn criterion_line(number: usize, one: &Contestable<'_>, again: &str) -> String {
    let credit = if one.credit.0 == 0 { "not counted".to_owned() } else { format!("{} counted", percent(one.credit)) };
    let feedback = if one.feedback.is_empty() { String::new() } else { format!(": {}", one.feedback) };
    format!("  {number}  {} ({credit}{again}){feedback}", criterion_name(one.criterion))
}

/// `3` or `2-3`.
fn numbers(typed: &str) -> Option<(usize, usize)> {
    let (first, last) = typed.split_once(['-', '–']).unwrap_or((typed, typed));
    Some((first.trim().parse().ok()?, last.trim().parse().ok()?))
}
