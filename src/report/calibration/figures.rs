//! The figures: all in all, by band, by question, by style, by part.

use super::{counted, number};
use crate::calibration::Figures;
use crate::calibration::figures::{Estimate, PartFigures};
use crate::report::surface::Surface;
use crate::report::words::dimension;

pub fn write(figures: &Figures, samples: bool, out: &mut dyn Surface) {
    let what = if samples { "sample answer" } else { "answer" };
    let (answers, questions) = (counted(figures.answers, what), counted(figures.questions, "question"));
    out.heading(1, &format!("{answers} to {questions}: how far scores agree with ratings"));
    if figures.rated < figures.answers {
        out.paragraph(&format!("{} without a rating count for criteria only.", figures.answers - figures.rated));
    }
    if figures.without_band > 0 {
        let without = counted(figures.without_band, what);
        out.paragraph(&format!("{without} got no band (another language, a copied model answer) and count as band 1."));
    }
    let rows: Vec<Vec<String>> = figures.headline.iter().map(headline).collect();
    out.table(&["figure", "value", "95 % interval"], &rows);
    out.paragraph(&format!(
        "Intervals: {} resamples of {}. Pairs: ratings at least 1 apart, same question. Difference: on bands, in standard \
         deviations, positive where scores are kinder.",
        figures.rounds,
        if figures.resampled == "questions" { "whole questions" } else { "single answers" }
    ));
}

fn headline(estimate: &Estimate) -> Vec<String> {
    let interval = match (estimate.low, estimate.high) {
        (Some(low), Some(high)) => format!("{low:.3} to {high:.3}"),
        _ => "–".to_owned(),
    };
    vec![estimate.figure.replace('-', " ").replace("spearman", "Spearman"), number(estimate.value), interval]
}

pub fn write_parts(figures: &Figures, out: &mut dyn Surface) {
    if figures.rated == 0 {
        return;
    }
    confusion(figures, out);
    questions(figures, out);
    styles(figures, out);
    dimensions(figures, out);
    stories(&figures.star, out);
}

fn confusion(figures: &Figures, out: &mut dyn Surface) {
    out.heading(2, "Bands, rated and scored");
    let rows = (1..).zip(&figures.confusion).map(|(band, counts)| {
        std::iter::once(format!("rated {band}")).chain(counts.iter().map(ToString::to_string)).collect()
    });
    out.table(&["", "scored 1", "scored 2", "scored 3", "scored 4"], &rows.collect::<Vec<_>>());
}

fn questions(figures: &Figures, out: &mut dyn Surface) {
    out.heading(2, "By question");
    let rows = figures
        .by_question
        .iter()
        .map(|one| vec![one.question.clone(), one.answers.to_string(), number(one.spearman), number(one.exact)]);
    out.table(&["question", "answers", "Spearman", "exact"], &rows.collect::<Vec<_>>());
}

fn styles(figures: &Figures, out: &mut dyn Surface) {
    if figures.by_style.is_empty() {
        return;
    }
    out.heading(2, "By style");
    let rows = figures.by_style.iter().map(|one| {
        let means = [one.rated_band, one.band].map(|band| format!("{band:.2}"));
        vec![
            one.style.clone(),
            one.answers.to_string(),
            means[0].clone(),
            means[1].clone(),
            format!("{:.3}", one.score),
        ]
    });
    out.table(&["style", "answers", "rated band", "scored band", "score"], &rows.collect::<Vec<_>>());
}

fn dimensions(figures: &Figures, out: &mut dyn Surface) {
    if figures.dimensions.is_empty() {
        return;
    }
    out.heading(2, "By dimension");
    let rows = figures.dimensions.iter();
    let rows = rows.map(|one| vec![dimension(one.dimension).to_owned(), one.answers.to_string(), number(one.spearman)]);
    out.table(&["dimension", "answers", "Spearman"], &rows.collect::<Vec<_>>());
}

fn stories(parts: &[PartFigures], out: &mut dyn Surface) {
    if parts.is_empty() {
        return;
    }
    out.heading(2, "Parts of stories");
    let rows = parts.iter().map(|one| {
        let shares = [one.precision, one.recall, one.f1, one.agreement].map(number);
        [vec![one.part.to_owned(), one.counts.all().to_string()], shares.to_vec()].concat()
    });
    out.table(&["part", "stories", "precision", "recall", "F1", "agreement"], &rows.collect::<Vec<_>>());
}
