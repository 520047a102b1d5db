//! What each criterion earned, by which words, and when.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::attempt::timeline::earned_at;
use crate::report::digest::QuestionDigest;
use crate::report::explain::{self, Seen};
use crate::report::surface::{Mark, harmless};
use crate::report::words::clock_time;

/// A table of criteria; nothing where none was judged.
#[derive(Debug, Template)]
#[template(path = "html/criteria.html")]
pub struct Criteria {
    rows: Vec<Row>,
    /// Whether it is known when anything was earned.
    has_times: bool,
}

impl HtmlSafe for Criteria {}

#[derive(Debug)]
struct Row {
    mark: Mark,
    name: String,
    earned: String,
    labels: String,
    /// Time after the start of the box; empty where nothing was earned or the time is not known.
    after: String,
}

impl Criteria {
    pub fn of(question: &QuestionDigest<'_>, seen: Option<&Seen<'_>>) -> Self {
        let seen = seen.filter(|seen| seen.card.score.is_some());
        let earned = seen.map_or(Vec::new(), |seen| earned_at(seen.card, question.answer));
        let started = question.answer.segments.first().map_or(0, |segment| segment.started());
        let after = |id: &str| {
            let at = earned.iter().find(|earned| earned.criterion == id)?.at?;
            Some(clock_time(at.saturating_sub(started)))
        };
        let row = |row: explain::Row<'_>| Row {
            after: after(row.id).unwrap_or_default(),
            mark: row.mark,
            name: harmless(&row.name),
            earned: row.earned,
            labels: row.labels,
        };
        let rows: Vec<Row> = seen.map_or(Vec::new(), explain::rows).into_iter().map(row).collect();
        Criteria { has_times: earned.iter().any(|earned| earned.at.is_some()), rows }
    }
}
