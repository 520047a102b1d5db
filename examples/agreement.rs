//! How well scores agree with rated answers: `cargo run --example agreement -- answers.jsonl [CONTENT-FOLDER]`.
//! Each line of the file is an object with `question_id`, `level`, `style`, `rating` (0 to 4) and `answer`.
#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::Context;
use hotseat::content::check::{Quality, check};
use hotseat::content::{Level, Library, sources};
use hotseat::scoring::{Judge, Scorecard, Segment};
use serde::Deserialize;

/// Half-open cuts of ratings into bands.
const CUTS: [f64; 3] = [0.95, 2.25, 3.35];

#[derive(Deserialize)]
struct Rated {
    answer_id: String,
    question_id: String,
    level: Level,
    style: String,
    rating: f64,
    answer: String,
}

struct Judged {
    rated: Rated,
    card: Scorecard,
}

impl Judged {
    fn expected(&self) -> u8 {
        1 + CUTS.iter().filter(|cut| self.rated.rating >= **cut).count() as u8
    }

    fn band(&self) -> u8 {
        self.card.band.unwrap_or(1)
    }

    fn score(&self) -> f64 {
        self.card.score.map_or(0.0, |score| f64::from(score.0) / 1000.0)
    }
}

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let answers = arguments.next().context("name a file of rated answers")?;
    let library = library(arguments)?;
    let judged = judged(&std::fs::read_to_string(answers)?, &library)?;
    if std::env::var_os("EACH").is_some() {
        judged.iter().for_each(print_one);
    }
    print_agreement(&judged);
    print_styles(&judged);
    Ok(())
}

/// All rubrics that are complete; unfinished ones are named and left out.
fn library(folders: impl Iterator<Item = PathBuf>) -> anyhow::Result<Library> {
    let mut found = sources::shipped();
    for folder in folders {
        found.extend(sources::folder(&folder)?);
    }
    let checked = check(&found, Quality::Own);
    for problem in checked.problems.iter().filter(|problem| problem.is_error()) {
        println!("{}: {}", problem.place.file, problem.message);
    }
    checked.library.context("the constants of scoring cannot be read")
}

fn judged(lines: &str, library: &Library) -> anyhow::Result<Vec<Judged>> {
    let mut judges: BTreeMap<String, Option<Judge>> = BTreeMap::new();
    let mut judged = Vec::new();
    for line in lines.lines() {
        let rated: Rated = serde_json::from_str(line)?;
        let judge = judges.entry(rated.question_id.clone());
        let judge = judge.or_insert_with(|| library.bundle(&rated.question_id).map(|bundle| Judge::new(&bundle)));
        if let Some(judge) = judge {
            let card = judge.score(&[Segment::answer(&rated.answer)], rated.level);
            judged.push(Judged { rated, card });
        }
    }
    Ok(judged)
}

fn print_one(one: &Judged) {
    let credits: Vec<String> = one
        .card
        .criteria
        .iter()
        .map(|criterion| {
            let words: Vec<&str> = criterion.evidence.iter().map(|hit| hit.text.as_str()).collect();
            format!("\n    {}={} {words:?}", criterion.id, criterion.credit.0)
        })
        .collect();
    let dimensions: Vec<String> =
        one.card.dimensions.iter().map(|dimension| format!("{:?}={}", dimension.id, dimension.score.0)).collect();
    println!(
        "{} {} {} rated {:.2} ({}) scored {:.3} ({}) flags {:?} red {:?} caps {:?}\n    {}{}",
        one.rated.question_id,
        one.rated.style,
        one.rated.answer_id,
        one.rated.rating,
        one.expected(),
        one.score(),
        one.band(),
        one.card.flags,
        one.card
            .red_flags
            .iter()
            .map(|flag| (&flag.id, flag.evidence.iter().map(|hit| &hit.text).collect::<Vec<_>>()))
            .collect::<Vec<_>>(),
        one.card.caps.iter().map(|cap| cap.band).collect::<Vec<_>>(),
        dimensions.join(" "),
        credits.concat()
    );
}

fn print_agreement(judged: &[Judged]) {
    let share = |test: fn(&&Judged) -> bool| judged.iter().filter(test).count() as f64 / judged.len().max(1) as f64;
    let pairs: Vec<(f64, f64)> = judged.iter().map(|one| (one.rated.rating, one.score())).collect();
    let mut by_question: BTreeMap<&str, Vec<(f64, f64)>> = BTreeMap::new();
    for one in judged {
        by_question.entry(&one.rated.question_id).or_default().push((one.rated.rating, one.score()));
    }
    let within: Vec<f64> = by_question.values().map(|pairs| spearman(pairs)).collect();
    let (ordered, all) = by_question.values().map(|pairs| order(pairs)).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
    println!("answers {}  questions {}", judged.len(), by_question.len());
    println!("kappa {:.3}  exact {:.3}", kappa(judged), share(|one| one.band() == one.expected()));
    println!("adjacent {:.3}", share(|one| one.band().abs_diff(one.expected()) <= 1));
    println!("spearman {:.3}  within {:.3}", spearman(&pairs), within.iter().sum::<f64>() / within.len().max(1) as f64);
    println!("pairs in order {:.3} of {all}", f64::from(ordered) / f64::from(all.max(1)));
    for (question, rho) in by_question.keys().zip(&within) {
        println!("  {question:28} {rho:.3}");
    }
}

fn print_styles(judged: &[Judged]) {
    let mut styles: BTreeMap<&str, Vec<&Judged>> = BTreeMap::new();
    for one in judged {
        styles.entry(&one.rated.style).or_default().push(one);
    }
    for (style, all) in styles {
        let mean = |of: fn(&Judged) -> f64| all.iter().map(|one| of(one)).sum::<f64>() / all.len() as f64;
        let bands = mean(|one| f64::from(one.band()));
        let expected = mean(|one| f64::from(one.expected()));
        println!(
            "  {style:16} {:3}  band {bands:.2} (rated {expected:.2})  score {:.3}",
            all.len(),
            mean(Judged::score)
        );
    }
}

/// Quadratic weighted kappa on bands.
fn kappa(judged: &[Judged]) -> f64 {
    let bands: Vec<(f64, f64)> = judged.iter().map(|one| (f64::from(one.band()), f64::from(one.expected()))).collect();
    let observed: f64 = bands.iter().map(|(a, b)| (a - b).powi(2)).sum::<f64>() / bands.len() as f64;
    let chance: f64 = bands.iter().flat_map(|(a, _)| bands.iter().map(move |(_, b)| (a - b).powi(2))).sum::<f64>();
    1.0 - observed / (chance / (bands.len() as f64).powi(2))
}

/// Correlation of ranks, ties at their mean rank.
fn spearman(pairs: &[(f64, f64)]) -> f64 {
    let ranks = |values: Vec<f64>| -> Vec<f64> {
        let rank = |value: &f64| {
            let below = values.iter().filter(|other| *other < value).count() as f64;
            below + (values.iter().filter(|other| *other == value).count() as f64 - 1.0) / 2.0
        };
        values.iter().map(rank).collect()
    };
    let (a, b) = (ranks(pairs.iter().map(|pair| pair.0).collect()), ranks(pairs.iter().map(|pair| pair.1).collect()));
    let mean = (pairs.len() as f64 - 1.0) / 2.0;
    let covariance = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| (x - mean) * (y - mean)).sum::<f64>();
    covariance(&a, &b) / (covariance(&a, &a) * covariance(&b, &b)).sqrt()
}

/// Of the pairs rated at least one apart, how many are scored in the same order, and how many there are.
fn order(pairs: &[(f64, f64)]) -> (u32, u32) {
    let apart = pairs.iter().flat_map(|a| pairs.iter().map(move |b| (a, b))).filter(|(a, b)| a.0 - b.0 >= 1.0);
    apart.fold((0, 0), |(ordered, all), (a, b)| (ordered + u32::from(a.1 > b.1), all + 1))
}
