//! An interviewer's guide, for people: lines over a [`Surface`], pages to print (`html`), and an object for programs (`json`).

mod html;
mod json;
mod rating;
mod script;

use std::time::Duration;

use super::question::capital;
use super::surface::Surface;
use super::words::{clock_time, extra_time, kind, spoken};
use crate::content::{Criterion, RedFlag};
use crate::guide::{Guide, Moment, Part, QuestionPage};

pub use html::guide_html;
pub use json::guide_json;

/// A part of a guide that is printed by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GuidePart {
    /// What is asked, when, and what to listen for: the same for everybody.
    Script,
    /// One interviewer's ratings of one candidate; it holds no answers.
    Sheet,
    /// The ratings of several interviewers of one candidate, and what they agree on.
    Consensus,
}

/// In the place of what to listen for.
const NO_RUBRIC: &str =
    "This question has no rubric yet: write down what is said, and rate it by what is expected at its level.";

impl GuidePart {
    /// All parts, in the order in which they are printed.
    pub const ALL: [GuidePart; 3] = [GuidePart::Script, GuidePart::Sheet, GuidePart::Consensus];
}

/// Writes parts of a guide as lines.
pub fn write(guide: &Guide<'_>, parts: &[GuidePart], out: &mut dyn Surface) {
    for part in parts {
        match part {
            GuidePart::Script => script::write(guide, is_shared(guide, parts), out),
            GuidePart::Sheet => rating::sheet(guide, out),
            GuidePart::Consensus => rating::consensus(guide, out),
        }
    }
}

/// Whether the script is printed by itself and for nobody in particular: then nothing is written on it.
fn is_shared(guide: &Guide<'_>, parts: &[GuidePart]) -> bool {
    guide.candidate.is_none() && parts == [GuidePart::Script]
}

/// "Mid level, 45 minutes, 7 questions".
fn scope(guide: &Guide<'_>) -> String {
    let questions = match guide.questions.len() {
        1 => "1 question".to_owned(),
        count => format!("{count} questions"),
    };
    let stretched = extra_time(guide.plan.extra_time);
    let unrated = if stretched.is_empty() { "" } else { ", which changes no rating" };
    format!("{} level, {} minutes, {questions}{stretched}{unrated}", capital(guide.plan.level.name()), guide.minutes())
}

/// Which plan this is, and who is interviewed where that is known.
fn marks(guide: &Guide<'_>) -> String {
    let plan = format!("plan {}", guide.plan.usual_fingerprint().0);
    guide.candidate.as_ref().map_or(plan.clone(), |code| format!("{plan}, candidate {code}"))
}

/// `4:05`, from the start of the interview.
fn at(time: Duration) -> String {
    clock_time(u64::try_from(time.as_millis()).unwrap_or(u64::MAX))
}

/// `0:45`, as long as something takes.
fn lasting(seconds: u32) -> String {
    at(Duration::from_secs(u64::from(seconds)))
}

/// What happens at a moment, in a few words.
fn part_words(guide: &Guide<'_>, moment: &Moment) -> String {
    match moment.part {
        Part::Opening => "Opening words".to_owned(),
        Part::CandidateQuestions => "The candidate's questions".to_owned(),
        Part::Closing => "Closing words".to_owned(),
        Part::Question(number) => {
            let page = number.checked_sub(1).and_then(|index| guide.questions.get(index));
            let about = page.map_or(String::new(), |page| format!(": {}", spoken(&page.question.id)));
            format!("Question {number}{about}")
        }
    }
}

/// The line under a timetable: how long it is, and what is left.
fn reserve(guide: &Guide<'_>) -> String {
    let end = at(guide.plan.planned());
    format!("The plan ends at {end}; the rest, up to {}:00, is reserve.", guide.minutes())
}

/// "technical, judged at mid".
fn judged(page: &QuestionPage<'_>) -> String {
    format!("{}, judged at {}", kind(page.question.kind), page.asked.level)
}

/// How the time of a question is spent.
fn time_box(page: &QuestionPage<'_>) -> String {
    let asked = page.asked;
    let (read, answer) = (lasting(asked.read_seconds), lasting(asked.answer_seconds));
    let probes = match asked.probes {
        0 => "no time for probes".to_owned(),
        1 => format!("1 probe of {}", lasting(asked.probe_seconds)),
        count => format!("{count} probes of {} each", lasting(asked.probe_seconds)),
    };
    format!("Read it out as it stands, {read}; answer {answer}; {probes}.")
}

/// How many probes may be asked.
fn probe_rule(page: &QuestionPage<'_>) -> String {
    match page.asked.probes {
        0 => "only if the answer leaves time".to_owned(),
        count => format!("at most {count}, in these words"),
    }
}

/// What a criterion is called.
fn criterion_title(criterion: &Criterion) -> String {
    capital(&spoken(&criterion.id))
}

/// A red flag in words, and what it costs.
pub fn flag_words(flag: &RedFlag) -> String {
    let caps = flag.caps.map_or(String::new(), |band| format!(" (at most a {band})"));
    format!("{}{caps}", flag.feedback)
}
