//! From the scores of questions to that of an interview: mean per competency, then the mean of competencies by their weights,
//! which are alike unless the interview says otherwise.
//! Questions that were not reached leave the mean; those skipped or left empty count nothing; all are listed.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::rating::band;
use super::scorecard::Mille;
use crate::content::interview::{Competency, Weight};
use crate::content::scale::Scale;

/// What became of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It was answered and scored.
    Scored(Mille),
    /// It was passed over; counts 0.
    Skipped,
    /// It was shown, and nothing was written; counts 0.
    Empty,
    /// Time was up before it was asked; leaves the mean.
    NotReached,
    /// The answer could not be scored (another language); leaves the mean.
    NotScorable,
}

impl Outcome {
    /// What it counts in a mean; none where it leaves it.
    pub fn counts(self) -> Option<Mille> {
        match self {
            Outcome::Scored(score) => Some(score),
            Outcome::Skipped | Outcome::Empty => Some(Mille(0)),
            Outcome::NotReached | Outcome::NotScorable => None,
        }
    }
}

/// A question of an interview and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The question's id.
    pub question: String,
    /// Its topic.
    pub topic: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// The score of an interview.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InterviewScore {
    /// None where nothing counts.
    pub score: Option<Mille>,
    /// By the same cuts as a question's; none where nothing counts.
    pub band: Option<u8>,
    /// In the interview's order, then topics that belong to no competency, by name.
    pub competencies: Vec<CompetencyScore>,
    /// Questions that were passed over, in the order given.
    pub skipped: Vec<String>,
    /// Questions to which nothing was written.
    pub empty: Vec<String>,
    /// Questions that were not asked any more.
    pub not_reached: Vec<String>,
    /// Questions whose answers could not be scored.
    pub not_scorable: Vec<String>,
}

/// The score in one competency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompetencyScore {
    /// The competency's id, or a topic that belongs to none.
    pub id: String,
    /// For people.
    pub title: String,
    /// How much it counts in the interview's score.
    #[serde(default, skip_serializing_if = "Weight::is_one")]
    pub weight: Weight,
    /// Mean of its questions, in thousandths rounded down; none where none counts.
    pub score: Option<Mille>,
    /// Its questions, in the order given.
    pub questions: Vec<String>,
}

/// Scores an interview.
pub fn interview(asked: &[Asked], competencies: &[Competency], scale: &Scale) -> InterviewScore {
    let groups = groups(asked.iter().map(|one| one.topic.as_str()), competencies);
    let competencies: Vec<CompetencyScore> =
        groups.into_iter().map(|group| CompetencyScore::of(group, asked)).collect();
    let score = mean(competencies.iter().filter_map(|competency| Some((competency.score?, competency.weight))));
    let listed = |outcome: Outcome| {
        let same = asked.iter().filter(|one| one.outcome == outcome);
        same.map(|one| one.question.clone()).collect()
    };
    InterviewScore {
        score,
        band: score.map(|score| band(score.0, &scale.bands.cuts)),
        competencies,
        skipped: listed(Outcome::Skipped),
        empty: listed(Outcome::Empty),
        not_reached: listed(Outcome::NotReached),
        not_scorable: listed(Outcome::NotScorable),
    }
}

/// The competencies that questions of these topics fall under, in the interview's order; then each topic that belongs to none,
/// by name, as one of its own.
pub fn groups<'a>(topics: impl IntoIterator<Item = &'a str>, competencies: &[Competency]) -> Vec<Competency> {
    let asked: BTreeSet<&str> = topics.into_iter().collect();
    let is_asked = |group: &&Competency| group.topics.iter().any(|topic| asked.contains(topic.as_str()));
    let is_loose = |topic: &&&str| !competencies.iter().any(|group| group.topics.iter().any(|own| own == **topic));
    let own = |topic: &&str| Competency {
        id: (*topic).to_owned(),
        title: (*topic).to_owned(),
        topics: vec![(*topic).to_owned()],
        weight: Weight::default(),
    };
    let loose = asked.iter().filter(is_loose).map(own);
    competencies.iter().filter(is_asked).cloned().chain(loose).collect()
}

impl CompetencyScore {
    fn of(group: Competency, asked: &[Asked]) -> Self {
        let own: Vec<&Asked> = asked.iter().filter(|one| group.topics.contains(&one.topic)).collect();
        CompetencyScore {
            id: group.id,
            title: group.title,
            weight: group.weight,
            score: mean(own.iter().filter_map(|one| Some((one.outcome.counts()?, Weight::default())))),
            questions: own.iter().map(|one| one.question.clone()).collect(),
        }
    }
}

fn mean(scores: impl Iterator<Item = (Mille, Weight)>) -> Option<Mille> {
    let weighed = scores.map(|(score, weight)| (u64::from(score.0) * u64::from(weight.0), u64::from(weight.0)));
    let (sum, weights) = weighed.fold((0, 0), |(sum, weights), (score, weight)| (sum + score, weights + weight));
    u32::try_from(sum.checked_div(weights)?).ok().map(Mille)
}
