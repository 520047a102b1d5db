//! The state machine: what an event changes. What there is to show of it is in `show`.

mod show;

use super::event::{Event, Verdict};
use super::transcript::{Answer, Gap, GapKind, Outcome, Segment, Transcript};
use crate::content::Question;
use crate::plan::{Asked, Plan, Step};

/// What the candidate chose about the running of the session.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Rules {
    /// The time box ends the answer, and there is no pausing.
    pub strict: bool,
    /// Feedback after each question, off the clock, instead of only at the end.
    pub feedback_each: bool,
}

/// A session under way. All times given to it are milliseconds on the session's clock: monotonic, zero at
/// [`Event::Started`], and not running while the program is gone.
#[derive(Debug, Clone)]
pub struct Session {
    plan: Plan,
    /// The plan's questions, in order.
    questions: Vec<Question>,
    rules: Rules,
    phase: Phase,
    /// Index into the plan's steps.
    step: usize,
    /// When the step was shown, on the interview's clock.
    shown: u64,
    /// Session time that did not count on the interview's clock so far.
    held: u64,
    /// Why and since when (session time) the interview's clock stands still.
    hold: Option<(GapKind, u64)>,
    transcript: Transcript,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    NotStarted,
    Page,
    Answering,
    Judging,
    NotScorable,
    Feedback,
    Done,
}

impl Session {
    /// A session that has not started. `questions` are the plan's, in its order.
    pub fn new(plan: Plan, questions: Vec<Question>, rules: Rules) -> Self {
        let answers = plan.questions().map(|asked| Answer { question: asked.question.clone(), ..Answer::default() });
        let transcript = Transcript { answers: answers.collect(), ..Transcript::default() };
        Session { plan, questions, rules, phase: Phase::NotStarted, step: 0, shown: 0, held: 0, hold: None, transcript }
    }

    /// The plan it follows.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// How it is run.
    pub fn rules(&self) -> Rules {
        self.rules
    }

    /// The plan's questions, in order.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// Whether everything is over.
    pub fn is_done(&self) -> bool {
        self.phase == Phase::Done
    }

    /// Whether the candidate paused.
    pub fn is_paused(&self) -> bool {
        matches!(self.hold, Some((GapKind::Pause, _)))
    }

    /// The record so far.
    pub fn transcript(&self) -> &Transcript {
        &self.transcript
    }

    /// The text of the answer under way; empty when none is.
    pub fn text(&self) -> &str {
        self.segment().map_or("", |segment| &segment.text)
    }

    /// The question that is being read, answered, judged or commented on, as an index into the plan's questions.
    pub fn open_question(&self) -> Option<usize> {
        let open = !matches!(self.phase, Phase::NotStarted | Phase::Page | Phase::Done);
        open.then(|| self.index())
    }

    /// Applies an event. An event that does not fit the state (a key pressed too late) changes nothing and gives false;
    /// it need not be recorded.
    pub fn apply(&mut self, event: &Event, at: u64) -> bool {
        let now = self.interview_time(at);
        let fits = self.step_machine(event, at, now);
        if fits {
            self.transcript.used = now;
        }
        fits
    }

    fn step_machine(&mut self, event: &Event, at: u64, now: u64) -> bool {
        match (self.phase, event) {
            (Phase::Done, _) => return false,
            (_, Event::Interrupted { away }) => self.note_gap(GapKind::Interruption, now, *away),
            (_, Event::Unpaused) if self.is_paused() => self.release(at, now),
            (Phase::NotStarted, Event::Started) => self.show(0, now),
            (_, Event::Ended) => self.end(at, now),
            _ if self.is_paused() => return false,
            (Phase::Page | Phase::Answering, Event::Paused) if !self.rules.strict => {
                self.hold = Some((GapKind::Pause, at));
            }
            (Phase::Page, Event::Continued | Event::Skipped | Event::Finished) => self.show(self.step + 1, now),
            (Phase::Answering, Event::Edited(edit)) => self.edit(edit, now),
            (Phase::Answering, Event::Asked) => return self.ask(),
            (Phase::Answering, Event::Finished | Event::TimedOut | Event::Skipped) => self.finish(event, at, now),
            (Phase::Answering, Event::AlreadySaid) => return self.already_said(now),
            (Phase::Judging, Event::Judged(verdict)) => self.judged(verdict, at, now),
            (Phase::NotScorable, Event::Continued) => self.retry(now),
            (Phase::NotScorable, Event::Finished | Event::Skipped) => self.leave_question(at, now),
            (Phase::Feedback, Event::Continued) => {
                self.release(at, now);
                self.show(self.step + 1, now);
            }
            _ => return false,
        }
        true
    }

    /// Time on the interview's clock, which stands still in pauses and while feedback is read.
    pub fn interview_time(&self, at: u64) -> u64 {
        let running_until = self.hold.map_or(at, |(_, since)| since.min(at));
        running_until.saturating_sub(self.held)
    }

    /// In a strict session: whether the time box of the answer under way has ended, so that the driver should finish it.
    pub fn is_timed_out(&self, at: u64) -> bool {
        let now = self.interview_time(at);
        self.rules.strict
            && self.phase == Phase::Answering
            && self.segment().is_some_and(|segment| now >= segment.limit_at())
    }

    /// Whether a probe on the question just answered still fits, when everything after it takes its planned time.
    pub fn has_time_for_probe(&self, at: u64) -> bool {
        let now = self.interview_time(at);
        let Some(asked) = self.asked() else { return false };
        let probes = self.answer().map_or(0, |answer| answer.segments.len().saturating_sub(1));
        let later: u64 = self.later_questions().map(|(_, asked)| planned(asked)).sum();
        probes < asked.probes as usize && now + millis(asked.probe_seconds) + later <= self.total()
    }

    fn total(&self) -> u64 {
        u64::try_from(self.plan.total().as_millis()).unwrap_or(u64::MAX)
    }

    fn asked(&self) -> Option<&Asked> {
        match self.plan.steps.get(self.step) {
            Some(Step::Question(asked)) => Some(asked),
            _ => None,
        }
    }

    /// Index into the plan's questions of the question at or before the current step.
    fn index(&self) -> usize {
        let before = self.plan.steps.iter().take(self.step + 1);
        before.filter(|step| matches!(step, Step::Question(_))).count().saturating_sub(1)
    }

    fn answer(&self) -> Option<&Answer> {
        self.asked().and_then(|_| self.transcript.answers.get(self.index()))
    }

    fn answer_mut(&mut self) -> Option<&mut Answer> {
        let index = self.index();
        self.transcript.answers.get_mut(index)
    }

    fn segment(&self) -> Option<&Segment> {
        self.answer().and_then(|answer| answer.segments.last())
    }

    /// Questions after the current step, with their index into the plan's questions.
    fn later_questions(&self) -> impl Iterator<Item = (usize, &Asked)> {
        let first = self.plan.steps.iter().take(self.step + 1).filter(|s| matches!(s, Step::Question(_))).count();
        self.plan.questions().enumerate().skip(first)
    }

    /// Shows a step, or the next one after it that still fits.
    fn show(&mut self, step: usize, now: u64) {
        self.step = step;
        while let Some(next) = self.plan.steps.get(self.step) {
            match next {
                Step::Question(asked) if fits(asked, now, self.total()) => return self.open(None, now),
                Step::Question(_) => {}
                _ if now < self.total() => {
                    self.phase = Phase::Page;
                    self.shown = now;
                    return;
                }
                _ => {}
            }
            self.step += 1;
        }
        self.phase = Phase::Done;
    }

    /// Opens the answer to the current question, or to one of its probes.
    fn open(&mut self, probe: Option<usize>, now: u64) {
        let deadline = self.total();
        let Some(asked) = self.asked() else { return };
        let (allowance, limit) = match probe {
            None => (millis(asked.read_seconds), millis(asked.answer_seconds)),
            Some(_) => (0, millis(asked.probe_seconds)),
        };
        let segment = Segment { probe, opened: now, allowance, limit, deadline, ..Segment::default() };
        self.phase = Phase::Answering;
        self.shown = now;
        if let Some(answer) = self.answer_mut() {
            answer.outcome = Outcome::Open;
            answer.segments.push(segment);
        }
    }

    fn edit(&mut self, edit: &super::Edit, now: u64) {
        let Some(segment) = self.answer_mut().and_then(|answer| answer.segments.last_mut()) else {
            return;
        };
        segment.first_edit.get_or_insert(now);
        if now > segment.limit_at() && segment.in_time.is_none() {
            segment.in_time = Some(segment.text.clone());
        }
        edit.apply(&mut segment.text);
        segment.edits.push((now, edit.clone()));
    }

    fn ask(&mut self) -> bool {
        let left = self.wordings_left();
        match self.answer_mut() {
            Some(answer) if left > 0 => {
                answer.asked += 1;
                true
            }
            _ => false,
        }
    }

    fn wordings_left(&self) -> usize {
        let Some(answer) = self.answer() else { return 0 };
        let wordings = self.questions.get(self.index()).map_or(0, |question| question.rephrased.len());
        if answer.segments.len() > 1 { 0 } else { wordings.saturating_sub(answer.asked as usize) }
    }

    /// Words that were written always count as an answer, even when the candidate then says "I don't know".
    fn finish(&mut self, event: &Event, at: u64, now: u64) {
        let Some(answer) = self.answer_mut() else { return };
        let Some(segment) = answer.segments.last_mut() else {
            return;
        };
        segment.finished = Some(now);
        let blank = segment.text.trim().is_empty();
        if blank && segment.probe.is_some() {
            answer.outcome = Outcome::Answered;
            return self.leave_question(at, now);
        }
        if blank {
            answer.outcome = if *event == Event::Skipped { Outcome::Skipped } else { Outcome::Empty };
            return self.leave_question(at, now);
        }
        answer.outcome = Outcome::Answered;
        self.phase = Phase::Judging;
    }

    /// Only in place of an answer to a probe: words that were written are judged as they stand. The answer is as it was, so
    /// that the verdict may still name another probe.
    fn already_said(&mut self, now: u64) -> bool {
        let Some(answer) = self.answer_mut() else { return false };
        let is_open = |segment: &&mut Segment| segment.probe.is_some() && segment.text.trim().is_empty();
        let Some(segment) = answer.segments.last_mut().filter(is_open) else {
            return false;
        };
        (segment.finished, segment.already_said) = (Some(now), true);
        answer.outcome = Outcome::Answered;
        self.phase = Phase::Judging;
        true
    }

    fn judged(&mut self, verdict: &Verdict, at: u64, now: u64) {
        let can_retry = self.answer().is_some_and(|answer| !answer.retried && answer.segments.len() == 1);
        if !verdict.scorable && can_retry {
            self.phase = Phase::NotScorable;
            return;
        }
        match verdict.probe {
            Some(probe) if self.has_time_for_probe(at) => self.open(Some(probe), now),
            _ => self.leave_question(at, now),
        }
    }

    /// A fresh time box for the same answer; what was typed is still there to be rewritten.
    fn retry(&mut self, now: u64) {
        self.phase = Phase::Answering;
        self.shown = now;
        let Some(answer) = self.answer_mut() else { return };
        answer.retried = true;
        answer.outcome = Outcome::Open;
        if let Some(segment) = answer.segments.last_mut() {
            (segment.opened, segment.allowance) = (now, 0);
            (segment.first_edit, segment.finished, segment.in_time) = (None, None, None);
        }
    }

    fn leave_question(&mut self, at: u64, now: u64) {
        let has_feedback = self.answer().is_some_and(|answer| answer.outcome == Outcome::Answered);
        if self.rules.feedback_each && has_feedback {
            self.phase = Phase::Feedback;
            self.hold = Some((GapKind::Feedback, at));
        } else {
            self.show(self.step + 1, now);
        }
    }

    /// Lets the interview's clock go on, and notes the gap.
    fn release(&mut self, at: u64, now: u64) {
        if let Some((kind, since)) = self.hold.take() {
            let length = at.saturating_sub(since);
            self.held += length;
            self.note_gap(kind, now, length);
        }
    }

    fn note_gap(&mut self, kind: GapKind, at: u64, length: u64) {
        self.transcript.gaps.push(Gap { kind, at, length });
    }

    fn end(&mut self, at: u64, now: u64) {
        self.release(at, now);
        let still_reading = self.segment().is_some_and(|segment| segment.probe.is_none() && now < segment.started());
        if let Some(answer) = self.answer_mut().filter(|answer| answer.outcome == Outcome::Open) {
            let blank = answer.segments.iter().all(|segment| segment.text.trim().is_empty());
            answer.outcome = match (blank, still_reading) {
                (false, _) => Outcome::Answered,
                (true, true) => Outcome::NotReached,
                (true, false) => Outcome::Empty,
            };
            if let Some(segment) = answer.segments.last_mut() {
                segment.finished.get_or_insert(now);
            }
        }
        self.transcript.ended_early = true;
        self.phase = Phase::Done;
    }
}

/// A question is opened while its reading time and a third of its box still fit.
fn fits(asked: &Asked, now: u64, total: u64) -> bool {
    now + millis(asked.read_seconds) + millis(asked.answer_seconds) / 3 <= total
}

/// Reading time and box, without probes.
fn planned(asked: &Asked) -> u64 {
    millis(asked.read_seconds) + millis(asked.answer_seconds)
}

fn millis(seconds: u32) -> u64 {
    u64::from(seconds) * 1000
}
