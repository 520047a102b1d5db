//! An interview as an interviewer holds it: what counts as asked, what a rating needs, when the engine may speak.

mod machine;
mod replay;

use std::sync::LazyLock;

use hotseat::content::{Bundle, Library};
use hotseat::live::{Event, Live, Refused};
use hotseat::plan::Plan;
use hotseat::rating::{Heard, RatedQuestion, RatingSheet, Who};
use jiff::Timestamp;
use uuid::Uuid;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::load(&[]).unwrap());

/// An interview of six questions under way. Step 0 is the opening, steps 1 to 6 are the questions.
#[derive(Clone)]
pub struct Held {
    pub live: Live,
    pub at: u64,
}

impl Held {
    /// Not started; copied from paper or not.
    pub fn new(from_paper: bool) -> Self {
        let text = std::fs::read_to_string("examples/plan-mid.toml").unwrap();
        let plan = Plan::thaw(&text, &LIBRARY).unwrap();
        let who = Who { candidate: "C-1".into(), interviewer: "I-1".into() };
        let sheet = RatingSheet::begin(&plan, &LIBRARY, who, Uuid::nil(), Timestamp::UNIX_EPOCH);
        let bundles: Vec<Bundle> = plan.questions().map(|asked| LIBRARY.bundle(&asked.question).unwrap()).collect();
        Held { live: Live::new(plan, bundles, RatingSheet { from_paper, ..sheet }), at: 0 }
    }

    /// At the first question.
    pub fn at_first_question() -> Self {
        Held::new(false).then(Event::Started).goes_to(1)
    }

    pub fn wait(mut self, seconds: u64) -> Self {
        self.at += seconds * 1000;
        self
    }

    pub fn then(mut self, event: Event) -> Self {
        self.live.apply(&event, self.at).unwrap_or_else(|problem| panic!("{event:?} was refused: {problem}"));
        self
    }

    /// An event that must change nothing.
    pub fn refuses(mut self, event: Event, because: &str) -> Self {
        let before = self.live.sheet().clone();
        let problem: Refused = self.live.apply(&event, self.at).expect_err("it was taken");
        assert!(problem.to_string().contains(because), "{event:?}: {problem}");
        assert_eq!(*self.live.sheet(), before, "what is refused changes nothing");
        self
    }

    pub fn goes_to(self, step: usize) -> Self {
        self.then(Event::WentTo { step })
    }

    pub fn ticks(self, nth: usize, heard: Heard) -> Self {
        let criterion = self.criterion(nth);
        self.then(Event::Ticked { criterion, heard: Some(heard) })
    }

    pub fn notes(self, text: &str) -> Self {
        self.then(Event::Noted { text: text.into() })
    }

    pub fn criterion(&self, nth: usize) -> String {
        let bundle = self.live.bundle(self.live.open_question().unwrap()).unwrap();
        bundle.rubric.criteria[nth].id.clone()
    }

    pub fn question(&self, number: usize) -> &RatedQuestion {
        &self.live.sheet().questions[number - 1]
    }
}

pub fn rated(band: u8, evidence: &str) -> Event {
    Event::Rated { band, evidence: evidence.into() }
}
