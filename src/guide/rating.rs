//! How the questions of an interview are spread over the pages of the rating sheet, by what they take on paper.

use std::ops::Range;

use super::Guide;

/// Heights in millimetres, as the style sheet sets them (src/report/html/guide.css).
mod height {
    /// Room on a page below its heading, on the lower of A4 and Letter.
    pub const PAGE: usize = 224;
    /// What the first page has above its questions, beyond other pages.
    pub const CODES: usize = 10;
    /// A question without its wording: the boxes, and a line for evidence.
    pub const QUESTION: usize = 21;
    /// A line of wording.
    pub const LINE: usize = 6;
    /// A competency on the last page.
    pub const COMPETENCY: usize = 8;
    /// What else the last page holds: the rule, the mean of all, the signature.
    pub const SIGNATURE: usize = 72;
}

/// Characters of a line of wording.
const LINE: usize = 88;

/// The questions of each page, by index: two pages as long as the questions fit, and all of them equally full.
pub fn pages(guide: &Guide<'_>) -> Vec<Range<usize>> {
    let lines = guide.questions.iter().map(|page| page.question.prompt.chars().count().div_ceil(LINE));
    let heights: Vec<usize> = lines.map(|lines| height::QUESTION + height::LINE * lines).collect();
    let end = height::SIGNATURE + height::COMPETENCY * guide.competencies.len();
    let filled = |pages: usize| (10..=100).step_by(5).find_map(|percent| spread(&heights, pages, percent, end));
    (2..=heights.len()).find_map(filled).unwrap_or_else(|| alone(heights.len()))
}

/// The questions over so many pages, none of them fuller than so many per cent; none where they do not fit.
fn spread(heights: &[usize], pages: usize, percent: usize, end: usize) -> Option<Vec<Range<usize>>> {
    let mut from = 0;
    let mut page = |number: usize| {
        let taken = if number + 1 == pages { end } else { height::CODES * usize::from(number == 0) };
        let mut room = (height::PAGE * percent / 100).checked_sub(taken)?;
        let start = from;
        while let Some(rest) = heights.get(from).and_then(|height| room.checked_sub(*height)) {
            (room, from) = (rest, from + 1);
        }
        Some(start..from)
    };
    let spread: Option<Vec<Range<usize>>> = (0..pages).map(&mut page).collect();
    spread.filter(|_| from == heights.len())
}

/// A page for each question and one for the end, where a question or the competencies fill more than a page.
fn alone(questions: usize) -> Vec<Range<usize>> {
    (0..=questions).map(|page| page..(page + 1).min(questions)).collect()
}
