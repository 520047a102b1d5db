//! What there is to show of a session at a moment. Changes nothing.

use std::time::Duration;

use super::{Phase, Session, fits, planned};
use crate::plan::Step;
use crate::session::clock::Clock;
use crate::session::view::{QuestionView, Screen, View};

impl Session {
    /// What there is to show at a moment of the session's clock.
    pub fn view(&self, at: u64) -> View<'_> {
        let now = self.interview_time(at);
        View {
            screen: self.screen(now),
            interview: Clock { used: Duration::from_millis(now), limit: self.plan.total() },
            paused: self.is_paused(),
            out_of_reach: self.out_of_reach(now),
        }
    }

    fn screen(&self, now: u64) -> Screen<'_> {
        let index = self.index();
        match self.phase {
            Phase::NotStarted => Screen::NotStarted,
            Phase::Page => self.page(now),
            Phase::Answering => self.question_view(now).map_or(Screen::Done, Screen::Question),
            Phase::Judging => Screen::Judging { index },
            Phase::NotScorable => Screen::NotScorable { index },
            Phase::Feedback => Screen::Feedback { index },
            Phase::Done => Screen::Done,
        }
    }

    fn page(&self, now: u64) -> Screen<'_> {
        match self.plan.steps.get(self.step) {
            Some(step @ (Step::Intro { seconds } | Step::CandidateQuestions { seconds } | Step::Close { seconds })) => {
                let used = Duration::from_millis(now.saturating_sub(self.shown));
                Screen::Page { step, clock: Clock { used, limit: Duration::from_secs(u64::from(*seconds)) } }
            }
            _ => Screen::Done,
        }
    }

    fn question_view(&self, now: u64) -> Option<QuestionView<'_>> {
        let (asked, answer, segment) = (self.asked()?, self.answer()?, self.segment()?);
        let question = self.questions.get(self.index())?;
        let wording = question.wording(asked.wording as usize + answer.asked as usize);
        let probe = segment.probe.and_then(|probe| question.probes.get(probe));
        let box_length = segment.limit_at().saturating_sub(segment.started());
        Some(QuestionView {
            index: self.index(),
            of: self.questions.len(),
            asked,
            prompt: probe.map_or(wording, |probe| &probe.ask),
            probe_of: probe.map(|_| wording),
            wordings_left: self.wordings_left(),
            reading: segment.started().checked_sub(now).filter(|left| *left > 0).map(Duration::from_millis),
            clock: Clock { used: Duration::from_millis(segment.used(now)), limit: Duration::from_millis(box_length) },
            text: &segment.text,
        })
    }

    /// Numbers (from 1) of the questions that will not be opened if everything from here takes its planned time.
    fn out_of_reach(&self, now: u64) -> Vec<usize> {
        let mut then = match self.phase {
            Phase::Answering => self.segment().map_or(now, |segment| segment.limit_at().max(now)),
            _ => now,
        };
        let mut missed = Vec::new();
        for (index, asked) in self.later_questions() {
            if fits(asked, then, self.total()) {
                then += planned(asked);
            } else {
                missed.push(index + 1);
            }
        }
        missed
    }
}
