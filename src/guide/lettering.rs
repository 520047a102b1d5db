//! What criteria are called where they are ticked: the same letters on paper, on the screen and where paper is copied.

/// The letters of criteria, in the order in which interviewers see them. Those left out are commands on the screen: g n p r s u w.
pub const LETTERS: &str = "abcdefhijklmoqtvxyz";

/// The letter of a criterion, by its place in that order; none beyond the alphabet.
pub fn letter(place: usize) -> Option<char> {
    LETTERS.chars().nth(place)
}

/// What names a criterion where it is typed: its letter, or its number beyond the alphabet.
pub fn short_name(place: usize) -> String {
    letter(place).map_or_else(|| (place + 1).to_string(), String::from)
}

/// The place of a criterion by its letter or its number.
pub fn place_of(short_name: &str) -> Option<usize> {
    let by_number = short_name.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    by_number.or_else(|| {
        let mut letters = short_name.chars();
        let only = letters.next().filter(|_| letters.next().is_none())?;
        LETTERS.find(only.to_ascii_lowercase())
    })
}
