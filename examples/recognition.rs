//! How much of the answers that were written blind, from the question alone, the rubrics recognise:
//! `cargo run --example recognition [-- FOLDER [QUESTION…]]`. FOLDER is a folder of content instead of the shipped bank. For each
//! style: how many answers land in the band their author gave them, how many within one band of it, and how much of the points
//! expected at the question's level they earn. For the questions named, also what each answer left unrecognised.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;
use hotseat::content::check::{Quality, check};
use hotseat::content::{Library, Sample, sources};
use hotseat::scoring::{Judge, Scorecard, Segment};

#[derive(Default)]
struct Tally {
    answers: usize,
    in_band: usize,
    within_one: usize,
    /// Thousandths, summed.
    earned: u32,
    /// Answers of band 3 or 4 that are judged 1: good answers that were not recognised.
    lost: usize,
}

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let library = match arguments.next() {
        Some(folder) => alone(Path::new(&folder))?,
        None => Library::builtin()?,
    };
    let named: Vec<String> = arguments.collect();
    let mut styles: BTreeMap<&str, Tally> = BTreeMap::new();
    for rubric in library.rubrics.values() {
        let Some(bundle) = library.bundle(&rubric.question) else { continue };
        let shown = named.contains(&rubric.question);
        if !named.is_empty() && !shown {
            continue;
        }
        let judge = Judge::new(&bundle);
        for sample in rubric.samples.iter().filter(|sample| sample.blind) {
            let card = judge.score(&[Segment::answer(&sample.answer)], bundle.question.level);
            styles.entry(&sample.style).or_default().add(sample, &card);
            if shown {
                explain(&rubric.question, sample, &card);
            }
        }
    }
    println!("{:<10} {:>7} {:>8} {:>11} {:>7} {:>5}", "style", "answers", "in band", "within one", "earned", "lost");
    let mut all = Tally::default();
    for (style, tally) in &styles {
        print(style, tally);
        all.answers += tally.answers;
        all.in_band += tally.in_band;
        all.within_one += tally.within_one;
        all.earned += tally.earned;
        all.lost += tally.lost;
    }
    print("all", &all);
    Ok(())
}

impl Tally {
    fn add(&mut self, sample: &Sample, card: &Scorecard) {
        let band = card.band.unwrap_or(1);
        self.answers += 1;
        self.in_band += usize::from(band == sample.band);
        self.within_one += usize::from(band.abs_diff(sample.band) <= 1);
        self.lost += usize::from(sample.band >= 3 && band == 1);
        self.earned += expected_share(card);
    }
}

/// A folder of content by itself.
fn alone(folder: &Path) -> anyhow::Result<Library> {
    let checked = check(&sources::folder(folder)?, Quality::Own);
    for problem in checked.problems.iter().filter(|problem| problem.is_error()) {
        eprintln!("{}: {}", problem.place.file, problem.message);
    }
    checked.library.context("the content has mistakes")
}

/// What an answer earned in part or not at all, of what is expected.
fn explain(question: &str, sample: &Sample, card: &Scorecard) {
    let share = card.score.map_or(0, |score| score.0 / 10);
    println!("{question} {}: deserves {}, gets {} ({share} %)", sample.style, sample.band, card.band.unwrap_or(0));
    card.caps.iter().for_each(|cap| println!("    at most {}: {}", cap.band, cap.because));
    card.red_flags.iter().for_each(|flag| println!("    flag {}: {:?}", flag.id, flag.evidence[0].text));
    for criterion in card.criteria.iter().filter(|criterion| criterion.expected && criterion.credit.0 < 1000) {
        let withheld: Vec<&str> = criterion.withheld.iter().map(|one| one.because.as_str()).collect();
        println!("    {:<24} {:>4}  {}", criterion.id, criterion.credit.0, withheld.join("; "));
    }
}

/// Points earned of those expected at the level, in thousandths.
fn expected_share(card: &Scorecard) -> u32 {
    let expected = card.criteria.iter().filter(|criterion| criterion.expected);
    let (earned, points) = expected.fold((0, 0), |(earned, points), criterion| {
        (earned + criterion.points * criterion.credit.0, points + criterion.points)
    });
    earned / points.max(1)
}

fn print(style: &str, tally: &Tally) {
    let share = |count: usize| format!("{:.0} %", 100.0 * count as f64 / tally.answers.max(1) as f64);
    let earned = f64::from(tally.earned) / 10.0 / tally.answers.max(1) as f64;
    println!(
        "{style:<10} {:>7} {:>8} {:>11} {:>5.0} % {:>5}",
        tally.answers,
        share(tally.in_band),
        share(tally.within_one),
        earned,
        tally.lost
    );
}
