//! The whole report: the summary, results by competency and dimension, time, then every question.

use super::digest::Digest;
use super::surface::Surface;
use super::words::{clock_time, dimension, long_time, percent, section, weighed};
use super::{contests, question, summary};
use crate::session::GapKind;

pub fn write(digest: &Digest<'_>, options: &str, out: &mut dyn Surface) {
    summary::write(digest, options, out);
    competencies(digest, out);
    dimensions(digest, out);
    time(digest, out);
    for one in &digest.questions {
        question::write(one, out);
    }
    if !digest.attempt.contests.is_empty() {
        out.heading(2, "Contested");
        contests::close(digest, options, out);
    }
}

fn competencies(digest: &Digest<'_>, out: &mut dyn Surface) {
    // An interview about one thing has said it in its overall score.
    if digest.in_time.competencies.len() < 2 {
        return;
    }
    out.heading(2, "By competency");
    let row = |competency: &crate::scoring::CompetencyScore| {
        let score = competency.score.map_or("not judged".into(), percent);
        vec![weighed(&competency.title, competency.weight), score, competency.questions.len().to_string()]
    };
    let rows: Vec<_> = digest.in_time.competencies.iter().map(row).collect();
    out.table(&["competency", "score", "questions"], &rows);
}

fn dimensions(digest: &Digest<'_>, out: &mut dyn Surface) {
    out.heading(2, "By dimension");
    let rows: Vec<_> =
        digest.dimensions().into_iter().map(|(id, score)| vec![dimension(id).to_owned(), percent(score)]).collect();
    out.table(&["dimension", "score"], &rows);
}

fn time(digest: &Digest<'_>, out: &mut dyn Surface) {
    out.heading(2, "Time");
    let rows: Vec<_> = digest
        .sections()
        .into_iter()
        .map(|time| {
            let count = time.questions.to_string();
            vec![section(time.section).to_owned(), count, clock_time(time.used), clock_time(time.allowed)]
        })
        .collect();
    out.table(&["part", "questions", "used", "allowed"], &rows);
    gaps(digest, out);
}

/// Pauses and interruptions, on no clock.
pub fn gaps(digest: &Digest<'_>, out: &mut dyn Surface) {
    for gap in &digest.attempt.transcript.gaps {
        let what = match gap.kind {
            GapKind::Pause => "paused",
            GapKind::Interruption => "interrupted",
            GapKind::Feedback => "feedback read",
        };
        out.item(
            super::surface::Mark::Point,
            &format!("{what} at {} for {}", clock_time(gap.at), long_time(gap.length)),
        );
    }
}
