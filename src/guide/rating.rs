//! How the questions of an interview are spread over the pages of the rating sheet.

use std::ops::Range;

/// Questions that one page has room for, each with lines for its evidence.
const FULL: usize = 8;
/// Questions that the last page has room for, above the competencies and the signature.
const LAST: usize = 5;

/// The questions of each page, by index. Two pages as long as the questions fit; the last one holds fewer of them.
pub fn pages(questions: usize) -> Vec<Range<usize>> {
    let full = questions.saturating_sub(LAST).div_ceil(FULL).max(1);
    let last = (questions * 2 / 5).min(LAST).max(questions.saturating_sub(full * FULL));
    let before = questions - last;
    let start = |page: usize| before * page / full;
    let mut pages: Vec<Range<usize>> = (0..full).map(|page| start(page)..start(page + 1)).collect();
    pages.push(before..questions);
    pages
}
