//! What both fronts say of an interview that is held: marks, letters, how a question stands, what is still missing.

pub mod listening;

use std::time::Duration;

use super::wording::{clock_time, words};
use crate::content::Level;
use crate::live::{Live, numbers};
use crate::plan::Step;
use crate::rating::{Heard, NO_RANKING, Outcome, RatedQuestion};
use crate::report::{band_words, shortened};
use crate::scoring::Scorecard;

/// Characters of an answer that are shown of it, at most.
const BEGINNING: usize = 60;

/// Evidence of fewer characters is thin.
const FEW_LETTERS: usize = 8;

/// The words an interview opens and closes with, read out to everybody alike.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Courtesy {
    /// Before the first question; then what to mind, if anything.
    pub opening: Vec<String>,
    /// After the last one.
    pub closing: String,
}

/// How a criterion stands, as a sign.
pub fn sign(heard: Option<Heard>) -> &'static str {
    match heard {
        None => "[ ]",
        Some(Heard::Heard) => "[x]",
        Some(Heard::AfterProbe) => "[p]",
        Some(Heard::Contradicted) => "[!]",
    }
}

/// The same as a word; empty where it was not heard.
pub fn heard_word(heard: Option<Heard>) -> &'static str {
    match heard {
        None => "",
        Some(Heard::Heard) => "heard",
        Some(Heard::AfterProbe) => "heard after a probe",
        Some(Heard::Contradicted) => "contradicted",
    }
}

/// What the key of a criterion makes of it. Once a probe was asked, what is heard next came after it more often than not.
pub fn next_mark(now: Option<Heard>, probed: bool) -> Option<Heard> {
    let cycle = match probed {
        false => [Heard::Heard, Heard::AfterProbe, Heard::Contradicted],
        true => [Heard::AfterProbe, Heard::Heard, Heard::Contradicted],
    };
    match now {
        None => Some(cycle[0]),
        Some(heard) => cycle.iter().skip_while(|one| **one != heard).nth(1).copied(),
    }
}

/// How a criterion of a question was heard.
pub fn heard(question: &RatedQuestion, criterion: &str) -> Option<Heard> {
    question.ticks.iter().find(|tick| tick.criterion == criterion).map(|tick| tick.heard)
}

/// "2 ticks, 1 note"; empty where there is nothing.
pub fn evidence(question: &RatedQuestion) -> String {
    let count = |count: usize, one: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        more => Some(format!("{more} {one}s")),
    };
    let said = question.rating.as_ref().map_or("", |rating| rating.evidence.as_str());
    let parts = [
        count(question.ticks.len(), "tick"),
        count(question.notes.len(), "note"),
        Some(format!("\"{said}\"")).filter(|_| !said.is_empty()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// How a question stands, in a line.
pub fn standing(question: &RatedQuestion) -> String {
    let evidence = evidence(question);
    let with = |what: String| if evidence.is_empty() { what } else { format!("{what} · {evidence}") };
    match (&question.rating, &question.not_assessed, &question.outcome) {
        (Some(rating), ..) => with(format!("rated {}{}", rating.band, afterwards(question))),
        (None, Some(because), _) => format!("not assessed: {because}"),
        (None, None, Outcome::Skipped { because }) => format!("skipped: {because}"),
        (None, None, Outcome::Asked) => with("no rating yet".to_owned()),
        (None, None, Outcome::NotReached) => "not asked so far".to_owned(),
    }
}

/// What came after the lock: ", then 3", ", engine 2".
fn afterwards(question: &RatedQuestion) -> String {
    let revised = question.revised.as_ref().map(|revised| format!(", changed to {}", revised.band));
    let engine = question.second_opinion.as_ref().map(|card| format!(", engine {}", engine_band(card)));
    [revised, engine].into_iter().flatten().collect()
}

fn engine_band(card: &Scorecard) -> String {
    card.band.map_or("gives no band".to_owned(), |band| band.to_string())
}

/// The second opinion, in a few lines.
pub fn second_opinion(card: &Scorecard, level: Level) -> Vec<String> {
    let names = |wanted: fn(u32) -> bool| {
        let found = card.criteria.iter().filter(|one| wanted(one.credit.0));
        found.map(|one| crate::report::criterion_name(&one.id)).collect::<Vec<_>>().join(", ")
    };
    let or_nothing = |names: String| if names.is_empty() { "nothing".to_owned() } else { names };
    let mut lines = vec![
        format!("The engine, from the candidate's words alone: {}.", band_words(card.band, level)),
        format!("It found: {}.", or_nothing(names(|credit| credit > 0))),
    ];
    let flags = card.red_flags.iter().map(|hit| format!("It trips over: {}", hit.feedback));
    lines.extend(flags);
    lines
}

/// What a step without a question is called, and what to say or do there.
pub fn page(step: &Step, courtesy: &Courtesy) -> (&'static str, Vec<String>) {
    match step {
        Step::Intro { .. } => ("Opening words", courtesy.opening.clone()),
        Step::CandidateQuestions { .. } => (
            "The candidate's questions",
            vec!["Now the candidate asks. Answer what you can, say so where you cannot. Nothing here is rated.".into()],
        ),
        Step::Close { .. } => ("Closing words", vec![courtesy.closing.clone()]),
        Step::Question(_) => ("", Vec::new()),
    }
}

/// Which questions lack a rating, as a sentence; none where none does.
pub fn missing(live: &Live) -> Option<String> {
    let unrated: Vec<String> = live.unrated().iter().map(ToString::to_string).collect();
    match unrated.as_slice() {
        [] => None,
        [one] => Some(format!("Question {one} was asked and has no rating: it would count as not assessed.")),
        more => Some(format!(
            "Questions {} were asked and have no rating: they would count as not assessed.",
            more.join(", ")
        )),
    }
}

/// Which questions were not asked, and that a lock leaves them so; none where all were.
pub fn unasked(live: &Live) -> Option<String> {
    let unasked = (1..).zip(&live.sheet().questions).filter(|(_, question)| question.outcome == Outcome::NotReached);
    let unasked: Vec<usize> = unasked.map(|(number, _)| number).collect();
    let (questions, they) = match unasked.len() {
        0 => return None,
        1 => ("Question", "was not asked: after the lock it"),
        _ => ("Questions", "were not asked: after the lock they"),
    };
    Some(format!("{questions} {} {they} can be neither rated, ticked nor noted.", numbers(&unasked)))
}

/// The candidate's words at a question (from 1), in a line: how many, and how they begin.
pub fn given(question: usize, text: &str) -> String {
    let count = words(text.split_whitespace().count());
    format!("question {question}, {count}: {}", shortened(&text.replace('\n', " "), BEGINNING))
}

/// What the engine would judge after a lock, a line for each question.
pub fn to_judge(live: &Live) -> Vec<String> {
    let waiting = (1..).zip(&live.sheet().questions).filter(|(_, question)| question.waits_for_opinion());
    waiting.filter_map(|(number, question)| Some(given(number, question.candidate_words.as_deref()?))).collect()
}

/// Whether a rating rests on a few letters alone: "ok" will not tell anybody later what was heard.
pub fn is_thin(question: &RatedQuestion) -> bool {
    let rating = question.rating.as_ref().filter(|_| question.ticks.is_empty() && question.notes.is_empty());
    rating.is_some_and(|rating| rating.evidence.chars().count() < FEW_LETTERS)
}

/// Where the candidate's words wait for the engine.
pub fn waits_for_engine(live: &Live) -> bool {
    live.sheet().questions.iter().any(RatedQuestion::waits_for_opinion)
}

/// Which of the candidate's words the engine leaves unjudged, because nothing says what to judge them by; none where it does not.
pub fn not_judged(live: &Live) -> Option<String> {
    let questions = (1..).zip(&live.sheet().questions);
    let unjudged = questions.filter(|(_, one)| one.without_rubric && one.candidate_words.is_some());
    let unjudged: Vec<usize> = unjudged.map(|(number, _)| number).collect();
    let (question, has) = if unjudged.len() == 1 { ("Question", "has") } else { ("Questions", "have") };
    let said =
        || format!("{question} {} {has} no rubric: the engine does not judge the words there.", numbers(&unjudged));
    (!unjudged.is_empty()).then(said)
}

/// "move on at 14:30".
pub fn move_on(at: Duration) -> String {
    format!("move on at {}", clock_time(at))
}

/// What the interviewer should know before the first question.
pub const RULES: &str = "The same questions in the same order for every candidate, probes only from the list, each answer rated by its \
                         anchors right after it, on evidence, before you talk to anybody about it.";

/// What stands at the end.
pub const CAUTION: &str = NO_RANKING;
