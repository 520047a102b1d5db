//! A drill under way: question after question while there is time, each an attempt of its own, with its feedback at once.

use std::collections::VecDeque;

use jiff::Timestamp;

use crate::attempt::{Attempt, AttemptKind, Settings};
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::content::{Level, Library, Question};
use crate::front::{Choice, Front, Left, Menu};
use crate::plan::{ExtraTime, Plan, single};
use crate::progress::{Due, Knowledge, Moment, Reason};
use crate::report::{self, Practised, Style};
use crate::session::Pace;
use crate::sitting::{self, Beginning, Script, Sitting};

/// How a drill is held.
#[derive(Debug, Clone, Copy)]
pub struct Terms {
    pub level: Level,
    pub minutes: u32,
    pub extra_time: ExtraTime,
    pub pace: Pace,
}

/// A drill under way.
#[derive(Debug)]
pub struct Lesson<'a> {
    context: &'a Context,
    terms: Terms,
    library: &'a Library,
    before: Knowledge<'a>,
    due: VecDeque<Due<'a>>,
    /// Time for answers that is left, in milliseconds.
    left_ms: u64,
    rounds: Vec<Round<'a>>,
}

/// A question that was practised, with the band of each answer.
#[derive(Debug)]
struct Round<'a> {
    question: &'a Question,
    level: Level,
    bands: Vec<Option<u8>>,
}

/// What the candidate wants after the feedback.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Then {
    Next,
    Again,
    Stop,
}

impl<'a> Lesson<'a> {
    pub fn new(
        context: &'a Context,
        terms: Terms,
        library: &'a Library,
        before: Knowledge<'a>,
        due: Vec<Due<'a>>,
    ) -> Self {
        let left_ms = u64::from(terms.extra_time.stretch(terms.minutes * 60)) * 1000;
        Lesson { context, terms, library, before, due: due.into(), left_ms, rounds: Vec::new() }
    }

    pub fn library(&self) -> &'a Library {
        self.library
    }

    pub fn moment(&self) -> Moment {
        self.before.moment
    }

    pub fn is_empty(&self) -> bool {
        self.rounds.is_empty()
    }

    pub fn has_practised(&self, question: &str) -> bool {
        self.rounds.iter().any(|round| round.question.id == question)
    }

    /// What is said before the start: a title and paragraphs.
    pub fn overview(&self) -> (String, Vec<String>) {
        let Terms { level, minutes, .. } = self.terms;
        let what = match self.due.front().map(|due| due.reason) {
            Some(Reason::Opener) => "Nothing was sat yet, so this begins with easy questions.".to_owned(),
            _ => format!("Due: {}.", report::counted(self.due.iter())),
        };
        let how = "Each answer has its box. Its feedback follows off the clock, and you can answer again at once.";
        let left = report::days_left(self.before.moment);
        let text = [Some(what), left, Some(how.to_owned())].into_iter().flatten().collect();
        (format!("Drill, {}, {minutes} minutes", level.name()), text)
    }

    /// Holds the drill in front of somebody, first going on with an answer that was interrupted.
    pub fn hold(&mut self, front: &mut dyn Front, resumed: Option<Sitting>) -> anyhow::Result<Left> {
        let mut waiting = resumed;
        loop {
            let sitting = match waiting.take().map_or_else(|| self.begin_next(), |sitting| Ok(Some(sitting)))? {
                Some(sitting) => sitting,
                None => return Ok(Left::Finished),
            };
            match self.practise(front, sitting)? {
                Ok(Then::Next | Then::Again) => {}
                Ok(Then::Stop) => return Ok(Left::Finished),
                Err(left) => return Ok(left),
            }
        }
    }

    /// Holds the drill with answers from a file, one to each question.
    pub fn hold_scripted(&mut self, script: &Script) -> anyhow::Result<()> {
        while let Some(due) = self.next() {
            let (store, beginning) = (self.context.store()?, self.beginning(due.question, due.seen, true)?);
            let mut sitting = match script.started {
                Some(started) => Sitting::begin_then(store, beginning, started)?,
                None => Sitting::begin(store, beginning)?,
            };
            sitting::sit(&mut sitting, script)?;
            self.finish(sitting)?;
        }
        Ok(())
    }

    /// When each question comes again, by what is known after the drill.
    pub fn practised(&self, after: &Knowledge<'_>) -> Vec<Practised<'a>> {
        let practised = |round: &Round<'a>| Practised {
            question: round.question,
            before: self
                .before
                .known
                .get(&*round.question.id)
                .and_then(|known| known.latest)
                .map(|latest| (latest.band, latest.level)),
            level: round.level,
            now: round.bands.clone(),
            again: after.due(&round.question.id),
        };
        self.rounds.iter().map(practised).collect()
    }

    /// The most urgent question whose box still fits.
    fn next(&mut self) -> Option<Due<'a>> {
        let place = self.due.iter().position(|due| self.fits(due))?;
        self.due.remove(place)
    }

    fn fits(&self, due: &Due<'_>) -> bool {
        millis(&self.plan(due.question, due.seen)) <= self.left_ms
    }

    /// # Errors
    /// Something is due, and nothing of it fits into the time.
    pub fn check_time(&self) -> Result<(), Failure> {
        let shortest = self.due.iter().map(|due| self.plan(due.question, due.seen).minutes).min();
        match shortest.filter(|_| !self.due.iter().any(|due| self.fits(due))) {
            None => Ok(()),
            Some(needed) => Err(Failure::new(
                format!("nothing that is due fits into {}", report::how_many(self.terms.minutes as usize, "minute")),
                format!("--minutes {needed}"),
            )),
        }
    }

    /// A question that was seen so many times comes in another wording than the time before.
    fn plan(&self, question: &Question, seen: u32) -> Plan {
        let wordings = u32::try_from(1 + question.rephrased.len()).unwrap_or(1);
        single(question, self.terms.level, seen % wordings, self.terms.extra_time)
    }

    /// Runs a sitting to its feedback, and again while that is wanted. `Err` inside: how the sitting was left, unfinished.
    fn practise(&mut self, front: &mut dyn Front, first: Sitting) -> anyhow::Result<Result<Then, Left>> {
        let mut sitting = first;
        loop {
            let left = front.sit(&mut sitting)?;
            if left != Left::Finished {
                return Ok(Err(left));
            }
            let attempt = self.finish(sitting)?;
            let then = self.ask(front, &attempt)?;
            let another = if then == Then::Again { self.once_more(&attempt)? } else { None };
            match another {
                Some(another) => sitting = another,
                None => return Ok(Ok(then)),
            }
        }
    }

    /// Shows the feedback; none chosen: the candidate leaves.
    fn ask(&self, front: &mut dyn Front, attempt: &Attempt) -> anyhow::Result<Then> {
        self.remember_shown(attempt)?;
        let chosen = front.choose(&self.feedback(attempt))?;
        Ok(chosen.and_then(|index| Some(self.choices().get(index)?.0)).unwrap_or(Then::Stop))
    }

    /// None: nothing that is due fits any more.
    fn begin_next(&mut self) -> anyhow::Result<Option<Sitting>> {
        self.next().map(|due| self.begin(due.question, due.seen)).transpose()
    }

    /// The same question in the next wording that was not asked for; none where the bank has lost it.
    fn once_more(&self, attempt: &Attempt) -> anyhow::Result<Option<Sitting>> {
        let mut parts = attempt.plan.questions().zip(&attempt.transcript.answers);
        let asked = parts.next().map(|(asked, answer)| (&asked.question, asked.wording + answer.asked));
        let question = asked.and_then(|(id, wording)| Some((self.library.questions.get(id)?, wording + 1)));
        question.map(|(question, wording)| self.begin(question, wording)).transpose()
    }

    fn begin(&self, question: &Question, seen: u32) -> anyhow::Result<Sitting> {
        Ok(Sitting::begin(self.context.store()?, self.beginning(question, seen, false)?)?)
    }

    fn beginning(&self, question: &Question, seen: u32, scripted: bool) -> Result<Beginning, Failure> {
        let bundle = self.library.bundle(&question.id).ok_or_else(|| {
            Failure::new(format!("'{}' has no rubric here", question.id), "`hotseat check` names what is missing")
        })?;
        Ok(Beginning {
            kind: AttemptKind::Drill,
            profile: self.context.profile().to_owned(),
            plan: self.plan(question, seen),
            bundles: vec![bundle],
            settings: Settings { pace: self.terms.pace, scripted, ..Settings::default() },
        })
    }

    /// Keeps what came of an answer, and takes its time off.
    fn finish(&mut self, sitting: Sitting) -> anyhow::Result<Attempt> {
        let attempt = sitting.finish()?;
        self.left_ms = self.left_ms.saturating_sub(attempt.transcript.used);
        let band = attempt.judged.first().and_then(|judged| judged.in_time.as_ref()).and_then(|card| card.band);
        let asked = attempt.plan.questions().next();
        let asked = asked.and_then(|asked| Some((self.library.questions.get(&asked.question)?, asked.level)));
        if let Some((question, level)) = asked {
            self.due.retain(|due| due.question.id != question.id);
            match self.rounds.iter_mut().find(|round| round.question.id == question.id) {
                Some(round) => round.bands.push(band),
                None => self.rounds.push(Round { question, level, bands: vec![band] }),
            }
        }
        Ok(attempt)
    }

    fn feedback(&self, attempt: &Attempt) -> Menu {
        let text = report::question(attempt, 1, Style::Plain).unwrap_or_default();
        Menu {
            title: "How this answer reads".into(),
            text: text.split("\n\n").map(|part| part.trim().to_owned()).chain([self.time()]).collect(),
            choices: self.choices().into_iter().map(|(_, choice)| choice).collect(),
            default: 0,
        }
    }

    /// How much time is left, and why nothing more is asked where that is so.
    fn time(&self) -> String {
        let left = match self.left_ms / 60_000 {
            1 => "1 minute is left for answers".to_owned(),
            minutes => format!("{minutes} minutes are left for answers"),
        };
        match self.due.iter().any(|due| self.fits(due)) {
            true => format!("{left}."),
            false if self.due.is_empty() => "Nothing else is due.".to_owned(),
            false if self.left_ms < 60_000 => "The time is used up.".to_owned(),
            false => format!("{left}: too few for anything else that is due."),
        }
    }

    fn choices(&self) -> Vec<(Then, Choice)> {
        let next = Choice::new('n', "next", "the next question");
        let again = Choice::new('a', "again", "the same question once more, in another wording");
        let stop = Choice::new('s', "stop", "see what was practised");
        if self.due.iter().any(|due| self.fits(due)) {
            vec![(Then::Next, next), (Then::Again, again), (Then::Stop, stop)]
        } else {
            vec![(Then::Stop, stop), (Then::Again, again)]
        }
    }

    fn remember_shown(&self, attempt: &Attempt) -> anyhow::Result<()> {
        let questions: Vec<String> = attempt.plan.questions().map(|asked| asked.question.clone()).collect();
        Ok(self.context.store()?.remember_shown(self.context.profile(), &questions, Timestamp::now())?)
    }
}

/// All the time that the plan's question may take.
fn millis(plan: &Plan) -> u64 {
    plan.questions().map(|asked| u64::from(asked.seconds()) * 1000).sum()
}
