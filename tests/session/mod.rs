//! The session as a candidate lives it: what counts on which clock, what is kept, what comes next.

mod edits;
mod machine;
mod replay;

use std::time::Duration;

use hotseat::content::{Kind, Level, Probe, ProbeWhen, Question, Section};
use hotseat::plan::{Asked, ExtraTime, Plan, Pool, Step};
use hotseat::session::{Edit, Event, Rules, Screen, Session, Verdict};

/// A session of a ten-minute plan with questions `q1`, `q2`… of two minutes each, one probe of 30 s, 10 s to read.
pub struct Sitting {
    pub session: Session,
    pub at: u64,
}

impl Sitting {
    pub fn new(questions: usize, rules: Rules) -> Self {
        let mut steps = vec![Step::Intro { seconds: 30 }];
        steps.extend((1..=questions).map(|n| Step::Question(asked(n))));
        steps.push(Step::CandidateQuestions { seconds: 60 });
        steps.push(Step::Close { seconds: 30 });
        let texts = (1..=questions).map(question).collect();
        Sitting { session: Session::new(plan(steps), texts, rules), at: 0 }
    }

    /// Already at the first question.
    pub fn at_first_question(questions: usize, rules: Rules) -> Self {
        Sitting::new(questions, rules).then(Event::Started).then(Event::Continued)
    }

    pub fn wait(mut self, seconds: u64) -> Self {
        self.at += seconds * 1000;
        self
    }

    pub fn then(mut self, event: Event) -> Self {
        assert!(self.session.apply(&event, self.at), "{event:?} was refused at {} ms", self.at);
        self
    }

    pub fn refuses(mut self, event: Event) -> Self {
        assert!(!self.session.apply(&event, self.at), "{event:?} was taken at {} ms", self.at);
        self
    }

    pub fn types(self, text: &str) -> Self {
        let whole = format!("{}{text}", self.session.text());
        let edit = Edit::between(self.session.text(), &whole).unwrap();
        self.then(Event::Edited(edit))
    }

    pub fn judged(self, probe: Option<usize>) -> Self {
        self.then(Event::Judged(Verdict { scorable: true, probe }))
    }

    pub fn screen(&self) -> Screen<'_> {
        self.session.view(self.at).screen
    }

    pub fn question(&self) -> hotseat::session::QuestionView<'_> {
        match self.screen() {
            Screen::Question(view) => view,
            other => panic!("no question is open, but {other:?}"),
        }
    }

    pub fn interview_used(&self) -> Duration {
        self.session.view(self.at).interview.used
    }
}

fn plan(steps: Vec<Step>) -> Plan {
    Plan {
        format: 1,
        interview: "test".into(),
        title: "Test".into(),
        level: Level::Mid,
        minutes: 10,
        extra_time: ExtraTime::default(),
        seed: 1,
        topics: Vec::new(),
        seen: Vec::new(),
        pool: Pool { size: 9, fresh: 9 },
        steps,
    }
}

fn asked(n: usize) -> Asked {
    Asked {
        question: format!("q{n}"),
        topic: "test".into(),
        section: Section::Core,
        level: Level::Mid,
        read_seconds: 10,
        answer_seconds: 120,
        probes: 1,
        probe_seconds: 30,
        wording: 0,
    }
}

fn question(n: usize) -> Question {
    Question {
        id: format!("q{n}"),
        topic: "test".into(),
        level: Level::Mid,
        kind: Kind::Technical,
        minutes: 2,
        prompt: format!("Question {n}?"),
        rephrased: vec![format!("Question {n}, in other words?")],
        probes: vec![Probe { when_missing: ProbeWhen::Always, ask: format!("And why, in {n}?") }],
    }
}
