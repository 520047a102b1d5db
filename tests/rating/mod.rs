//! The interviewer's side: scorecards that hold to the rules, words from transcripts, and panels.

mod examples;
mod panel;
mod reading;
mod rules;
mod summary;
mod transcript;

use std::sync::LazyLock;

use hotseat::content::Library;
use hotseat::plan::Plan;
use hotseat::rating::{Outcome, RatingSheet, Who};
use jiff::Timestamp;
use uuid::Uuid;

fn library() -> &'static Library {
    static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::load(&[]).unwrap());
    &LIBRARY
}

/// The plan of six questions, each of another competency.
fn plan() -> Plan {
    Plan::thaw(&std::fs::read_to_string("examples/plan-mid.toml").unwrap(), library()).unwrap()
}

/// A scorecard on which every question was asked, and none rated.
fn asked(candidate: &str, interviewer: &str) -> RatingSheet {
    let who = Who { candidate: candidate.into(), interviewer: interviewer.into() };
    let mut sheet = RatingSheet::begin(&plan(), library(), who, Uuid::nil(), Timestamp::UNIX_EPOCH);
    sheet.questions.iter_mut().for_each(|question| question.outcome = Outcome::Asked);
    sheet
}

/// A finished scorecard with these bands; 0 is not assessed.
fn rated(candidate: &str, interviewer: &str, bands: [u8; 6]) -> RatingSheet {
    let mut sheet = asked(candidate, interviewer);
    for (question, band) in sheet.questions.iter_mut().zip(bands) {
        match band {
            0 => question.leave_unassessed("no time").unwrap(),
            band => question.rate(band, "what was heard", None).unwrap(),
        }
    }
    sheet.finish(Timestamp::UNIX_EPOCH);
    sheet
}
