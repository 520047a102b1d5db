//! One question on the page: what was asked and said, with its words marked, and how it was judged.

use super::bars::{Bar, Bars};
use super::criteria::Criteria;
use super::lanes::Lane;
use crate::attempt::timeline::story_time;
use crate::report::digest::QuestionDigest;
use crate::report::explain::{self, Seen};
use crate::report::surface::{Html, Passage, Surface, harmless};
use crate::report::words::{measure, star_part};
use crate::report::{contests, question as told, raise};
use crate::session::Segment;

/// One question.
#[derive(Debug)]
pub struct Question {
    pub number: usize,
    pub title: String,
    pub head: Html,
    pub lane: Option<Lane>,
    pub segments: Vec<Said>,
    /// What the labels in the segments mean.
    pub legend: String,
    /// What holds it down, and what would raise it.
    pub judgement: Html,
    pub criteria: Criteria,
    /// What was not counted, and what was not said.
    pub lost: Html,
    /// Criterion by criterion with words and rules, and the sum.
    pub explained: Html,
    pub story: Option<Story>,
    pub contests: Html,
    pub model_answer: String,
}

/// An answer, or the answer to a probe.
#[derive(Debug)]
pub struct Said {
    /// The probe, as it was asked.
    pub follow_up: Option<String>,
    /// As it stood at the limit.
    pub in_time: Option<Passage>,
    /// What was written after the limit.
    pub over_time: Option<OverTime>,
}

/// Text written after a limit.
#[derive(Debug)]
pub enum OverTime {
    /// It went on where the text in time ended.
    Added(String),
    /// The text in time was changed: this is the whole of it.
    Changed(String),
}

/// How a story was shared between its parts.
#[derive(Debug)]
pub struct Story {
    pub title: &'static str,
    pub shares: Bars,
}

impl Question {
    pub fn of(question: &QuestionDigest<'_>, lane: Option<Lane>) -> Self {
        let card = question.judged.in_time.as_ref();
        let seen = card.zip(question.bundle).map(|(card, bundle)| Seen::new(card, bundle));
        let segments = question.answer.segments.iter().enumerate();
        let model = question.bundle.map(|bundle| harmless(bundle.rubric.model_answer.trim()));
        Question {
            number: question.number,
            title: harmless(&told::title(question)),
            head: Html::of(|out| told::head(question, out)),
            lane,
            segments: segments.map(|(index, segment)| said(question, seen.as_ref(), index, segment)).collect(),
            legend: seen.as_ref().map_or(String::new(), |seen| seen.marks.legend()),
            judgement: judgement(question, seen.as_ref()),
            criteria: Criteria::of(question, seen.as_ref()),
            lost: Html::of(|out| scored(question, seen.as_ref()).for_each(|seen| lost(seen, out))),
            explained: Html::of(|out| scored(question, seen.as_ref()).for_each(|seen| explained(seen, out))),
            story: story(question),
            contests: Html::of(|out| contests::write(question, out)),
            model_answer: model.unwrap_or_default(),
        }
    }
}

fn is_scored(question: &QuestionDigest<'_>) -> bool {
    question.judged.in_time.as_ref().is_some_and(|card| card.score.is_some())
}

/// What can be said only of an answer that got a score.
fn scored<'s, 'a>(question: &QuestionDigest<'_>, seen: Option<&'s Seen<'a>>) -> impl Iterator<Item = &'s Seen<'a>> {
    seen.into_iter().filter(|_| is_scored(question))
}

fn lost(seen: &Seen<'_>, out: &mut dyn Surface) {
    explain::not_counted(seen, out);
    told::missed(seen.card, out);
}

fn explained(seen: &Seen<'_>, out: &mut dyn Surface) {
    explain::criteria(seen, out);
    explain::sum(seen, out);
}

fn judgement(question: &QuestionDigest<'_>, seen: Option<&Seen<'_>>) -> Html {
    Html::of(|out| match (&question.judged.in_time, question.bundle, seen) {
        (Some(card), Some(bundle), Some(seen)) => {
            explain::held_down(seen, out);
            told::remarks(card, bundle, question.judged.complete.as_ref(), out);
            if is_scored(question) {
                told::step(card, out);
                raise::write(card, out);
            }
        }
        (_, Some(bundle), _) => told::unanswered(bundle, out),
        _ => {}
    })
}

fn said(question: &QuestionDigest<'_>, seen: Option<&Seen<'_>>, index: usize, segment: &Segment) -> Said {
    let official = segment.official();
    let marks = seen.map_or(Vec::new(), |seen| seen.marks.within(index));
    let about = |mark: &_| seen.map_or(Vec::new(), |seen| explain::about(seen, index, mark));
    Said {
        follow_up: told::follow_up(question, segment).map(|asked| harmless(&asked)),
        in_time: (!official.trim().is_empty()).then(|| Passage::new(official, &marks, about)),
        over_time: segment.in_time.as_deref().map(|in_time| over_time(in_time, &segment.text)),
    }
}

fn over_time(in_time: &str, whole: &str) -> OverTime {
    match whole.strip_prefix(in_time) {
        Some(added) => OverTime::Added(harmless(added.trim())),
        None => OverTime::Changed(harmless(whole.trim())),
    }
}

fn story(question: &QuestionDigest<'_>) -> Option<Story> {
    let time = story_time(question.judged.in_time.as_ref()?, question.answer)?;
    let bar = |(part, share)| Bar { name: star_part(part).to_owned(), share: Some(share) };
    Some(Story {
        title: measure(time.of),
        shares: Bars { head: ["part", "share"], rows: time.shares.into_iter().map(bar).collect() },
    })
}
