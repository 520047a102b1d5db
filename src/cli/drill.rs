//! `hotseat drill`: short practice on what is due, one question at a time.

mod before;
mod lesson;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use jiff::civil::Date;

use super::context::Context;
use super::failure::Failure;
use super::format::ListFormat;
use super::{history, output, progress, run};
use crate::content::{Level, Library};
use crate::front::Left;
use crate::plan::{ExtraTime, LONGEST_MINUTES};
use crate::progress::{Due, Knowledge, Moment, due};
use crate::report;
use crate::session::Pace;
use crate::sitting::Script;
use lesson::Lesson;

/// Practise what is due: weak answers first, then what is most likely forgotten, then what was never seen
///
/// Each question is timed like one of an interview, asked in another wording each time it is seen, and followed by its feedback and
/// model answer, off the clock; it can be answered again at once. When it comes back is told by FSRS-6, a model of memory, from the
/// bands of all interviews and drills; before an interview it comes once more.
#[derive(Debug, Args)]
pub struct DrillArgs {
    /// Only this topic (may be given more than once)
    #[arg(long, value_name = "TOPIC")]
    topic: Vec<String>,
    /// Time for answers: another question is asked while its box fits
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=i64::from(LONGEST_MINUTES)))]
    minutes: u32,
    /// Your level; without it, that of the last attempt
    #[arg(long, value_parser = super::levels())]
    level: Option<Level>,
    /// Stretch every box by this factor (1.25, 1.5 or 2); it changes no score
    #[arg(long, value_name = "FACTOR", value_parser = super::draw::parse_extra_time)]
    extra_time: Option<ExtraTime>,
    /// The day of the interview you practise for, as 2026-12-10; without it, `interview_date` of the configuration file
    #[arg(long, value_name = "DATE", value_parser = history::date)]
    interview_date: Option<Date>,
    /// Take the answers from this file instead of the keyboard: of what is due, only what it answers is asked
    #[arg(long, value_name = "FILE", conflicts_with = "list")]
    answers: Option<PathBuf>,
    /// Show what is due and why, and start nothing
    #[arg(long)]
    list: bool,
    /// How to print the list
    #[arg(long, value_enum, default_value_t = ListFormat::Terminal, requires = "list")]
    format: ListFormat,
}

pub fn run(context: &Context, args: &DrillArgs) -> anyhow::Result<ExitCode> {
    let mut loading = context.library_soon()?;
    let script = args.answers.as_deref().map(run::script).transpose()?;
    let mut store = if args.list { context.store_to_read()? } else { context.store()? };
    context.tell_if_new()?;
    let attempts = progress::attempts(context, &mut store)?;
    let library = loading.library()?;
    progress::known_topics(&args.topic, library)?;
    let mut moment = context.moment(args.interview_date)?;
    if let Some(started) = script.as_ref().and_then(|script| script.started) {
        moment.now = started;
    }
    check_date(args.interview_date, moment)?;
    let practice = Practice { knowledge: Knowledge::of(&attempts, library, moment), library, topics: &args.topic };
    let level = args.level.or(crate::progress::level(&attempts));
    match &script {
        _ if args.list => list(context, &practice, needed(level)?, args.format),
        Some(script) => scripted(context, args, &practice, needed(level)?, script),
        None => live(context, args, &practice, level),
    }
}

/// # Errors
/// The day that is named is over. One in the configuration file may be: nobody has to take it out.
fn check_date(named: Option<Date>, moment: Moment) -> Result<(), Failure> {
    match named.filter(|_| moment.days_left().is_none()) {
        None => Ok(()),
        Some(day) => Err(Failure::new(format!("the day of the interview, {day}, is over"), "name one to come")),
    }
}

/// What is known of the bank, and which topics are asked about.
#[derive(Debug)]
struct Practice<'a> {
    knowledge: Knowledge<'a>,
    library: &'a Library,
    topics: &'a [String],
}

impl<'a> Practice<'a> {
    fn due(&self, level: Level) -> Vec<Due<'a>> {
        due::due(&self.knowledge, self.library, level, self.topics)
    }

    fn moment(&self) -> Moment {
        self.knowledge.moment
    }

    /// When nothing is due: what to do instead.
    fn nothing_due(&self, level: Level) -> String {
        let next = due::next(&self.knowledge, self.library, level, self.topics);
        let next =
            next.map_or(String::new(), |at| format!(" The next one comes {}.", report::coming(self.moment(), at)));
        output::completed(&format!("Nothing is due at {level}.{next} `hotseat run` sits an interview.\n"))
    }
}

fn needed(level: Option<Level>) -> Result<Level, Failure> {
    level.ok_or_else(|| Failure::new("nothing was sat yet, so the level is not known", "add --level mid"))
}

fn list(context: &Context, practice: &Practice<'_>, level: Level, format: ListFormat) -> anyhow::Result<ExitCode> {
    let due = practice.due(level);
    let days_left = practice.moment().days_left();
    output::emit(&match format {
        ListFormat::Json => {
            let due = report::due_json(&due);
            format!("{:#}\n", serde_json::json!({"format": 1, "level": level, "days_left": days_left, "due": due}))
        }
        ListFormat::Terminal if due.is_empty() => practice.nothing_due(level),
        ListFormat::Terminal => report::due(&due, practice.moment(), context.style()),
    })?;
    Ok(ExitCode::SUCCESS)
}

fn live(
    context: &Context,
    args: &DrillArgs,
    practice: &Practice<'_>,
    level: Option<Level>,
) -> anyhow::Result<ExitCode> {
    let mut front = context.front()?;
    let resumed = match before::offered(context, front.as_mut())? {
        before::Offer::Leave => return Ok(ExitCode::SUCCESS),
        before::Offer::Resumed(sitting) => Some(*sitting),
        before::Offer::Fresh => None,
    };
    let Some(level) = level.map_or_else(|| run::before::ask_level(front.as_mut()), |level| Ok(Some(level)))? else {
        return Ok(ExitCode::SUCCESS);
    };
    let due = practice.due(level);
    if due.is_empty() && resumed.is_none() {
        drop(front);
        output::emit(&practice.nothing_due(level))?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut lesson = lesson(context, args, practice, level, due)?;
    if resumed.is_none() && !before::confirm(front.as_mut(), &lesson)? {
        return Ok(ExitCode::SUCCESS);
    }
    let left = lesson.hold(front.as_mut(), resumed);
    drop(front);
    let left = left?;
    close(context, &lesson)?;
    Ok(leave(left))
}

/// Says how to go on with what was left, and gives the exit code.
fn leave(left: Left) -> ExitCode {
    if left != Left::Finished {
        output::note("Your answer is kept. `hotseat drill` offers to go on where you left.");
    }
    if left == Left::Interrupted { ExitCode::from(130) } else { ExitCode::SUCCESS }
}

fn scripted(
    context: &Context,
    args: &DrillArgs,
    practice: &Practice<'_>,
    level: Level,
    script: &Script,
) -> anyhow::Result<ExitCode> {
    let is_answered = |due: &Due<'_>| script.questions().any(|question| question == due.question.id);
    let due = practice.due(level).into_iter().filter(is_answered).collect();
    let mut lesson = lesson(context, args, practice, level, due)?;
    lesson.check_time()?;
    lesson.hold_scripted(script)?;
    for question in script.questions().filter(|question| !lesson.has_practised(question)) {
        output::note(&format!(
            "warning: '{question}' is answered but was not asked: it is not due, or no time was left"
        ));
    }
    close(context, &lesson)?;
    Ok(ExitCode::SUCCESS)
}

fn lesson<'a>(
    context: &'a Context,
    args: &DrillArgs,
    practice: &Practice<'a>,
    level: Level,
    due: Vec<Due<'a>>,
) -> anyhow::Result<Lesson<'a>> {
    let pace = run::before::known_pace(&context.store()?, context.profile())?;
    Ok(Lesson::new(
        context,
        lesson::Terms {
            level,
            minutes: args.minutes,
            extra_time: args.extra_time.unwrap_or_default(),
            pace: pace.unwrap_or_else(Pace::default),
        },
        practice.library,
        practice.knowledge.clone(),
        due,
    ))
}

/// Tells what was practised, and when it comes again.
fn close(context: &Context, lesson: &Lesson<'_>) -> anyhow::Result<()> {
    if lesson.is_empty() {
        return Ok(());
    }
    let attempts = progress::attempts(context, &mut context.store()?)?;
    let after = Knowledge::of(&attempts, lesson.library(), lesson.moment());
    output::emit(&report::drill(&lesson.practised(&after), after.moment, context.style()))
}
