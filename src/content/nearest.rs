//! "Did you mean": the known name nearest to an unknown one.

/// What to do about an unknown name: the nearest known one where one is near, and otherwise all of them.
pub fn suggest<'a>(unknown: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    match nearest(unknown, &known) {
        Some(name) => format!("did you mean `{name}`?"),
        None if known.is_empty() => "nothing of this sort is defined yet".to_owned(),
        None => format!("known: {}", list(&known)),
    }
}

/// The known name with the fewest edits; none where more than a third of the letters would have to change.
fn nearest<'a>(unknown: &str, known: &[&'a str]) -> Option<&'a str> {
    let limit = (unknown.chars().count() / 3).max(1);
    known
        .iter()
        .map(|name| (strsim::osa_distance(&unknown.to_lowercase(), &name.to_lowercase()), *name))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, name)| name)
}

/// The first dozen names, quoted, and how many more there are.
fn list(names: &[&str]) -> String {
    const SHOWN: usize = 12;
    let shown: Vec<String> = names.iter().take(SHOWN).map(|name| format!("`{name}`")).collect();
    match names.len().saturating_sub(SHOWN) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}
