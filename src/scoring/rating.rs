//! From what was earned to a score and a band. Pure arithmetic in thousandths: no text, no patterns. Rating again with one
//! thing changed is how the next step is found.

use std::collections::BTreeMap;

use super::scorecard::{Cap, DimensionScore, Mille};
use crate::content::scale::Scale;
use crate::content::{Bundle, Criterion, Dimension, Kind, Level};

/// What was found in an answer.
#[derive(Debug, Clone, Default)]
pub(super) struct Findings {
    /// What each criterion earned, in the rubric's order, in thousandths.
    pub credits: Vec<u32>,
    /// What the parts of the story earned, in thousandths; none for other kinds of question.
    pub story: Option<u32>,
    /// What red flags take off.
    pub penalty: u32,
    /// What holds the band down, besides what is missing.
    pub caps: Vec<Cap>,
}

/// What an answer is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rating {
    /// In thousandths.
    pub score: u32,
    /// 1 to 4.
    pub band: u8,
    /// All caps that applied.
    pub caps: Vec<Cap>,
    /// By dimension: score and weight in thousandths.
    pub dimensions: Vec<(Dimension, u32, u32)>,
}

/// What answers to one question are rated by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ruler<'a> {
    /// The rubric's criteria.
    pub criteria: &'a [Criterion],
    /// The kind of question.
    pub kind: Kind,
    /// The level it is judged at.
    pub level: Level,
    /// The constants.
    pub scale: &'a Scale,
}

const DIMENSIONS: [Dimension; 4] = [Dimension::Substance, Dimension::Tools, Dimension::Tradeoffs, Dimension::Star];

impl<'a> Ruler<'a> {
    /// For the candidate's level, raised to the question's own where that is higher.
    pub fn of(bundle: &'a Bundle, level: Level) -> Self {
        Ruler {
            criteria: &bundle.rubric.criteria,
            kind: bundle.question.kind,
            level: level.max(bundle.question.level),
            scale: &bundle.scale,
        }
    }

    /// Rates an answer.
    pub fn rate(&self, findings: &Findings) -> Rating {
        let dimensions = self.dimensions(findings);
        let sum: u32 = dimensions.iter().map(|(_, score, weight)| score * weight).sum();
        let penalty = findings.penalty.min(self.scale.bands.penalty);
        let earned = (sum / 1000).saturating_sub(penalty);
        let mut caps = findings.caps.clone();
        caps.extend(self.missing(findings));
        caps.extend(self.unweighed(&dimensions));
        let highest = caps.iter().map(|cap| cap.band).min().unwrap_or(4);
        let score = earned.min(self.ceiling(highest));
        caps.retain(|cap| cap.band < 4 && cap.band <= self.band(earned));
        caps.sort_by_key(|cap| cap.band);
        Rating { score, band: self.band(score), caps, dimensions }
    }

    /// The band of a score.
    pub fn band(&self, score: u32) -> u8 {
        band(score, &self.scale.bands.cuts)
    }

    /// Whether a criterion is expected at this level; otherwise it is a bonus.
    pub fn expects(&self, criterion: &Criterion) -> bool {
        criterion.level <= self.level
    }

    /// The highest score of a band.
    fn ceiling(&self, band: u8) -> u32 {
        let next = self.scale.bands.cuts.get(usize::from(band.saturating_sub(1)));
        next.map_or(1000, |cut| cut.saturating_sub(1))
    }

    /// Score and weight of each dimension that expects something at this level; the weights sum to 1000.
    fn dimensions(&self, findings: &Findings) -> Vec<(Dimension, u32, u32)> {
        let scores: Vec<(Dimension, u32)> = DIMENSIONS
            .into_iter()
            .filter_map(|dimension| Some((dimension, self.score_in(dimension, findings)?)))
            .collect();
        let scores = self.carried(scores);
        let weights = self.weights();
        let weight = |dimension: &Dimension| weights.get(dimension).copied().unwrap_or_default();
        let total: u32 = scores.iter().map(|(dimension, _)| weight(dimension)).sum();
        let mut left = 1000;
        let mut weighed: Vec<(Dimension, u32, u32)> = (scores.iter())
            .filter(|(dimension, _)| weight(dimension) > 0)
            .map(|(dimension, score)| {
                let share = weight(dimension) * 1000 / total.max(1);
                left -= share;
                (*dimension, *score, share)
            })
            .collect();
        if let Some(first) = weighed.first_mut() {
            first.2 += left;
        }
        weighed
    }

    /// Tools, trade-offs and the form of a story serve the substance, and count only in proportion to it.
    fn carried(&self, mut scores: Vec<(Dimension, u32)>) -> Vec<(Dimension, u32)> {
        let substance =
            scores.iter().find(|(dimension, _)| *dimension == Dimension::Substance).map(|(_, score)| *score);
        let most = substance.map_or(1000, |substance| substance * self.scale.bands.carried / 1000);
        for (dimension, score) in &mut scores {
            if *dimension != Dimension::Substance {
                *score = (*score).min(most);
            }
        }
        scores
    }

    /// The dimensions that weigh at this level, whatever is said.
    pub fn weighing(&self) -> Vec<Dimension> {
        let nothing = Findings {
            credits: vec![0; self.criteria.len()],
            story: (self.kind == Kind::Behavioural).then_some(0),
            ..Findings::default()
        };
        self.dimensions(&nothing).into_iter().map(|(dimension, ..)| dimension).collect()
    }

    fn weights(&self) -> BTreeMap<Dimension, u32> {
        let by_level = self.scale.weights.get(&self.kind);
        by_level.and_then(|levels| levels.get(&self.level)).cloned().unwrap_or_default()
    }

    /// What was earned of what is expected; none where nothing is.
    fn score_in(&self, dimension: Dimension, findings: &Findings) -> Option<u32> {
        let mut expected = 0;
        let mut earned = 0;
        for (criterion, credit) in self.criteria.iter().zip(&findings.credits) {
            if criterion.dimension != dimension {
                continue;
            }
            if self.expects(criterion) {
                expected += criterion.points;
                earned += criterion.points * credit;
            } else {
                earned += criterion.points * credit * self.scale.bands.bonus / 1000;
            }
        }
        if let (Dimension::Star, Some(story)) = (dimension, findings.story) {
            expected += self.scale.star.points;
            earned += self.scale.star.points * story;
        }
        (expected > 0).then(|| (earned / expected.max(1)).min(1000))
    }

    /// Caps for required criteria that are missing.
    fn missing(&self, findings: &Findings) -> Vec<Cap> {
        let least = self.scale.bands.required;
        let missing = self
            .criteria
            .iter()
            .zip(&findings.credits)
            .filter(|(criterion, credit)| criterion.required && self.expects(criterion) && **credit < least);
        missing
            .map(|(criterion, _)| Cap { band: 2, because: format!("required and missing: {}", criterion.feedback) })
            .collect()
    }

    /// The cap for not weighing options where that decides.
    fn unweighed(&self, dimensions: &[(Dimension, u32, u32)]) -> Option<Cap> {
        let least = *self.scale.bands.tradeoff_floor.get(&self.level)?;
        let (_, score, _) = dimensions.iter().find(|(dimension, ..)| *dimension == Dimension::Tradeoffs)?;
        let because = "at this level band 4 takes options weighed against each other".to_owned();
        (self.kind != Kind::Behavioural && *score < least).then_some(Cap { band: 3, because })
    }
}

/// The band of a score by cuts.
pub(super) fn band(score: u32, cuts: &[u32; 3]) -> u8 {
    1 + cuts.iter().filter(|cut| score >= **cut).count() as u8
}

impl Rating {
    /// For the scorecard.
    pub fn dimension_scores(&self) -> Vec<DimensionScore> {
        let score = |(id, score, weight): &(Dimension, u32, u32)| DimensionScore {
            id: *id,
            score: Mille(*score),
            weight: Mille(*weight),
        };
        self.dimensions.iter().map(score).collect()
    }
}
