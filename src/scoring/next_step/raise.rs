//! The least that would raise an answer one band: few things to say rather than many, expected ones rather than a bonus.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::prospect::Prospect;
use crate::content::Dimension;
use crate::scoring::rating::{Findings, Rating, Ruler};
use crate::scoring::scorecard::{Mille, Raise, RaiseStep};
use crate::scoring::star::Story;

/// Sets of up to so many things are searched one and all.
const EXACT: usize = 3;
/// Where more could be said than this, not every set is tried.
const FEW: usize = 24;

/// What would raise an answer one band; none at band 4.
pub(crate) fn raise(ruler: &Ruler<'_>, findings: &Findings, story: Option<&Story>, now: &Rating) -> Option<Raise> {
    let band = now.band.checked_add(1).filter(|band| *band <= 4)?;
    let search = Search { prospect: Prospect::new(ruler, findings, story), band, now };
    let everything: Vec<usize> = (0..search.prospect.count()).collect();
    let most = search.prospect.with(&everything);
    if most.band < band {
        return Some(Raise { band, steps: Vec::new(), blocked: Some(blocked(&most, band, findings.penalty)) });
    }
    let least = search.least().unwrap_or_else(|| search.greedy());
    Some(Raise { band, steps: search.steps(&least), blocked: None })
}

/// What holds the band down even with everything said.
fn blocked(most: &Rating, band: u8, penalty: u32) -> String {
    let mut reasons: Vec<&str> = Vec::new();
    for cap in most.caps.iter().filter(|cap| cap.band < band) {
        if !reasons.contains(&cap.because.as_str()) {
            reasons.push(&cap.because);
        }
    }
    match (reasons.is_empty(), penalty) {
        (false, _) => reasons.join("; "),
        (true, 0) => "the rubric expects nothing more at this level".to_owned(),
        (true, _) => "the misconceptions take off too much".to_owned(),
    }
}

struct Search<'a> {
    prospect: Prospect<'a>,
    /// The band to reach.
    band: u8,
    now: &'a Rating,
}

impl Search<'_> {
    fn reaches(&self, said: &[usize]) -> bool {
        self.prospect.with(said).band >= self.band
    }

    /// The best of the smallest sets that reach the band; none where it takes more things than are searched.
    fn least(&self) -> Option<Vec<usize>> {
        if self.prospect.count() > FEW {
            return None;
        }
        (1..=EXACT).filter(|size| self.is_in_reach(*size)).find_map(|size| self.best(size))
    }

    /// Of all sets of a size that reach the band: the one with most that is expected, then with the largest gain, then the first.
    fn best(&self, size: usize) -> Option<Vec<usize>> {
        let mut best: Option<((usize, u32), Vec<usize>)> = None;
        for said in sets(self.prospect.count(), size) {
            let then = self.prospect.with(&said);
            let expected = said.iter().filter(|wish| self.prospect.is_expected(**wish)).count();
            let rank = (expected, then.score);
            if then.band >= self.band && best.as_ref().is_none_or(|(known, _)| rank > *known) {
                best = Some((rank, said));
            }
        }
        best.map(|(_, said)| said)
    }

    /// Whether a set of a size may reach the band: even the `size` best of each dimension and all that lifts caps together
    /// must, since more said never lowers a rating.
    fn is_in_reach(&self, size: usize) -> bool {
        let mut by_dimension: BTreeMap<Dimension, Vec<(u32, usize)>> = BTreeMap::new();
        let mut said = Vec::new();
        for wish in 0..self.prospect.count() {
            match self.prospect.worth(wish) {
                Some((dimension, worth)) => by_dimension.entry(dimension).or_default().push((worth, wish)),
                None => said.push(wish),
            }
        }
        for mut wishes in by_dimension.into_values() {
            wishes.sort_by_key(|(worth, wish)| (Reverse(*worth), *wish));
            said.extend(wishes.iter().take(size).map(|(_, wish)| *wish));
        }
        self.reaches(&said)
    }

    /// One after the other, always the one worth most, until the band is reached; then without those that turned out superfluous.
    fn greedy(&self) -> Vec<usize> {
        let mut said: Vec<usize> = Vec::new();
        while !self.reaches(&said) {
            let open = (0..self.prospect.count()).filter(|wish| !said.contains(wish));
            let rank = |wish: &usize| {
                let then = self.prospect.with(&[said.as_slice(), &[*wish]].concat());
                let (required, expected) = (self.prospect.is_required(*wish), self.prospect.is_expected(*wish));
                (then.band, then.score, required, expected, Reverse(*wish))
            };
            let Some(best) = open.max_by_key(rank) else { break };
            said.push(best);
        }
        for wish in said.clone().into_iter().rev() {
            let without: Vec<usize> = said.iter().copied().filter(|other| *other != wish).collect();
            if self.reaches(&without) {
                said = without;
            }
        }
        said.sort_unstable();
        said
    }

    /// The things to say, each with what it adds to those before.
    fn steps(&self, said: &[usize]) -> Vec<RaiseStep> {
        let mut before = self.now.score;
        let step = |count: usize| {
            let (criterion, say) = self.prospect.wording(said[count]);
            let then = self.prospect.with(&said[..=count]).score;
            let gain = Mille(then.saturating_sub(before));
            before = before.max(then);
            RaiseStep { criterion: criterion.to_owned(), say: say.to_owned(), gain }
        };
        (0..said.len()).map(step).collect()
    }
}

/// All sets of `size` of the first `count` numbers, in lexicographic order.
fn sets(count: usize, size: usize) -> impl Iterator<Item = Vec<usize>> {
    let first: Vec<usize> = (0..size).collect();
    std::iter::successors(Some(first).filter(|_| size <= count), move |set| {
        let last = (0..size).rev().find(|place| set[*place] + size < count + *place)?;
        let mut next = set.clone();
        for (offset, place) in (last..size).enumerate() {
            next[place] = set[last] + 1 + offset;
        }
        Some(next)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_come_in_order_and_none_is_left_out() {
        let found: Vec<Vec<usize>> = sets(4, 2).collect();
        assert_eq!(found, [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]);
        assert_eq!((sets(3, 3).count(), sets(2, 3).count(), sets(24, 3).count()), (1, 0, 2024));
    }
}
