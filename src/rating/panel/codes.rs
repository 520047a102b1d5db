//! Codes of people on several scorecards: letter case tells nobody apart, and numbers stand by their value.

use std::collections::BTreeMap;

use super::Submitted;

/// The same scorecards with one spelling of each code, the one with more capitals: `c-1` is C-1.
pub fn spelled_alike(submitted: &[Submitted]) -> Vec<Submitted> {
    let mut all = submitted.to_vec();
    let mut spellings: BTreeMap<String, String> = BTreeMap::new();
    for code in all.iter_mut().flat_map(codes) {
        let known = spellings.entry(code.to_ascii_lowercase()).or_insert_with(|| code.clone());
        *known = code.clone().min(known.clone());
    }
    for code in all.iter_mut().flat_map(codes) {
        code.clone_from(&spellings[&code.to_ascii_lowercase()]);
    }
    all
}

fn codes(one: &mut Submitted) -> [&mut String; 2] {
    [&mut one.sheet.candidate, &mut one.sheet.interviewer]
}

/// By letters, then by the value of numbers: C-2 stands before C-10.
pub fn order(code: &str) -> impl Ord + use<> {
    let signs: Vec<char> = code.to_ascii_lowercase().chars().collect();
    let runs = signs.chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit());
    let parts: Vec<(usize, String)> = runs.map(|run| part(run.iter().collect())).collect();
    (parts, code.to_owned())
}

/// Of two numbers, the one with more digits is greater. Letters have none.
fn part(run: String) -> (usize, String) {
    if !run.starts_with(|sign: char| sign.is_ascii_digit()) {
        return (0, run);
    }
    let digits = run.trim_start_matches('0');
    (digits.len().max(1), digits.to_owned())
}
