//! How far interviewers agree, in figures; and why, where there is none.

use crate::rating::Panel;
use crate::rating::panel::{Agreement, CLUSTERS, Figure, Raters};
use crate::report::surface::{Mark, Surface};
use crate::report::words::{counted, two_decimals};

/// With fewer answers a figure may be anything.
const FEW: usize = 20;

pub fn write(panel: &Panel, out: &mut dyn Surface) {
    let raters = &panel.raters;
    if panel.interviewers.len() > 1 {
        out.heading(2, "How far the interviewers agree");
        agreement(&raters.pairs, out);
        alpha(&raters.alpha, out);
        out.heading(2, "Lenient or severe");
        leniency(raters, out);
    }
    if let Some(engine) = &raters.engine {
        out.heading(2, "The engine against people");
        agreement(std::slice::from_ref(engine), out);
        out.paragraph("Second opinions, each against the rating that was locked before it was shown.");
    }
    if panel.interviewers.len() > 1 || raters.engine.is_some() {
        caution(panel, out);
    }
}

fn agreement(pairs: &[Agreement], out: &mut dyn Surface) {
    let rows: Vec<Vec<String>> = pairs.iter().map(pair).collect();
    out.table(&["raters", "answers", "weighted kappa", "95 % interval", "same", "at most 1 apart"], &rows);
    for one in pairs {
        if let Some(because) = one.kappa.because {
            out.item(Mark::Point, &format!("{} and {}: no kappa: {because}.", one.first, one.second));
        }
    }
}

fn pair(one: &Agreement) -> Vec<String> {
    let names = format!("{}, {}", one.first, one.second);
    let [value, interval] = cells(&one.kappa, number);
    vec![names, one.kappa.answers.to_string(), value, interval, share(one.exact), share(one.adjacent)]
}

fn alpha(alpha: &Figure, out: &mut dyn Surface) {
    let [value, interval] = cells(alpha, number);
    out.paragraph(&match alpha.because {
        Some(because) => format!("Krippendorff's alpha over all interviewers: none: {because}."),
        None => format!(
            "Krippendorff's alpha (ordinal) over all interviewers: {value} ({interval}), from {}.",
            counted(alpha.answers, "answer")
        ),
    });
}

fn leniency(raters: &Raters, out: &mut dyn Surface) {
    let rows = raters.leniency.iter().map(|one| {
        let [value, interval] = cells(&one.difference, |value| format!("{:+.2}", two_decimals(value)));
        vec![one.interviewer.clone(), one.difference.answers.to_string(), value, interval]
    });
    out.table(&["interviewer", "answers", "difference", "95 % interval"], &rows.collect::<Vec<_>>());
    out.paragraph("In bands, against the mean of the others on the same answers; above 0 is lenient, below 0 severe.");
}

fn caution(panel: &Panel, out: &mut dyn Surface) {
    let raters = &panel.raters;
    out.paragraph(&format!(
        "Intervals: {} resamples, of whole candidates where {CLUSTERS} or more have answers to compare, and of single answers \
         where fewer do. Kappa and alpha: 1 is perfect, 0 what chance gives.",
        raters.rounds
    ));
    let most = raters.pairs.iter().map(|pair| pair.kappa.answers).chain([raters.alpha.answers]).max();
    if most.is_some_and(|most| most < FEW) {
        out.paragraph(&format!(
            "With fewer than {FEW} answers these figures say little: they are a start, not a verdict."
        ));
    }
}

/// The value and its interval, dashes where there is none.
fn cells(figure: &Figure, words: impl Fn(f64) -> String) -> [String; 2] {
    let dash = || "–".to_owned();
    let interval = figure.low.zip(figure.high).map(|(low, high)| format!("{} to {}", words(low), words(high)));
    [figure.value.map_or_else(dash, &words), interval.unwrap_or_else(dash)]
}

fn number(value: f64) -> String {
    format!("{value:.3}")
}

fn share(share: Option<f64>) -> String {
    share.map_or("–".to_owned(), |share| format!("{:.0} %", share * 100.0))
}
