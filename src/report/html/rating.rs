//! An interviewer's scorecard as one page.

use askama::Template;

use super::chart::share;
use crate::rating::{CompetencyMean, RatedQuestion, RatingSheet, Summary};
use crate::report::rating;
use crate::report::surface::{Html, Mark, harmless};
use crate::report::words::weighed;

/// The page of a scorecard.
pub fn page(sheet: &RatingSheet) -> String {
    super::rendered(&Page::of(sheet))
}

#[derive(Template)]
#[template(path = "html/rating.html")]
struct Page {
    title: String,
    head: Html,
    competencies: Vec<Competency>,
    thin: Html,
    rows: Vec<[String; 4]>,
    questions: Vec<Question>,
    identity: String,
}

/// A competency and its mean.
struct Competency {
    name: String,
    mean: String,
    assessed: String,
    /// Of the bar.
    width: String,
}

struct Question {
    number: usize,
    prompt: String,
    body: Html,
}

impl Page {
    fn of(sheet: &RatingSheet) -> Self {
        let summary = Summary::initial(sheet);
        let thin = rating::thin(summary.competencies.iter());
        let numbered = || (1..).zip(&sheet.questions);
        Page {
            title: harmless(&rating::title(sheet)),
            head: Html::of(|out| rating::head(sheet, &summary, out)),
            competencies: summary.competencies.iter().map(competency).collect(),
            thin: Html::of(|out| thin.iter().for_each(|thin| out.item(Mark::Point, thin))),
            rows: numbered().map(|(number, one)| rating::row(number, one).map(|cell| harmless(&cell))).collect(),
            questions: numbered().map(|(number, one)| question(number, one)).collect(),
            identity: harmless(&format!("Scorecard {}, hotseat {}.", sheet.id, sheet.program)),
        }
    }
}

fn competency(one: &CompetencyMean) -> Competency {
    Competency {
        name: harmless(&weighed(&one.title, one.weight)),
        mean: rating::points(one.mean),
        assessed: rating::assessed(one),
        width: share((one.mean.unwrap_or_default() * 100.0) as u64, 400),
    }
}

fn question(number: usize, one: &RatedQuestion) -> Question {
    Question { number, prompt: harmless(&one.prompt), body: Html::of(|out| rating::body(one, out)) }
}
