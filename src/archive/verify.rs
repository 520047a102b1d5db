//! Whether scorecards say what this program gives. Those of its own rules of scoring are judged anew, by the rubrics they name.

use std::collections::BTreeMap;

use super::{Bundles, KeptAttempt, KeptCard};
use crate::attempt::{Attempt, Judged, judge};
use crate::content::{Dimension, Fingerprint};
use crate::scoring::scorecard::Mille;
use crate::scoring::{ENGINE, Judge, Scorecard};

/// Rubrics, each made ready once for however many attempts.
#[derive(Debug, Default)]
pub struct Verifier {
    judges: BTreeMap<String, Judge>,
}

/// A scorecard that is not what its rubric gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The question.
    pub question: String,
    /// The score that is kept; none: not scorable, or not answered.
    pub says: Option<Mille>,
    /// The score of the same words by the same rubric.
    pub gives: Option<Mille>,
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let told = |score: Option<Mille>| {
            score.map_or_else(|| "no score".to_owned(), |Mille(score)| format!("{}.{} %", score / 10, score % 10))
        };
        let (says, gives) = (told(self.says), told(self.gives));
        write!(f, "the scorecard of '{}' ({says}) is not what the same rubric gives here ({gives})", self.question)
    }
}

impl Verifier {
    /// The scorecards of an attempt that differ. Those of other rules of scoring cannot be verified, and are left alone.
    pub fn differences(&mut self, kept: &KeptAttempt, attempt: &Attempt, bundles: &Bundles) -> Vec<Difference> {
        let own = kept.scorecards.iter().filter(|card| card.engine == ENGINE);
        own.filter_map(|card| self.difference(card, attempt, bundles)).collect()
    }

    /// None also where the card cannot be read or its question is not of the attempt: that is for others to find.
    fn difference(&mut self, card: &KeptCard, attempt: &Attempt, bundles: &Bundles) -> Option<Difference> {
        let question = &attempt.bundles.get(&card.question)?.question;
        let answer = attempt.transcript.answers.iter().find(|answer| answer.question == card.question)?;
        let says: Judged = card.body.read().ok()?;
        let gives = judge(self.judge(&card.rubric, bundles)?, question, answer, attempt.plan.level);
        let score = |judged: &Judged| judged.in_time.as_ref().and_then(|card| card.score);
        let differs = gist(&says) != gist(&gives);
        differs.then(|| Difference { question: card.question.clone(), says: score(&says), gives: score(&gives) })
    }

    /// None for a rubric of an older version: what it lacks is filled in when it is read, so that it is not quite the same.
    fn judge(&mut self, rubric: &str, bundles: &Bundles) -> Option<&Judge> {
        let bundle = bundles.get(rubric)?;
        if !self.judges.contains_key(rubric) && bundle.fingerprint() == Fingerprint(rubric.to_owned()) {
            self.judges.insert(rubric.to_owned(), Judge::new(bundle));
        }
        self.judges.get(rubric)
    }
}

/// What must be the same, in time and with over-time text: scores and credits. Later versions may word the rest otherwise.
fn gist(judged: &Judged) -> [Option<Gist<'_>>; 2] {
    [&judged.in_time, &judged.complete].map(|card| card.as_ref().map(Gist::of))
}

#[derive(PartialEq)]
struct Gist<'a> {
    score: Option<Mille>,
    band: Option<u8>,
    unprompted: Option<Mille>,
    dimensions: Vec<(Dimension, Mille)>,
    credits: Vec<(&'a str, Mille)>,
}

impl<'a> Gist<'a> {
    fn of(card: &'a Scorecard) -> Self {
        Gist {
            score: card.score,
            band: card.band,
            unprompted: card.unprompted,
            dimensions: card.dimensions.iter().map(|one| (one.id, one.score)).collect(),
            credits: card.criteria.iter().map(|one| (one.id.as_str(), one.credit)).collect(),
        }
    }
}
