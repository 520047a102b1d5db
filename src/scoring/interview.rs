//! From the scores of questions to that of an interview: mean per competency, then the mean of competencies, each alike.
//! Questions that were not reached leave the mean; those skipped or left empty count nothing; all are listed.

use serde::{Deserialize, Serialize};

use super::rating::band;
use super::scorecard::Mille;
use crate::content::interview::Competency;
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
    /// Mean of its questions, in thousandths rounded down; none where none counts.
    pub score: Option<Mille>,
    /// Its questions, in the order given.
    pub questions: Vec<String>,
}

/// Scores an interview.
pub fn interview(asked: &[Asked], competencies: &[Competency], scale: &Scale) -> InterviewScore {
    let groups = groups(asked, competencies);
    let competencies: Vec<CompetencyScore> = groups.iter().map(|group| group.score(asked)).collect();
    let score = mean(competencies.iter().filter_map(|competency| competency.score));
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

/// A competency, or a topic that stands for itself.
struct Group {
    id: String,
    title: String,
    topics: Vec<String>,
}

fn groups(asked: &[Asked], competencies: &[Competency]) -> Vec<Group> {
    let known = competencies.iter().map(|competency| Group {
        id: competency.id.clone(),
        title: competency.title.clone(),
        topics: competency.topics.clone(),
    });
    let mut groups: Vec<Group> = known.collect();
    let mut loose: Vec<&String> = asked.iter().map(|one| &one.topic).collect();
    loose.retain(|topic| !groups.iter().any(|group| group.topics.contains(topic)));
    loose.sort();
    loose.dedup();
    groups.extend(loose.into_iter().map(|topic| Group {
        id: topic.clone(),
        title: topic.clone(),
        topics: vec![topic.clone()],
    }));
    groups.retain(|group| asked.iter().any(|one| group.topics.contains(&one.topic)));
    groups
}

impl Group {
    fn score(&self, asked: &[Asked]) -> CompetencyScore {
        let own: Vec<&Asked> = asked.iter().filter(|one| self.topics.contains(&one.topic)).collect();
        CompetencyScore {
            id: self.id.clone(),
            title: self.title.clone(),
            score: mean(own.iter().filter_map(|one| one.outcome.counts())),
            questions: own.iter().map(|one| one.question.clone()).collect(),
        }
    }
}

fn mean(scores: impl Iterator<Item = Mille>) -> Option<Mille> {
    let scores: Vec<u32> = scores.map(|score| score.0).collect();
    let count = u32::try_from(scores.len()).ok().filter(|count| *count > 0)?;
    Some(Mille(scores.iter().sum::<u32>() / count))
}
