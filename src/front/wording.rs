//! Words that both fronts use: times, clocks, and what the session says of itself.

use std::time::Duration;

use crate::content::Section;
use crate::plan::Step;
use crate::session::{Clock, Pressure};

/// `4:05`; hours do not occur in an interview, so minutes just go on.
pub fn clock_time(time: Duration) -> String {
    let seconds = time.as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// What is left of a clock, or how far over it is, rounded up so that a fresh box of four minutes reads 4:00.
pub fn time_left(clock: Clock) -> String {
    match clock.pressure() {
        Pressure::Over => format!("{} over", clock_time(clock.over())),
        _ => format!("{} left", clock_time(Duration::from_secs(clock.left().as_millis().div_ceil(1000) as u64))),
    }
}

/// What the stretch of a clock means, in words.
pub fn pressure_word(pressure: Pressure) -> &'static str {
    match pressure {
        Pressure::Calm => "in time",
        Pressure::Closing => "time to close",
        Pressure::Over => "over time",
    }
}

/// The part of the interview, for people.
pub fn section_name(section: Section) -> &'static str {
    match section {
        Section::Opener => "opener",
        Section::Core => "core",
        Section::Hardest => "the hard one",
        Section::Behavioural => "from your experience",
    }
}

/// What an unscored page says: a title and paragraphs.
pub fn page(step: &Step) -> (&'static str, &'static str) {
    match step {
        Step::Intro { .. } => (
            "Welcome",
            "Settle in. Answer as you would to a person: short, concrete, in your own words. Say what you would do and why. \
             Nothing you write is lost.",
        ),
        Step::CandidateQuestions { .. } => (
            "Your questions",
            "Now you would ask the interviewer something. Think of two questions whose answers would change your decision, \
             and say them aloud. There is nothing to type here; Enter goes on when you are ready.",
        ),
        Step::Close { .. } => ("Thank you", "That was the last question. Your report comes next."),
        Step::Question(_) => ("", ""),
    }
}

/// After a probe was answered with "already said".
pub const ALREADY_SAID: &str = "Noted as \"already said\". Thank you: this helps the rubric's author.";

/// "62 words".
pub fn words(count: usize) -> String {
    if count == 1 { "1 word".into() } else { format!("{count} words") }
}

/// What over-time costs, if it costs a question.
pub fn cost(out_of_reach: &[usize]) -> Option<String> {
    match out_of_reach {
        [] => None,
        [one] => Some(format!("question {one} will not be reached")),
        [first, .., last] => Some(format!("questions {first} to {last} will not be reached")),
    }
}

/// With its first letter as a capital.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
