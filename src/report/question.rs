//! One question: its band and time, what earned points, what was said and not counted, the one next step, the model answer.

use super::contests;
use super::digest::QuestionDigest;
use super::quote::{around, sentence, shortened};
use super::raise;
use super::summary::result;
use super::surface::{Mark, Surface};
use super::words::{band_words, clock_time, dimension, flag, percent, spoken, star_part};
use crate::content::{Bundle, StarPart};
use crate::scoring::scorecard::Mille;
use crate::scoring::{AnswerFlag, CriterionScore, Scorecard, StarScore, StoryForm};
use crate::session::Segment;
use crate::text::Span;

/// Above a model answer.
pub const MODEL_ANSWER: &str = "A model answer";
/// Above words that did not count.
pub const NOT_COUNTED: &str = "Said, and not counted";
/// Longest quotation of evidence.
const QUOTE: usize = 110;
/// Sentences quoted for one criterion.
const MOST_QUOTES: usize = 2;

pub fn write(question: &QuestionDigest<'_>, out: &mut dyn Surface) {
    out.heading(2, &title(question));
    head(question, out);
    for segment in &question.answer.segments {
        if let Some(asked) = follow_up(question, segment) {
            out.paragraph(&asked);
        }
        if !segment.text.trim().is_empty() {
            out.quote(&segment.text);
        }
    }
    let Some(bundle) = question.bundle else { return };
    match &question.judged.in_time {
        Some(card) => {
            let texts: Vec<&str> = question.answer.segments.iter().map(|segment| segment.official()).collect();
            judged(&Seen { card, bundle, texts: &texts }, question.judged.complete.as_ref(), out);
        }
        None => unanswered(bundle, out),
    }
    contests::write(question, out);
    model_answer(bundle, out);
}

/// "3. How do you roll back?"
pub fn title(question: &QuestionDigest<'_>) -> String {
    format!("{}. {}", question.number, question.prompt())
}

/// The result, and the time it took.
pub fn head(question: &QuestionDigest<'_>, out: &mut dyn Surface) {
    out.headline(&capital(&result(question, None)));
    draft(question.bundle, out);
    times(question, out);
}

/// The probe that a segment answers, as it was asked; none for the answer itself.
pub fn follow_up(question: &QuestionDigest<'_>, segment: &Segment) -> Option<String> {
    let probe = question.bundle?.question.probes.get(segment.probe?)?;
    Some(format!("Follow-up: {}", probe.ask))
}

/// A scorecard on its own.
pub fn write_card(card: &Scorecard, bundle: &Bundle, answer: &str, out: &mut dyn Surface) {
    out.heading(2, &bundle.question.prompt);
    let score = card.score.map_or(String::new(), |score| format!(" ({})", percent(score)));
    out.headline(&format!("{}{score}", capital(&band_words(card.band, card.level))));
    draft(Some(bundle), out);
    judged(&Seen { card, bundle, texts: &[answer] }, None, out);
}

/// A rubric that does not prove itself yet says so beside each of its judgements.
pub fn draft(bundle: Option<&Bundle>, out: &mut dyn Surface) {
    if bundle.is_some_and(|bundle| bundle.rubric.draft) {
        out.paragraph("Judged by a draft rubric: `hotseat check` says what it still lacks.");
    }
}

/// A few lines between questions.
pub fn brief(card: &Scorecard, bundle: &Bundle) -> Vec<String> {
    let mut lines = match card.band {
        Some(_) => vec![format!("Band {}.", band_words(card.band, card.level))],
        None => Vec::new(),
    };
    lines.extend(card.flags.iter().map(|one| flag(*one).to_owned()));
    lines.extend(card.caps.iter().map(|cap| cap.because.clone()));
    let earned = card.criteria.iter().filter(|criterion| !criterion.evidence.is_empty()).take(3);
    lines.extend(earned.map(|criterion| {
        let words = criterion.evidence.first().map_or("", |evidence| &evidence.text);
        format!("Earned, {}: \"{}\"", spoken(&criterion.id), shortened(words, QUOTE))
    }));
    match &card.next_step {
        Some(step) => lines.push(format!("Next time: {}", step.say)),
        None => lines.push(format!("A strong answer: {}", bundle.rubric.anchors[3])),
    }
    lines
}

fn times(question: &QuestionDigest<'_>, out: &mut dyn Surface) {
    if question.answer.segments.is_empty() {
        return;
    }
    let over = match question.over_time() {
        0 => String::new(),
        over => format!("; {} of it over time", clock_time(over)),
    };
    let asked = match question.answer.asked {
        0 => String::new(),
        times => format!("; another wording was asked for {times}×"),
    };
    let used = clock_time(question.used());
    out.paragraph(&format!("{used} of {} used{over}{asked}.", clock_time(question.allowed())));
}

/// A scorecard with the texts that its spans point into.
struct Seen<'a> {
    card: &'a Scorecard,
    bundle: &'a Bundle,
    texts: &'a [&'a str],
}

impl Seen<'_> {
    fn around(&self, segment: usize, span: Span) -> String {
        self.texts.get(segment).map_or(String::new(), |text| around(text, span, QUOTE))
    }
}

fn judged(seen: &Seen<'_>, complete: Option<&Scorecard>, out: &mut dyn Surface) {
    let card = seen.card;
    verdicts(card, seen.bundle, complete, out);
    if card.score.is_none() {
        return;
    }
    dimensions(card, out);
    earned(seen, out);
    star(seen, out);
    withheld(seen, out);
    missed(card, out);
    step(card, out);
    if let Some(line) = raise::line(card) {
        out.item(Mark::Point, &line);
    }
}

fn verdicts(card: &Scorecard, bundle: &Bundle, complete: Option<&Scorecard>, out: &mut dyn Surface) {
    card.flags.iter().for_each(|one| out.item(Mark::Note, flag(*one)));
    card.red_flags.iter().for_each(|hit| {
        let words =
            hit.evidence.first().map_or(String::new(), |words| format!("\"{}\": ", shortened(&words.text, QUOTE)));
        out.item(Mark::Costs, &format!("{words}{} (−{})", hit.feedback, percent(hit.penalty)));
    });
    card.caps.iter().for_each(|cap| out.item(Mark::Note, &format!("No more than band {}: {}", cap.band, cap.because)));
    remarks(card, bundle, complete, out);
}

/// What else is to be known about a result: what over-time text and follow-ups added, and how far to trust it.
pub fn remarks(card: &Scorecard, bundle: &Bundle, complete: Option<&Scorecard>, out: &mut dyn Surface) {
    if let Some(complete) = complete {
        let (now, then) = (card.score.unwrap_or_default(), complete.score.unwrap_or_default());
        let more = band_words(complete.band, complete.level);
        out.item(
            Mark::Point,
            &format!("In time {}; with what was written over time {}: {more}.", percent(now), percent(then)),
        );
    }
    if let Some(unprompted) = card.unprompted.filter(|_| card.score.is_some()) {
        let whole = percent(card.score.unwrap_or_default());
        out.item(Mark::Point, &format!("{} before the follow-ups, {whole} with them.", capital(&percent(unprompted))));
    }
    if card.low_confidence {
        out.item(Mark::Note, "This result is close to a limit or rests on few words: take it with care.");
    }
    if card.flags.contains(&AnswerFlag::NotRecognised) {
        for (band, anchor) in (1..).zip(&bundle.rubric.anchors) {
            out.item(Mark::Point, &format!("{band}: {anchor}"));
        }
    }
}

fn dimensions(card: &Scorecard, out: &mut dyn Surface) {
    if card.dimensions.is_empty() {
        return;
    }
    let parts = card
        .dimensions
        .iter()
        .map(|one| format!("{} {} (weighs {})", dimension(one.id), percent(one.score), percent(one.weight)));
    out.paragraph(&capital(&format!("{}.", parts.collect::<Vec<_>>().join(", "))));
}

fn earned(seen: &Seen<'_>, out: &mut dyn Surface) {
    let earned: Vec<_> = seen.card.criteria.iter().filter(|criterion| criterion.credit > Mille(0)).collect();
    if earned.is_empty() {
        return;
    }
    out.heading(3, "What earned points");
    for criterion in earned {
        let mark = if criterion.credit.0 >= 1000 { Mark::Earned } else { Mark::Partly };
        let bonus = if criterion.expected { "" } else { ", beyond this level" };
        out.item(mark, &format!("{}{bonus}: {}", spoken(&criterion.id), quoted(seen, criterion)));
    }
}

/// The words behind a criterion, told apart where they came only after a probe.
fn quoted(seen: &Seen<'_>, criterion: &CriterionScore) -> String {
    let mut sentences: Vec<(usize, Span)> = Vec::new();
    let mut quotes = Vec::new();
    for evidence in &criterion.evidence {
        let Some(text) = seen.texts.get(evidence.segment) else { continue };
        let sentence = (evidence.segment, sentence(text, evidence.span));
        if sentences.contains(&sentence) || quotes.len() == MOST_QUOTES {
            continue;
        }
        sentences.push(sentence);
        let after = if evidence.segment > 0 { " (after a follow-up)" } else { "" };
        quotes.push(format!("\"{}\"{after}", around(text, evidence.span, QUOTE)));
    }
    quotes.join(", ")
}

fn star(seen: &Seen<'_>, out: &mut dyn Surface) {
    let Some(star) = &seen.card.star else { return };
    out.heading(3, "The story");
    match star.form {
        StoryForm::Story => {}
        StoryForm::PseudoStory => out.item(Mark::Note, "It tells what is usually done; one real episode would count."),
        StoryForm::Opinion => out.item(Mark::Note, "It gives an opinion; one real episode would count."),
    }
    let parts = [StarPart::Situation, StarPart::Task, StarPart::Action, StarPart::Result];
    for part in parts {
        let share = part_share(star, part);
        let words = star
            .evidence
            .iter()
            .find(|(one, _)| *one == part)
            .map(|(_, evidence)| seen.around(evidence.segment, evidence.span));
        let words = words.map_or(String::new(), |words| format!(": \"{words}\""));
        out.item(Mark::of(share), &format!("{}{words}", star_part(part)));
    }
    if !star.measured && star.result > Mille(0) {
        out.item(Mark::Point, "A number, or a before and after, would make the result count in full.");
    }
}

/// How much of a part of a story was told.
pub fn part_share(star: &StarScore, part: StarPart) -> Mille {
    match part {
        StarPart::Situation => star.situation,
        StarPart::Task => star.task,
        StarPart::Action => star.action,
        StarPart::Result => star.result,
    }
}

fn withheld(seen: &Seen<'_>, out: &mut dyn Surface) {
    let mut lines: Vec<String> = Vec::new();
    for criterion in seen.card.criteria.iter().filter(|criterion| criterion.credit < Mille(1000)) {
        for words in &criterion.withheld {
            let quote = shortened(&words.text, QUOTE);
            let line = format!("{}: \"{quote}\": {}", spoken(&criterion.id), words.because);
            if !lines.iter().any(|known| known.ends_with(&line[spoken(&criterion.id).len()..])) {
                lines.push(line);
            }
        }
    }
    if !lines.is_empty() {
        out.heading(3, NOT_COUNTED);
        lines.iter().for_each(|line| out.item(Mark::Withheld, line));
    }
}

/// What was expected and not said; the next step is told apart.
pub fn missed(card: &Scorecard, out: &mut dyn Surface) {
    let next = card.next_step.as_ref().map(|step| step.criterion.as_str());
    let missed =
        card.criteria.iter().filter(|one| one.expected && one.credit == Mille(0) && Some(one.id.as_str()) != next);
    let missed: Vec<_> = missed.collect();
    if !missed.is_empty() {
        out.heading(3, "Not said yet");
        missed.iter().for_each(|one| out.item(Mark::Missed, &format!("{}: {}", spoken(&one.id), one.feedback)));
    }
}

/// The change worth most.
pub fn step(card: &Scorecard, out: &mut dyn Surface) {
    let Some(step) = &card.next_step else { return };
    out.heading(3, "The one next step");
    let band = step.band.map_or(String::new(), |band| format!(" and reach band {band}"));
    out.item(Mark::Step, &format!("{} This would add {}{band}.", step.say, percent(step.gain)));
}

/// What was listened for, where nothing was said.
pub fn unanswered(bundle: &Bundle, out: &mut dyn Surface) {
    out.heading(3, "What an answer could say");
    let level = bundle.question.level;
    let expected = bundle.rubric.criteria.iter().filter(|criterion| criterion.level <= level);
    expected.for_each(|criterion| out.item(Mark::Missed, &criterion.feedback));
}

fn model_answer(bundle: &Bundle, out: &mut dyn Surface) {
    out.heading(3, MODEL_ANSWER);
    out.quote(&bundle.rubric.model_answer);
}

/// With a capital letter first.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}
