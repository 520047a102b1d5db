//! The whole session on its clock: when each question was open.

use askama::Template;
use askama::filters::HtmlSafe;

use super::chart::{Tick, minutes, share};
use crate::report::digest::{Digest, QuestionDigest};
use crate::report::words::clock_time;

/// The session as one strip.
#[derive(Debug, Template)]
#[template(path = "html/session.html")]
pub struct Session {
    blocks: Vec<Block>,
    /// Where the clock stood still.
    gaps: Vec<String>,
    axis: Vec<Tick>,
    aloud: String,
}

impl HtmlSafe for Session {}

/// A question on the strip.
#[derive(Debug)]
struct Block {
    x: String,
    width: String,
    middle: String,
    /// Empty where there is no room for it.
    number: String,
    title: String,
}

impl Session {
    pub fn of(digest: &Digest<'_>) -> Self {
        let transcript = &digest.attempt.transcript;
        let planned = u64::try_from(digest.attempt.plan.total().as_millis()).unwrap_or(u64::MAX);
        let end = transcript.used.max(planned);
        let blocks: Vec<Block> = digest.questions.iter().filter_map(|question| block(question, end)).collect();
        let aloud: Vec<&str> = blocks.iter().map(|block| block.title.as_str()).collect();
        Session {
            gaps: transcript.gaps.iter().map(|gap| share(gap.at, end)).collect(),
            axis: minutes(end),
            aloud: format!("The session: {}.", aloud.join("; ")),
            blocks,
        }
    }
}

/// None where the question was never shown.
fn block(question: &QuestionDigest<'_>, end: u64) -> Option<Block> {
    /// A narrower block has no room for its number.
    const NUMBERED: u64 = 40;
    let from = question.answer.segments.first()?.opened;
    let until = question.answer.segments.last()?.finished.map_or(from, |at| at.max(from));
    let has_room = (until - from) * NUMBERED > end;
    Some(Block {
        x: share(from, end),
        width: share(until - from, end),
        middle: share((from + until) / 2, end),
        number: if has_room { question.number.to_string() } else { String::new() },
        title: format!("question {} from {} to {}", question.number, clock_time(from), clock_time(until)),
    })
}
