//! Before the clock runs: which questions, about whom; or an interview that was interrupted.

use jiff::Timestamp;
use uuid::Uuid;

use super::{InterviewArgs, kept};
use crate::attempt::{AttemptKind, Unfinished};
use crate::cli::confirm::counted;
use crate::cli::context::Context;
use crate::cli::draw::Fixed;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::content::Library;
use crate::front::holding::RULES;
use crate::front::wording::clock_time;
use crate::front::{Choice, Front, Menu};
use crate::live;
use crate::plan::Plan;
use crate::rating::{RatedQuestion, RatingSheet, Who};
use crate::sitting::{self, LiveSitting};
use crate::store::Store;

/// An interview that is ready, and what it is held in front of.
pub struct Begun {
    pub sitting: LiveSitting,
    pub front: Box<dyn Front>,
}

/// Begins an interview, or takes one up. None: the interviewer left.
pub fn begin(context: &Context, args: &InterviewArgs, library: &Library) -> anyhow::Result<Option<Begun>> {
    let mut store = context.store()?;
    let unfinished = store.unfinished(context.profile(), AttemptKind::Live)?;
    if let Some(name) = &args.resume {
        let id = named(&store, &unfinished, name)?;
        return Ok(Some(resumed(context, store, id)?));
    }
    let who = who(args, &unfinished)?;
    let Fixed { plan, command } = args.draw.fixed(library, args.level, "interview")?;
    let command = command + &context.whole_options();
    let sheet = RatingSheet::begin(&plan, library, who, Uuid::now_v7(), Timestamp::now());
    output::note(&format!("Plan {}. The same for every candidate:\n  {command}", plan.usual_fingerprint().0));
    let Some(id) = interrupted(&store, &unfinished, &sheet)? else {
        return fresh(context, args, library, (store, plan, sheet), None);
    };
    let mut front = super::front(context, args.from_paper)?;
    match offered(&store, id, front.as_mut())? {
        Offer::GoOn => return Ok(Some(Begun { sitting: LiveSitting::resume(store, id)?, front })),
        Offer::Keep => {}
        Offer::Discard => store.abandon(id, Timestamp::now())?,
        Offer::Leave => return Ok(None),
    }
    fresh(context, args, library, (store, plan, sheet), Some(front))
}

/// What is to become of an interrupted interview.
enum Offer {
    GoOn,
    /// Begin a new one beside it.
    Keep,
    Discard,
    Leave,
}

/// Offers an interrupted interview. What would be lost is said before it is.
fn offered(store: &Store, id: Uuid, front: &mut dyn Front) -> anyhow::Result<Offer> {
    let live = sitting::held(store, id)?;
    Ok(match front.choose(&again(live.sheet()))? {
        Some(0) => Offer::GoOn,
        Some(1) => Offer::Keep,
        Some(_) if front.choose(&really(live.sheet()))? == Some(1) => Offer::Discard,
        Some(_) => return offered(store, id, front),
        None => Offer::Leave,
    })
}

fn resumed(context: &Context, store: Store, id: Uuid) -> anyhow::Result<Begun> {
    let sitting = LiveSitting::resume(store, id)?;
    let front = super::front(context, sitting.sheet().from_paper)?;
    Ok(Begun { sitting, front })
}

fn fresh(
    context: &Context,
    args: &InterviewArgs,
    library: &Library,
    (store, plan, sheet): (Store, Plan, RatingSheet),
    front: Option<Box<dyn Front>>,
) -> anyhow::Result<Option<Begun>> {
    let gone = || Failure::new("the plan asks a question that is not here", "add its folder with --content DIR");
    let bundles = live::bundles(library, &plan).ok_or_else(gone)?;
    let mut front = front.map_or_else(|| super::front(context, args.from_paper), Ok)?;
    let sheet = RatingSheet { from_paper: args.from_paper, ..sheet };
    // A sheet of paper can wait; somebody who sits there cannot.
    if !args.from_paper && front.choose(&ready(&plan, &sheet))? != Some(0) {
        return Ok(None);
    }
    let sheet = RatingSheet { started: Timestamp::now(), ..sheet };
    let sitting = LiveSitting::begin(store, context.profile(), plan, bundles, sheet)?;
    Ok(Some(Begun { sitting, front }))
}

fn who(args: &InterviewArgs, unfinished: &[Unfinished]) -> Result<Who, Failure> {
    let (Some(candidate), Some(interviewer)) = (&args.candidate, &args.interviewer) else {
        let resume =
            if unfinished.is_empty() { "" } else { "; or --resume, to go on with the one that was interrupted" };
        let hint = format!("say who by codes: --candidate C-017 --interviewer I-2{resume}");
        return Err(Failure::new("a scorecard is about somebody and by somebody", hint));
    };
    let who = Who { candidate: candidate.to_string(), interviewer: interviewer.to_string() };
    if who.candidate.eq_ignore_ascii_case(&who.interviewer) {
        let what = format!("candidate and interviewer have the same code, {}", who.candidate);
        return Err(Failure::new(what, "give each a code of their own: --candidate C-017 --interviewer I-2"));
    }
    Ok(who)
}

fn named(store: &Store, unfinished: &[Unfinished], name: &str) -> anyhow::Result<Uuid> {
    let ids: Vec<Uuid> = unfinished.iter().map(|attempt| attempt.id).collect();
    if name == "last" && ids.len() > 1 {
        let several = format!("{} interviews were interrupted; this is the last one.", ids.len());
        output::note(&format!("{several} `hotseat interview --list` shows the others."));
    }
    let id = kept::named(&ids, name, |id| kept::begun(store, id))?;
    Ok(id.ok_or_else(|| {
        let what = match name {
            "last" => "there is no interrupted interview".to_owned(),
            _ => format!("no interrupted interview begins with '{name}'"),
        };
        Failure::new(what, "`hotseat interview --list` shows what is kept")
    })?)
}

/// An interrupted interview by the same interviewer with the same candidate about the same plan.
fn interrupted(store: &Store, unfinished: &[Unfinished], sheet: &RatingSheet) -> anyhow::Result<Option<Uuid>> {
    for attempt in unfinished {
        let kept = kept::begun(store, attempt.id).ok();
        let same = |kept: &RatingSheet| {
            (&kept.candidate, &kept.interviewer) == (&sheet.candidate, &sheet.interviewer)
                && (&kept.plan, kept.extra_time) == (&sheet.plan, sheet.extra_time)
        };
        if kept.as_ref().is_some_and(same) {
            return Ok(Some(attempt.id));
        }
    }
    Ok(None)
}

fn again(sheet: &RatingSheet) -> Menu {
    Menu {
        title: format!("The interview of {} was interrupted. Go on?", sheet.candidate),
        text: vec!["Every tick, note and rating is here, and the time away counts on no clock.".into()],
        choices: vec![
            Choice::new('r', "resume", "go on where it stopped"),
            Choice::new('n', "new interview", "keep the old one for later"),
            Choice::new('d', "discard it", "give the old one up, then begin a new one"),
        ],
        default: 0,
    }
}

fn really(sheet: &RatingSheet) -> Menu {
    let count = |of: fn(&RatedQuestion) -> usize| sheet.questions.iter().map(of).sum::<usize>();
    let (rated, all) = (count(|question| usize::from(question.rating.is_some())), sheet.questions.len());
    let notes = counted(count(|question| question.notes.len()), "note");
    let ticks = counted(count(|question| question.ticks.len()), "tick");
    Menu {
        title: "Give it up for good?".into(),
        text: vec![format!(
            "{rated} of {all} questions had been rated, with {notes} and {ticks}. It will not be offered again."
        )],
        choices: vec![
            Choice::new('k', "keep it", "back to the choice before"),
            Choice::new('d', "discard", "it cannot be taken back"),
        ],
        default: 0,
    }
}

fn ready(plan: &Plan, sheet: &RatingSheet) -> Menu {
    let questions = plan.questions().count();
    Menu {
        title: format!("{}, {}: {} interviews {}", plan.title, plan.level, sheet.interviewer, sheet.candidate),
        text: vec![
            format!(
                "{questions} questions; the plan ends at {} of {}.",
                clock_time(plan.planned()),
                clock_time(plan.total())
            ),
            RULES.into(),
            "Everything is kept as you type it. Tell the candidate that you take notes.".into(),
        ],
        choices: vec![
            Choice::new('s', "start", "the clock runs from now on"),
            Choice::new('q', "not yet", "leave; nothing is kept"),
        ],
        default: 0,
    }
}
