//! The report as one page: what a person would rather look at than read. Complete in itself, without scripts, and nothing in it
//! is fetched. Layout is in the templates beside this file; words come from where the other reports have them.

mod bars;
mod chart;
mod compare;
mod criteria;
mod curves;
mod dumbbells;
mod lanes;
mod many;
pub mod panel;
mod question;
pub mod rating;
mod session;
mod trend;

use askama::Template;

use super::digest::{Digest, QuestionDigest};
use super::surface::{Html, harmless};
use super::words::{dimension, weighed};
use super::{contests, full, summary};
use crate::attempt::{Attempt, Summary};
use bars::{Bar, Bars};
use lanes::Lanes;
use question::{OverTime, Question};
use session::Session;
use trend::Trend;

pub use compare::comparison;
pub use many::side_by_side;

/// The page of an attempt; `trend` are finished attempts, in any order, among which it may be.
/// `options` are those that suggested commands need again.
pub fn html(attempt: &Attempt, trend: &[Summary], options: &str) -> String {
    rendered(&Page::of(&Digest::of(attempt), trend, options))
}

/// A page as text. A figure and its percent sign stay on one line, however narrow the screen.
fn rendered(page: &impl Template) -> String {
    // Writing into a string does not fail.
    let page = page.render().unwrap_or_default();
    ('0'..='9').fold(page, |page, digit| page.replace(&format!("{digit} %"), &format!("{digit}\u{a0}%")))
}

#[derive(Template)]
#[template(path = "html/report.html")]
struct Page {
    title: String,
    head: Html,
    changes: Html,
    rows: Vec<Row>,
    notes: Html,
    session: Session,
    lanes: Lanes,
    gaps: Html,
    dimensions: Bars,
    competencies: Bars,
    trend: Option<Trend>,
    questions: Vec<Question>,
    contests: Html,
    identity: String,
}

/// A question in the overview.
struct Row {
    number: usize,
    prompt: String,
    result: String,
    time: String,
}

impl Page {
    fn of(digest: &Digest<'_>, trend: &[Summary], options: &str) -> Self {
        let lanes = Lanes::of(digest);
        let lane = |question: &QuestionDigest<'_>| lanes.lane(question.number);
        Page {
            title: harmless(&summary::title(digest.attempt)),
            head: Html::of(|out| summary::head(digest, out)),
            changes: Html::of(|out| {
                summary::changes(digest, out);
                summary::strengths(digest, out);
            }),
            rows: digest.questions.iter().map(|question| row(question, digest)).collect(),
            notes: Html::of(|out| summary::notes(digest, out)),
            session: Session::of(digest),
            gaps: Html::of(|out| full::gaps(digest, out)),
            dimensions: dimensions(digest),
            competencies: competencies(digest),
            trend: Trend::of(digest.attempt, trend),
            questions: digest.questions.iter().map(|question| Question::of(question, lane(question))).collect(),
            contests: Html::of(|out| contests::close(digest, options, out)),
            identity: identity(digest),
            lanes,
        }
    }
}

fn row(question: &QuestionDigest<'_>, digest: &Digest<'_>) -> Row {
    let [_, _, result, time] = summary::row(question, digest.attempt.plan.level);
    Row { number: question.number, prompt: harmless(question.prompt()), result, time }
}

fn dimensions(digest: &Digest<'_>) -> Bars {
    let bar = |(id, share)| Bar { name: dimension(id).to_owned(), share: Some(share) };
    Bars { head: ["dimension", "score"], rows: digest.dimensions().into_iter().map(bar).collect() }
}

/// Empty where an interview about one thing has said it in its overall score.
fn competencies(digest: &Digest<'_>) -> Bars {
    let all = digest.in_time.competencies.iter().filter(|_| digest.in_time.competencies.len() > 1);
    let rows = all.map(|one| Bar { name: harmless(&weighed(&one.title, one.weight)), share: one.score }).collect();
    Bars { head: ["competency", "score"], rows }
}

/// By what the page can be told from others.
fn identity(digest: &Digest<'_>) -> String {
    let engine = digest.judged().next().map(|(_, card)| format!(", scoring rules {}", card.engine));
    format!("Attempt {}{}.", digest.attempt.id, harmless(&engine.unwrap_or_default()))
}
