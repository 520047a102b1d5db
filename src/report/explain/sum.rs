//! The arithmetic of a score, so that a reader can check it: points to dimensions, dimensions to the score, cuts to the band.

use super::Seen;
use super::story::PARTS;
use crate::content::Dimension;
use crate::report::question::{capital, part_share};
use crate::report::surface::{Mark, Surface};
use crate::report::words::{band_name, dimension as name, percent};
use crate::scoring::scorecard::Mille;

/// Points earned and expected in one dimension; the first in thousandths.
fn earned(seen: &Seen<'_>, dimension: Dimension) -> (u32, u32) {
    let (mut earned, mut expected) = (0, 0);
    for criterion in seen.card.criteria.iter().filter(|criterion| criterion.dimension == dimension) {
        let points = criterion.points * criterion.credit.0;
        earned += if criterion.expected { points } else { points * seen.bundle.scale.bands.bonus / 1000 };
        expected += if criterion.expected { criterion.points } else { 0 };
    }
    if let (Dimension::Star, Some(star)) = (dimension, &seen.card.star) {
        let scale = &seen.bundle.scale.star;
        let weight = |part| scale.parts.get(&part).copied().unwrap_or_default();
        let told: u32 = PARTS.into_iter().map(|part| weight(part) * part_share(star, part).0).sum();
        earned += scale.points * (told / PARTS.into_iter().map(weight).sum::<u32>().max(1));
        expected += scale.points;
    }
    (earned, expected)
}

/// "6.5 of 8 points".
pub fn points(seen: &Seen<'_>, dimension: Dimension) -> String {
    let (earned, expected) = earned(seen, dimension);
    format!("{} of {expected} points", decimal(earned))
}

/// Thousandths with as few decimals as it takes, and at most two: "3", "0.5", "0.75".
pub fn decimal(thousandths: u32) -> String {
    let hundredths = (thousandths + 5) / 10;
    match (hundredths / 100, hundredths % 100) {
        (whole, 0) => whole.to_string(),
        (whole, rest) if rest % 10 == 0 => format!("{whole}.{}", rest / 10),
        (whole, rest) => format!("{whole}.{rest:02}"),
    }
}

pub fn write(seen: &Seen<'_>, out: &mut dyn Surface) {
    let card = seen.card;
    if card.dimensions.is_empty() {
        return;
    }
    out.heading(3, "The sum");
    let rows: Vec<Vec<String>> = (card.dimensions.iter())
        .map(|one| {
            let gives = one.score.0 * one.weight.0 / 1000;
            vec![capital(name(one.id)), percent(one.score), percent(one.weight), tenths(gives)]
        })
        .collect();
    out.table(&["dimension", "score", "weighs", "gives"], &rows);
    carried(seen, out);
    let together: u32 = card.dimensions.iter().map(|one| one.score.0 * one.weight.0).sum::<u32>() / 1000;
    out.item(Mark::Point, &total(seen, together));
    out.item(Mark::Point, &cuts(seen));
}

/// Dimensions that count less than their points, because they serve a thin substance.
fn carried(seen: &Seen<'_>, out: &mut dyn Surface) {
    let most = f64::from(seen.bundle.scale.bands.carried) / 1000.0;
    for one in &seen.card.dimensions {
        let (earned, expected) = earned(seen, one.id);
        let whole = Mille((earned / expected.max(1)).min(1000));
        // A rounded thousandth is no limit.
        if one.score.0 + 5 < whole.0 {
            let (counts, points) = (percent(one.score), percent(whole));
            let line = format!("{}: its points make {points}, but it counts {counts}: ", capital(name(one.id)));
            out.item(Mark::Point, &format!("{line}no more than {most} times the substance that it serves"));
        }
    }
}

/// From the sum to the score: what misconceptions take off, and where a cap holds it.
fn total(seen: &Seen<'_>, together: u32) -> String {
    let voiced: u32 = seen.card.red_flags.iter().map(|hit| hit.penalty.0).sum();
    let penalty = voiced.min(seen.bundle.scale.bands.penalty);
    let score = seen.card.score.unwrap_or_default();
    let mut line = format!("together {}", tenths(together));
    if score.0 == together {
        return line;
    }
    if penalty > 0 {
        line.push_str(&format!(", less {} for misconceptions", tenths(penalty)));
    }
    if let Some(band) = seen.card.band.filter(|_| score.0 < together.saturating_sub(penalty)) {
        line.push_str(&format!(", held at the top of band {band}"));
    }
    format!("{line}: {}", tenths(score.0))
}

fn cuts(seen: &Seen<'_>) -> String {
    let [two, three, four] = seen.bundle.scale.bands.cuts.map(|cut| percent(Mille(cut)));
    let limits = format!("band 2 begins at {two}, band 3 at {three}, band 4 at {four}");
    let sure =
        if seen.card.low_confidence { "; close to a limit, or resting on few words: take it with care" } else { "" };
    match seen.card.band {
        Some(band) => format!("{limits}: this is band {band}, {}{sure}", band_name(band)),
        None => limits,
    }
}

/// "71.2 %".
pub fn tenths(thousandths: u32) -> String {
    format!("{}.{} %", thousandths / 10, thousandths % 10)
}
