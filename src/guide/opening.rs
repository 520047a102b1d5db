//! Words to open with that are true of the plan they are read out for.

use std::collections::BTreeSet;

use crate::content::{Interview, Kind, Library, Section};
use crate::plan::{ExtraTime, Plan, Step};

/// How fast words are read out, a minute: that of calm conversation.
const WORDS_PER_MINUTE: usize = 150;

/// What to say before the first question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// To be read out.
    pub words: String,
    /// What to mind while reading; none where there is nothing.
    pub note: Option<String>,
}

impl Opening {
    /// The interview's own words, where the plan is the interview as it was written; otherwise neutral ones. Whoever has extra
    /// time hears what everybody hears.
    pub fn of(library: &Library, plan: &Plan, interview: &Interview) -> Self {
        let own = interview.opening.trim();
        if own.is_empty() || !is_usual(plan, interview) {
            return Opening { words: neutral(library, plan), note: None };
        }
        let minutes = plan.total().as_secs() / 60;
        let note = || format!("This interview lasts {minutes} minutes: say so where the words say otherwise.");
        Opening { words: own.to_owned(), note: (!plan.extra_time.is_none()).then(note) }
    }
}

/// Whether a plan is as long as its interview, and has all of its parts: the interview's own words may speak of both.
fn is_usual(plan: &Plan, interview: &Interview) -> bool {
    let asked: BTreeSet<Section> = plan.questions().map(|asked| asked.section).collect();
    let mut wished = interview.slots.get(&plan.level).into_iter().flatten().map(|slot| slot.section);
    plan.minutes == interview.minutes && plan.topics.is_empty() && wished.all(|section| asked.contains(&section))
}

/// What matters most comes first, and as much is said as there is time for at usual times.
fn neutral(library: &Library, plan: &Plan) -> String {
    let contents = contents(library, plan);
    let all = [
        "Thank you for your time.",
        &contents,
        "I take notes while you speak.",
        "If you need more time, or want a question again, just say so.",
        "There is often more than one good answer; say what you would choose, and why.",
        "Everybody who takes this interview is asked the same questions, in the same order.",
    ];
    let mut words = 0;
    let most = seconds(plan) * WORDS_PER_MINUTE / 60;
    let fits = |sentence: &&str| {
        words += sentence.split_whitespace().count();
        words <= most
    };
    all.into_iter().take_while(fits).collect::<Vec<_>>().join(" ")
}

/// The usual time for opening words.
fn seconds(plan: &Plan) -> usize {
    let usual = plan.clone().with_extra_time(ExtraTime::default());
    let of_intro = |step: &Step| if let Step::Intro { seconds } = step { *seconds as usize } else { 0 };
    usual.steps.iter().map(of_intro).sum()
}

/// "I have 6 questions, one of them for a story from your own work; then there is time for yours."
fn contents(library: &Library, plan: &Plan) -> String {
    let is_story = |id: &str| library.questions.get(id).is_some_and(|question| question.kind == Kind::Behavioural);
    let all = plan.questions().count();
    let stories = plan.questions().filter(|asked| is_story(&asked.question)).count();
    let questions = if all == 1 { "one question".to_owned() } else { format!("{all} questions") };
    let about = match stories {
        0 => String::new(),
        1 if all == 1 => ", for a story from your own work".to_owned(),
        1 => ", one of them for a story from your own work".to_owned(),
        _ if stories == all => ", for stories from your own work".to_owned(),
        _ => format!(", {stories} of them for stories from your own work"),
    };
    let is_for_theirs = |step: &Step| matches!(step, Step::CandidateQuestions { .. });
    let theirs = if plan.steps.iter().any(is_for_theirs) { "; then there is time for yours" } else { "" };
    format!("I have {questions}{about}{theirs}.")
}
