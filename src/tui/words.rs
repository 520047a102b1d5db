//! What the full-screen session says, beyond the words that both fronts share.

use crate::front::wording::{time_left, words};
use crate::session::Clock;
use crate::store::StoreError;

pub const PLACEHOLDER: &str = "Write as you would say it. Ctrl-D finishes.";
pub const LEAVE: &str =
    "Your answer is saved. q leave and resume later, e end the interview now and see the report, any other key goes on";
pub const END: &str =
    "End the interview now? Questions that were not reached stay unanswered. y ends it, any other key goes on";
pub const LEAVE_DRILL: &str = "Your answer is saved. q leave and resume later, e end this question now and see how it reads, any other key goes on";
pub const END_DRILL: &str = "End this question now, as it stands? y ends it, any other key goes on";
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

/// What the screen says of an interview that is held.
pub mod holding {
    use crate::front::holding::heard_word;
    use crate::front::holding::listening::NO_RUBRIC;
    use crate::rating::Heard;
    use crate::report::criterion_name;

    pub const LISTEN: &str = "Listen for";
    pub const LEGEND: &str = "  p after probe, ! against";
    pub const PROBES: &str = "Probes";
    pub const NOTES: &str = "Notes";
    pub const FLAGS: &str = "Red flags";
    pub const FLAGS_LEGEND: &str = "  Tab says more";
    pub const OPINION: &str = "Second opinion";
    pub const NO_OPINION: &str = "None: there were no words of the candidate, or no rating.";
    pub const NO_EVIDENCE: &str = "nothing ticked or noted so far";

    pub const NOTE: &str = "Note (kept as you type; Enter closes)";
    pub const WORDS: &str = "The candidate's words (kept as you type; Enter closes)";
    pub const NOT_ASSESSED: &str = "Not assessed, because (Enter keeps, Esc drops)";
    pub const SKIP: &str = "Skip this question, because (Enter skips, Esc drops)";

    pub const WHICH_PROBE: &str = "press the probe's number";
    pub const PROBE_ASKED: &str = "probe asked; what you tick now counts as heard after it";
    pub const PROBE_TAKEN_BACK: &str = "not asked after all";
    pub const NO_NOTE: &str = "there is no note to change";
    pub const NOTED: &str = "noted";
    pub const NOTE_TAKEN_AWAY: &str = "the note is taken away";
    pub const AS_IT_WAS: &str = "left as it was; an empty line and Enter take it away";
    pub const NEEDS_EVIDENCE: &str = "a rating needs evidence";
    pub const WORDS_KEPT: &str = "kept for the second opinion, after your ratings are locked";
    pub const WORDS_NOT_JUDGED: &str = "kept on the scorecard; without a rubric the engine does not judge them";
    pub const PICK_FIRST: &str = "Down picks a line of the list, Space ticks it; Enter opens a note";
    pub const NOTHING_TO_TICK: &str = "there is no rubric for this question; Enter opens a note";
    pub const PASTE: &str = "Enter opens a note; paste there";
    pub const LOCKED: &str = "ratings are locked; r sets a change beside the first one";
    pub const REVISED: &str = "kept beside the first rating";
    pub const ENGINE_SPOKE: &str = "the engine has judged the candidate's words";

    pub const LIST: &str = "All questions";
    pub const LIST_OVER: &str = "The conversation is over. Rate what is missing, then end.";
    pub const NONE_ASKED: &str = "No question was asked. No clock runs any more.";
    pub const ALL_RATED: &str = "Every question that was asked is rated. No clock runs any more.";
    pub const LIST_LOCKED: &str = "Ratings are locked";
    pub const LOCKED_TEXT: &str = "The engine's bands stand beside yours. It judges words alone; a change of yours stands beside your first rating.";
    pub const LOCK: &str = "lock";
    pub const LOCK_ABOUT: &str = "lock the ratings, then hear the engine on the candidate's words";
    pub const END: &str = "end";
    pub const END_ABOUT: &str = "end the interview, and print the scorecard";

    pub const LEAVE: &str =
        "Everything is kept. q leave and resume later, e end the interview now, any other key goes on";

    /// In the place of red flags, where there is no room for them.
    pub fn hidden_flags(count: usize) -> String {
        match count {
            1 => "1 red flag: Tab shows it".to_owned(),
            count => format!("{count} red flags: Tab shows them"),
        }
    }

    /// In the place of what to listen for.
    pub fn no_rubric() -> String {
        format!("{NO_RUBRIC} Enter opens a note; r shows what ratings mean.")
    }

    /// What is asked before ratings are locked. What matters most comes first: a small window may cut the end.
    pub fn ask_lock(unasked: Option<String>, to_judge: &[String]) -> String {
        let lock = "Lock every rating for good? Only then does the engine speak. y locks, any other key goes back";
        let to_judge = to_judge.iter().map(|words| format!("It will judge {words}"));
        [lock.to_owned()].into_iter().chain(unasked).chain(to_judge).collect::<Vec<_>>().join("\n")
    }

    /// What is asked before the interview ends.
    pub fn ask_end(missing: Option<String>) -> String {
        let missing = missing.map_or(String::new(), |missing| format!("{missing} "));
        format!("{missing}End the interview and lock every rating? y ends it, any other key goes on")
    }

    /// Above the anchors.
    pub fn rate(number: usize, is_locked: bool) -> String {
        match is_locked {
            false => format!("Rate question {number}: press 1, 2, 3 or 4"),
            true => format!("Change the rating of question {number}: press 1, 2, 3 or 4, then say why"),
        }
    }

    /// What a rating would rest on.
    pub fn rests_on(evidence: &str) -> String {
        match evidence {
            "" => "Nothing is ticked or noted so far: you will be asked what you heard.".to_owned(),
            evidence => format!("It rests on {evidence}."),
        }
    }

    /// Asks what a rating rests on.
    pub fn evidence(band: u8) -> String {
        format!("Rate {band}: what did you hear? (Enter rates, Esc drops)")
    }

    /// Asks why a rating is changed.
    pub fn revision(band: u8) -> String {
        format!("Change it to {band}, because (Enter keeps, Esc drops)")
    }

    /// A rating was taken.
    pub fn rated(band: u8) -> String {
        format!("rated {band}; r changes it until ratings are locked")
    }

    /// A rating was taken on a few letters.
    pub fn rated_on_little(band: u8) -> String {
        format!("rated {band} on short evidence; r and the band again say more")
    }

    /// A question was passed over.
    pub fn skipped(number: usize) -> String {
        format!("question {number} is skipped")
    }

    /// A question was left.
    pub fn left_unrated(number: usize) -> String {
        format!("question {number} has no rating yet; Left goes back")
    }

    /// A key has marked a criterion.
    pub fn marked(criterion: &str, heard: Option<Heard>) -> String {
        let name = criterion_name(criterion);
        match heard {
            None => format!("{name}: not ticked any more"),
            heard => format!("{name}: {}", heard_word(heard)),
        }
    }
}
