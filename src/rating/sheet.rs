//! The interviewer's scorecard, as it is kept and exchanged: JSON, with a kind and a version. Codes stand for people.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::content::{Competency, Fingerprint, Level, Library};
use crate::plan::{Asked, ExtraTime, Plan};
use crate::scoring::Scorecard;
use crate::scoring::interview::groups;

/// What a file has to call itself.
pub const KIND: &str = "interviewer-scorecard";
/// Version of the format: keys may be added; a change of meaning raises it.
pub const FORMAT: u32 = 1;

/// One interviewer's scorecard of one candidate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RatingSheet {
    /// [`KIND`].
    pub kind: String,
    /// [`FORMAT`].
    pub format: u32,
    /// Its identity.
    pub id: Uuid,
    /// A code for the candidate, never the name.
    pub candidate: String,
    /// A code for the interviewer.
    pub interviewer: String,
    /// The interview's id.
    pub interview: String,
    /// The interview's title.
    pub title: String,
    /// The candidate's level.
    pub level: Level,
    /// How long it was to last, before extra time.
    pub minutes: u32,
    /// Seed of the draw.
    pub seed: u64,
    /// Of the plan at usual times: candidates are compared only on the same plan, whoever had extra time.
    pub plan: Fingerprint,
    /// How much longer every time was, in hundredths; it changes no rating.
    #[serde(default, skip_serializing_if = "ExtraTime::is_none")]
    pub extra_time: ExtraTime,
    /// Version of the program.
    pub program: String,
    /// When the interview began.
    pub started: Timestamp,
    /// When it was finished; none while it goes on.
    pub ended: Option<Timestamp>,
    /// Copied from a printed guide: there are no times then.
    #[serde(default)]
    pub from_paper: bool,
    /// What the result is averaged over, as the interview file had it at the time.
    pub competencies: Vec<Competency>,
    /// One for each question of the plan, in order.
    pub questions: Vec<RatedQuestion>,
}

/// Whose scorecard it is, and about whom: codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// The candidate.
    pub candidate: String,
    /// The interviewer.
    pub interviewer: String,
}

/// A question, and what the interviewer made of the answer. Times are milliseconds from the beginning of the interview.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RatedQuestion {
    /// The question's id.
    pub question: String,
    /// Its topic.
    pub topic: String,
    /// The level it is judged at.
    pub level: Level,
    /// As it was asked.
    pub prompt: String,
    /// Nobody had written a rubric for it: nothing could be ticked, and the engine judges nothing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub without_rubric: bool,
    /// What became of it.
    pub outcome: Outcome,
    /// Criteria that were heard.
    #[serde(default)]
    pub ticks: Vec<Tick>,
    /// Probes that were asked.
    #[serde(default)]
    pub probes: Vec<AskedProbe>,
    /// What was written down.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// The rating given before any discussion. See [`RatedQuestion::rate`].
    #[serde(default)]
    pub rating: Option<Rating>,
    /// Why there is no rating; unlike a low rating, it counts nothing at all.
    #[serde(default)]
    pub not_assessed: Option<String>,
    /// The latest change, beside the rating.
    #[serde(default)]
    pub revised: Option<Revision>,
    /// Changes before the latest, the first one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier_revisions: Vec<Revision>,
    /// What the candidate said, typed along or from a transcript.
    #[serde(default)]
    pub candidate_words: Option<String>,
    /// The engine's judgement of these words; only after the rating is locked.
    #[serde(default)]
    pub second_opinion: Option<Scorecard>,
    /// How long it took.
    #[serde(default)]
    pub used_ms: u64,
    /// How long it was to take: reading, the answer and its probes.
    #[serde(default)]
    pub box_ms: u64,
}

/// What became of a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It was asked.
    Asked,
    /// It was passed over.
    Skipped {
        /// Why.
        because: String,
    },
    /// Time was up before.
    NotReached,
}

/// A criterion that was heard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tick {
    /// Of the question's rubric.
    pub criterion: String,
    /// How.
    pub heard: Heard,
    /// When; none on paper.
    #[serde(default)]
    pub at_ms: Option<u64>,
}

/// How a criterion was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Heard {
    /// Unasked.
    Heard,
    /// When a probe asked for it.
    AfterProbe,
    /// The opposite was said.
    Contradicted,
}

/// A probe that was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedProbe {
    /// Which of the question's, from 0.
    pub probe: usize,
    /// As it was asked.
    pub ask: String,
    /// When; none on paper.
    #[serde(default)]
    pub at_ms: Option<u64>,
}

/// Something written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// When; none on paper.
    #[serde(default)]
    pub at_ms: Option<u64>,
    /// The words.
    pub text: String,
}

/// A rating by the question's anchors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// 1 to 4, see [`super::BANDS`].
    pub band: u8,
    /// What was heard; may be empty where ticks or notes say it.
    #[serde(default)]
    pub evidence: String,
    /// When; none on paper.
    #[serde(default)]
    pub at_ms: Option<u64>,
    /// From now on it stands: see [`RatedQuestion::revise`].
    #[serde(default)]
    pub locked: bool,
}

/// A change of a locked rating.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// 1 to 4.
    pub band: u8,
    /// Why.
    pub because: String,
    /// When; none where it came after the interview.
    #[serde(default)]
    pub at_ms: Option<u64>,
}

impl RatingSheet {
    /// A scorecard on which nothing has been asked yet. Questions that the library does not know keep their id as wording.
    pub fn begin(plan: &Plan, library: &Library, who: Who, id: Uuid, started: Timestamp) -> Self {
        RatingSheet {
            kind: KIND.to_owned(),
            format: FORMAT,
            id,
            candidate: who.candidate,
            interviewer: who.interviewer,
            interview: plan.interview.clone(),
            title: plan.title.clone(),
            level: plan.level,
            minutes: plan.minutes,
            seed: plan.seed,
            plan: plan.usual_fingerprint(),
            extra_time: plan.extra_time,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            started,
            ended: None,
            from_paper: false,
            competencies: competencies(plan, library),
            questions: plan.questions().map(|asked| RatedQuestion::open(asked, library)).collect(),
        }
    }

    /// Ends the interview: every rating is locked.
    pub fn finish(&mut self, ended: Timestamp) {
        self.ended = Some(ended);
        self.questions
            .iter_mut()
            .filter_map(|question| question.rating.as_mut())
            .for_each(|rating| rating.locked = true);
    }

    /// As it is kept and exchanged.
    pub fn to_json(&self) -> String {
        // Serialising cannot fail: a scorecard holds nothing that JSON cannot.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }
}

/// The interview's own; then topics that belong to none, by the titles that the library has for them.
fn competencies(plan: &Plan, library: &Library) -> Vec<Competency> {
    let own = library.interviews.get(&plan.interview).map(|interview| interview.competencies.clone());
    let own = own.unwrap_or_default();
    let asked = groups(plan.questions().map(|asked| asked.topic.as_str()), &own).into_iter();
    let loose = asked.filter(|group| !own.contains(group));
    let titled: Vec<_> =
        loose.map(|group| Competency { title: library.title(&group.id).to_owned(), ..group }).collect();
    own.into_iter().chain(titled).collect()
}

impl RatedQuestion {
    fn open(asked: &Asked, library: &Library) -> Self {
        let prompt = library.questions.get(&asked.question).map_or(&asked.question, |question| &question.prompt);
        RatedQuestion {
            question: asked.question.clone(),
            topic: asked.topic.clone(),
            level: asked.level,
            prompt: prompt.clone(),
            without_rubric: !library.rubrics.contains_key(&asked.question),
            outcome: Outcome::NotReached,
            ticks: Vec::new(),
            probes: Vec::new(),
            notes: Vec::new(),
            rating: None,
            not_assessed: None,
            revised: None,
            earlier_revisions: Vec::new(),
            candidate_words: None,
            second_opinion: None,
            used_ms: 0,
            box_ms: u64::from(asked.seconds()) * 1000,
        }
    }

    /// The band given before any discussion, which is what counts; none: not assessed.
    pub fn initial(&self) -> Option<u8> {
        self.rating.as_ref().map(|rating| rating.band)
    }

    /// The band with a later change; none: not assessed.
    pub fn latest(&self) -> Option<u8> {
        self.revised.as_ref().map(|revised| revised.band).or(self.initial())
    }

    /// Every change, the first one first.
    pub fn revisions(&self) -> impl Iterator<Item = &Revision> {
        self.earlier_revisions.iter().chain(&self.revised)
    }

    /// Why there is no rating, for people; none where there is one.
    pub fn unassessed(&self) -> Option<String> {
        match (&self.rating, &self.outcome, &self.not_assessed) {
            (Some(_), ..) => None,
            (None, _, Some(because)) => Some(because.clone()),
            (None, Outcome::Skipped { because }, None) => Some(format!("skipped: {because}")),
            (None, Outcome::NotReached, None) => Some("not reached".to_owned()),
            (None, Outcome::Asked, None) => Some("no rating was given".to_owned()),
        }
    }
}
