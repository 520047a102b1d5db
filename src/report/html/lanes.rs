//! What the time of each question went on: a lane for each, all by the same scale, and the same in numbers.

use askama::Template;
use askama::filters::HtmlSafe;

use super::chart::{Tick, minutes, share};
use crate::attempt::timeline::{Doing, Stretch, earned_at, first_point, stretches};
use crate::report::contests::criterion_name;
use crate::report::digest::{Digest, QuestionDigest};
use crate::report::surface::{Html, Surface, harmless};
use crate::report::words::{clock_time, doing};

/// In the order in which they are told.
const DOINGS: [Doing; 4] = [Doing::Reading, Doing::Typing, Doing::Thinking, Doing::Answering];

/// The lanes of all questions that were shown, under one axis.
#[derive(Debug, Template)]
#[template(path = "html/lanes.html")]
pub struct Lanes {
    lanes: Vec<Lane>,
    axis: Vec<Tick>,
    /// What is in any lane, for the legend.
    doings: Vec<(Doing, &'static str)>,
    has_follow_ups: bool,
    has_points: bool,
    numbers: Html,
}

impl HtmlSafe for Lanes {}

/// How the time of one question passed, from the moment it was shown.
#[derive(Debug, Clone, Template)]
#[template(path = "html/lane.html")]
pub struct Lane {
    number: usize,
    bars: Vec<Bar>,
    /// The end of the answer's box.
    limit: Option<String>,
    /// The ends of those of follow-ups.
    follow_ups: Vec<String>,
    points: Vec<Point>,
    aloud: String,
}

impl HtmlSafe for Lane {}

#[derive(Debug, Clone)]
struct Bar {
    doing: Doing,
    over_time: bool,
    x: String,
    width: String,
}

/// A moment in which something was earned.
#[derive(Debug, Clone)]
struct Point {
    x: String,
    text: String,
}

/// A question with what its lane is drawn from.
struct Passed<'a> {
    question: &'a QuestionDigest<'a>,
    stretches: Vec<Stretch>,
    from: u64,
    until: u64,
}

impl Lanes {
    pub fn of(digest: &Digest<'_>) -> Self {
        let passed: Vec<Passed<'_>> = digest.questions.iter().filter_map(Passed::of).collect();
        let end = passed.iter().map(|one| one.until - one.from).max().unwrap_or_default();
        let lanes: Vec<Lane> = passed.iter().map(|one| one.lane(end)).collect();
        let is_done = |doing: &Doing| passed.iter().any(|one| one.time(*doing) > 0);
        let doings: Vec<Doing> = DOINGS.into_iter().filter(is_done).collect();
        let has_follow_ups = lanes.iter().any(|lane| !lane.follow_ups.is_empty());
        let has_points = lanes.iter().any(|lane| !lane.points.is_empty());
        let numbers = Html::of(|out| numbers(&passed, &doings, out));
        let doings = doings.into_iter().map(|one| (one, doing(one))).collect();
        Lanes { axis: minutes(end), numbers, has_follow_ups, has_points, doings, lanes }
    }

    /// The lane of a question; none where it was never shown.
    pub fn lane(&self, number: usize) -> Option<Lane> {
        self.lanes.iter().find(|lane| lane.number == number).cloned()
    }
}

impl Lane {
    /// What was earned when, in the order of time; empty without a typing record.
    pub fn points(&self) -> impl Iterator<Item = &str> {
        self.points.iter().map(|point| point.text.as_str())
    }
}

impl Bar {
    fn name(&self) -> &'static str {
        doing(self.doing)
    }

    /// Typing is tall, thinking thin, reading an empty frame, answering a low block with an edge: shapes tell them apart.
    fn place(&self) -> (&'static str, &'static str) {
        match self.doing {
            Doing::Reading | Doing::Typing => ("12", "14"),
            Doing::Answering => ("15", "8"),
            Doing::Thinking => ("17.5", "3"),
        }
    }
}

impl<'a> Passed<'a> {
    /// None where the question was never shown.
    fn of(question: &'a QuestionDigest<'a>) -> Option<Self> {
        let segments = &question.answer.segments;
        let stretches: Vec<Stretch> = segments.iter().flat_map(stretches).collect();
        let from = segments.first()?.opened;
        let last = stretches.last().map_or(from, |stretch| stretch.until);
        let until = segments.iter().map(|segment| segment.limit_at()).chain([last, from]).max()?;
        Some(Passed { question, stretches, from, until })
    }

    fn lane(&self, end: u64) -> Lane {
        let bar = |stretch: &Stretch| Bar {
            doing: stretch.doing,
            over_time: stretch.over_time,
            x: share(stretch.from.saturating_sub(self.from), end),
            width: share(stretch.until - stretch.from, end),
        };
        let segments = self.question.answer.segments.iter();
        let mut limits = segments.map(|segment| share(segment.limit_at().saturating_sub(self.from), end));
        Lane {
            number: self.question.number,
            bars: self.stretches.iter().map(bar).collect(),
            limit: limits.next(),
            follow_ups: limits.collect(),
            points: self.points(end),
            aloud: self.aloud(),
        }
    }

    /// Times are told from the start of the box, as the candidate's clock had them.
    fn points(&self, end: u64) -> Vec<Point> {
        let (Some(card), Some(first)) = (&self.question.judged.in_time, self.question.answer.segments.first()) else {
            return Vec::new();
        };
        let earned = earned_at(card, self.question.answer);
        let mut moments: Vec<(u64, &str)> =
            earned.iter().filter_map(|earned| Some((earned.at?, earned.criterion))).collect();
        moments.sort_unstable();
        let text = |at: u64, name: &str| {
            harmless(&format!("{} {}", clock_time(at.saturating_sub(first.started())), criterion_name(name)))
        };
        let point =
            |(at, name): (u64, &str)| Point { x: share(at.saturating_sub(self.from), end), text: text(at, name) };
        moments.into_iter().map(point).collect()
    }

    fn time(&self, doing: Doing) -> u64 {
        let of = self.stretches.iter().filter(|stretch| stretch.doing == doing);
        of.map(|stretch| stretch.until - stretch.from).sum()
    }

    fn aloud(&self) -> String {
        let done = DOINGS.iter().filter(|one| self.time(**one) > 0);
        let mut parts: Vec<String> =
            done.map(|one| format!("{} {}", doing(*one), clock_time(self.time(*one)))).collect();
        if self.question.over_time() > 0 {
            parts.push(format!("{} of it over time", clock_time(self.question.over_time())));
        }
        format!("Question {}: {}.", self.question.number, parts.join(", "))
    }
}

/// The lanes in numbers: a column for whatever any of them has.
fn numbers(passed: &[Passed<'_>], doings: &[Doing], out: &mut dyn Surface) {
    let time = |millis: u64| if millis == 0 { "–".to_owned() } else { clock_time(millis) };
    let over = |one: &Passed<'_>| one.question.over_time();
    let first = |one: &Passed<'_>| first_point(one.question.judged.in_time.as_ref()?, one.question.answer);
    let has_over = passed.iter().any(|one| over(one) > 0);
    let has_first = passed.iter().any(|one| first(one).is_some());
    let mut head = vec!["question"];
    head.extend(doings.iter().map(|one| doing(*one)));
    head.extend(has_over.then_some("over time"));
    head.extend(has_first.then_some("first point after"));
    let row = |one: &Passed<'_>| {
        let mut row = vec![one.question.number.to_string()];
        row.extend(doings.iter().map(|doing| time(one.time(*doing))));
        row.extend(has_over.then(|| time(over(one))));
        row.extend(has_first.then(|| first(one).map_or("–".to_owned(), clock_time)));
        row
    };
    out.table(&head, &passed.iter().map(row).collect::<Vec<_>>());
}
