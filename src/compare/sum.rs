//! Means of one attempt beside those of another: overall, by competency, by dimension, before and after the follow-ups.

use serde::Serialize;

use super::asked::Take;
use super::chance::{Chance, Piece};
use super::repeat::{Repeat, Standing};
use super::{Change, DimensionChange};
use crate::attempt::Attempt;
use crate::attempt::rescore::Present;
use crate::content::Dimension;
use crate::scoring::scorecard::Mille;
use crate::scoring::{CompetencyScore, InterviewScore, interview};

/// Some questions of one attempt, and some of another.
#[derive(Debug, Clone, PartialEq)]
pub struct Sum {
    /// How many of each count.
    pub questions: [usize; 2],
    /// Over whole attempts the interviews' scores; over repeats the means of the questions.
    pub overall: Change,
    /// The bands of whole attempts, 1 to 4.
    pub bands: [Option<u8>; 2],
    /// As `overall`, before the follow-ups.
    pub unprompted: Change,
    /// In the order of the second attempt, then those of the first alone.
    pub competencies: Vec<CompetencyChange>,
    /// In their fixed order; only those that weigh in one of the attempts.
    pub dimensions: Vec<DimensionChange>,
    /// Time used, in milliseconds, follow-ups included.
    pub used_ms: [u64; 2],
    /// What other questions would have made of the difference.
    pub chance: Chance,
}

/// A competency, then and now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CompetencyChange {
    /// The competency's id, or a topic that belongs to none.
    pub id: String,
    /// For people.
    pub title: String,
    /// The mean of its questions.
    #[serde(flatten)]
    pub change: Change,
}

/// Questions of one attempt.
struct Half<'a> {
    attempt: &'a Attempt,
    takes: Vec<&'a Take<'a>>,
    score: InterviewScore,
}

/// Both attempts, with all their questions.
pub(super) fn whole(then: (&Present, &[Take<'_>]), now: (&Present, &[Take<'_>])) -> Sum {
    let [then, now] = [then, now].map(|(present, takes)| Half::of(&present.attempt, takes.iter().collect()));
    Sum {
        overall: Change { then: then.score.score, now: now.score.score },
        bands: [then.score.band, now.score.band],
        unprompted: Change { then: then.unprompted().score, now: now.unprompted().score },
        chance: Chance::of(&then.pieces(), &now.pieces()),
        ..sum(&then, &now)
    }
}

/// The repeats of one standing; none where there is none. Competencies do not weigh alike here: a mean over these questions says
/// what it is.
pub(super) fn over(then: &Present, now: &Present, repeats: &[Repeat<'_>], standing: Standing) -> Option<Sum> {
    let of_standing = || repeats.iter().filter(|repeat| repeat.standing == standing);
    of_standing().next()?;
    let before = Half::of(&then.attempt, of_standing().map(|repeat| &repeat.then).collect());
    let after = Half::of(&now.attempt, of_standing().map(|repeat| &repeat.now).collect());
    let means = |of: fn(&Repeat<'_>) -> Change| Change {
        then: mean(of_standing().filter_map(|repeat| of(repeat).then)),
        now: mean(of_standing().filter_map(|repeat| of(repeat).now)),
    };
    Some(Sum {
        overall: means(|repeat| repeat.score),
        unprompted: means(|repeat| repeat.unprompted),
        chance: Chance::of(&alike(before.pieces()), &alike(after.pieces())),
        ..sum(&before, &after)
    })
}

/// So that their mean is the mean of the questions.
fn alike(pieces: Vec<Piece<'_>>) -> Vec<Piece<'_>> {
    pieces.into_iter().map(|piece| Piece { weight: 1.0, ..piece }).collect()
}

/// What does not depend on how the overall score is taken.
fn sum(then: &Half<'_>, now: &Half<'_>) -> Sum {
    Sum {
        questions: [then, now].map(|half| half.takes.iter().filter(|take| take.counts().is_some()).count()),
        overall: Change::default(),
        bands: [None; 2],
        unprompted: Change::default(),
        competencies: competencies(&then.by_competencies_of(now), &now.by_competencies_of(then)),
        dimensions: dimensions(&then.takes, &now.takes),
        used_ms: [then, now].map(|half| half.takes.iter().map(|take| take.result.used_ms).sum()),
        chance: Chance::default(),
    }
}

impl<'a> Half<'a> {
    fn of(attempt: &'a Attempt, takes: Vec<&'a Take<'a>>) -> Self {
        let score = interview_score(attempt, &takes, |take| take.result.score);
        Half { attempt, takes, score }
    }

    /// Its score, for the competencies alone: an attempt that has none, as a drill, is told by those of the other.
    fn by_competencies_of(&self, other: &Half<'_>) -> InterviewScore {
        match self.attempt.settings.competencies.as_slice() {
            [] => interview_score(other.attempt, &self.takes, |take| take.result.score),
            _ => self.score.clone(),
        }
    }

    fn unprompted(&self) -> InterviewScore {
        interview_score(self.attempt, &self.takes, |take| take.unprompted())
    }

    /// Each question that counts, with its share of the score: competencies weigh alike, and so do the questions of one.
    fn pieces(&self) -> Vec<Piece<'a>> {
        let counting: Vec<(&str, f64)> = self
            .takes
            .iter()
            .filter_map(|take| Some((take.result.question.as_str(), f64::from(take.counts()?.0))))
            .collect();
        let weight = |question: &str| {
            let own = self.score.competencies.iter().find(|one| one.questions.iter().any(|other| other == question));
            let beside = counting
                .iter()
                .filter(|(other, _)| own.is_some_and(|own| own.questions.iter().any(|one| one == other)));
            1.0 / beside.count().max(1) as f64
        };
        counting.iter().map(|(question, score)| Piece { question, weight: weight(question), score: *score }).collect()
    }
}

fn interview_score(
    attempt: &Attempt,
    takes: &[&Take<'_>],
    score: impl Fn(&Take<'_>) -> Option<Mille>,
) -> InterviewScore {
    let asked: Vec<interview::Asked> = takes.iter().map(|take| take.asked(score(take))).collect();
    let Some(bundle) = attempt.bundles.values().next() else { return InterviewScore::default() };
    interview::interview(&asked, &attempt.settings.competencies, &bundle.scale)
}

fn competencies(then: &InterviewScore, now: &InterviewScore) -> Vec<CompetencyChange> {
    let of = |side: &InterviewScore, id: &str| side.competencies.iter().find(|one| one.id == id)?.score;
    let only_then = then.competencies.iter().filter(|one| !now.competencies.iter().any(|other| other.id == one.id));
    let change = |one: &CompetencyScore| CompetencyChange {
        id: one.id.clone(),
        title: one.title.clone(),
        change: Change { then: of(then, &one.id), now: of(now, &one.id) },
    };
    now.competencies.iter().chain(only_then).map(change).collect()
}

/// Means over the questions that count and ask for a dimension.
pub(super) fn dimensions(then: &[&Take<'_>], now: &[&Take<'_>]) -> Vec<DimensionChange> {
    let mean_of =
        |takes: &[&Take<'_>], index: usize| mean(takes.iter().filter_map(|take| take.result.dimensions[index]));
    let changes = Dimension::ALL.into_iter().enumerate().map(|(index, id)| DimensionChange {
        id,
        change: Change { then: mean_of(then, index), now: mean_of(now, index) },
    });
    changes.filter(|one| one.change.then.or(one.change.now).is_some()).collect()
}

/// In thousandths, rounded down; none of nothing.
pub(super) fn mean(scores: impl Iterator<Item = Mille>) -> Option<Mille> {
    let (sum, count) = scores.fold((0, 0), |(sum, count), score| (sum + score.0, count + 1));
    (count > 0).then(|| Mille(sum / count))
}
