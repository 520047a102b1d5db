//! Before the clock: level, length, warm-up, extra time, and the words "start when you are ready".

use std::time::Duration;

use jiff::Timestamp;

use crate::cli::context::Context;
use crate::cli::draw::Candidate;
use crate::content::{Kind, Level};
use crate::front::{self, Front, Menu};
use crate::plan::{ExtraTime, Plan, Step};
use crate::session::Pace;
use crate::store::{Store, StoreError};

/// Settings that are remembered for a profile.
const PACE_KEY: &str = "composing-wpm";
const WARM_UP_KEY: &str = "warm-up-seen";

/// What the command line, or a frozen plan, has chosen already.
#[derive(Debug, Clone, Copy, Default)]
pub struct Chosen {
    pub level: Option<Level>,
    pub minutes: Option<u32>,
    pub extra_time: Option<ExtraTime>,
}

/// All that is chosen before a plan is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Choice {
    pub candidate: Candidate,
    pub pace: Pace,
}

/// Asks what is still open. None: the candidate left.
pub fn choose(
    context: &Context,
    store: &mut Store,
    front: &mut dyn Front,
    chosen: Chosen,
) -> anyhow::Result<Option<Choice>> {
    let asks_length = chosen.level.is_none() && chosen.minutes.is_none();
    let Some(level) = chosen.level.map_or_else(|| ask_level(front), |level| Ok(Some(level)))? else {
        return Ok(None);
    };
    let minutes = match (chosen.minutes, asks_length) {
        (None, true) => match ask_minutes(front)? {
            Some(minutes) => Some(minutes),
            None => return Ok(None),
        },
        (minutes, _) => minutes,
    };
    let Some((pace, measured)) = find_pace(context, store, front)? else {
        return Ok(None);
    };
    let extra_time = match chosen.extra_time {
        Some(extra_time) => extra_time,
        None if measured => match ask_extra_time(front, pace, minutes.unwrap_or(45))? {
            Some(extra_time) => extra_time,
            None => return Ok(None),
        },
        None => ExtraTime::default(),
    };
    Ok(Some(Choice { candidate: Candidate { level, minutes, extra_time }, pace }))
}

/// Shows what will happen and waits for the start. False: the candidate left.
pub fn confirm(front: &mut dyn Front, plan: &Plan, pace: Pace) -> anyhow::Result<bool> {
    let menu = Menu {
        title: format!("{}, {}, {}", plan.title, plan.level.name(), duration(plan.total())),
        text: overview(plan, pace),
        choices: vec![front::Choice::new('s', "start", "the clock starts now")],
        default: 0,
    };
    Ok(front.choose(&menu)?.is_some())
}

/// Asks for a level. None: the candidate left.
pub fn ask_level(front: &mut dyn Front) -> anyhow::Result<Option<Level>> {
    let choice = |(level, key): (Level, char)| front::Choice::new(key, level.name(), level.expectation());
    let menu = Menu {
        title: "At which level do you want to be interviewed?".into(),
        text: vec!["Choose the level of the job you want. No clock runs yet.".into()],
        choices: Level::ALL.into_iter().zip(['1', '2', '3', '4']).map(choice).collect(),
        default: 1,
    };
    Ok(front.choose(&menu)?.map(|index| Level::ALL[index]))
}

fn ask_minutes(front: &mut dyn Front) -> anyhow::Result<Option<u32>> {
    let menu = Menu {
        title: "How long do you have?".into(),
        text: Vec::new(),
        choices: vec![
            front::Choice::new('1', "15 minutes", "two or three questions: a good first try"),
            front::Choice::new('2', "45 minutes", "the whole interview, as it is held for real"),
        ],
        default: 1,
    };
    Ok(front.choose(&menu)?.map(|index| [15, 45][index]))
}

/// The composing speed, and whether it was measured just now. None: the candidate left.
fn find_pace(context: &Context, store: &mut Store, front: &mut dyn Front) -> anyhow::Result<Option<(Pace, bool)>> {
    let profile = context.profile();
    let known = known_pace(store, profile)?;
    if store.setting(profile, WARM_UP_KEY)?.is_some() {
        return Ok(Some((known.unwrap_or_default(), false)));
    }
    let Some(wanted) = front.choose(&warm_up_offer())? else {
        return Ok(None);
    };
    store.remember(profile, WARM_UP_KEY, "yes", Timestamp::now())?;
    if wanted == 1 {
        return Ok(Some((known.unwrap_or_default(), false)));
    }
    let Some(result) = front.warm_up(WARM_UP_TASK)? else {
        return Ok(Some((known.unwrap_or_default(), false)));
    };
    match Pace::measured(result.words, result.typing) {
        Some(pace) => {
            store.remember(profile, PACE_KEY, &pace.words_per_minute().to_string(), Timestamp::now())?;
            Ok(Some((pace, true)))
        }
        None => Ok(Some((Pace::default(), false))),
    }
}

/// The composing speed that was measured; none: it never was.
pub fn known_pace(store: &Store, profile: &str) -> Result<Option<Pace>, StoreError> {
    let rate = store.setting(profile, PACE_KEY)?.and_then(|rate| rate.parse().ok());
    Ok(rate.map(Pace::from_words_per_minute))
}

/// The warm-up's task: something everybody can write about.
const WARM_UP_TASK: &str =
    "In your own words: what did you work on last week, and what went well? Two or three sentences are plenty.";

fn warm_up_offer() -> Menu {
    Menu {
        title: "Two minutes to warm up?".into(),
        text: vec![
            "You have not sat here before. The warm-up is not scored: it shows the keys, and measures how fast you write, \
             so that the session can tell you how many words fit each answer."
                .into(),
        ],
        choices: vec![
            front::Choice::new('w', "warm up", "two minutes, not scored, not kept"),
            front::Choice::new('n', "not now", "25 words a minute are assumed"),
        ],
        default: 0,
    }
}

fn ask_extra_time(front: &mut dyn Front, pace: Pace, minutes: u32) -> anyhow::Result<Option<ExtraTime>> {
    let words = pace.words_in(Duration::from_secs(240), Kind::Technical);
    let factors = [100, 125, 150, 200].map(ExtraTime);
    let about = |factor: &ExtraTime| {
        let total = Duration::from_secs(u64::from(minutes) * 60 * u64::from(factor.0) / 100);
        format!("{} in all", duration(total))
    };
    let labels = ["no extra time", "a quarter more", "half as much again", "twice the time"];
    let choices = factors.iter().zip(labels).zip(['1', '2', '3', '4']);
    let menu = Menu {
        title: "Would you like extra time?".into(),
        text: vec![
            format!(
                "You write about {} words a minute. At your pace a box of four minutes holds {words} words; short \
                 phrases earn in full.",
                pace.words_per_minute()
            ),
            "Extra time stretches every box and the whole interview. It changes no score.".into(),
        ],
        choices: choices.map(|((factor, label), key)| front::Choice::new(key, label, about(factor))).collect(),
        default: 0,
    };
    Ok(front.choose(&menu)?.map(|index| factors[index]))
}

fn overview(plan: &Plan, pace: Pace) -> Vec<String> {
    let questions = plan.questions().count();
    let boxes: Vec<u32> = plan.questions().map(|asked| asked.answer_seconds / 60).collect();
    let (shortest, longest) = (boxes.iter().min().copied().unwrap_or(0), boxes.iter().max().copied().unwrap_or(0));
    let shortest_box = Duration::from_secs(u64::from(shortest) * 60);
    let lengths = match (shortest, longest) {
        (1, 1) => "1 minute".to_owned(),
        (same, other) if same == other => format!("{same} minutes"),
        _ => format!("{shortest} to {longest} minutes"),
    };
    let mut text = vec![
        format!("{questions} questions, {lengths} each, with a follow-up where there is time."),
        format!(
            "At {} words a minute the shortest box holds {} words. Short phrases earn in full; spelling does not count.",
            pace.words_per_minute(),
            pace.words_in(shortest_box, Kind::Technical)
        ),
    ];
    if plan.extra_time != ExtraTime::default() {
        text.push(format!("With your extra time: {} instead of {} minutes.", duration(plan.total()), plan.minutes));
    }
    if plan.steps.iter().any(|step| matches!(step, Step::CandidateQuestions { .. })) {
        text.push("At the end there is room for the questions you would ask; it is not scored.".into());
    }
    text.push("Everything you type is kept as you type it; if the terminal dies, `hotseat run` goes on.".into());
    text
}

/// Whole minutes, for people.
fn duration(time: Duration) -> String {
    format!("{} minutes", time.as_secs().div_ceil(60))
}
