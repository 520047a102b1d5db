//! Lines of an answer: which are code, which begin with a bullet, and which line ends are only where an editor wrapped.
//! Works on folded characters; knows nothing of words beyond their length.

use std::ops::Range;

use super::normalise::Glyph;

/// One line without its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Characters after the indent and the bullet.
    pub content: Range<usize>,
    /// Whether it began with a bullet, a number or a heading mark.
    pub bullet: bool,
    /// Inside a fenced block (the fences themselves are empty lines).
    pub fenced: bool,
    /// The sentence goes on in the next line.
    pub wrapped: bool,
}

/// Splits a text into lines.
pub(super) fn lines(glyphs: &[Glyph]) -> Vec<Line> {
    let mut fence_open = false;
    let mut lines: Vec<Line> = Vec::new();
    for range in ranges(glyphs) {
        let start = range.start + count(&glyphs[range.clone()], |ch| ch == ' ');
        let fence = count(&glyphs[start..range.end], |ch| ch == '`') >= 3;
        fence_open ^= fence;
        let marker = if fence_open { 0 } else { bullet_length(&glyphs[start..range.end]) };
        let content = if fence { range.end..range.end } else { start + marker..range.end };
        lines.push(Line { content, bullet: marker > 0, fenced: fence_open, wrapped: false });
    }
    mark_wrapped(glyphs, &mut lines);
    lines
}

fn ranges(glyphs: &[Glyph]) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut ranges = Vec::new();
    for line in glyphs.split(|glyph| glyph.ch == '\n') {
        ranges.push(start..start + line.len());
        start += line.len() + 1;
    }
    ranges
}

fn count(glyphs: &[Glyph], accept: impl Fn(char) -> bool) -> usize {
    glyphs.iter().take_while(|glyph| accept(glyph.ch)).count()
}

/// Characters of `- `, `* `, `1. `, `2) `, `## `, `> ` and the space behind; 0 if the line begins otherwise.
fn bullet_length(line: &[Glyph]) -> usize {
    let digits = count(line, |ch| ch.is_ascii_digit());
    let hashes = count(line, |ch| ch == '#');
    let marker = match line.first().map(|glyph| glyph.ch) {
        Some('-' | '*' | '+' | '>' | '—' | '·') => 1,
        Some('•' | '‣' | '◦' | '▪' | '●' | '○') => return 1 + count(&line[1..], |ch| ch == ' '),
        Some('#') => hashes,
        Some('0'..='9') if digits <= 2 && matches!(line.get(digits), Some(glyph) if ".)".contains(glyph.ch)) => {
            digits + 1
        }
        _ => return 0,
    };
    let spaces = count(&line[marker..], |ch| ch == ' ');
    if spaces > 0 { marker + spaces } else { 0 }
}

/// A text was wrapped by hand or by an editor if at least two line ends stand where the next word would not have fitted.
fn mark_wrapped(glyphs: &[Glyph], lines: &mut [Line]) {
    let width = lines.iter().map(|line| line.content.len()).max().unwrap_or(0);
    if !(40..=120).contains(&width) {
        return;
    }
    let soft: Vec<usize> =
        (1..lines.len()).filter(|&next| is_soft(glyphs, &lines[next - 1], &lines[next], width)).collect();
    if soft.len() >= 2 {
        soft.into_iter().for_each(|next| lines[next - 1].wrapped = true);
    }
}

fn is_soft(glyphs: &[Glyph], line: &Line, next: &Line, width: usize) -> bool {
    let word = count(&glyphs[next.content.clone()], |ch| ch != ' ');
    let last = glyphs[line.content.clone()].iter().rev().find(|glyph| glyph.ch != ' ');
    word > 0
        && !next.bullet
        && !line.fenced
        && !next.fenced
        && line.content.len() + 1 + word > width
        && last.is_some_and(|glyph| !".?!:".contains(glyph.ch))
}
