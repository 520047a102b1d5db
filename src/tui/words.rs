//! What the full-screen session says, beyond the words that both fronts share.

use crate::front::wording::{time_left, words};
use crate::session::Clock;
use crate::store::StoreError;

pub const PLACEHOLDER: &str = "Write as you would say it. Ctrl-D finishes.";
pub const LEAVE: &str =
    "Your answer is saved. q leave and resume later, e end the interview now and see the report, any other key goes on";
pub const END: &str =
    "End the interview now? Questions that were not reached stay unanswered. y ends it, any other key goes on";
pub const DONT_KNOW: &str = "Note this one as \"I don't know\"? Enter notes it, any other key goes on writing";
pub const PASS_PROBE: &str = "Pass this follow-up? Enter passes, any other key goes on writing";
pub const ALREADY_SAID: &str = "Answer this follow-up with \"already said\"? Enter does, any other key goes on writing";
pub const NO_FOLLOW_UP: &str = "that key answers a follow-up; this is the question itself";
pub const OTHER_WORDING: &str = "in other words; it costs nothing";
pub const NO_OTHER_WORDING: &str = "there is no other wording";
pub const NO_PAUSE: &str = "there is no pausing here";
pub const NOTHING_TO_UNDO: &str = "nothing to undo";
pub const NOTHING_TO_REDO: &str = "nothing to redo";
pub const GOING_ON: &str = "going on where you stopped; no clock ran meanwhile";
pub const WELCOME_BACK: &str = "no clock ran while you were away";
pub const TIME_IS_UP: &str = "the time was up: the answer ended there";

pub const PAUSED: &str = "Paused";
pub const PAUSED_TEXT: &str =
    "The clocks stand still, and the question waits with them. The pause is noted in the report. Enter goes on.";
pub const NOT_SCORABLE: &str = "This does not read as English";
pub const NOT_SCORABLE_TEXT: &str =
    "Only English can be scored here. You can open the question once more, with its whole time and your text in it.";
pub const SAVED: &str = "saved";
pub const MORE_BELOW: &str = "more below";
pub const FEEDBACK: &str = "How this answer reads";

/// What is asked before an answer is finished.
pub fn finish(count: usize, clock: Clock) -> String {
    let what = if count == 0 { "nothing written".to_owned() } else { words(count) };
    format!("Finish with {what}, {}? Enter finishes, any other key goes on writing.", time_left(clock))
}

/// "I don't know", with an answer on the screen.
pub fn has_words(count: usize) -> String {
    format!("{} stand here; Ctrl-D finishes with them", words(count))
}

/// Words written, and how many fit.
pub fn words_of(count: usize, fitting: u32) -> String {
    format!("{count} of about {fitting} words")
}

/// Why something is not on disk.
pub fn not_saved(error: &StoreError) -> String {
    format!("not saved: {error}; trying again")
}
