//! How much of the answers that were written blind, from the question alone, the rubrics recognise:
//! `cargo run --example recognition`. For each style: how many answers land in the band their author gave them, how many within
//! one band of it, and how much of the points expected at the question's level they earn.
#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;

use hotseat::content::{Library, Sample};
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
    let library = Library::builtin()?;
    let mut styles: BTreeMap<&str, Tally> = BTreeMap::new();
    for rubric in library.rubrics.values() {
        let Some(bundle) = library.bundle(&rubric.question) else { continue };
        let judge = Judge::new(&bundle);
        for sample in rubric.samples.iter().filter(|sample| sample.blind) {
            let card = judge.score(&[Segment::answer(&sample.answer)], bundle.question.level);
            let tally = [styles.entry(&sample.style).or_default().add(sample, &card)];
            if std::env::var_os("EACH").is_some() && !tally[0] {
                let (band, style) = (card.band.unwrap_or(0), &sample.style);
                println!("{:<28} {style:<8} deserves {} gets {band}", rubric.question, sample.band);
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
    /// Counts an answer; true where it landed in its band.
    fn add(&mut self, sample: &Sample, card: &Scorecard) -> bool {
        let band = card.band.unwrap_or(1);
        self.answers += 1;
        self.in_band += usize::from(band == sample.band);
        self.within_one += usize::from(band.abs_diff(sample.band) <= 1);
        self.lost += usize::from(sample.band >= 3 && band == 1);
        self.earned += expected_share(card);
        band == sample.band
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
