//! Two attempts as one page: where they differ as a chart, then both answers to each question beside each other, with the words
//! that gained or lost something marked.

use askama::Template;
use jiff::tz::TimeZone;

use super::dumbbells::{Dumbbell, Dumbbells};
use crate::compare::{Comparison, Repeat, Standing, Sum, Take};
use crate::report::compare::repeats::Page as Repeats;
use crate::report::compare::{Depth, Names, head, once};
use crate::report::contests::criterion_name;
use crate::report::question::capital;
use crate::report::surface::{Highlight, Html, Ink, Passage, harmless};
use crate::report::words::clock_time;

/// The page of a comparison.
pub fn comparison(comparison: &Comparison<'_>, zone: &TimeZone) -> String {
    super::rendered(&Page::of(comparison, zone))
}

#[derive(Template)]
#[template(path = "html/compare.html")]
struct Page {
    title: String,
    head: Html,
    parts: Dumbbells,
    groups: Vec<Group>,
    rest: Html,
    identity: String,
}

/// Questions of one standing.
struct Group {
    head: Html,
    questions: Vec<Question>,
}

/// A question that was asked in both.
struct Question {
    told: Html,
    sides: Vec<Side>,
}

/// What was said to it in one attempt; left out where that is nothing.
struct Side {
    name: String,
    passages: Vec<Passage>,
}

impl Page {
    fn of(comparison: &Comparison<'_>, zone: &TimeZone) -> Self {
        let names = Names::of(comparison);
        let repeats = Repeats { comparison, names, depth: Depth::Most };
        let [then, now] = [comparison.then, comparison.now].map(|side| side.attempt.id);
        Page {
            title: "Two attempts compared".to_owned(),
            head: Html::of(|out| head::verdicts(comparison, names, zone, out)),
            parts: parts(comparison, names),
            groups: groups(comparison, &repeats),
            rest: Html::of(|out| {
                repeats.not_counted(out);
                once::write(comparison, names, out);
            }),
            identity: format!("Attempts {then} and {now}."),
        }
    }
}

fn parts(comparison: &Comparison<'_>, names: Names) -> Dumbbells {
    let comparable = !comparison.differs_in_level();
    let rows = head::shares(&comparison.whole).into_iter();
    let rows = rows.map(|(name, change)| Dumbbell { name: harmless(&name), change }).collect();
    Dumbbells { then: names.then, now: names.now, comparable, rows, times: comparison.whole.used_ms.map(clock_time) }
}

fn groups(comparison: &Comparison<'_>, repeats: &Repeats<'_>) -> Vec<Group> {
    let group = |standing: Standing, head: Html| Group {
        head,
        questions: repeats.of(standing).map(|repeat| question(repeat, repeats)).collect(),
    };
    let summed = |standing: Standing, sum: &Option<Sum>| {
        sum.as_ref().map(|sum| group(standing, Html::of(|out| repeats.sum(standing, sum, out))))
    };
    let apart = Standing::APART.into_iter().filter(|one| repeats.of(*one).next().is_some());
    let apart = apart.map(|standing| group(standing, Html::of(|out| repeats.apart(standing, out))));
    let groups = [
        summed(Standing::LikeForLike, &comparison.like_for_like),
        summed(Standing::ModelAnswerShown, &comparison.after_model_answer),
    ];
    groups.into_iter().flatten().chain(apart).collect()
}

fn question(repeat: &Repeat<'_>, repeats: &Repeats<'_>) -> Question {
    let names = repeats.names;
    let sides = [
        side((names.then, "lost since"), &repeat.then, &marks(repeat, false)),
        side((names.now, "gained"), &repeat.now, &marks(repeat, true)),
    ];
    Question {
        told: Html::of(|out| repeats.repeat(repeat, 3, out)),
        sides: sides.into_iter().filter(|side| !side.passages.is_empty()).collect(),
    }
}

/// `marks` by segment, and what is said of them.
fn side((name, what): (&str, &str), take: &Take<'_>, marks: &[(usize, Highlight)]) -> Side {
    let passage = |(at, segment): (usize, &crate::session::Segment)| {
        let own: Vec<Highlight> =
            marks.iter().filter(|(place, _)| *place == at).map(|(_, mark)| mark.clone()).collect();
        Passage::new(segment.official().trim_end(), &own, |mark| vec![format!("{what}: {}", mark.label)])
    };
    let written = take.answer.segments.iter().enumerate().filter(|(_, segment)| !segment.official().trim().is_empty());
    let about = if marks.is_empty() { String::new() } else { format!("; marked: {what}") };
    Side { name: capital(&format!("{name}{about}")), passages: written.map(passage).collect() }
}

/// The words that gained something in the second answer, or that earned something in the first alone.
fn marks(repeat: &Repeat<'_>, in_second: bool) -> Vec<(usize, Highlight)> {
    let moved = repeat.criteria.iter().filter(|one| (one.difference() > 0) == in_second && one.difference() != 0);
    let ink = if in_second { Ink::Earned } else { Ink::Withheld };
    let mut marks: Vec<(usize, Highlight)> = Vec::new();
    for one in moved {
        let credit = if in_second { &one.now } else { &one.then };
        for words in &credit.evidence {
            let mark = (words.segment, Highlight { span: words.span, ink, label: criterion_name(&one.id) });
            if !marks.contains(&mark) {
                marks.push(mark);
            }
        }
    }
    marks
}
