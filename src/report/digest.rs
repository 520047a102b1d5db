//! An attempt, looked at as a reader would: what the reports say, before any wording.

use super::quote::around;
use crate::attempt::contest::Contest;
use crate::attempt::{Attempt, Judged, results};
use crate::content::{Bundle, Dimension, Section};
use crate::plan::{Asked, Step};
use crate::scoring::scorecard::Mille;
use crate::scoring::{InterviewScore, NextStep, Scorecard};
use crate::session::{Answer, Outcome};

/// Longest quotation of a strength.
const QUOTE: usize = 100;

/// What a report says.
#[derive(Debug)]
pub struct Digest<'a> {
    /// The attempt.
    pub attempt: &'a Attempt,
    /// With the texts as they stood at their limits: the official result.
    pub in_time: InterviewScore,
    /// With over-time text; none where there is none.
    pub complete: Option<InterviewScore>,
    /// Each question of the plan, in order.
    pub questions: Vec<QuestionDigest<'a>>,
}

/// What a report says about one question.
#[derive(Debug, Clone)]
pub struct QuestionDigest<'a> {
    /// From 1, in the order of the plan.
    pub number: usize,
    /// Its place in the plan.
    pub asked: &'a Asked,
    /// The question and its rubric.
    pub bundle: Option<&'a Bundle>,
    /// What was said.
    pub answer: &'a Answer,
    /// How it was judged.
    pub judged: &'a Judged,
    /// What is contested of that, by number.
    pub contests: Vec<&'a Contest>,
}

/// Words that earned the most.
#[derive(Debug, Clone)]
pub struct Strength<'a> {
    /// Number of the question.
    pub number: usize,
    /// The criterion.
    pub criterion: &'a str,
    /// The sentence around the words that earned it.
    pub words: String,
}

/// Time used in a part of the interview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionTime {
    /// The part.
    pub section: Section,
    /// How many of its questions were reached.
    pub questions: usize,
    /// Milliseconds used, probes included.
    pub used: u64,
    /// Milliseconds allowed for what was asked.
    pub allowed: u64,
}

impl<'a> Digest<'a> {
    /// Looks at an attempt.
    pub fn of(attempt: &'a Attempt) -> Self {
        let parts = attempt.plan.questions().zip(&attempt.transcript.answers).zip(&attempt.judged);
        let questions = parts.enumerate().map(|(index, ((asked, answer), judged))| QuestionDigest {
            number: index + 1,
            asked,
            bundle: attempt.bundle(&asked.question),
            answer,
            judged,
            contests: attempt.contests_of(&asked.question).collect(),
        });
        let questions: Vec<_> = questions.collect();
        let overtime = questions.iter().any(|question| question.judged.complete.is_some());
        Digest {
            attempt,
            in_time: attempt.overall(|judged| judged.in_time.as_ref()),
            complete: overtime.then(|| attempt.overall(Judged::complete)),
            questions,
        }
    }

    /// Questions with an answer that was judged.
    pub fn judged(&self) -> impl Iterator<Item = (&QuestionDigest<'a>, &'a Scorecard)> {
        self.questions.iter().filter_map(|question| Some((question, question.judged.in_time.as_ref()?)))
    }

    /// The words that earned the most: one for each question, best answers first.
    pub fn strengths(&self, most: usize) -> Vec<Strength<'a>> {
        let mut answers: Vec<_> = self.judged().filter(|(_, card)| card.band >= Some(2)).collect();
        answers.sort_by_key(|(question, card)| (std::cmp::Reverse(card.score), question.number));
        answers.into_iter().filter_map(|(question, card)| strength(question, card)).take(most).collect()
    }

    /// The changes worth most, best first.
    pub fn changes(&self, most: usize) -> Vec<(usize, &'a NextStep)> {
        let steps = self.judged().filter_map(|(question, card)| Some((question.number, card.next_step.as_ref()?)));
        let mut steps: Vec<_> = steps.collect();
        steps.sort_by_key(|(number, step)| (std::cmp::Reverse(step.gain), *number));
        steps.truncate(most);
        steps
    }

    /// Mean of each dimension over the questions that ask for it; one that was passed over counts nothing, as in the score.
    pub fn dimensions(&self) -> Vec<(Dimension, Mille)> {
        let results = results(self.attempt);
        let mean = |(index, dimension): (usize, Dimension)| {
            let scores: Vec<u32> = results.iter().filter_map(|result| Some(result.dimensions[index]?.0)).collect();
            let count = u32::try_from(scores.len()).ok().filter(|count| *count > 0)?;
            Some((dimension, Mille(scores.iter().sum::<u32>() / count)))
        };
        Dimension::ALL.into_iter().enumerate().filter_map(mean).collect()
    }

    /// Time used by part of the interview, in the order of the plan.
    pub fn sections(&self) -> Vec<SectionTime> {
        let mut sections: Vec<SectionTime> = Vec::new();
        for question in self.questions.iter().filter(|question| !question.answer.segments.is_empty()) {
            let section = question.asked.section;
            let time = SectionTime { section, questions: 1, used: question.used(), allowed: question.allowed() };
            match sections.iter_mut().find(|known| known.section == section) {
                Some(known) => {
                    known.questions += 1;
                    known.used += time.used;
                    known.allowed += time.allowed;
                }
                None => sections.push(time),
            }
        }
        sections
    }

    /// Questions of one outcome, by number.
    pub fn numbers(&self, outcome: Outcome) -> Vec<usize> {
        let fits = self.questions.iter().filter(|question| question.answer.outcome == outcome);
        fits.map(|question| question.number).collect()
    }

    /// Whether the plan had room for the candidate's own questions.
    pub fn had_own_questions(&self) -> bool {
        self.attempt.plan.steps.iter().any(|step| matches!(step, Step::CandidateQuestions { .. }))
    }
}

impl QuestionDigest<'_> {
    /// As it was first asked; its id where the text is lost.
    pub fn prompt(&self) -> &str {
        self.bundle.map_or(&self.asked.question, |bundle| bundle.question.wording(self.asked.wording as usize))
    }

    /// Time used, in milliseconds, probes included.
    pub fn used(&self) -> u64 {
        self.answer.used()
    }

    /// Time allowed for what was asked, in milliseconds.
    pub fn allowed(&self) -> u64 {
        self.answer.allowed()
    }

    /// Time spent beyond the boxes, in milliseconds.
    pub fn over_time(&self) -> u64 {
        self.answer.over_time()
    }
}

fn strength<'a>(question: &QuestionDigest<'a>, card: &'a Scorecard) -> Option<Strength<'a>> {
    let worth = |criterion: &&crate::scoring::CriterionScore| criterion.points * criterion.credit.0;
    let best = card.criteria.iter().rev().filter(|criterion| !criterion.evidence.is_empty()).max_by_key(worth)?;
    let words = best.evidence.iter().max_by_key(|evidence| evidence.text.len())?;
    let text = question.answer.segments.get(words.segment)?.official();
    Some(Strength { number: question.number, criterion: &best.id, words: around(text, words.span, QUOTE) })
}
