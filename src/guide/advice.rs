//! What every guide says, whatever is asked: how to ask, how to rate, which errors raters make. After Campion, Palmer and Campion
//! (1997), the guide of the US Office of Personnel Management (2008) and Google re:Work; the wording is our own.

use crate::content::Level;

/// Words to close with, where an interview brings none.
pub const CLOSING: &str = "That was my last question, thank you. What happens now: the notes are rated against the same scale for \
    everybody.";

/// How to ask and how to rate, in the order in which it matters.
pub const RULES: [&str; 8] = [
    "Ask every candidate the same questions, in the same order and the same words. You may repeat a question; you may not explain it.",
    "Follow up only with the probes on the page, in a neutral voice, where the answer lacks what the probe is for. Show neither \
     approval nor doubt, and give no hints.",
    "Offer everyone the same: more time to think, a question in writing, a break. None of these lowers a rating.",
    "Write down what is said, not what you think of it.",
    "What to listen for is put as advice to a candidate. Any words with that meaning count, and so does another way that works.",
    "Move on when the clock says so. A question that was not reached is \"not assessed\", which is not a 1.",
    "Rate each question before the next one is asked, by its four descriptions, with words of the answer as evidence. Accent, \
     fluency, speed, and \"I\" or \"we\" raise and lower nothing.",
    "Rate alone, and sign before anybody talks about the candidate. Ratings are then combined by arithmetic, not by feeling.",
];

/// What a guide is for, and what it is not.
pub const PURPOSE: &str = "For structured interviews: it holds the questions, the clock and the ratings. It ranks nobody, recommends \
    no hiring, and is not validated for such decisions. Write a code on it, never a name.";

/// How one print of the script serves several candidates.
pub const SHARED: &str = "This script serves every candidate, so nothing is written on it: what you would tick, note or rate here goes \
    on the candidate's rating sheet (--part sheet). One for a single candidate bears a code (--candidate CODE).";

/// What the lines of a rating sheet are for, and which ratings count.
pub const COUNTS: &str = "The lines are for evidence, for notes, and for what was heard, by its letter in the script. The ratings on this \
    sheet count; those in the script are notes.";

/// Where the method comes from.
pub const SOURCES: &str = "After Campion, Palmer and Campion, A review of structure in the selection interview, Personnel Psychology \
    50 (1997); US Office of Personnel Management, Structured Interviews: A Practical Guide (2008); Google re:Work on structured \
    interviewing and rating. The list of topics is a reminder, no legal advice.";

/// Where raters go wrong without meaning to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RatingError {
    /// Its name in the literature.
    pub name: &'static str,
    /// What happens.
    pub what: &'static str,
    /// What helps.
    pub remedy: &'static str,
}

/// The errors that raters are trained to notice.
pub const RATING_ERRORS: [RatingError; 6] = [
    RatingError {
        name: "Halo",
        what: "One very good or very bad answer colours all the others.",
        remedy: "Rate each question by its own evidence, before you hear the next answer.",
    },
    RatingError {
        name: "Contrast",
        what: "A candidate seems better or worse because of the one before.",
        remedy: "Compare the answer with the four descriptions, never with another person.",
    },
    RatingError {
        name: "Similar to me",
        what: "We trust those who learned, work or think as we do.",
        remedy: "Point to the words that earned the rating. Another way that works counts as much as yours.",
    },
    RatingError {
        name: "Leniency and severity",
        what: "All ratings are kind, or all are hard.",
        remedy: "Read the descriptions again before each rating, and take the one that fits, not the one you hoped for.",
    },
    RatingError {
        name: "Central tendency",
        what: "Everything becomes a 2 or a 3, to be on the safe side.",
        remedy: "Write 1 or 4 where the evidence fits 1 or 4; what you could not judge is \"not assessed\".",
    },
    RatingError {
        name: "First impression",
        what: "The first minutes decide, and the rest is heard as their proof.",
        remedy: "Note the words, rate only after the answer, and let no small talk count.",
    },
];

/// What ratings from 1 to 4 mean where no rubric describes them: by what is expected at the level an answer is judged at.
pub fn anchors(level: Level) -> [String; 4] {
    [
        format!("Nothing of what is expected at {level}: wrong, beside the point, or too little to tell."),
        format!("Part of what is expected at {level}, with a gap that would matter on the job."),
        format!("What is expected at {level}: {}.", level.expectation()),
        format!("More than is expected at {level}, and to the point."),
    ]
}

/// How ratings become a competency's result, for one interviewer.
pub const COMBINING: &str = "A competency's result is the mean of its questions' ratings, to two decimals; what was not assessed is \
    left out.";

/// How results become one, where every competency weighs the same.
pub const EVEN: &str = "Every competency weighs the same.";

/// How results become one, where competencies weigh differently.
pub const WEIGHED: &str = "Competencies weigh differently: for the mean of all, multiply each result by its weight, add them up, and \
    divide by the sum of these weights; a competency without a result leaves its weight out.";

/// How several interviewers agree.
pub const CONSENSUS: &str = "Copy each interviewer's signed ratings here first; they stay as they are. Where two of them differ by 2 or \
    more, each reads out the evidence, then agree on a rating or keep the mean. Elsewhere the mean counts, without discussion.";
